import { expectProblems, good } from '../../support/rule.ts'

describe('humane-time', () => {
  it('sees a night, and moves to the next slot that suits everybody', () => {
    expectProblems('humane-time', good({ start: 'start: 2026-12-03 21:00' }), [
      '6:8 warning This time does not suit li-lei (21:00–22:30 there, at night), han-meimei (21:00–22:30 there, at night) and wang-wei (21:00–22:30 there, at night).',
    ])
  })
  it('judges each in their own zone', () => {
    expectProblems('humane-time', good({ start: 'start: 2026-12-03 10:00', required: 'required: [tom]' }), ['6:8 warning This time does not suit tom (03:00–04:30 there, at night).'])
  })
  it('knows weekends, public holidays and make-up workdays', () => {
    expectProblems('humane-time', good({ start: 'start: 2026-12-05 14:00', required: 'required: [han-meimei]' }), [
      '6:8 warning This time does not suit li-lei (weekend, Sat 2026-12-05) and han-meimei (weekend, Sat 2026-12-05).',
    ])
    expectProblems('humane-time', good({ start: 'start: 2026-10-01 14:00', required: 'required: [tom]', rsvp: '' }), ['6:8 warning This time does not suit li-lei (public holiday on Thu 2026-10-01).'], { now: '2026-09-01T00:00:00Z' })
    expectProblems('humane-time', good({ start: 'start: 2026-09-20 14:00', rsvp: '' }), [], { now: '2026-09-01T00:00:00Z' })
  })
  it('weighs working hours only when more than half lose them', () => {
    expectProblems('humane-time', good({ start: 'start: 2026-12-03 18:30', required: 'required: [tom]' }), [])
    expectProblems('humane-time', good({ start: 'start: 2026-12-03 18:30' }), [
      '6:8 warning This time does not suit li-lei (18:30–20:00 there, outside working hours), han-meimei (18:30–20:00 there, outside working hours) and wang-wei (18:30–20:00 there, outside working hours).',
    ])
  })
  it('says when nothing within a week is better, as information', () => {
    const config = `timezone: Asia/Shanghai
people: { a: { timezone: Asia/Shanghai }, b: { timezone: Europe/London }, c: { timezone: America/Los_Angeles } }
`
    expectProblems('humane-time', good({ start: 'start: 2026-12-03 16:00', organizer: 'organizer: a', required: 'required: [b, c]', place: 'link: https://zoom.us/j/1' }), [
      '6:8 info This time does not suit b (08:00–09:30 there, outside working hours) and c (00:00–01:30 there, at night); no free slot within a week suits better.',
    ], { config })
  })
  it('says that a year’s holidays are not published, and does not guess', () => {
    expectProblems('humane-time', good({ start: 'start: 2027-10-01 14:00', required: 'required: [han-meimei]', rsvp: '' }), [
      '6:8 info The public holidays of 2027 are not published yet for li-lei and han-meimei; only weekends were checked.',
    ])
  })
  it('moves a start that is written as date and time', () => {
    expectProblems('humane-time', good({ start: 'date: 2026-12-05\ntime: 14:00', required: 'required: [han-meimei]' }), [
      '6:7 warning This time does not suit li-lei (weekend, Sat 2026-12-05) and han-meimei (weekend, Sat 2026-12-05).',
    ])
  })
})
