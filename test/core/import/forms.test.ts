import assert from 'node:assert/strict'
import { proposed } from '../../support/import.ts'

/** What a file gives for some fields; fields that are not named may be anything. */
function gives(text: string, expected: Record<string, unknown>, path = 'meetings/notes.md'): void {
  const found = proposed(text, path) as Record<string, unknown>
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((key) => [key, found[key] ?? []])), expected)
}

const HEAD = '# Sync 2026-03-05\n\n## Present\n\n- Bradley Fox (@bfox)\n- Carol Ode\n\n'

describe('agendas in the forms people write', () => {
  it('a point that holds the agenda: those beside it only say how the meeting runs', () => gives(
    '# Council 2026-03-05\n\n- Check-in\n- Record attendance in minutes\n  - Council: Mara Lind, Eric Holt\n  - Observers: Jo Park\n- Assign roles\n- Agenda items\n  - Rent of the hall\n    - too high\n  - Paint for the fence\n- Turn off recording\n',
    { agenda: ['Rent of the hall @9', 'Paint for the fence @11'], attendees: ['Mara Lind @5', 'Eric Holt @5', 'Jo Park @6'] },
  ))
  it('steps of running a meeting between the topics of minutes', () => gives(
    '# Council 2026-03-05\n\n## Attendance\n\nAnn Lee, Bob Ray\n\n## Notes\n\n- Check-in\n- Turn on recording (done)\n- Rent of the hall\n- Paint for the fence\n- Call for clarifications\n',
    { agenda: ['Rent of the hall @11', 'Paint for the fence @12'] },
  ))
  it('among issues, whoever speaks by a short name brings no topic', () => gives(
    `${HEAD}## Agenda\n\n### team/app\n\n* Split the cache [#12](https://github.com/team/app/issues/12)\n* Brad: what if it grows?\n* BF - would rather wait\n* [Fill this in]\n* Resources: a shared budget [#14](https://github.com/team/app/issues/14)\n* https://github.com/team/app/issues/15\n  * agreed\n`,
    { agenda: ['Split the cache @12', 'Resources: a shared budget @16', 'https://github.com/team/app/issues/15 @17'] },
  ))
  it('in an agenda without issues, whoever brings a topic may open it', () => gives(
    `${HEAD}## Agenda\n\n* Carol: mentors for the summer\n* Follow up: talk at the fair\n* Security of the mirror\n`,
    { agenda: ['mentors for the summer | Carol @10', 'Follow up: talk at the fair @11', 'Security of the mirror @12'] },
  ))
  it('a heading beside the names of repositories is a topic, links to look at are none', () => gives(
    `${HEAD}## Agenda\n\n### Flags and their names\n\n- two of them clash\n\n### team/app\n\n* Split the cache [#12](https://github.com/team/app/issues/12)\n\n### Regular reviews\n\n- https://github.com/team/app/labels/review\n`,
    { agenda: ['Flags and their names @10?', 'Split the cache @16'] },
  ))
  it('a heading between headings that name issues is one of them', () => gives(
    `${HEAD}## Meeting\n\n### "Grants" council#4\n\nText\n\n### Tracking of the budget\n\nText\n\n### "Charter" council#9\n\nText\n`,
    { agenda: ['"Grants" @10?', 'Tracking of the budget @14?', '"Charter" @18?'] },
  ))
  it('who brings it, in brackets before it', () => gives(
    '# Node group\n\n## Jan 14, 2026\n\n* \\[Tim Allen\\] Change the contract for updates\n* [docs] Rename the guide\n',
    { agenda: ['Change the contract for updates | Tim Allen @5', '[docs] Rename the guide @6'] },
  ))
  it('lines of an agenda that end in a stop', () => gives('会议议题：\nRelease V1.1 review.\n\n收集 V1.2 的需求。\n\n与会人：\n李雷\n', { agenda: ['Release V1.1 review. @2', '收集 V1.2 的需求。 @4'] }))
})

