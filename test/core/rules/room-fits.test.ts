import { expectProblems, good } from '../../support/rule.ts'

describe('room-fits', () => {
  it('counts chairs, and finds a room that fits', () => {
    expectProblems('room-fits', good({ place: 'room: 5B' }), ['10:7 warning Room 5B seats 2, 3 are expected to come.'])
  })
  it('counts only those who come to the room of a hybrid meeting', () => {
    expectProblems('room-fits', good({ place: 'room: 5B\nlink: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x', required: 'required: [han-meimei, tom, wang-wei]', more: 'remote: [wang-wei]' }), [])
  })
  it('asks for equipment and a booking', () => {
    expectProblems('room-fits', good({ more: 'equipment: [projector, whiteboard]' }), ['13:24 warning Room 3A has no whiteboard.'])
    expectProblems('room-fits', good({ place: 'room: 7C' }), ['10:7 warning Room 7C has to be booked: write the reference of the reservation as “booking”.'])
    expectProblems('room-fits', good({ place: 'room: 7C', more: 'booking: R-1' }), [])
  })
  it('sees a room held twice, and moves one of the two', () => {
    const other = good({ id: 'id: other', organizer: 'organizer: tom', required: 'required: [priya]', start: 'start: 2026-12-03 15:00' })
    expectProblems('room-fits', good(), ['10:7 error Room 3A is held at this time by meetings/b.md as well.'], { others: { 'meetings/b.md': other } })
  })
  it('asks for directions where somebody comes from outside', () => {
    expectProblems('room-fits', good({ place: 'room: 5B', required: 'required: [priya]' }), ['10:7 info Room 5B has no directions, and priya comes from outside.'])
  })
})
