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
  it('judges a series by its next meeting that has no file of its own', () => {
    const series = good({ more: 'repeat: every week\nreview: 2027-03-31' })
    const own = (day: string): string => good({ id: `id: own-${day}`, more: `series: q2-budget\noccurrence: ${day} 14:00`, start: `start: ${day} 14:00`, rsvp: '' })
    const files = { 'meetings/b.md': own('2026-12-03'), 'meetings/c.md': own('2026-12-10') }
    for (const rule of ['double-booking', 'room-fits']) expectProblems(rule, series, [], { others: files })
    const clash = good({ id: 'id: other', start: 'start: 2026-12-17 15:00', rsvp: '', organizer: 'organizer: tom', required: 'required: [wang-wei]', place: 'room: 7C' })
    expectProblems('double-booking', series, ['11:24 warning wang-wei must be in meetings/d.md at the same time.'], { others: { ...files, 'meetings/d.md': clash } })
  })
})
