import { expectProblems, good } from '../../support/rule.ts'

describe('when-and-where', () => {
  it('asks for start, duration and place', () => {
    expectProblems('when-and-where', good({ start: '', duration: '', place: '' }), [
      '1:1 error No start: say when the meeting begins, such as “start: 2026-12-03 14:00”.',
      '1:1 error No duration: say how long the meeting takes, such as “duration: 60m”.',
      '1:1 error Neither a room nor a link: say where the meeting takes place.',
    ])
  })
  it('asks for the time of day, on the date', () => {
    expectProblems('when-and-where', '---\n日期: 2026-12-03\n时长: 1小时\n会议室: 3A\n---\n', ['2:5 error The start has a day but no time of day: add one, such as 2026-12-03 14:00.'])
  })
  it('reads date and time apart, and a span of time as start and duration', () => {
    expectProblems('when-and-where', '---\ndate: 2026-12-03\ntime: 14:00-15:30\nroom: 3A\n---\n', [])
  })
  it('leaves unreadable values to front-matter', () => expectProblems('when-and-where', good({ start: 'start: soon', duration: 'duration: some' }), []))
})
