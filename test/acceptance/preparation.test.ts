import { CONFIG, judge, judgeOne, meeting } from './repository.ts'

describe('rulings: the file and its time', () => {
  it('says nothing of a good meeting', () => judgeOne(meeting()))
  it('says nothing of a good meeting with CRLF and a byte order mark', () => judgeOne(`\ufeff${meeting()}`.replace(/\n/g, '\r\n')))

  it('A4: start, duration and a place', () => {
    // Without a start there is nothing to reply by.
    judgeOne(meeting({ start: '' , rsvp: '' }), 'when-and-where error')
    judgeOne(meeting({ duration: '' }), 'when-and-where error')
    judgeOne(meeting({ place: '' }), 'when-and-where error')
  })
  it('A4: a day without a time of day', () => judgeOne(meeting({ start: 'start: 2026-12-03', rsvp: '' }), 'when-and-where error', 'reply-deadline info'))
  it('A4: a value that cannot be read is front-matter, never both', () => {
    judgeOne(meeting({ duration: 'duration: long' }), 'front-matter error')
    judgeOne(meeting({ start: 'start: 2026-02-30 14:00', rsvp: '' }), 'front-matter error', 'reply-deadline info')
  })
  it('a misspelt key is not called missing as well', () => judgeOne(meeting({ duration: 'durration: 90m' }), 'front-matter error'))
  it('missing id and organizer are front-matter; missing title, purpose and outcome are too', () => {
    judgeOne(meeting({ id: '' }), 'front-matter error')
    judgeOne(meeting({ organizer: '' }), 'front-matter error')
    judgeOne(meeting({ title: '' }), 'front-matter error')
    judgeOne(meeting({ purpose: '', outcome: '' }), 'front-matter error', 'front-matter error')
  })
  it('an offset for a zone', () => judgeOne(meeting({ timezone: 'timezone: "+08:00"' }), 'front-matter error'))
  it('a time that does not exist', () => judgeOne(meeting({
    start: 'start: 2027-03-28 02:30', timezone: 'timezone: Europe/Berlin', rsvp: 'rsvp_by: 2027-03-25 12:00', organizer: 'organizer: tom', required: 'required: [tom]', more: 'status: draft',
  }), 'front-matter error', 'humane-time warning'))
  it('an unknown person and an unknown room', () => {
    judgeOne(meeting({ required: 'required: [han-meimei, nobody]' }), 'front-matter error')
    judgeOne(meeting({ place: 'room: 9Z' }), 'front-matter error')
  })
  it('one id used twice is said on both files', () => judge({
    files: { 'meetings/a.md': meeting(), 'meetings/b.md': meeting({ start: 'start: 2026-12-04 14:00' }) },
    expect: ['meetings/a.md front-matter error', 'meetings/b.md front-matter error'],
  }))
  it('a team’s own key is nobody’s business', () => judgeOne(meeting({ more: 'x-cost-centre: 4711' })))
  it('yaml’s traps are one problem each, and the rest is read', () => {
    judgeOne(meeting({ required: 'required: [@hanmeimei, @wangwei]' }), 'front-matter error')
    judgeOne(meeting({ title: 'title: Q2 budget: split over four channels' }), 'front-matter error')
    judgeOne(meeting({ title: 'title：第二季度预算分配' }), 'front-matter error')
  })
  it('a number is text where text is meant', () => judgeOne(meeting({ title: 'title: 2027' })))
  it('a file without front matter is one information', () => judgeOne('# Notes\n\nHello.\n', 'front-matter info'))
  it('a cancelled meeting is judged by front-matter only', () => judgeOne(meeting({ more: 'status: cancelled\nreason: no quorum', duration: 'duration: 9h', place: '' })))
  it('history is not judged', () => judge({
    config: `${CONFIG}adopted: 2026-11-01\n`,
    files: { 'meetings/a.md': meeting({ start: 'start: 2026-10-03 23:00', place: '', duration: 'duration: 5h', rsvp: '' }) },
    expect: [],
  }))
})

