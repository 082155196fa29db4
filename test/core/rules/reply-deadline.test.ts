import { expectProblems, good } from '../../support/rule.ts'

describe('reply-deadline', () => {
  it('proposes one day before, on a workday', () => {
    expectProblems('reply-deadline', good({ rsvp: '' }), ['1:1 info No reply deadline; without one, replies are asked for until one day before the meeting.'])
    expectProblems('reply-deadline', good({ rsvp: '', start: 'start: 2026-12-07 14:00' }), ['1:1 info No reply deadline; without one, replies are asked for until one day before the meeting.'])
  })
  it('says nothing where no start is written', () => expectProblems('reply-deadline', good({ rsvp: '', start: '' }), []))
  it('refuses one that is too late or too early', () => {
    expectProblems('reply-deadline', good({ rsvp: 'rsvp_by: 2026-12-03 14:00' }), ['12:10 error The reply deadline is not before the start.'])
    expectProblems('reply-deadline', good({ rsvp: '回复截止: 2026-12-03 13:30', more: '紧急程度: 紧急' }), ['12:7 warning The reply deadline is less than an hour before the start; nobody can be asked again in time.'])
    expectProblems('reply-deadline', good({ rsvp: 'rsvp_by: 2026-12-03 09:00' }), ['12:10 warning The reply deadline is less than 12 h before the start; leave time to ask again, or mark the meeting as urgent.'])
    expectProblems('reply-deadline', good({ rsvp: 'rsvp_by: 2026-11-01 09:00' }), ['12:10 warning The reply deadline is more than four weeks before the start; few can answer for so far ahead.'])
  })
})
