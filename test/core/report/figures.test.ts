import assert from 'node:assert/strict'
import { monthEnds, periodsOf, weekEnds } from '../../../src/core/report/periods.ts'
import { percentOf } from '../../../src/core/report/tally.ts'
import { CONFIG, good } from '../../support/rule.ts'
import { report } from '../../support/report.ts'

const on = (day: string, id: string, changes: Parameters<typeof good>[0] = {}): string => good({ id: `id: ${id}`, start: `start: ${day} 14:00`, rsvp: '', ...changes })

describe('report: months and trend', () => {
  it('counts a meeting in the month of its own clocks', () => {
    const { months } = report({ 'a.md': good({ start: 'start: 2026-12-01 01:00' }), 'b.md': on('2027-01-31', 'b'), 'c.md': on('2027-01-31', 'c', { start: 'start: 2027-01-31 23:59' }) })
    assert.deepEqual(months.map(({ month, meetings }) => [month, meetings]), [['2026-12', 1], ['2027-01', 2]])
  })
  it('compares the last three months that have meetings with the three before', () => {
    const files: Record<string, string> = {}
    for (const month of ['2026-01', '2026-02', '2026-04', '2026-06', '2026-09', '2026-10']) {
      for (const day of ['07', '08', '09', '10']) files[`${month}-${day}.md`] = on(`${month}-${day}`, `${month}-${day}`, { duration: month < '2026-05' && day < '10' ? 'duration: 5h' : 'duration: 60m' })
    }
    const { clauses, trend } = report(files)
    const a7 = clauses.find((each) => each.clause === 'A7')?.trend
    assert.deepEqual([a7?.earlier, a7?.later, a7?.points], [{ judged: 12, kept: 3, remarked: 0, broken: 9 }, { judged: 12, kept: 12, remarked: 0, broken: 0 }, 75])
    assert.ok((trend?.points ?? 0) > 0)
    assert.equal(clauses.find((each) => each.clause === 'A10')?.trend, undefined, 'too few to say')
  })
  it('never rounds to all or to none', () => {
    assert.deepEqual([[1000, 1], [1000, 999], [4, 1], [4, 0], [4, 4], [0, 0]].map(([judged = 0, broken = 0]) => percentOf({ judged, kept: judged - broken, remarked: 0, broken })), [99, 1, 75, 100, 0, undefined])
  })
  it('lays months along an axis without gaps, by the quarter or year where they are many', () => {
    const names = (...months: string[]): string[] => periodsOf(months.map((month) => ({ month })), '2026-11-24').map((each) => `${each.name}:${each.members.length}`)
    assert.deepEqual(names('2026-10', '2027-01'), ['2026-10:1', '2026-11:0', '2026-12:0', '2027-01:1'])
    assert.deepEqual(names('2024-11', '2026-12').slice(0, 2), ['2024-Q4:1', '2025-Q1:0'])
    assert.deepEqual(names('2015-03', '2026-12').slice(-2), ['2025:0', '2026:1'])
    assert.deepEqual(names('0202-03', '2026-12', '2226-01'), ['2026-12:1'], 'a slip of the pen does not stretch the axis')
    assert.deepEqual(names(), [])
  })
  it('ends months and weeks by a zone’s clocks', () => {
    const now = Date.parse('2026-11-24T09:00:00Z')
    assert.deepEqual(monthEnds(now, 'Asia/Shanghai', 3).map((each) => new Date(each).toISOString()), ['2026-08-31T15:59:59.999Z', '2026-09-30T15:59:59.999Z', '2026-10-31T15:59:59.999Z'])
    assert.deepEqual(weekEnds(now, 'America/New_York', 2).map((each) => new Date(each).toISOString()), ['2026-11-16T04:59:59.999Z', '2026-11-23T04:59:59.999Z'])
  })
})

