import assert from 'node:assert/strict'
import { expectProblems, good, judge } from '../../support/rule.ts'

describe('front-matter', () => {
  it('hints at a file that is no meeting yet', () => expectProblems('front-matter', '# Notes\n', ['1:1 info This file has no front matter, so it is not a meeting yet; “convoke import” makes it one.']))
  it('judges it fully when it is named', () => {
    expectProblems('front-matter', '# Notes\n', [
      '1:1 error No id: every meeting file needs one.', '1:1 error No title: every meeting file needs one.', '1:1 error No purpose: every meeting file needs one.',
      '1:1 error No outcome: every meeting file needs one.', '1:1 error No organizer: every meeting file needs one.',
    ], { named: true })
  })
  it('offers the file’s name as the id', () => expectProblems('front-matter', good({ id: '' }), ['1:1 error No id: every meeting file needs one.']))
  it('knows people, groups and rooms, and mends their spelling', () => {
    expectProblems('front-matter', good({ organizer: 'organizer: finance', required: 'required: [han-meime, nobody]', place: 'room: 3a' }), [
      '9:12 error The organizer has to be one person; “finance” is a group.',
      '10:7 error There is no room “3a” in .convoke.yml; did you mean “3A”?',
      '11:12 error There is no person “han-meime” in .convoke.yml; did you mean “han-meimei”?',
      '11:23 error There is no person “nobody” in .convoke.yml; a GitHub login is written with @.',
    ])
    expectProblems('front-matter', good({ place: 'room: cellar' }), ['10:7 error There is no room “cellar” in .convoke.yml.'])
    expectProblems('front-matter', good({ place: 'room: 3AA' }), ['10:7 error There is no room “3AA” in .convoke.yml; did you mean “3A”?'])
  })
  it('knows times that do not exist, or exist twice', () => {
    const zone = { timezone: 'timezone: Europe/Berlin', rsvp: '' }
    expectProblems('front-matter', good({ ...zone, start: 'start: 2027-03-28 02:30' }), ['6:8 error 2027-03-28 02:30 does not exist in Europe/Berlin: the clocks are put forward over it.'])
    expectProblems('front-matter', good({ ...zone, start: 'start: 2027-10-31 02:30' }), ['6:8 error 2027-10-31 02:30 exists twice in Europe/Berlin: the clocks are put back over it. Choose another time.'])
    expectProblems('front-matter', good({ timezone: '', organizer: "organizer: '@x'", required: "required: ['@y']", place: 'link: https://zoom.us/j/1' }), ['6:8 error No time zone: write “timezone” here, or in .convoke.yml for all meetings.'], { config: '' })
  })
  it('keeps ids apart', () => expectProblems('front-matter', good(), ['2:5 error The id “q2-budget” is used by meetings/b.md as well; an id belongs to one meeting for ever.'], { others: { 'meetings/b.md': good() } }))
  it('mends what YAML trips over, and nothing else', () => {
    expectProblems('front-matter', good({ required: 'required: [@hanmeimei, wang-wei]', title: 'title: Q2: budget', duration: 'durration: 90m', more: '注意事项：请带报价单' }), [
      '3:8 error A colon followed by a space ends a key in YAML; put the value in quotes. It was read as one text.',
      '8:1 error There is no key “durration”; did you mean “duration”?',
      '11:12 error A value that begins with @ needs quotes in YAML; it was read as if they stood there.',
      '13:1 error The key “注意事项” is followed by a full-width colon; YAML needs “: ”.',
    ])
    expectProblems('front-matter', good({ required: 'required: han-meimei, wang-wei' }), ['11:11 error Several people are written as one text; make it a list.'])
  })
  it('names the inner key whose value cannot be read', () => {
    expectProblems('front-matter', good({ more: 'materials:\n  - path: a.md\n    read_before: maybe\n' }), ['15:18 error “read_before” has to be true or false.'])
    expectProblems('front-matter', good({ more: '材料:\n  - 路径: a.md\n    会前阅读: 也许\n' }), ['15:11 error “会前阅读” has to be true or false.'])
  })
  it('says one thing of a front matter that is too large, and nothing of the rest', () => {
    const found = judge(good({ more: `notes: ${'x'.repeat(256 * 1024)}`, body: '<!-- convoke-disable-next-line duration-limit -->\n' }))
    assert.deepEqual(found.map(({ rule, message }) => `${rule}: ${message.en}`), ['front-matter: The front matter is larger than 256 KiB and was not read; move its text into the body.'])
  })
  it('reads the rule of a series', () => {
    expectProblems('front-matter', good({ more: 'repeat: now and then' }), ['13:9 error “now and then” is no repetition; write such as “every 2 weeks on Tuesday” or an RRULE.'])
    expectProblems('front-matter', good({ more: '重复: 每两周周四\nexcept: [2026-12-18]' }), [
      '13:5 error This series has neither an end nor a date to review it: add “until” or “review”.',
      '14:10 error The series does not meet on Fri 2026-12-18, so there is nothing to leave out or move.',
    ])
    expectProblems('front-matter', good({ more: 'repeat: every week on Tuesday\nuntil: 2027-03-01' }), ['6:8 error The series begins on Thu 2026-12-03, which its own rule leaves out; begin on Tue 2026-12-08.'])
  })
})
