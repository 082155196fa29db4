import { MINUTE, resolveWall, type Instant } from '../../arrangement/zone.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine, cleanText, safeUrl } from '../clean.ts'
import { parameter, type Component, type Property } from './jcal.ts'
import { utcTime, type ZoneBook } from './zones.ts'

/** Somebody on a calendar entry. Without an address nobody can be named there (RFC 5545 §3.8.4.1), so they are left out. */
export interface CalendarPerson {
  readonly address?: string
  readonly name: string
}

/** What an attendee has answered, as far as it is known. */
export type Participation = 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED'

export interface CalendarAttendee extends CalendarPerson {
  readonly role: 'organizer' | 'required' | 'optional'
  readonly partstat: Participation
  /** Whether an answer is asked for. */
  readonly rsvp: boolean
}

/** One meeting, or one occurrence of a series, on its way into a calendar. */
export interface CalendarEvent {
  readonly snapshot: Snapshot
  /** `calendarUid` of the meeting's id, or of its series' id. */
  readonly uid: string
  readonly sequence: number
  /** When this message was made; the same when it is repeated. */
  readonly stamp: Instant
  readonly organizer?: CalendarPerson
  readonly attendees?: readonly CalendarAttendee[]
  /** The plain text of the invitation. */
  readonly description?: string
  /** Where the invitation can be read: an https URL. */
  readonly url?: string
  readonly status?: 'CONFIRMED' | 'CANCELLED'
  /** The zone of the series' first start, where it differs from the occurrence's; `occurrence` is in it. */
  readonly seriesZone?: string
}

/** The VEVENT of one meeting. Its zones are noted in the book. */
export function eventComponent(event: CalendarEvent, book: ZoneBook): Component {
  const { snapshot } = event
  const start = resolveWall(snapshot.start, snapshot.zone).instant
  const properties: Property[] = [
    ['uid', {}, 'text', event.uid],
    ['dtstamp', {}, 'date-time', utcTime(event.stamp)],
    ['last-modified', {}, 'date-time', utcTime(event.stamp)],
    ['sequence', {}, 'integer', String(event.sequence)],
    ...book.write(snapshot.zone, { dtstart: start, dtend: start + snapshot.duration * MINUTE }),
    ...recurrenceId(event, book),
    ['summary', {}, 'text', cleanLine(snapshot.title)],
    ...optionalText('location', locationOf(snapshot)),
    ...optionalText('description', cleanText(event.description ?? '')),
    ...conferences(snapshot),
    ...urlProperty(event.url),
    ...(event.status === undefined ? [] : [['status', {}, 'text', event.status] satisfies Property]),
    ['transp', {}, 'text', event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'],
    ['class', {}, 'text', 'PUBLIC'],
    ...(snapshot.importance === 'high' ? [['priority', {}, 'integer', '1'] satisfies Property] : []),
    ['x-microsoft-cdo-busystatus', {}, 'unknown', event.status === 'CANCELLED' ? 'FREE' : 'BUSY'],
    ['x-microsoft-disallow-counter', {}, 'unknown', 'TRUE'],
    ...people(event),
  ]
  return ['vevent', properties, []]
}

/** Where the meeting takes place, on one line: the room, and the link, since many readers show nothing else (FACTS 3.1). */
export function locationOf(snapshot: Snapshot): string {
  const room = snapshot.room === undefined ? undefined : cleanLine(snapshot.room.name)
  const link = snapshot.link === undefined ? undefined : safeUrl(snapshot.link) ?? cleanLine(snapshot.link)
  return [room, link].filter((each) => each !== undefined && each !== '').join(' · ')
}

/** The original start, written as the series' own start is (RFC 5545 §3.8.4.4). */
function recurrenceId({ snapshot, seriesZone }: CalendarEvent, book: ZoneBook): Property[] {
  if (snapshot.series === undefined || snapshot.occurrence === undefined) return []
  const zone = seriesZone ?? snapshot.zone
  return book.write(zone, { 'recurrence-id': resolveWall(snapshot.occurrence, zone).instant })
}

function optionalText(name: string, text: string): Property[] {
  return text === '' ? [] : [[name, {}, 'text', text]]
}

/** RFC 7986 §5.11. Only https: a reader that knows the property opens it without asking. */
function conferences(snapshot: Snapshot): Property[] {
  return [snapshot.link, snapshot.backupLink].flatMap((link): Property[] => {
    const url = link === undefined ? undefined : safeUrl(link)
    return url === undefined || !/^https:/i.test(url) ? [] : [['conference', { feature: 'VIDEO' }, 'uri', url]]
  })
}

function urlProperty(url: string | undefined): Property[] {
  const safe = url === undefined ? undefined : safeUrl(url)
  return safe === undefined || !/^https:/i.test(safe) ? [] : [['url', {}, 'uri', safe]]
}

function people({ organizer, attendees = [] }: CalendarEvent): Property[] {
  const properties: Property[] = []
  const host = organizer === undefined ? undefined : mailtoOf(organizer)
  if (organizer !== undefined && host !== undefined) {
    properties.push(['organizer', { cn: parameter(cleanLine(organizer.name)) }, 'cal-address', host])
  }
  for (const attendee of attendees) {
    const address = mailtoOf(attendee)
    if (address === undefined) continue
    const role = attendee.role === 'optional' ? 'OPT-PARTICIPANT' : attendee.role === 'organizer' ? 'CHAIR' : 'REQ-PARTICIPANT'
    properties.push(['attendee', {
      cutype: 'INDIVIDUAL', role, partstat: attendee.partstat, rsvp: attendee.rsvp ? 'TRUE' : 'FALSE',
      cn: parameter(cleanLine(attendee.name)),
    }, 'cal-address', address])
  }
  return properties
}

function mailtoOf({ address }: CalendarPerson): string | undefined {
  if (address === undefined || !/^[^\s@<>"\\,;:()[\]]+@[^\s@<>"\\,;:()[\]]+$/.test(address)) return undefined
  return safeUrl(`mailto:${cleanLine(address)}`)
}
