import { calendarFeed, calendarFor, type CalendarSeries } from '../../src/core/render/calendar/calendar.ts'
import type { CalendarAttendee, CalendarEvent } from '../../src/core/render/calendar/event.ts'
import { calendarUid } from '../../src/core/render/uid.ts'
import { BUDGET, HOSTILE, LATENCY } from '../core/render/meetings.ts'
import type { Snapshot } from '../../src/core/process/snapshot.ts'

const NAMESPACE = '6f1c0c2e-5b0e-4f3d-9a58-3b0e4b1f7c21'
const STAMP = Date.parse('2026-11-25T08:00:00Z')

const han: CalendarAttendee = { address: 'han.meimei@example.org', name: '韩梅梅', role: 'required', partstat: 'NEEDS-ACTION', rsvp: true }
const tom: CalendarAttendee = { address: 'tom.becker@example.org', name: 'Becker, Tom; "TB"', role: 'optional', partstat: 'ACCEPTED', rsvp: true }

/** An event about a snapshot, with two people. */
export function eventOf(snapshot: Snapshot, more: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    snapshot, uid: calendarUid(NAMESPACE, snapshot.series ?? snapshot.meeting), sequence: 0, stamp: STAMP,
    organizer: { address: 'meetings@example.org', name: '李雷' }, attendees: [han, tom],
    description: `目的：${snapshot.purpose}\n链接：${snapshot.link ?? ''}\n\n1. a, b; c\\d`, url: 'https://git.example.org/o/r/issues/7', ...more,
  }
}

const weekly: Snapshot = { ...LATENCY, meeting: 'weekly', title: 'Open incidents of the search platform', start: '2026-11-24T11:00' }
const moved: Snapshot = { ...weekly, meeting: 'weekly-2026-12-08', series: 'weekly', occurrence: '2026-12-08T11:00', start: '2026-12-09T15:00' }

const series: CalendarSeries = {
  ...eventOf(weekly, { attendees: [] }), rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331', except: ['2026-12-29T11:00'],
  occurrences: [eventOf(moved, { attendees: [] })],
}

/** Every kind of calendar object that is ever sent or written, by file name. */
export const CALENDARS: Readonly<Record<string, string>> = {
  'request.ics': calendarFor({ ...eventOf(BUDGET), method: 'REQUEST' }),
  'update.ics': calendarFor({ ...eventOf({ ...BUDGET, start: '2026-12-04T10:00' }, { sequence: 1 }), method: 'REQUEST' }),
  'cancel.ics': calendarFor({ ...eventOf(BUDGET, { sequence: 2, status: 'CANCELLED' }), method: 'CANCEL' }),
  'uninvite.ics': calendarFor({ ...eventOf(BUDGET, { sequence: 1, attendees: [tom] }), method: 'CANCEL' }),
  'occurrence.ics': calendarFor({ ...eventOf(moved, { sequence: 1 }), method: 'REQUEST' }),
  'summer-time.ics': calendarFor({ ...eventOf({ ...LATENCY, start: '2027-03-28T01:30', duration: 120 }), method: 'REQUEST' }),
  'doubled-hour.ics': calendarFor({ ...eventOf({ ...LATENCY, start: '2026-10-25T01:30', duration: 120 }), method: 'REQUEST' }),
  'half-hour-zone.ics': calendarFor({ ...eventOf({ ...LATENCY, zone: 'Asia/Calcutta' }), method: 'REQUEST' }),
  'utc.ics': calendarFor({ ...eventOf({ ...LATENCY, zone: 'UTC' }), method: 'REQUEST' }),
  'single-file.ics': calendarFor(eventOf(BUDGET, { attendees: [] })),
  'series.ics': calendarFeed([series]),
  'feed.ics': calendarFeed([eventOf(BUDGET, { attendees: [] }), series], '会议'),
  ...Object.fromEntries(HOSTILE.map((text, at) => [
    `hostile-${at}.ics`,
    calendarFor({
      ...eventOf({ ...BUDGET, title: `t ${text}`, room: { key: 'r', name: text }, link: `https://a.example.org/${text}` }, {
        description: text, attendees: [{ ...han, name: text }, { ...tom, address: text }], organizer: { address: 'm@example.org', name: text },
      }),
      method: 'REQUEST',
    }),
  ])),
}

/** What a reader has to understand of each file's events: start and end in milliseconds. */
export const TIMES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'request.ics': [['2026-12-03T06:00Z', '2026-12-03T07:30Z']],
  'update.ics': [['2026-12-04T02:00Z', '2026-12-04T03:30Z']],
  'cancel.ics': [['2026-12-03T06:00Z', '2026-12-03T07:30Z']],
  'uninvite.ics': [['2026-12-03T06:00Z', '2026-12-03T07:30Z']],
  'occurrence.ics': [['2026-12-09T14:00Z', '2026-12-09T14:45Z']],
  'summer-time.ics': [['2027-03-28T00:30Z', '2027-03-28T02:30Z']],
  'doubled-hour.ics': [['2026-10-24T23:30Z', '2026-10-25T01:30Z']],
  'half-hour-zone.ics': [['2026-12-01T08:30Z', '2026-12-01T09:15Z']],
  'utc.ics': [['2026-12-01T14:00Z', '2026-12-01T14:45Z']],
  'single-file.ics': [['2026-12-03T06:00Z', '2026-12-03T07:30Z']],
  'series.ics': [['2026-11-24T10:00Z', '2026-11-24T10:45Z'], ['2026-12-09T14:00Z', '2026-12-09T14:45Z']],
  'feed.ics': [['2026-12-03T06:00Z', '2026-12-03T07:30Z'], ['2026-11-24T10:00Z', '2026-11-24T10:45Z'], ['2026-12-09T14:00Z', '2026-12-09T14:45Z']],
}
