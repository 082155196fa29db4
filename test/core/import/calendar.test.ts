import assert from 'node:assert/strict'
import { DEFAULT_CONFIG } from '../../../src/core/config/parse.ts'
import { occurrencesBetween } from '../../../src/core/arrangement/series.ts'
import { importMeetings, type ImportedSource } from '../../../src/core/import/collect.ts'
import { readCalendar } from '../../../src/core/import/calendar.ts'
import { parse } from '../../../src/core/meeting/parse.ts'

function calendar(...events: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events.flatMap((each) => ['BEGIN:VEVENT', ...each.split('\n'), 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n')
}

function made(text: string, path = 'team.ics'): ImportedSource {
  const [source] = importMeetings([{ path, text }], DEFAULT_CONFIG).sources
  assert.ok(source)
  return source
}

const BERLIN = ';TZID=Europe/Berlin'
const SERIES = `UID:s\nDTSTART${BERLIN}:20261020T140000\nDTEND${BERLIN}:20261020T150000\nRRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=6\nEXDATE${BERLIN}:20261103T140000\nSUMMARY:Release board\nORGANIZER;CN=Ann Lee:mailto:ann@example.org\nATTENDEE;CN=Bob Ray:mailto:bob@example.org\nATTENDEE;CN="Dee, Eve";ROLE=OPT-PARTICIPANT:mailto:dee@example.org\nATTENDEE;CUTYPE=ROOM;CN=3A:mailto:3a@example.org`

describe('calendars', () => {
  it('a single event: time on the calendar’s clock, length, people by role, link, place', () => {
    const text = calendar('UID:a\nDTSTART:20261203T090000Z\nDURATION:PT45M\nSUMMARY:Budget of the launch\nLOCATION:Third floor\nDESCRIPTION:Join https://zoom.us/j/12\\, then talk.\nATTENDEE;CN=bob@example.org:mailto:bob@example.org').replace('PRODID', 'X-WR-TIMEZONE:Asia/Shanghai\r\nPRODID')
    assert.deepEqual(made(text).files.map(({ path, text: content }) => [path, content]), [['meetings/2026-12-03-budget-of-the-launch.md',
      '---\nid: \'2026-12-03-budget-of-the-launch\'\ntitle: Budget of the launch\nstart: 2026-12-03 17:00\ntimezone: Asia/Shanghai\nduration: 45m\nlink: https://zoom.us/j/12\nrequired: [bob]\n---\n\nLocation: Third floor\n\nJoin https://zoom.us/j/12, then talk.\n']])
  })

  it('a series: rule, days left out, occurrences moved, cancelled and changed; our own reader meets the same days', () => {
    const text = calendar(SERIES,
      `UID:s\nRECURRENCE-ID${BERLIN}:20261027T140000\nDTSTART${BERLIN}:20261028T093000\nDTEND${BERLIN}:20261028T103000\n${SERIES.slice(SERIES.indexOf('SUMMARY'))}`,
      `UID:s\nRECURRENCE-ID:20261110T130000Z\nDTSTART:20261110T130000Z\nSTATUS:CANCELLED\nSUMMARY:Release board`,
      `UID:s\nRECURRENCE-ID${BERLIN}:20261117T140000\nDTSTART${BERLIN}:20261117T140000\nDTEND${BERLIN}:20261117T160000\nSUMMARY:Release board with the budget`)
    const { files } = made(text)
    assert.deepEqual(files.map((each) => each.path), ['meetings/series/release-board.md', 'meetings/2026-11-17-release-board.md'])
    assert.equal(files[0]?.text, '---\nid: release-board\ntitle: Release board\nstart: 2026-10-20 14:00\ntimezone: Europe/Berlin\nduration: 1h\norganizer: Ann Lee\nrequired: [Bob Ray]\noptional: [dee-eve]\nrepeat: FREQ=WEEKLY;COUNT=6;BYDAY=TU\nexcept: [2026-11-03, 2026-11-10]\nmove:\n  2026-10-27: 2026-10-28 09:30\n---\n')
    assert.equal(files[1]?.text, '---\nid: release-board-2026-11-17\nseries: release-board\noccurrence: 2026-11-17 14:00\ntitle: Release board with the budget\nstart: 2026-11-17 14:00\ntimezone: Europe/Berlin\nduration: 2h\n---\n')
    const { meeting, problems } = parse(files[0].text)
    assert.deepEqual(problems, [])
    const found = occurrencesBetween(meeting, DEFAULT_CONFIG, Date.parse('2026-10-01T00:00Z'), Date.parse('2027-01-01T00:00Z'))
    assert.deepEqual(found.map((each) => each.wall), ['2026-10-20T14:00', '2026-10-28T09:30', '2026-11-17T14:00', '2026-11-24T14:00'])
    // The clocks were put back on 25 October; the wall time stayed.
    assert.deepEqual(found.map((each) => new Date(each.start).toISOString().slice(11, 16)), ['12:00', '08:30', '13:00', '13:00'])
  })

  it('zones by Windows’ names and with a path before them; an unknown one is named, and no time is written', () => {
    const zones = (id: string): unknown => readCalendar(calendar(`UID:a\nDTSTART;TZID=${id}:20261203T090000\nSUMMARY:X`))?.map((each) => [each.zone, each.unknownZone])
    assert.deepEqual(zones('China Standard Time'), [['Asia/Shanghai', undefined]])
    assert.deepEqual(zones('/freeassociation.example/Europe/Berlin'), [['Europe/Berlin', undefined]])
    const source = made(calendar('UID:a\nDTSTART;TZID=Customized Time Zone:20261203T090000\nSUMMARY:X'))
    assert.deepEqual(source.unknownZones, ['Customized Time Zone'])
    assert.match(source.files[0]?.text ?? '', /\ndate: 2026-12-03\n---/)
  })

  it('whole days, further dates, cancelled events, an occurrence without its series, HTML, no title', () => {
    assert.match(made(calendar('UID:a\nDTSTART;VALUE=DATE:20261203\nSUMMARY:Retreat')).files[0]?.text ?? '', /title: Retreat\ndate: 2026-12-03\n---/)
    assert.deepEqual(made(calendar(`UID:a\nDTSTART${BERLIN}:20261203T090000\nRDATE${BERLIN}:20261210T090000\nSUMMARY:X`)).files.map((each) => each.path), ['meetings/2026-12-03-x.md', 'meetings/2026-12-10-x.md'])
    assert.match(made(calendar('UID:a\nDTSTART:20261203T090000Z\nSTATUS:CANCELLED\nSUMMARY:X')).files[0]?.text ?? '', /status: cancelled/)
    assert.equal(made(calendar('UID:a\nRECURRENCE-ID:20261203T090000Z\nDTSTART:20261203T090000Z\nSUMMARY:X')).files.length, 1)
    assert.match(made(calendar('UID:a\nDTSTART:20261203T090000Z\nDESCRIPTION:<p>One</p><ul><li>two &amp\\; three</li></ul>')).files[0]?.text ?? '', /id: '2026-12-03-meeting'\nstart: 2026-12-03 09:00\ntimezone: UTC\n---\n\nOne\n- two & three\n$/)
  })

  it('Chinese titles make Chinese files', () => {
    const { files } = made(calendar('UID:a\nDTSTART;TZID=Asia/Shanghai:20261203T090000\nDTEND;TZID=Asia/Shanghai:20261203T103000\nSUMMARY:二季度预算评审'))
    assert.equal(files[0]?.text, '---\n编号: \'2026-12-03-二季度预算评审\'\n主题: 二季度预算评审\n开始时间: 2026-12-03 09:00\n时区: Asia/Shanghai\n时长: 1小时30分钟\n---\n')
  })

  it('what is no calendar is said to be none', () => {
    for (const text of ['', 'hello', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:X\r\nEND:VCARD\r\n']) assert.equal(readCalendar(text), undefined)
    assert.deepEqual(importMeetings([{ path: 'a.ics', text: 'x' }], DEFAULT_CONFIG).noCalendars, ['a.ics'])
  })

  it('no address is written into any file', () => {
    for (const { text } of made(calendar(SERIES)).files) assert.doesNotMatch(text, /@example/)
  })
})

describe('issue templates', () => {
  it('become a draft with the template’s text to the byte', () => {
    const body = '\n## Agenda\n\n- [ ] Roll call\n\n## Attendees\n- \n'
    const source = made(`---\nname: Team meeting\nabout: The weekly meeting\ntitle: "Team meeting: YYYY-MM-DD"\nlabels: meeting\nassignees: octocat, hubot\n---\n${body}`, '.github/ISSUE_TEMPLATE/meeting.md')
    assert.equal(source.kind, 'template')
    assert.deepEqual(source.files.map(({ path, text }) => [path, text]), [['meetings/team-meeting.md', `---\nid: team-meeting\ntitle: Team meeting\nstatus: draft\nattendees: ['@octocat', '@hubot']\n---\n${body}`]])
  })
  it('in Chinese', () => {
    const source = made('---\nname: 周会\nabout: 每周例会的议程\ntitle: "周会 [日期]"\n---\n## 议程\n\n1. 进展\n', '.github/ISSUE_TEMPLATE/周会.md')
    assert.equal(source.files[0]?.text, '---\n编号: 周会\n主题: 周会\n状态: 草稿\n---\n## 议程\n\n1. 进展\n')
  })
})
