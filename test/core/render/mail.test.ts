import assert from 'node:assert/strict'
import fc from 'fast-check'
import { calendarDescription } from '../../../src/core/render/calendar/description.ts'
import { mailContent } from '../../../src/core/render/mail/content.ts'
import { markdownNodes, type MarkdownNode } from '../../../src/core/render/mail/markdown-nodes.ts'
import { cancellationNotice, changeNotice } from '../../../src/core/render/notice/changes.ts'
import { invitationNotice } from '../../../src/core/render/notice/invitation.ts'
import { minutesNotice } from '../../../src/core/render/notice/minutes.ts'
import type { Reader } from '../../../src/core/render/notice/reader.ts'
import { reminderNotice } from '../../../src/core/render/notice/reminder.ts'
import { BUDGET, DIRECTORY, HOSTILE, LATENCY } from './meetings.ts'

const han: Reader = { language: 'zh', sink: 'mail', person: 'han-meimei' }
const emma: Reader = { language: 'en', sink: 'mail', person: 'emma-clarke' }
const ana: Reader = { language: 'en', sink: 'mail', person: 'ana-ruiz' }
const tom: Reader = { language: 'en', sink: 'mail', person: 'tom-becker' }
const ways = { reply: 'li.lei@example.org' }

/** Tags that the templates write; anything else came from a person's text. */
const TAGS = /^\/?(?:html|head|meta|title|style|body|div|span|h1|h2|p|table|tr|td|th|ul|ol|li|a|strong|em|del|code|pre|blockquote|hr|br)$/

/** No tag, handler, picture or foreign scheme of a person's text is in the page. */
function assertSafe(html: string): void {
  for (const [, tag = '', attributes = ''] of html.replace(/<!doctype html>/, '').matchAll(/<(\/?[a-z][a-z0-9]*)([^>]*)>/gi)) {
    assert.match(tag, TAGS)
    assert.doesNotMatch(attributes, /\son\w+\s*=|src\s*=/i)
    const href = /href="([^"]*)"/.exec(attributes)?.[1]
    if (href !== undefined) assert.match(href, /^(?:https?:|mailto:|tel:)/)
  }
  assert.doesNotMatch(html, /<!--/)
}

