import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { defuseMarkdown, escapeLine, escapeStart } from '../../../src/core/render/github/escape.ts'
import { managedBody, managedPart, replaceManaged } from '../../../src/core/render/github/managed.ts'
import { LONGEST_BODY, renderMarkdown } from '../../../src/core/render/github/markdown.ts'
import { changeNotice } from '../../../src/core/render/notice/changes.ts'
import { invitationNotice } from '../../../src/core/render/notice/invitation.ts'
import type { Reader } from '../../../src/core/render/notice/reader.ts'
import { BUDGET, DIRECTORY, HOSTILE, LATENCY } from './meetings.ts'

const zh: Reader = { language: 'zh', sink: 'issue' }
const en: Reader = { language: 'en', sink: 'issue' }

/** What in a text sends a notice, writes into another issue, or closes one. */
const ACTS = [/@[a-z0-9]/i, /#\d/, /\bGH-\d/i, /\b(?:close|fix|resolve)[sd]?:? https?:/i]

/** remark judges what a body is: nothing of it acts but links to the web. */
function assertInert(markdown: string): void {
  const visit = (node: Nodes): void => {
    assert.ok(node.type !== 'html' && node.type !== 'image' && node.type !== 'imageReference', `${node.type} in ${markdown}`)
    if (node.type === 'link' || node.type === 'definition') assert.match(node.url, /^(?:https?:|mailto:|tel:|#|[^:]*$)/i)
    if (node.type === 'text') for (const act of ACTS) assert.doesNotMatch(node.value, act)
    if ('children' in node) node.children.forEach(visit)
  }
  assert.doesNotMatch(markdown, /<!--/)
  visit(remark().use(remarkGfm).parse(markdown))
}

describe('invitation issue', () => {
  it('says in Chinese and formally all that an important meeting needs', () => {
    assert.equal(renderMarkdown(invitationNotice(BUDGET, zh, DIRECTORY)), `
兹定于 2026-12-03（周四）14:00 召开“第二季度营销预算分配评审”会议，由 \`li-lei\` 召集，现将有关事项通知如下。

- **时间**：**2026-12-03（周四）14:00–15:30（北京时间，UTC+8）**
- **时长**：1 小时 30 分钟
- **会议室**：3A
- **路线**：3 号楼 A 座，出电梯右转第二间
- **会议链接**：<https://meeting.example.org/dm/budget>
- **备用链接**：<https://vc.example.org/j/301>
- **回复截止**：2026-12-02（周三）12:00（北京时间，UTC+8）
- **目的**：确定 120 万元预算在四个渠道之间的分配方案
- **预期成果**：签字的预算分配表；每个渠道的执行计划及负责人
- **组织者**：\`li-lei\`
- **必须参加**：\`han-meimei\`、\`wang-wei\`
- **可选参加**：\`tom-becker\`（回答数据口径问题）
- **远程参加**：\`tom-becker\`

### 各地时间

| 当地时间 | 人员 |
| --- | --- |
| 2026-12-03（周四）14:00–15:30（北京时间，UTC+8） | \`li-lei\`、\`han-meimei\`、\`wang-wei\` |
| 2026-12-03（周四）07:00–08:30（柏林时间，UTC+1） | \`tom-becker\` |

### 会前准备

请先读完投放方案。

### 注意事项

- 请带上最新报价单

### 议程（北京时间，UTC+8）

| 时刻 | 用时 | 议题 | 主讲 |
| --- | --- | --- | --- |
| 14:00 | 15 分钟 | 一季度支出去向说明 | \`han-meimei\` |
| 14:15 | 45 分钟 | 四个渠道的预算分配方案表决 | \`li-lei\` |
| 15:00 | 20 分钟 | 各渠道负责人与日期 | 财务部 |

### 会议材料

- **【会前必读】**\`decks/q2.md\`：四个渠道的投放方案（数据截至 2026-11-20）
- \`data/q1-spend.csv\`（数据截至 2026-11-18）

### 如何回复

- 参加：评论 \`/yes\`，或点 👍。
- 不参加：评论 \`/no\` 并说明原因，或点 👎。
- 由他人代为参加：评论 \`/delegate @姓名\`。
- 组织者可代为回复：\`/yes @姓名\` 或 \`/no @姓名\`。
- 会前的问题、会中的反馈，也请在此评论。`.trimStart())
  })

  it('says it in English, plainly, for an ordinary one', () => {
    const body = renderMarkdown(invitationNotice(LATENCY, en, DIRECTORY))
    assert.match(body, /^`emma-clarke` invites you to the meeting “Search latency over 400 ms: pick the repair for 4\.2”\./)
    assert.match(body, /\| Tue 2026-12-01 13:00–13:45 \(London time, UTC\+0\) \| `emma-clarke` \|/)
    assert.match(body, /- \*\*Read before the meeting:\*\* <https:\/\/grafana\.example\.org\/d\/search>: the live dashboard/)
  })

  it('mentions by login only whom it is told to call', () => {
    const body = renderMarkdown(invitationNotice(LATENCY, en, DIRECTORY), { mention: (key) => (key === 'tom-becker' ? DIRECTORY.login(key) : undefined) })
    assert.deepEqual([...new Set(body.match(/@\w+/g))], ['@tombecker', '@name'])
  })

  it('tells of a change what it was and what it is', () => {
    const after = { ...LATENCY, start: '2026-12-02T10:00', link: 'https://zoom.example.org/j/7', agenda: [...LATENCY.agenda.slice(1), { title: 'Dates', minutes: 5, owners: [] }] }
    assert.equal(renderMarkdown(changeNotice(LATENCY, after, en, DIRECTORY)), `
The meeting “Search latency over 400 ms: pick the repair for 4.2” has a new time. What has changed:

|   | Before | Now |
| --- | --- | --- |
| When | Tue 2026-12-01 14:00–14:45 (Berlin time, UTC+1) | Wed 2026-12-02 10:00–10:45 (Berlin time, UTC+1) |
| Link | <https://zoom.example.org/j/5550> | <https://zoom.example.org/j/7> |
| Agenda (new) |   | Dates (5 min) |
| Agenda (dropped) | Where the time goes, by stage (15 min, \`ana-ruiz\`) |   |

Please say again whether you can attend.`.trimStart())
  })

  for (const text of HOSTILE) {
    it(`lets no text act: ${JSON.stringify(text).slice(0, 60)}`, () => {
      const snapshot = {
        ...BUDGET, title: text, purpose: text, outcome: [text], notes: [text], preparation: text, link: text, room: { key: 'r', name: text, directions: text },
        agenda: [{ title: text, owners: [text] }], materials: [{ path: text, note: text }], optional: [{ key: 'tom-becker', reason: text }],
      }
      assertInert(renderMarkdown(invitationNotice(snapshot, zh, DIRECTORY)))
      assertInert(renderMarkdown(changeNotice(BUDGET, snapshot, zh, DIRECTORY)))
    })
  }

  it('lets no text act, whatever it is', () => {
    const piece = fc.constantFrom('@', '#1', 'closes ', '<', '!--', '>', '![', '](', 'javascript:', 'a', '`', '\\', '\n', '|', '_', ' ', '[', ')', 'https://x.y/', 'GH-1', '：')
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')), (text) => {
      assertInert(escapeLine(text))
      assertInert(escapeStart(text))
      assertInert(defuseMarkdown(text))
    }), { numRuns: 1500, seed: 7 })
  })

  it('keeps within what GitHub stores', () => {
    const preparation = 'A line of preparation.\n'.repeat(20_000)
    const body = renderMarkdown(invitationNotice({ ...LATENCY, preparation }, en, DIRECTORY))
    assert.ok(body.length <= LONGEST_BODY, String(body.length))
    assert.match(body, /A line of preparation\.\n\n… \(cut off: too long\)$/)
  })
})

describe('managed part of an issue', () => {
  const marker = '<!-- convoke key=a/-/invitation rev=1 -->'

  it('is replaced, and what people wrote around it stays', () => {
    const body = `Seen by Ann.\n${managedBody(marker, 'old')}\nA note below.\n`
    const next = replaceManaged(body, marker.replace('rev=1', 'rev=2'), 'new')
    assert.equal(next, 'Seen by Ann.\n<!-- convoke key=a/-/invitation rev=2 -->\n<!-- convoke:begin -->\n\nnew\n\n<!-- convoke:end -->\n\nA note below.\n')
    assert.equal(managedPart(next), 'new')
  })

  it('comes back above a body whose markers were deleted', () => {
    assert.equal(replaceManaged('only mine', marker, 'new'), `${managedBody(marker, 'new')}\nonly mine`)
  })

  it('stays the same when it is written again', () => {
    const body = managedBody(marker, 'text')
    assert.equal(replaceManaged(body, marker, 'text'), body)
  })
})
