import { expectProblems, good } from '../../support/rule.ts'

describe('outside-attendees', () => {
  it('asks for a zone', () => {
    expectProblems('outside-attendees', good({ required: 'required: [guest]', place: 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x' }), [
      '12:12 warning guest comes from outside and has no time zone: write one in .convoke.yml, so that the invitation tells the local time.',
    ])
  })
  it('asks for a way to join', () => {
    expectProblems('outside-attendees', good({ required: 'required: [priya]' }), [
      '11:12 info priya is from outside and in another zone (Asia/Singapore), and there is only a room: will they travel? Else add a link.',
    ])
    const config = 'timezone: Asia/Singapore\npeople: { li-lei: {}, priya: { timezone: Asia/Singapore, outside: true } }\nrooms: { 3A: {} }\n'
    expectProblems('outside-attendees', good({ required: 'required: [priya]' }), [
      '11:12 warning priya comes from outside and is not told how to join: add a link, or directions to the room.',
    ], { config })
  })
})
