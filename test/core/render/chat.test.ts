import assert from 'node:assert/strict'
import { chatPayload, type ChatChannel, type ChatPeople } from '../../../src/core/render/chat/payload.ts'
import { chaseNotice } from '../../../src/core/render/notice/changes.ts'
import { invitationNotice } from '../../../src/core/render/notice/invitation.ts'
import { minutesNotice } from '../../../src/core/render/notice/minutes.ts'
import type { Notice } from '../../../src/core/render/notice/notice.ts'
import type { Reader } from '../../../src/core/render/notice/reader.ts'
import { BUDGET, DIRECTORY, HOSTILE, LATENCY } from './meetings.ts'

const CHANNELS: readonly ChatChannel[] = ['slack', 'teams', 'feishu', 'dingtalk', 'wecom', 'discord', 'webhook']
const zh: Reader = { language: 'zh', sink: 'chat' }
const en: Reader = { language: 'en', sink: 'chat' }
const nobody: ChatPeople = { name: DIRECTORY.name, id: () => undefined }
const ways = { issue: 'https://git.example.org/o/r/issues/7' }

/** What calls people or writes marks in some service. */
const CALLS: Readonly<Record<ChatChannel, RegExp>> = {
  slack: /<[!@#]|<(?!https?:)/, teams: /<at>/, feishu: /<at|<[a-z]/i, dingtalk: /@|<|!\[/, wecom: /<@|<[a-z]/i, discord: /(?<!\\)<[@#]/, webhook: /$^/,
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

/** Without what the service itself takes for plain text. */
function marked(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => {
    const plain = typeof each === 'object' && each !== null && /"(?:tag|type)":"plain_text"/.test(JSON.stringify({ ...each, elements: undefined }))
    return (plain && 'content' in each) || (plain && 'emoji' in each) || key === 'title' ? undefined : each
  }))
}

describe('chat post', () => {
  it('is a card for Feishu', () => {
    assert.deepEqual(chatPayload('feishu', { notice: invitationNotice(BUDGET, zh, DIRECTORY, ways), people: nobody, meeting: BUDGET.meeting }), {
      msg_type: 'interactive',
      card: {
        config: { wide_screen_mode: true },
        header: { title: { tag: 'plain_text', content: '【重要】会议通知：第二季度营销预算分配评审，2026-12-03（周四）14:00' }, template: 'orange' },
        elements: [
          {
            tag: 'div',
            text: {
              tag: 'lark_md',
              content: [
                '兹定于 2026-12-03（周四）14:00 召开“第二季度营销预算分配评审”会议，由李雷召集，现将有关事项通知如下。',
                '**时间**：**2026-12-03（周四）14:00–15:30（北京时间，UTC+8）**',
                '**时长**：1 小时 30 分钟', '**会议室**：3A', '**路线**：3 号楼 A 座，出电梯右转第二间',
                '**会议链接**：[https://meeting.example.org/dm/budget](https://meeting.example.org/dm/budget)',
                '**备用链接**：[https://vc.example.org/j/301](https://vc.example.org/j/301)',
                '**目的**：确定 120 万元预算在四个渠道之间的分配方案', '**预期成果**：签字的预算分配表；每个渠道的执行计划及负责人',
                '**组织者**：李雷', '**必须参加**：韩梅梅、王伟', '**可选参加**：Tom Becker（回答数据口径问题）', '**远程参加**：Tom Becker',
                '**回复截止**：2026-12-02（周三）12:00（北京时间，UTC+8）',
              ].join('\n'),
            },
          },
          { tag: 'action', actions: [{ tag: 'button', text: { tag: 'plain_text', content: '打开会议页面' }, url: 'https://git.example.org/o/r/issues/7', type: 'default' }] },
        ],
      },
    })
  })

  it('calls the awaited people by their ids, in each service’s way', () => {
    const notice = chaseNotice(LATENCY, ['tom-becker'], en, DIRECTORY)
    const called = (channel: ChatChannel, id: string): string => JSON.stringify(chatPayload(channel, { notice, people: { name: DIRECTORY.name, id: () => id } }))
    assert.match(called('slack', 'U012AB3CD'), /"<@U012AB3CD>: the deadline/)
    assert.match(called('feishu', 'ou_7d8a6e'), /<at id=ou_7d8a6e><\/at>: the deadline/)
    assert.match(called('dingtalk', 'manager4220'), /@manager4220 .*"atUserIds":\["manager4220"\],"isAtAll":false/)
    assert.match(called('wecom', 'TomBecker'), /<@TomBecker>: the deadline/)
    assert.match(called('discord', '123456789012345678'), /"content":"<@123456789012345678>".*"allowed_mentions":\{"parse":\[\],"users":\["123456789012345678"\]\}/)
    assert.match(called('teams', 'tom@example.org'), /<at>Tom Becker<\/at>.*"mentioned":\{"id":"tom@example.org","name":"Tom Becker"\}/)
  })

  it('calls nobody by an id that stands for everybody or is none', () => {
    for (const id of ['all', '@all', 'here', '!channel', 'everyone', '<!here>', 'U1><!channel>']) {
      for (const channel of CHANNELS) {
        const notice = chaseNotice(LATENCY, ['tom-becker'], en, DIRECTORY)
        const made = JSON.stringify(chatPayload(channel, { notice, people: { name: DIRECTORY.name, id: () => id } }))
        assert.doesNotMatch(made, /<!|<@!?(?:all|@all)>|id=all|"isAtAll":true|"parse":\["/, `${channel}: ${id}`)
      }
    }
  })

  for (const channel of CHANNELS) {
    it(`lets no text call or mark on ${channel}`, () => {
      for (const text of HOSTILE) {
        const snapshot = { ...BUDGET, title: text, purpose: text, room: { key: 'r', name: text }, link: text, optional: [{ key: 'tom-becker', reason: text }] }
        const made = chatPayload(channel, { notice: invitationNotice(snapshot, zh, DIRECTORY, { issue: text }), people: { name: () => text, id: () => undefined } })
        for (const each of texts(marked(made))) assert.doesNotMatch(each, CALLS[channel], `${channel}: ${text}`)
      }
    })

    it(`stays within the limits of ${channel}`, () => {
      const long: Notice = minutesNotice(BUDGET, { present: [], absent: [], discussion: '很长的讨论。'.repeat(20).concat('\n').repeat(300), decisions: '长'.repeat(50_000), actions: [] }, zh, DIRECTORY)
      const made = chatPayload(channel, { notice: long, people: nobody })
      const limit = { slack: 13_000 * 3, teams: 28_000, feishu: 20_000, dingtalk: 20_000, wecom: 4096 + 100, discord: 20_000, webhook: Infinity }[channel]
      assert.ok(Buffer.byteLength(JSON.stringify(made)) <= limit, `${channel}: ${Buffer.byteLength(JSON.stringify(made))}`)
      if (channel === 'wecom') assert.ok(Math.max(...texts(made).map((text) => Buffer.byteLength(text))) <= 4096)
      if (channel === 'slack') for (const text of texts(made)) assert.ok(text.length <= 3000)
      if (channel === 'discord') assert.ok(texts(made).join('').length <= 6000)
    })
  }
})