describe('mail', () => {
  it('invites in Chinese with everything needed in the text', async () => {
    const { subject, text } = await mailContent(invitationNotice(BUDGET, han, DIRECTORY, ways), DIRECTORY.name)
    assert.equal(subject, '【重要】会议通知：第二季度营销预算分配评审，2026-12-03（周四）14:00')
    assert.equal(text, `
尊敬的韩梅梅：

兹定于 2026-12-03（周四）14:00 召开“第二季度营销预算分配评审”会议，由李雷召集，现将有关事项通知如下。敬请您准时出席。

时间：2026-12-03（周四）14:00–15:30（北京时间，UTC+8）
时长：1 小时 30 分钟
会议室：3A
路线：3 号楼 A 座，出电梯右转第二间
会议链接：https://meeting.example.org/dm/budget
备用链接：https://vc.example.org/j/301
回复截止：2026-12-02（周三）12:00（北京时间，UTC+8）

参加：mailto:li.lei@example.org?subject=%2Fyes%20%5B2026-12-03-budget%5D&body=%2Fyes
不参加：mailto:li.lei@example.org?subject=%2Fno%20%5B2026-12-03-budget%5D&body=%2Fno

也可在日历中直接答复，或回复本邮件，写明 /yes（参加）或 /no（不参加）。

目的：确定 120 万元预算在四个渠道之间的分配方案
预期成果：签字的预算分配表；每个渠道的执行计划及负责人
组织者：李雷
必须参加：韩梅梅、王伟
可选参加：Tom Becker（回答数据口径问题）
远程参加：Tom Becker

【各地时间】
- 2026-12-03（周四）14:00–15:30（北京时间，UTC+8） · 李雷、韩梅梅、王伟
- 2026-12-03（周四）07:00–08:30（柏林时间，UTC+1） · Tom Becker

【会前准备】
请先读完投放方案。

【注意事项】
- 请带上最新报价单

【议程（北京时间，UTC+8）】
- 14:00 · 15 分钟 · 一季度支出去向说明 · 韩梅梅
- 14:15 · 45 分钟 · 四个渠道的预算分配方案表决 · 李雷
- 15:00 · 20 分钟 · 各渠道负责人与日期 · 财务部

【会议材料】
- 【会前必读】decks/q2.md：四个渠道的投放方案（数据截至 2026-11-20）
- data/q1-spend.csv（数据截至 2026-11-18）

特此通知。
`.trimStart())
  })

  it('invites in English, with the reader’s own time, and says why an optional one is asked', async () => {
    const { text } = await mailContent(invitationNotice(LATENCY, ana, DIRECTORY, ways), DIRECTORY.name)
    assert.match(text, /^Hello Ana Ruiz,\n\nEmma Clarke invites you to the meeting “Search latency over 400 ms: pick the repair for 4\.2”\. Your attendance is optional\. Why you are asked: knows the caching layer\.\n/)
    const hers = await mailContent(invitationNotice(LATENCY, emma, DIRECTORY, ways), DIRECTORY.name)
    assert.match(hers.text, /Your time: Tue 2026-12-01 13:00–13:45 \(London time, UTC\+0\)/)
    assert.doesNotMatch(hers.text, /mailto:/, 'an organizer is not asked whether they come')
  })

  it('answers a person in their own language, whatever the meeting’s', async () => {
    const { subject, text } = await mailContent(changeNotice(BUDGET, { ...BUDGET, start: '2026-12-04T10:00' }, tom, DIRECTORY, ways), DIRECTORY.name)
    assert.equal(subject, 'New time: 第二季度营销预算分配评审, Fri 2026-12-04 10:00')
    assert.match(text, /When\n {2}before: Thu 2026-12-03 14:00–15:30 \(Shanghai time, UTC\+8\)\n {2}now: Fri 2026-12-04 10:00–11:30 \(Shanghai time, UTC\+8\)/)
    assert.match(text, /Your time: Fri 2026-12-04 03:00–04:30 \(Berlin time, UTC\+1\)/)
  })

  it('brings the way, signing in and what to test with the last reminder only', async () => {
    const last = await mailContent(reminderNotice(BUDGET, { before: 120, last: true }, han, DIRECTORY, ways), DIRECTORY.name)
    assert.match(last.text, /会议“第二季度营销预算分配评审”将在 2 小时后开始。/)
    assert.match(last.text, /签到：前台登记后领访客牌/)
    assert.match(last.text, /【入会前请测试】\n- 会议软件已安装并登录。\n- 麦克风和扬声器正常。/)
    const first = await mailContent(reminderNotice(BUDGET, { before: 1440, last: false }, han, DIRECTORY, ways), DIRECTORY.name)
    assert.doesNotMatch(first.text, /签到|入会前请测试/)
    assert.match(first.text, /会前必读/)
  })

  it('says what is attached, how to get what is not, and links where the reader can open it', async () => {
    const text = async (reader: Reader): Promise<string> => (await mailContent(invitationNotice(BUDGET, reader, DIRECTORY, ways), DIRECTORY.name)).text
    assert.match(await text({ ...han, attached: ['decks/q2.md'] }), /- 【会前必读】decks\/q2\.md：四个渠道的投放方案（数据截至 2026-11-20）（见附件）\n- data\/q1-spend\.csv（数据截至 2026-11-18）\n/)
    assert.match(await text({ ...han, attached: [] }), /（文件过大，未附上，请回复本邮件索取）/)
    assert.match(await text({ ...tom, repository: 'https://git.example.org/o/r/blob/main/' }), /decks\/q2\.md https:\/\/git\.example\.org\/o\/r\/blob\/main\/decks\/q2\.md: /)
  })

  it('calls off with the reason', async () => {
    const { subject, text } = await mailContent(cancellationNotice(LATENCY, 'The repair is not needed.', tom, DIRECTORY), DIRECTORY.name)
    assert.equal(subject, 'Cancelled: Search latency over 400 ms: pick the repair for 4.2, Tue 2026-12-01 14:00')
    assert.match(text, /is cancelled\.\n\nReason: The repair is not needed\./)
  })

  it('shows minutes as they are marked up, and tells the absent what was settled', async () => {
    const minutes = {
      present: ['tom-becker'], absent: [{ key: 'ana-ruiz', note: 'minutes by mail' }],
      discussion: '- **Cache**: 40 % misses, see `rank()`\n- [x] measured', decisions: '1. Warm the cache', actions: [{ text: 'Warm it', owner: 'tom-becker', due: '2026-12-10' }],
    }
    const { text, html } = await mailContent(minutesNotice(LATENCY, minutes, ana, DIRECTORY), DIRECTORY.name)
    assert.match(text, /You could not attend “Search latency/)
    assert.match(html, /<li[^>]*><strong>Cache<\/strong>: 40 % misses, see <code[^>]*>rank\(\)<\/code><\/li>/)
    assert.match(html, /<li[^>]*>☑ measured<\/li>/)
    assert.match(text, /- Warm it · Tom Becker · Thu 2026-12-10/)
  })

  for (const hostile of HOSTILE) {
    it(`lets no text into the page’s marks: ${JSON.stringify(hostile).slice(0, 50)}`, async () => {
      const snapshot = {
        ...BUDGET, title: hostile, purpose: hostile, preparation: hostile, notes: [hostile], link: hostile, backupLink: `https://a.b/${hostile}`,
        room: { key: 'r', name: hostile }, agenda: [{ title: hostile, owners: [hostile] }], materials: [{ url: hostile, note: hostile }],
      }
      const { subject, html } = await mailContent(invitationNotice(snapshot, han, { ...DIRECTORY, name: () => hostile }, { reply: hostile, issue: hostile }), () => hostile)
      assertSafe(html)
      assert.doesNotMatch(subject, /[\p{Cc}\u202a-\u202e]/u)
    })
  }

  it('reads any Markdown into allowed nodes', () => {
    const piece = fc.constantFrom('<b>', '</', '![a](', '](x)', '[', 'javascript:', '> ', '- ', '1. ', '| a ', '|-|\n', '\n', '\n\n', '`', '```\n', '**', '~~', '# ', 'text', '&lt;')
    const visit = (node: MarkdownNode): void => {
      assert.equal(Object.entries(node).filter(([name, value]) => name.startsWith('is') && value === true).length, 1)
      if (node['isLink'] === true) assert.match(node.url, /^(?:https?|mailto|tel):/)
      node.children.forEach(visit)
    }
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')), (text) => markdownNodes(text).forEach(visit)), { numRuns: 500, seed: 3 })
  })

  it('does not fall over a deep nest', async () => {
    const { html } = await mailContent(invitationNotice({ ...LATENCY, preparation: `${'> '.repeat(400)}deep` }, ana, DIRECTORY), DIRECTORY.name)
    assert.match(html, /deep/)
  })

  it('puts into a calendar entry what stands in no other of its fields', () => {
    assert.equal(calendarDescription(LATENCY, { language: 'en', sink: 'mail' }, DIRECTORY), `
Purpose: Choose one of three repairs of the p95 search latency
Expected outcome: One repair chosen, with its owner
Link: https://zoom.example.org/j/5550

Agenda (Berlin time, UTC+1)
---------------------------
- 14:00 · 15 min · Where the time goes, by stage · Ana Ruiz
- 14:15 · 30 min · Three repairs and their cost: choose one · Tom Becker

Materials
---------
- Read before the meeting: https://grafana.example.org/d/search: the live dashboard
`.trimStart())
  })
})
