import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { calendarMessage } from '../../../src/core/render/calendar/message.ts'
import { renderMarkdown } from '../../../src/core/render/github/markdown.ts'
import { mailIdentity, meetingToken, tokenIn } from '../../../src/core/render/mail/identity.ts'
import { renderText } from '../../../src/core/render/mail/text.ts'
import type { Reader } from '../../../src/core/render/notice/reader.ts'
import type { Occasion } from '../../../src/core/process/occasion.ts'
import { noticeOf } from '../../../src/core/render/occasion.ts'
import { eventOf } from '../../readers/calendars.ts'
import { BUDGET, DIRECTORY, LATENCY } from './meetings.ts'

const RENDER = join(dirname(fileURLToPath(import.meta.url)), '../../../src/core/render')

/** The subject and plain text that a person gets. */
function mail(occasion: Occasion, person: string, language: 'en' | 'zh'): string {
  const notice = noticeOf(occasion, { language, sink: 'mail', person }, DIRECTORY)
  return `${notice.subject}\n\n${renderText(notice, DIRECTORY.name)}`
}

/** What is commented on the issue. */
function comment(occasion: Occasion, language: 'en' | 'zh'): string {
  return renderMarkdown(noticeOf(occasion, { language, sink: 'issue' }, DIRECTORY))
}

const ACTION = { text: 'Warm the cache at start', owner: 'tom-becker', due: '2026-12-10' }

