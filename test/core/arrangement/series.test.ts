import assert from 'node:assert/strict'
import { assert as check, constantFrom, integer, property } from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { nextMeeting } from '../../../src/core/arrangement/next-meeting.ts'
import { readRepeat } from '../../../src/core/arrangement/repeat.ts'
import { nextOf, occurrencesBetween } from '../../../src/core/arrangement/series.ts'
import { DAY } from '../../../src/core/arrangement/zone.ts'
import { DEFAULT_CONFIG } from '../../../src/core/config/parse.ts'
import { parse } from '../../../src/core/meeting/parse.ts'

const series = (lines: string, zone = 'Europe/Berlin', start = '2026-03-03 14:00'): ReturnType<typeof parse>['meeting'] =>
  parse(`---\nid: s\ntitle: Open incidents of the search platform\nstart: ${start}\ntimezone: ${zone}\nduration: 45m\n${lines}\n---\n`).meeting
const walls = (meeting: ReturnType<typeof series>, from: string, days: number): string[] =>
  occurrencesBetween(meeting, DEFAULT_CONFIG, Date.parse(from), Date.parse(from) + days * DAY).map((each) => each.wall)

describe('series', () => {
  it('reads rules as people write them, in both languages, and RRULEs', () => {
    for (const [text, rule] of [
      ['every week', 'FREQ=WEEKLY'], ['weekly on Tuesday', 'FREQ=WEEKLY;BYDAY=TU'], ['every 2 weeks on Tue and Thu', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH'], ['每周二', 'FREQ=WEEKLY;BYDAY=TU'],
      ['每两周周四', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'], ['every month on the last Friday', 'FREQ=MONTHLY;BYDAY=-1FR'], ['RRULE:FREQ=MONTHLY;BYMONTHDAY=1', 'FREQ=MONTHLY;BYMONTHDAY=1'],
    ] as const) assert.equal(readRepeat(text), rule, text)
    for (const text of ['now and then', 'FREQ=SOMETIMES', '', '不定期']) assert.equal(readRepeat(text), undefined, text)
  })
  it('keeps the clock on the wall through every change of the clocks, in both hemispheres', () => {
    check(property(constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'America/Santiago', 'Asia/Shanghai'), integer({ min: 0, max: 23 }), integer({ min: 1, max: 3 }), (zone, hour, weeks) => {
      const clock = `${String(hour).padStart(2, '0')}:30`
      const found = occurrencesBetween(series(`repeat: every ${weeks} weeks\nreview: 2027-06-01`, zone, `2026-03-03 ${clock}`), DEFAULT_CONFIG, Date.parse('2026-03-01T00:00Z'), Date.parse('2027-03-15T00:00Z'))
      assert.equal(found.length, 54 / weeks)
      for (const [at, { wall, start }] of found.entries()) {
        const day = Temporal.PlainDate.from('2026-03-03').add({ weeks: at * weeks })
        assert.equal(wall, `${day.toString()}T${clock}`)
        assert.equal(start, Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
      }
    }), { seed: 7, numRuns: 60 })
  })
  it('leaves exceptions out, holds moved ones at their new time, and ends', () => {
    const meeting = series('repeat: every week on Tuesday\nexcept: [2026-03-17]\nmove:\n  - from: 2026-03-24\n    to: 2026-03-26 16:00\nuntil: 2026-04-07')
    assert.deepEqual(walls(meeting, '2026-03-01T00:00Z', 365), ['2026-03-03T14:00', '2026-03-10T14:00', '2026-03-26T16:00', '2026-03-31T14:00', '2026-04-07T14:00'])
    assert.equal(nextOf(meeting, DEFAULT_CONFIG, Date.parse('2026-03-11T00:00Z'))?.original, '2026-03-24T14:00')
    assert.equal(nextOf(meeting, DEFAULT_CONFIG, Date.parse('2026-05-01T00:00Z')), undefined)
  })
  it('begins in a year of one digit too', () => {
    assert.deepEqual(walls(series('repeat: every week on Tuesday', 'Europe/Berlin', '0001-01-01 14:00'), '0001-01-01', 9), ['0001-01-02T14:00', '0001-01-09T14:00'])
  })
  it('reads a move as a pair of times too', () => {
    for (const move of ['move: { 2026-03-10: 2026-03-12 }', 'move:\n  - 2026-03-10: 2026-03-12', 'move:\n  - from: 2026-03-10\n    to: 2026-03-12', '改期:\n  - 原定: 2026-03-10 14:00\n    改为: 2026-03-12 14:00']) {
      assert.deepEqual(walls(series(`repeat: every week\n${move}\nuntil: 2026-03-20`), '2026-03-01T00:00Z', 60), ['2026-03-03T14:00', '2026-03-12T14:00', '2026-03-17T14:00'], move)
    }
  })
  it('makes the next meeting’s file: its own id and start, nothing of the rule, open action items carried over, in the file’s words', () => {
    const text = '---\r\n编号: weekly\r\n主题: 搜索平台的未解决事故\r\n开始时间: 2026-03-03 14:00\r\n时区: Asia/Shanghai\r\n时长: 45分钟\r\n组织者: li-lei\r\n重复: 每周二\r\n截至: 2026-06-30\r\n---\r\n\r\n## 议程\r\n1. 未解决的事故（30分钟）\r\n'
    const previous = '---\n编号: weekly-2026-03-03\n系列: weekly\n---\n\n## 会议纪要\n### 行动项\n- [ ] @wang-wei 扩容索引节点 📅 2026-03-20 (#12)\n- [x] @li-lei 公布决定 📅 2026-03-05\n'
    const made = nextMeeting({ file: 'meetings/series/weekly.md', text, meeting: parse(text).meeting }, { file: 'meetings/p.md', text: previous, meeting: parse(previous).meeting }, DEFAULT_CONFIG, Date.parse('2026-03-04T00:00Z'))
    assert.equal(made?.path, 'meetings/2026-03-10-weekly.md')
    const { meeting, problems } = parse(made.text)
    assert.deepEqual(problems, [])
    assert.deepEqual([meeting.fields.id?.value, meeting.fields.series?.value, meeting.fields.occurrence?.value, meeting.fields.start?.value, meeting.fields.repeat], ['weekly-2026-03-10', 'weekly', '2026-03-10T14:00', '2026-03-10T14:00', undefined])
    assert.deepEqual(meeting.minutes?.actions?.items.map((each) => [each.text.value, each.issue?.value, each.done]), [['扩容索引节点', 12, false]])
    assert.doesNotMatch(made.text.replaceAll('\r\n', ''), /\n/, 'line ends are the series’ own')
  })
})