describe('what else is found', () => {
  it('a title in the line that opens a text, not in a heading', () => {
    gives('PMC 例会 2025-12-4\n\n## 参会人员\n\n- 李雷\n', { title: 'PMC 例会 @1?', date: '2025-12-04 @1' })
    gives('Board Teleconf\n7 December 2026\n', { title: 'Board Teleconf @1?', date: '2026-12-07 @2' })
    gives('We met on 7 December 2026\n', { title: [] })
  })
  it('an address that converts zones, with the day in it; two times say nothing', () => {
    gives('# Sync 2026-03-04\n\n* [What time is it here](https://example.org/UTC/2026-03-04/17:00/b/sync)\n', { start: '17:00 @3?', zone: 'UTC @3?' })
    gives('# Sync 2026-03-04\n\n[5pm](https://example.org/utc?t=5pm), [2pm](https://example.org/utc?t=2pm)\n', { start: [], zone: [] })
  })
  it('a login in brackets beside a company; a chair in brackets', () => {
    gives('# Sync 2026-03-05\n\n## Present\n\n* Robert: @rob (Example)\n', { attendees: ['Robert (rob) @5'] })
    gives('# 例会 2026-03-05\n\n- 参会人：共有 18 名成员参会。会议由轮值主席（[sunny5](https://github.com/sunny5)）主持。\n', { organizer: 'sunny5 @3?' })
  })
  it('no action out of a review of earlier ones, nor out of a question', () => gives(
    `${HEAD}## Actions review\n\n- Bradley to send the draft\n\n## Topics\n\n### Mirror\n\n- Bradley to send the list\n- Minimum to release?\n`,
    { actions: ['Bradley to send the list | Bradley @16'] },
  ))
  it('an action that somebody takes on in passing', () => gives(
    `${HEAD}## Topics\n\n### Mirror\n\n- Bradley will take the action to ask the host\n- Carol: I'll take an action item to file an issue\n- Ahmed to write to the printer\n- Agreed to write to the printer\n`,
    { actions: ['ask the host | Bradley @12?', 'file an issue | Carol @13?', 'Ahmed to write to the printer | Ahmed @14?'] },
  ))
  it('an assignment at the end of a point; next steps that are talk; a question', () => {
    gives(`${HEAD}## Topics\n\n- Meeting for the spec; Bradley to send a poll\n- Closed as postponed — Carol to write a comment\n- Minimum to release? [#12](https://example.org/12)\n`, { actions: ['Bradley to send a poll | Bradley @10', 'Carol to write a comment | Carol @11'] })
    gives('# Design 2026-03-05\n\n## next steps\n\n- what could break\n- things to check\n- Write the summary\n- [ ] the list\n', { actions: ['Write the summary @7', 'the list @8'] })
    gives(`${HEAD}## Review of the actions from last meetings\n\n- Write the guide -- owner: Bradley\n`, { actions: [] })
  })
  it('an open point with its owner in brackets; who does it behind dots; what is next and somebody will do', () => {
    gives('# 例会 2026-03-05\n\n## 4. 遗留问题\n\n+ 技术委员会筹备 （王治文、张路）\n+ 样例列表\n', { actions: ['技术委员会筹备 | 王治文 | 张路 @5?'] })
    gives('# Sync 2026-03-05\n\n## Minutes\n\n- The rule list needs to be checked by all. ..Rama\n- Next steps\n  - Dominik will ask the vendor\n  - it was slow\n', { actions: ['The rule list needs to be checked by all. | Rama @5?', 'Dominik will ask the vendor | Dominik @7?'] })
    gives(`${HEAD}## Topics\n\n- Carol: Action item is Bradley revise the text\n- [Bradley to add notes]\n`, { actions: ['Bradley revise the text @10', 'Bradley to add notes | Bradley @11'] })
  })
  it('decisions: a vote, a call for objections, points below a conclusion', () => {
    gives(`${HEAD}## Topics\n\n- All ayes, no abstains\n- TC: Hearing no objections, we move the date\n- TC: Hearing no objections, the agenda is approved\n`, { decisions: ['All ayes, no abstains @10?', 'TC: Hearing no objections, we move the date @11?'] })
    gives('# 例会 2026-03-05\n\n## 3. 决议\n\n### 3.1 机制\n\n+ 每月一次\n\n负责人：王伟\n', { decisions: ['每月一次 @7'] })
    gives('会议结论：\n1、同意通报以下问题\n1）仓内无源码\n2）长期未更新\n2、下月复查\n', { decisions: ['同意通报以下问题 @2', '下月复查 @5'] })
  })
  it('a package in the middle of a sentence owns nothing', () => gives('# Sync 2026-03-05\n\n## Action items\n\n- update @team/support to use the new tool\n- @team/docs: update the guide\n', { actions: ['update @team/support to use the new tool @5', 'update the guide | team/docs @6'] }))
  it('below a conclusion, what somebody takes on is an action', () => gives(
    `${HEAD}## Topics\n\n### Mirror\n\n- Conclusion:\n  - keep both copies\n  - Bradley to leave a comment\n`,
    { decisions: ['keep both copies @13'], actions: ['Bradley to leave a comment | Bradley @14'] },
  ))
  it('Chinese: who has to do what is still open, and who is called on at the end of what is needed', () => {
    gives('# 例会 2026-03-05\n\n## 会议结论\n\n1. 北海院负责底层\n\n## 遗留问题\n\n1.北海院需梳理贡献方案\n\n2.接口层需要说明差异\n', { actions: ['北海院需梳理贡献方案 | 北海院 @9?'] })
    gives('# 例会 2026-03-05\n\n## 讨论\n\n- 新仓申请需要邮件评审，需明确归属 @李雷 @韩梅梅\n- 有兴趣的需要联系@李雷\n- 同意发布，部署脚本需要改好 @王伟\n', { actions: ['新仓申请需要邮件评审，需明确归属 | 李雷 | 韩梅梅 @5?', '部署脚本需要改好 | 王伟 @7?'] })
  })
})