describe('notices', () => {
  it('open an action item with owner, date and meeting', () => {
    const occasion: Occasion = { kind: 'action', snapshot: LATENCY, action: ACTION, issue: 'https://git.example.org/o/r/issues/7' }
    assert.equal(noticeOf(occasion, { language: 'en', sink: 'issue' }, DIRECTORY).subject, 'Warm the cache at start')
    assert.equal(comment(occasion, 'en'), `
**Warm the cache at start**

- **Owner**: \`tom-becker\`
- **Due**: Thu 2026-12-10
- **Meeting**: [Search latency over 400 ms: pick the repair for 4.2](https://git.example.org/o/r/issues/7)

> Close this issue when it is done. A new date belongs in the meeting file.`.trimStart())
    assert.match(comment(occasion, 'zh'), /- \*\*截止日期\*\*：2026-12-10（周四）/)
  })

  it('remind of an action item before and on its day', () => {
    const action = { ...ACTION, meeting: LATENCY.title }
    assert.equal(mail({ kind: 'action-reminder', action, today: false }, 'tom-becker', 'en'), `
Due Thu 2026-12-10: Warm the cache at start

Hello Tom Becker,

An action item of yours is due on Thu 2026-12-10.

Action item: Warm the cache at start
Due: Thu 2026-12-10
Meeting: Search latency over 400 ms: pick the repair for 4.2

Done? Tick it in the meeting file or close its issue. Not going to make it? Agree on a new date with the organizer.
`.trimStart())
    assert.match(mail({ kind: 'action-reminder', action, today: true }, 'tom-becker', 'zh'), /^行动项今天到期：Warm[^\n]*\n\nTom Becker，您好：\n\n您负责的一项行动项今天到期。/)
  })

  it('gather what is overdue in one digest', () => {
    const actions = [{ ...ACTION, text: '核对报价', meeting: BUDGET.title }, { ...ACTION, text: '更新预算表', meeting: BUDGET.title }]
    assert.equal(mail({ kind: 'overdue', actions }, 'han-meimei', 'zh'), `
2 项行动项已逾期

韩梅梅，您好：

您负责的以下行动项已逾期：

- 核对报价 · 2026-12-10（周四） · 第二季度营销预算分配评审
- 更新预算表 · 2026-12-10（周四） · 第二季度营销预算分配评审

如已完成，请在会议文件中勾选，或关闭对应的 issue；如无法按期完成，请与会议组织者商定新的日期。
`.trimStart())
    assert.match(mail({ kind: 'overdue', actions: actions.slice(1) }, 'tom-becker', 'en'), /^An action item is overdue\n/)
  })

  it('ask again for an answer, on the issue by key', () => {
    assert.match(comment({ kind: 'chase', snapshot: BUDGET, who: ['wang-wei', 'tom-becker'] }, 'zh'),
      /^`wang-wei`、`tom-becker`：会议“第二季度营销预算分配评审”的回复截止时间已过，尚未收到您的回复，请尽快回复。/)
    assert.match(mail({ kind: 'chase', snapshot: BUDGET, who: ['tom-becker'] }, 'tom-becker', 'en'), /^Please reply: 第二季度/)
  })

  it('want the minutes, and later say that they are late', () => {
    assert.match(mail({ kind: 'minutes-reminder', snapshot: BUDGET, late: false, within: 240 }, 'li-lei', 'zh'),
      /^请提交会议纪要：.*\n\n尊敬的李雷：\n\n会议“第二季度营销预算分配评审”的纪要还未提交，应在会议结束后 4 小时内发出。/)
    assert.match(mail({ kind: 'minutes-reminder', snapshot: LATENCY, late: true, within: 240 }, 'emma-clarke', 'en'),
      /^Minutes are late: .*\n\nHello Emma Clarke,\n\nThe minutes of “[^”]+” are late: they were due within 4 h of the end\./)
  })

  it('say what may not have arrived, and what was used instead', () => {
    const occasion: Occasion = {
      kind: 'gap', snapshot: BUDGET,
      gaps: [{ channel: 'feishu', recipients: [], outcome: 'unknown', fallback: 'phone' }, { channel: 'mail', recipients: ['wang-wei'], outcome: 'failed', fallback: 'slack' }],
    }
    assert.equal(comment(occasion, 'zh'), `
本次会议的部分通知可能未送达：

- 飞书（群消息）：不确定是否已发出；为避免重复打扰，不再重发。已改用电话。
- 邮件（收件人：\`wang-wei\`）：发送失败。已改用 Slack。`.trimStart())
    assert.match(comment(occasion, 'en'), /^Some notices of this meeting may not have arrived:\n\n- By Feishu to the group: it is not known whether it was sent/)
  })

  it('tell a person that they are no longer asked', () => {
    assert.match(mail({ kind: 'withdrawal', snapshot: LATENCY }, 'tom-becker', 'en'), /Emma Clarke no longer asks you to attend “Search latency/)
  })

  it('touch the calendar only where the meeting itself is concerned', () => {
    const reader: Reader = { language: 'en', sink: 'mail', person: 'tom-becker' }
    const entry = { uid: 'u', sequence: 4, stamp: 0, organizer: { address: 'm@example.org', name: 'M' }, attendees: eventOf(LATENCY).attendees ?? [] }
    const method = (occasion: Occasion): string => {
      const made = calendarMessage(occasion, entry, reader, DIRECTORY)
      return `${made?.method ?? 'none'} ${/\nMETHOD:(\w+)/.exec(made?.content ?? '')?.[1] ?? 'none'} ${/\nSTATUS:(\w+)/.exec(made?.content ?? '')?.[1] ?? 'none'}`
    }
    assert.equal(method({ kind: 'invitation', snapshot: LATENCY }), 'REQUEST REQUEST CONFIRMED')
    assert.equal(method({ kind: 'change', before: LATENCY, snapshot: LATENCY }), 'REQUEST REQUEST CONFIRMED')
    assert.equal(method({ kind: 'cancellation', snapshot: LATENCY }), 'CANCEL CANCEL CANCELLED')
    assert.equal(method({ kind: 'withdrawal', snapshot: LATENCY }), 'CANCEL CANCEL none')
    assert.equal(method({ kind: 'reminder', snapshot: LATENCY, before: 60, last: true }), 'none none none')
  })

  it('keep a mail’s identity with its effect, and the receiver out of it', () => {
    const first = mailIdentity('a/-/invitation/1/tom-becker', 'meetings@example.org')
    assert.deepEqual(mailIdentity('a/-/invitation/1/tom-becker', 'meetings@example.org'), first)
    assert.notEqual(mailIdentity('a/-/invitation/2/tom-becker', 'meetings@example.org').messageId, first.messageId)
    assert.match(first.messageId, /^[0-9a-f]{40}\.[0-9a-f]{16}@example\.org$/)
    assert.equal(tokenIn(first.messageId), meetingToken('a'))
  })
})

describe('messages of the notices', () => {
  const sources = readdirSync(RENDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const pairs = sources.flatMap((name) =>
    [...readFileSync(join(RENDER, name), 'utf8').replace(/'\n\s*\+ '/g, '').matchAll(/en: '([^']*)',\s*zh: '([^']*)'/g)]
      .map(([, en = '', zh = '']) => ({ name, en, zh })))

  it('are found', () => assert.ok(pairs.length > 100, String(pairs.length)))

  it('have the same placeholders in both languages', () => {
    const names = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join()
    for (const { en, zh } of pairs) assert.equal(names(zh), names(en), en)
  })

  it('are punctuated in Chinese as Chinese is', () => {
    for (const { zh } of pairs) assert.doesNotMatch(zh.replace(/`[^`]*`/g, 'x'), /[\p{Script=Han}}][,;:!?()]|[,;:!?()][\p{Script=Han}{]|[。，；：] /u, zh)
  })
})
