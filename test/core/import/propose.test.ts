import assert from 'node:assert/strict'
import { proposed } from '../../support/import.ts'

/** One text, and all that is found in it: nothing more, nothing less. */
function finds(text: string, expected: Record<string, string | string[]>, path?: string): void {
  assert.deepEqual(proposed(text, path), expected)
}

describe('what importing finds in a text', () => {
  it('minutes in English: heading with a day, boxes, agenda with times and owners, actions', () => finds(`# Release Team Meeting - March 5, 2026

* **Time**: 14:00-15:30 UTC
* **Call**: https://meet.jit.si/release-team
* **Recording**: https://zoom.us/rec/share/abc
* Chair: Ann Lee

## Present

- [x] Ann Lee (@annlee) - Example Inc.
- [ ] Bob Ray (@bobray)
- [x] Cy van Dam, Other Ltd

## Agenda

1. Freeze the branch for 4.2 (20 min, @annlee)
2. Flaky tests on ARM - Cy [#17](https://github.com/example/repo/issues/17)

## Decisions

- Freeze on 12 March

## Action items

- [ ] @bobray: send the draft by 2026-03-09
- [x] Publish the notes
`, {
    title: 'Release Team Meeting @1', date: '2026-03-05 @1', start: '14:00 @3', zone: 'UTC @3', duration: '90 @3', link: 'https://meet.jit.si/release-team @4', organizer: 'Ann Lee @6',
    attendees: ['Ann Lee (annlee) @10', 'Cy van Dam @12'], absentees: ['Bob Ray (bobray) @11'],
    agenda: ['Freeze the branch for 4.2 | 20m | annlee @16', 'Flaky tests on ARM | Cy @17'], decisions: ['Freeze on 12 March @21'],
    actions: ['send the draft | bobray | 2026-03-09 @25', 'Publish the notes | done @26'],
  }))

  it('minutes in Chinese: labels, mentions without spaces, numbered topics, conclusions, open points with an owner', () => finds(`# 平台组例会 2026-03-05 9:30-12:00(UTC+08:00)Beijing

主持人：@李雷
参会人员：@李雷@韩梅梅@王伟
请假：@赵敏

## 议题

议题1、新仓库建仓申请
议题2、发布计划

## 会议纪要

**议题1、新仓库建仓申请**
汇报人：韩梅梅
会议结论：
1、同意建仓。
遗留问题：
1、补充许可证说明 责任人：王伟

**议题2、发布计划**
汇报人：王伟
会议结论：
无
`, {
    title: '平台组例会 @1', date: '2026-03-05 @1', start: '09:30 @1', zone: 'Asia/Shanghai @1', duration: '150 @1', organizer: '李雷 @3', attendees: ['李雷 @4', '韩梅梅 @4', '王伟 @4'], absentees: ['赵敏 @5'],
    agenda: ['新仓库建仓申请 | 韩梅梅 @9', '发布计划 | 王伟 @10'], decisions: ['同意建仓。 @17'], actions: ['补充许可证说明 | 王伟 @19?'],
  }))

  it('a table of zones: the line of UTC tells the time', () => finds(`## Working Group call

| Timezone | Date/Time |
|---|---|
| US / Pacific | Thu 19-Nov-2026 06:00 (06:00 AM) |
| UTC | Thu 19-Nov-2026 14:00 (02:00 PM) |
| Asia / Shanghai | Thu 19-Nov-2026 22:00 (10:00 PM) |
`, { title: 'Working Group call @1', start: '14:00 @6', zone: 'UTC @6', date: '2026-11-19 @6' }, 'notes/2026-11-20.md'))

  it('“Time: UTC Thu 19-Nov-2026 14:00”', () => finds('# Board call\n\nTime: UTC Thu 19-Nov-2026 14:00\n', { title: 'Board call @1', date: '2026-11-19 @3', start: '14:00 @3', zone: 'UTC @3' }))
  it('an offset without a place stays an offset', () => finds('# Friday June 05, 2020 at 15:00pm GMT+8\n', { date: '2020-06-05 @1', start: '15:00 @1', zone: 'UTC+08:00 @1' }))
  it('a time in Chinese words', () => finds('会议时间：2026年3月5日 下午2点半\n', { date: '2026-03-05 @1', start: '14:30 @1' }))

  it('names of files: a day in any order, the year before it', () => {
    finds('- one\n', { date: '2020-08-25 @name', agenda: ['one @1'] }, 'wg/25-08-2020.md')
    finds('- one\n', { date: '2022-11-03 @name?', agenda: ['one @1'] }, 'notes/2022/community_11.3.md')
    finds('# Notes\n', { date: '2023-04-26 @name' }, 'archive/20230426_notes.md')
  })
  it('the text goes before the file’s name', () => finds('# Sync 2018-12-31\n', { title: 'Sync @1', date: '2018-12-31 @1' }, 'meetings/2019-01-03.md'))
  it('days that may be read in two ways are only likely', () => finds('# Sync 03/04/2026\n', { title: 'Sync @1', date: '2026-03-04 @1?' }))

  it('people: tables, initials, logins first, groups left out, lists on one line', () => finds(`# Sync 2026-03-05

## Attendees

| Name | Initials | GH Username |
|---|---|---|
| Ann Lee | AL | annlee |
| | | |

1. BR: Bob Ray (@bobray), Example
2. @cyvandam (Cy van Dam)
3. Release team: @example/release
4. Example Foundation

Guests: Dee, Eve Fox and Gil
Regrets: Hal
`, { title: 'Sync @1', date: '2026-03-05 @1', attendees: ['Ann Lee (annlee) @7', 'Bob Ray (bobray) @10', 'Cy van Dam (cyvandam) @11', 'Dee @15', 'Eve Fox @15', 'Gil @15'], absentees: ['Hal @16'] }))
  it('a sentence about people names nobody', () => finds('# 第二次研讨会 2026-03-05\n\n参会人：本次会议共有35名成员参会，由各地的贡献者组成。\n', { title: '第二次研讨会 @1', date: '2026-03-05 @1' }))
  it('a login of another forge is none of GitHub’s', () => finds('# 例会 2026-03-05\n\n## 与会人\n\n- 李雷 [@lilei](https://gitee.com/lilei)\n', { title: '例会 @1', date: '2026-03-05 @1', attendees: ['李雷 @5'] }))

  it('people: the login behind the name, a company behind a dash, brackets around both, and who excused themselves', () => finds('# Sync 2026-03-05\n\n## Present\n\n* LEE Ann: @annlee\n* [梁开-示例公司]\n\n## Voting Member Regrets\n\n- Bob Ray, Example Inc.\n', {
    title: 'Sync @1', date: '2026-03-05 @1', attendees: ['LEE Ann (annlee) @5', '梁开 @6'], absentees: ['Bob Ray @10'],
  }))
  it('topics: numbered lines in the minutes, where the agenda only points elsewhere', () => finds('# Sync 2026-03-05\n\n## Agenda\n\n1. Please review the list\n\n## Minutes\n\nTopic 1: Mirror of the archive\n- moved\n\nTopic 2: Logo\n- chosen\n\nTopic 3: Budget\n- open\n', {
    title: 'Sync @1', date: '2026-03-05 @1', agenda: ['Mirror of the archive @9?', 'Logo @12?', 'Budget @15?'],
  }))
  it('a heading that only says when the meeting is has no title', () => finds('# 会议时间：2025-09-10 10:00\n', { date: '2025-09-10 @1', start: '10:00 @1' }))
  it('assignments in talk, and what only looks like one', () => finds(`# Sync 2026-03-05

## Present
- Ann Lee
- Bob Ray

## Agenda

### example/repo

* Cache of the parser [#12](https://github.com/example/repo/issues/12)
  * Ann to write the test
  * How to test it is open
  * Bob: we could mock it
  * ACTION: Bob to open an issue
  * Ann took an action to ask the board
`, {
    title: 'Sync @1', date: '2026-03-05 @1', attendees: ['Ann Lee @4', 'Bob Ray @5'], agenda: ['Cache of the parser @11'],
    actions: ['Ann to write the test | Ann @12', 'Bob to open an issue | Bob @15', 'ask the board | Ann @16?'],
  }))

  it('an agenda of one line, full stop and all', () => finds('# Sync 2026-03-05\n\n## Agenda\n\nReview of release 4.2.\n', { title: 'Sync @1', date: '2026-03-05 @1', agenda: ['Review of release 4.2. @5'] }))
  it('a log of meetings: the first one', () => finds('# Weekly sync\n\n## 2026-03-12\n\n- Budget\n\n## 2026-03-05\n\n- Travel\n', { title: 'Weekly sync @1', date: '2026-03-12 @3', agenda: ['Budget @5'] }, 'log.md'))
  it('hints of a template are no content', () => finds('# 例会 2026-03-05\n\n## 参会人\n\n<div class="callout">\n\n@请填写\n\n</div>\n\n@李雷@韩梅梅\n\n## 后续行动\n\n* [ ] 列出后续待办任务，并输入@通知经办人\n', { title: '例会 @1', date: '2026-03-05 @1', attendees: ['李雷 @11', '韩梅梅 @11'] }))
  it('nothing is invented for a text that says nothing', () => {
    finds('', {})
    finds('Hello there, this is a letter to all of you about what we think of the matter, and it goes on for a while.\n', {})
    finds('# Charter\n\nThe group is responsible for 3.14 and 1:2 of 2024.\n', { title: 'Charter @1' })
  })
  it('hostile lines are read in no more than linear time', () => {
    const begun = performance.now()
    for (const sign of ['[', '(', '@', '*', 'a ', '1:', '- ', '、', '：', 'Ann to ', '#1 ', '需@a ', 'We; Ann to a ', 'agreed to ', '\\']) proposed(`## Attendees\n\n${sign.repeat(20_000)}\n\n## Agenda\n\n- ${sign.repeat(20_000)}\n`)
    assert.ok(performance.now() - begun < 20_000, 'too slow')
  })
})