describe('rulings: A5 to A11', () => {
  it('A5: in the night of anyone required', () => judgeOne(meeting({ start: 'start: 2026-12-03 10:00', required: 'required: [tom]', rsvp: 'rsvp_by: 2026-12-01 12:00' }), 'humane-time warning'))
  it('A5: on a Saturday', () => judgeOne(meeting({ start: 'start: 2026-12-05 14:00', rsvp: 'rsvp_by: 2026-12-03 12:00' }), 'humane-time warning'))
  it('A5: on a public holiday', () => judge({
    now: '2026-09-20T09:00:00Z',
    files: { 'meetings/a.md': meeting({ start: 'start: 2026-10-01 14:00', rsvp: 'rsvp_by: 2026-09-29 12:00' }) },
    expect: ['meetings/a.md humane-time warning'],
  }))
  it('A5: a make-up workday is a workday', () => judge({
    now: '2026-09-10T09:00:00Z',
    files: { 'meetings/a.md': meeting({ start: 'start: 2026-09-20 14:00', rsvp: 'rsvp_by: 2026-09-18 12:00' }) },
    expect: [],
  }))
  it('A5: outside the working hours of more than half', () => {
    judgeOne(meeting({ start: 'start: 2026-12-03 19:00' }), 'humane-time warning')
  })
  it('A5: a meeting in the past is not an arrangement any more', () => judgeOne(meeting({ start: 'start: 2026-11-21 23:00', rsvp: '' }), 'minutes-complete warning'))

  it('A6: more people than chairs', () => judgeOne(meeting({ place: 'room: 5B' }), 'room-fits warning'))
  it('A6: those who join remotely need no chair', () => judgeOne(meeting({
    place: 'room: 5B\nlink: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x', more: 'remote: [wang-wei]',
  })))
  it('A6: in a room-only meeting everybody counts', () => judgeOne(meeting({ place: 'room: 5B', more: 'remote: [wang-wei]' }), 'room-fits warning'))
  it('A6: missing equipment', () => judgeOne(meeting({ more: 'equipment: [whiteboard]' }), 'room-fits warning'))
  it('A6: a booking where the room asks for one', () => {
    judgeOne(meeting({ place: 'room: 7C' }), 'room-fits warning')
    judgeOne(meeting({ place: 'room: 7C', more: 'booking: R-4711' }))
  })
  it('A6: one room held twice is said on both files, touching is no clash', () => {
    const other = (start: string): string => meeting({ id: 'id: other', organizer: 'organizer: tom', required: 'required: [priya]', start: `start: ${start}`, more: 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x', rsvp: 'rsvp_by: 2026-12-02 12:00' })
    judge({ files: { 'meetings/a.md': meeting(), 'meetings/b.md': other('2026-12-03 15:30') }, expect: [] })
    judge({
      files: { 'meetings/a.md': meeting(), 'meetings/b.md': other('2026-12-03 15:00') },
      expect: ['meetings/a.md room-fits error', 'meetings/b.md room-fits error'],
    })
  })

  it('A7: over two hours', () => {
    judgeOne(meeting({ duration: 'duration: 2h' }))
    judgeOne(meeting({ duration: 'duration: 150m' }), 'duration-limit warning')
  })
  it('A8: nobody required is an error, one list without roles and a person in both lists are warnings', () => {
    judgeOne(meeting({ required: 'required: []' }), 'attendees-listed error')
    judgeOne(meeting({ required: '' }), 'attendees-listed error')
    judgeOne(meeting({ more: 'optional:\n  - wang-wei: keeps the sales figures' }), 'attendees-listed warning')
  })
  it('A10: each optional attendee carries a reason', () => {
    judgeOne(meeting({ required: 'required: [han-meimei]', more: 'optional: [wang-wei]' }), 'optional-reason warning')
    judgeOne(meeting({ required: 'required: [han-meimei]', more: 'optional:\n  - wang-wei: FYI' }), 'optional-reason warning')
    judgeOne(meeting({ required: 'required: [han-meimei]', more: 'optional:\n  - wang-wei: 自愿参加' }), 'optional-reason warning')
    judgeOne(meeting({ required: 'required: [han-meimei]', more: 'optional:\n  - wang-wei: 了解背景' }))
  })
  it('A11: somebody from outside needs a way to join and a zone', () => {
    judgeOne(meeting({ required: 'required: [priya]', place: 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x' }))
    judgeOne(meeting({ required: 'required: [priya]' }), 'outside-attendees info')
    judgeOne(meeting({ required: 'required: [guest]', place: 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x' }), 'outside-attendees warning')
  })
  it('double booking: one required person in two meetings, on both files; optional in one is information', () => {
    const other = (people: string): string => meeting({ id: 'id: other', organizer: 'organizer: tom', required: people, place: 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/x', start: 'start: 2026-12-03 15:00', rsvp: 'rsvp_by: 2026-12-02 12:00' })
    judge({
      files: { 'meetings/a.md': meeting(), 'meetings/b.md': other('required: [wang-wei]') },
      expect: ['meetings/a.md double-booking warning', 'meetings/b.md double-booking warning'],
    })
    judge({
      files: { 'meetings/a.md': meeting(), 'meetings/b.md': other('required: [priya]\noptional:\n  - wang-wei: knows the Q1 figures') },
      expect: ['meetings/a.md double-booking info', 'meetings/b.md double-booking info'],
    })
  })
})
