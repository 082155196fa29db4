import assert from 'node:assert/strict'
import { RULES } from '../../../src/core/rules/index.ts'
import { CONFIG, good } from '../../support/rule.ts'
import { clause, report } from '../../support/report.ts'

const MINUTES = `
## Minutes
### Discussion
Nothing that was new.
### Decisions
- D1: The split of the first quarter stays.
### Action items
- [ ] @han-meimei Publish the signed budget table 📅 2026-12-10
`
const PAST = '2026-12-20T09:00:00Z'

describe('report: which clauses a meeting keeps', () => {
  it('has a row for every clause that a rule cites, in the procedure’s order', () => {
    const cited = new Set(RULES.flatMap((rule) => rule.clauses))
    const rows = report({}).clauses.map((each) => each.clause)
    assert.deepEqual(new Set(rows), new Set([...cited, 'A1', 'A2', 'A3']))
    assert.deepEqual([rows[0], rows[rows.length - 1]], ['A1', 'E5'])
    assert.ok(rows.indexOf('A2') < rows.indexOf('A10'))
  })
  it('counts a clause only where it has something to judge', () => {
    const plain = report({ 'meetings/a.md': good() })
    for (const absent of ['A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A18', 'A19', 'B2', 'D1', 'D2', 'E2']) assert.equal(clause(plain, absent), '0+0-0 of 0', absent)
    for (const there of ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A17', 'B3', 'E1', 'E5']) assert.match(clause(plain, there), /^1\+0-0|^0\+1-0/, there)
    const more = report({ 'meetings/a.md': good({ more: 'importance: high\noptional: [{priya: keeps the sales figures}]\nlink: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x\nmaterials: [{path: d.csv, as_of: 2026-11-20, read_before: true}, {path: deck.pptx, as_of: 2026-11-20, read_before: true}]\nchannels: [mail, feishu]' }) }, {
      facts: { 'd.csv': { state: 'file', sheet: { charts: 1 } }, 'deck.pptx': { state: 'file', deck: { slides: [{ number: 1, points: 9, pictures: 1 }] } } },
    })
    for (const there of ['A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A18', 'A19', 'B2', 'E2']) assert.match(clause(more, there), / of 1$/, there)
    assert.equal(clause(more, 'A15'), '0+0-1 of 1')
  })
  it('a remark breaks nothing', () => {
    const { clauses, clean } = report({ 'meetings/a.md': good({ rsvp: '' }) })
    assert.equal(clause({ clauses }, 'B3'), '0+1-0 of 1')
    assert.equal(clean, 1)
  })
  it('asks a meeting that has begun for its arrangements as of before its start', () => {
    const night = good({ start: 'start: 2026-12-03 23:00', rsvp: 'rsvp_by: 2026-12-03 23:30', body: `## Agenda\n1. Vote on the split over four channels (60m)\n${MINUTES}` })
    const before = report({ 'meetings/a.md': night })
    const after = report({ 'meetings/a.md': night }, { now: PAST })
    for (const each of ['A5', 'B3']) {
      assert.equal(clause(before, each), '0+0-1 of 1', `${each} before`)
      assert.equal(clause(after, each), '0+0-1 of 1', `${each} after`)
    }
    assert.equal(clause(before, 'D1'), '0+0-0 of 0', 'minutes are not due yet')
    assert.equal(clause(after, 'D1'), '1+0-0 of 1')
    assert.equal(clause(after, 'D2'), '1+0-0 of 1')
  })
  it('finds the room that two meetings held at once, long afterwards', () => {
    const other = good({ id: 'id: other', organizer: 'organizer: tom', required: 'required: [guest]', timezone: 'timezone: Asia/Shanghai' })
    assert.equal(clause(report({ 'meetings/a.md': good(), 'meetings/b.md': other }, { now: PAST }), 'A6'), '0+0-2 of 2')
  })
  it('a suppression with its reason silences an arrangement of the past as well', () => {
    const silenced = good({ start: '# convoke-disable-next-line humane-time -- the launch is at night\nstart: 2026-12-03 23:00' })
    const { clauses, rules } = report({ 'meetings/a.md': silenced }, { now: PAST })
    assert.equal(clause({ clauses }, 'A5'), '1+0-0 of 1')
    assert.ok(!rules.some((each) => each.rule === 'front-matter'), 'the suppression itself is no problem')
  })
  it('what is missing breaks its clause; what cannot be read is not judged by it', () => {
    const { clauses } = report({ 'meetings/a.md': good({ title: '' }), 'meetings/b.md': good({ id: 'id: b', start: 'start: tomorrow at nine' }) })
    assert.equal(clause({ clauses }, 'A1'), '1+0-1 of 2')
    assert.equal(clause({ clauses }, 'A4'), '1+0-0 of 1')
  })
  it('a clause whose rules are all off is not judged', () => {
    const { clauses, overall } = report({ 'meetings/a.md': good({ duration: 'duration: 5h' }) }, { config: `${CONFIG}rules: { duration-limit: off }\n` })
    assert.equal(clause({ clauses }, 'A7'), 'off')
    assert.equal(overall.judged, clauses.reduce((sum, each) => sum + each.judged, 0))
  })
  it('keeps history, the cancelled, the bare and the unreadable apart', () => {
    const { scope, overall, files } = report({
      'meetings/a.md': good(), 'meetings/b.md': good({ id: 'id: b', start: 'start: 2026-01-05 10:00', duration: 'duration: 9h' }), 'meetings/c.md': good({ id: 'id: c', more: 'status: cancelled\nreason: nobody has time' }),
      'meetings/d.md': '# Notes\n', 'meetings/e.md': '---\ntitle: [a\n  b: {\n---\n',
    }, { config: `${CONFIG}adopted: 2026-11-01\n` })
    assert.deepEqual(scope, { files: 5, judged: 1, history: 1, cancelled: 1, bare: 1, unreadable: 1 })
    assert.equal(overall.broken, 0)
    assert.deepEqual(files.map((each) => each.file), ['meetings/e.md'])
  })
})
