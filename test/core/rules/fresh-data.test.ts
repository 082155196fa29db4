import { expectProblems, good } from '../../support/rule.ts'

describe('fresh-data', () => {
  it('judges the stated date against a calendar month', () => {
    expectProblems('fresh-data', good({ more: 'materials:\n  - path: d.csv\n    as_of: 2026-11-02' }), ['15:12 warning d.csv holds data of Mon 2026-11-02, more than a month old when the meeting begins.'])
    expectProblems('fresh-data', good({ more: 'materials:\n  - path: d.csv\n    as_of: 2026-11-03' }), [])
  })
  it('falls back on the last commit, for data and decks only', () => {
    const old = Date.parse('2026-10-01T00:00:00Z')
    const facts = { 'd.csv': { state: 'file', committed: old }, 'a.md': { state: 'file', committed: old }, 'u.csv': { state: 'file', committed: 'unknown' } } as const
    expectProblems('fresh-data', good({ more: '材料: [d.csv, a.md, u.csv]' }), ['13:6 warning d.csv was last changed on Thu 2026-10-01, more than a month before the meeting; update it, or state “as_of”.'], { facts })
  })
})
