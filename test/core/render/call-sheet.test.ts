import assert from 'node:assert/strict'
import type { CallSheet } from '../../../src/core/process/occasion.ts'
import { mailContent } from '../../../src/core/render/mail/content.ts'
import { callSheetNotice } from '../../../src/core/render/notice/call-sheet.ts'
import { CONFIG, decode, Life, meeting } from '../../support/process.ts'
import { BUDGET, DIRECTORY, LATENCY } from './meetings.ts'

async function sheet(language: 'en' | 'zh', given: Partial<CallSheet>): Promise<string> {
  const whole: CallSheet = { snapshot: language === 'zh' ? BUDGET : LATENCY, calls: [], ...given }
  return (await mailContent(callSheetNotice(whole, { language, sink: 'mail', person: whole.snapshot.organizer }, DIRECTORY), DIRECTORY.name)).text
}

/** The numbered lines of what is to be said. */
function script(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^\d\. /.test(line))
}

describe('call sheet', () => {
  it('names whom to call, at which number, at what time of theirs it is, and why they are asked', async () => {
    const text = await sheet('zh', { calls: [{ key: 'wang-wei', phone: '+86 10 5555 0103' }, { key: 'tom-becker' }] })
    assert.match(text, /会议“第二季度营销预算分配评审”的回复截止时间已过，以下人员尚未回复，请致电确认。/)
    assert.match(text, /- 王伟 · \+86 10 5555 0103 · 2026-12-03（周四）14:00–15:30（北京时间，UTC\+8） · 必须参加\n- Tom Becker · 无号码 · 2026-12-03（周四）07:00–08:30（柏林时间，UTC\+1） · 可选参加：回答数据口径问题/)
    assert.match(text, /本名单含电话号码，仅发给您本人，请勿转发。/)
  })

  it('leaves out the local times where all clocks show the same', async () => {
    const text = await sheet('en', { calls: [{ key: 'tom-becker', phone: '+49 30 5555' }, { key: 'ana-ruiz' }] })
    assert.match(text, /- Tom Becker · \+49 30 5555 · Required\n- Ana Ruiz · no number known · Optional: knows the caching layer/)
  })

  for (const [language, given, lines] of [
    ['zh', { about: 'invitation' }, [
      '1. 会议“第二季度营销预算分配评审”，时间 2026-12-03（周四）14:00。', '2. 地点：3A，也可线上参加，链接见会议邀请。', '3. 会议目的：确定 120 万元预算在四个渠道之间的分配方案。',
      '4. 会前请阅读：四个渠道的投放方案，已随会议邀请发送。', '5. 您是否参加？如不参加，由谁代为参加，还是会后阅读纪要即可？', '6. 请把结果评论到会议邀请下：/yes @姓名 或 /no @姓名。',
    ]],
    ['en', {}, [
      '1. The meeting is “Search latency over 400 ms: pick the repair for 4.2”, on Tue 2026-12-01 14:00.', '2. Place: online, by the link in the invitation.',
      '3. Its purpose: Choose one of three repairs of the p95 search latency.', '4. To be read beforehand: the live dashboard. It came with the invitation.',
      '5. Will you attend? If not: who comes in your place, or are the minutes enough?', '6. Enter the answer as a comment on the invitation: /yes @name or /no @name.',
    ]],
    ['en', { about: 'cancellation', reason: 'The repair is not needed.' }, [
      '1. “Search latency over 400 ms: pick the repair for 4.2”, planned for Tue 2026-12-01 14:00, is cancelled.', '2. The reason: The repair is not needed.',
      '3. Please take it out of your calendar; nothing else is to be done.',
    ]],
    ['zh', { about: 'cancellation', reason: '预算推迟' }, ['1. 原定于 2026-12-03（周四）14:00 召开的会议“第二季度营销预算分配评审”已取消。', '2. 原因：预算推迟。', '3. 请从日程中删除，无需其他操作。']],
    ['zh', { about: 'change' }, [
      '1. 会议“第二季度营销预算分配评审”有变更，现定于 2026-12-03（周四）14:00。', '2. 地点：3A，也可线上参加，链接见会议邀请。', '3. 您是否仍能参加？其他变更详见会议页面上的通知。',
      '4. 请把结果评论到会议邀请下：/yes @姓名 或 /no @姓名。',
    ]],
    ['zh', { about: 'reminder' }, [
      '1. 会议“第二季度营销预算分配评审”即将召开：2026-12-03（周四）14:00。', '2. 地点：3A，也可线上参加，链接见会议邀请。', '3. 签到：前台登记后领访客牌。',
      '4. 您是否参加？如不参加，由谁代为参加，还是会后阅读纪要即可？', '5. 请把结果评论到会议邀请下：/yes @姓名 或 /no @姓名。',
    ]],
    ['en', { about: 'withdrawal' }, ['1. You are no longer asked to attend “Search latency over 400 ms: pick the repair for 4.2” on Tue 2026-12-01 14:00.']],
    ['zh', { about: 'other' }, ['1. 有一份关于会议“第二季度营销预算分配评审”（2026-12-03（周四）14:00）的通知未能送达您。', '2. 请查看会议页面，或直接向我索取。']],
  ] as const) {
    it(`says what is to be said: ${given.about ?? 'no answer'}, ${language}`, async () => assert.deepEqual(script(await sheet(language, given)), lines))
  }

  it('says why it is sent', async () => {
    assert.match(await sheet('en', { why: 'announced' }), /is to be announced by phone as well\. Please call these people\./)
    assert.match(await sheet('en', { why: 'undelivered' }), /could not be delivered to these people\. Please tell them by phone\./)
    assert.match(await sheet('zh', { why: 'announced' }), /会议“第二季度营销预算分配评审”还需电话通知，请致电以下人员。/)
    assert.match(await sheet('zh', { why: 'undelivered' }), /会议“第二季度营销预算分配评审”的通知未能送达以下人员，请电话告知。/)
  })

  it('is the only thing that ever holds a number, over invitation, chase, change and cancellation', async () => {
    const life = new Life(meeting({ required: 'required: [han-meimei, tom]', more: 'importance: high\nchannels: [mail, feishu, phone]' }), CONFIG)
    await life.at('2026-11-26T08:00:00Z')
    await life.at('2026-12-02T04:00:00Z')
    await life.write(meeting({ start: 'start: 2026-12-04 14:00', rsvp: 'rsvp_by: 2026-12-03 12:00', more: 'channels: [mail, feishu, phone]' })).at('2026-12-02T06:00:00Z')
    await life.write(meeting({ start: 'start: 2026-12-04 14:00', rsvp: 'rsvp_by: 2026-12-03 12:00', more: 'channels: [mail, feishu, phone]\nstatus: cancelled\nreason: postponed' })).at('2026-12-03T08:00:00Z')
    const holding = [...life.disk.contents].filter(([, content]) => decode(Buffer.from(content).toString('utf8')).replace(/\s+/g, ' ').includes('5555 01')).map(([path]) => path)
    assert.ok(holding.length >= 2, 'no sheet was sent')
    for (const path of holding) assert.match(path, /\/mails\/m.*call-sheet\.li-lei/)
  })
})
