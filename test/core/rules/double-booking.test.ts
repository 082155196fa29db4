import { expectProblems, good } from '../../support/rule.ts'

describe('double-booking', () => {
  const other = (people: string): string => good({ id: 'id: other', organizer: 'organizer: tom', required: people, place: 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x', start: 'start: 2026-12-03 15:00' })

  it('sees one person required in two meetings, and finds another time', () => {
    expectProblems('double-booking', good(), ['11:24 warning wang-wei must be in meetings/b.md at the same time.'], { others: { 'meetings/b.md': other('required: [wang-wei]') } })
  })
  it('tells of an optional one as information', () => {
    const others = { 'meetings/b.md': other('required: [priya]\noptional:\n  - wang-wei: knows the figures') }
    expectProblems('double-booking', good(), ['11:24 info wang-wei is asked to meetings/b.md at the same time, in one of the two as optional.'], { others })
  })
  it('minds neither a cancelled meeting nor one that only touches', () => {
    expectProblems('double-booking', good(), [], { others: { 'meetings/b.md': other('required: [wang-wei]').replace('id: other', 'id: other\nstatus: cancelled') } })
    expectProblems('double-booking', good({ duration: 'duration: 60m' }), [], { others: { 'meetings/b.md': other('required: [wang-wei]') } })
  })
  it('sees the times that a series holds, but not twice the one that has its own file', () => {
    const series = other('required: [wang-wei]').replace('start: 2026-12-03 15:00', 'start: 2026-11-26 15:00\nrepeat: every week\nreview: 2027-01-31')
    expectProblems('double-booking', good(), ['11:24 warning wang-wei must be in meetings/b.md at the same time.'], { others: { 'meetings/b.md': series } })
    const own = good({ id: 'id: own', more: 'series: other\noccurrence: 2026-12-03 15:00', start: 'start: 2026-12-03 15:00', organizer: 'organizer: tom', required: 'required: [wang-wei]', place: 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x' })
    expectProblems('double-booking', own, [], { others: { 'meetings/b.md': series } })
  })
})