describe('report: person-hours', () => {
  it('people times minutes, each once, groups opened, extensions added', () => {
    const { hours } = report({ 'a.md': good({ required: 'required: [finance, li-lei]', more: 'optional: [{tom: keeps figures}, {stranger: knows the market}]\nextended: [{by: 30m, reason: the vote took longer}]' }) })
    assert.deepEqual([hours.meetings, hours.personMinutes, hours.aheadMinutes], [1, 5 * 120, 5 * 120])
  })
  it('counts who came where the roll was called', () => {
    const roll = '## Minutes\n### Attendance\n- [x] @han-meimei\n- [x] @wang-wei\n- [ ] @tom\n'
    const { hours, months } = report({ 'a.md': good({ body: roll }) }, { now: '2026-12-20T09:00:00Z' })
    assert.equal(hours.personMinutes, 2 * 90)
    assert.deepEqual(months.map((each) => each.hours), [{ meetings: 1, personMinutes: 180, aheadMinutes: 0 }])
  })
  it('counts history, leaves the cancelled out, and says what it does not know', () => {
    const { hours } = report({ 'a.md': on('2026-01-06', 'a'), 'b.md': on('2026-12-07', 'b', { more: 'status: cancelled' }), 'c.md': on('2026-12-08', 'c', { duration: '' }) }, { config: `${CONFIG}adopted: 2026-11-01\n` })
    assert.deepEqual([hours.meetings, hours.unknown], [1, 1])
  })
  it('a series: meetings with a file, and those to come in twelve weeks without one', () => {
    const series = good({ id: 'id: weekly', start: 'start: 2026-11-03 10:00', duration: 'duration: 60m', rsvp: '', more: 'repeat: every week on Tuesday\nuntil: 2026-12-22' })
    const held = on('2026-11-17', 'w1', { duration: 'duration: 60m', more: 'series: weekly\noccurrence: 2026-11-17 10:00' })
    const next = on('2026-12-01', 'w2', { duration: 'duration: 60m', more: 'series: weekly\noccurrence: 2026-12-01 10:00' })
    const { hours, months } = report({ 'a.md': series, 'b.md': held, 'c.md': next })
    // The five Tuesdays left, one of which has a file already; that of today is over.
    assert.deepEqual(hours.series.map(({ id, meetings, personMinutes, coming, comingMinutes }) => [id, meetings, personMinutes, coming, comingMinutes]), [['weekly', 2, 2 * 3 * 60, 3, 3 * 3 * 60]])
    assert.deepEqual(months.map((each) => each.month), ['2026-11', '2026-12'], 'the series’ own file belongs to no month')
  })
})

describe('report: open action items', () => {
  const items = (lines: string): string => `## Minutes\n### Discussion\nnone\n### Decisions\nnone\n### Action items\n${lines}`
  it('by owner’s key, the late ones first', () => {
    const { actions } = report({ 'a.md': good({ body: items('- [ ] @hanmeimei Publish the table 📅 2026-11-20\n- [ ] @wang-wei Book the hall 📅 2026-12-20\n- [x] @tom Send the figures 📅 2026-11-01\n- [ ] Ask the shops\n- [ ] @finance Check the sums 📅 2026-11-23\n') }) })
    assert.deepEqual([actions.open, actions.overdue, actions.undated], [4, 2, 1])
    assert.deepEqual(actions.items.map(({ line, owner, due, overdue }) => [line, owner, due, overdue]), [
      [21, 'han-meimei', '2026-11-20', 4], [25, undefined, '2026-11-23', 1], [22, 'wang-wei', '2026-12-20', undefined], [24, undefined, undefined, undefined],
    ])
    assert.deepEqual(actions.owners, [{ open: 2, overdue: 1, undated: 1 }, { owner: 'han-meimei', open: 1, overdue: 1, undated: 0 }, { owner: 'wang-wei', open: 1, overdue: 0, undated: 0 }])
  })
  it('an item that was carried on counts once, and not at all where it was ticked later', () => {
    const series = (day: string, lines: string): string => on(day, day, { more: `series: weekly\noccurrence: ${day} 14:00`, body: items(lines) })
    const { actions } = report({
      'a.md': series('2026-11-03', '- [ ] @tom Send the figures\n- [ ] @tom Close the old account\n'), 'b.md': series('2026-11-10', '- [ ] @tom Send the figures\n- [x] @tom Close the old account\n'),
      'c.md': on('2026-11-11', 'c', { body: items('- [ ] @tom Send the figures\n- [ ] @tom Mend the gate #12\n') }), 'd.md': on('2026-11-12', 'd', { body: items('- [ ] @tom Mend the gate for good #12\n') }),
    })
    assert.deepEqual(actions.items.map(({ file, text }) => [file, text]), [['b.md', 'Send the figures'], ['c.md', 'Send the figures'], ['d.md', 'Mend the gate for good']])
  })
  it('tells no mail address and no phone number', () => {
    const { actions, files } = report({ 'a.md': good({ title: 'title: Call +49 30 1234567 or tom@example.com', duration: 'duration: 9h', body: items('- [ ] someone@example.org Send the sums\n- [ ] @tom Ring 138 0013 8000 before 2026-12-01 10:00 and copy ana.ruiz@example.com\n') }) })
    const said = JSON.stringify({ actions, files })
    assert.doesNotMatch(said, /example\.(?:com|org)|8000|1234567/)
    assert.match(said, /mail:[0-9a-f]{10}/)
  })
})

describe('report: files to mend first', () => {
  it('by weight, errors before warnings', () => {
    const { files, rules } = report({
      'a.md': good({ duration: 'duration: 3h' }), 'b.md': on('2026-12-07', 'b', { required: '' }), 'c.md': on('2026-12-08', 'c'), 'd.md': on('2026-12-09', 'd', { required: '', duration: 'duration: 3h' }),
    })
    assert.deepEqual(files.map(({ file, errors, broken }) => [file, errors, broken]), [['d.md', 1, ['A7', 'A8']], ['b.md', 1, ['A8']], ['a.md', 0, ['A7']]])
    assert.deepEqual(rules.slice(0, 2).map(({ rule, meetings }) => [rule, meetings]), [['attendees-listed', 2], ['duration-limit', 2]])
  })
})
