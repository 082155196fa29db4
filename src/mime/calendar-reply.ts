import ICAL from 'ical.js'

/** One attendee's answer to one entry, as a calendar sends it (RFC 5546 §3.2.3). */
export interface CalendarReply {
  readonly uid: string
  /** Small letters, without `mailto:`. */
  readonly attendee: string
  readonly partstat: string
  /** Address of the substitute, for DELEGATED. */
  readonly delegatedTo?: string
  readonly comment?: string
  readonly sequence: number
  /** DTSTAMP in milliseconds since 1970; 0 where there is none. */
  readonly stamp: number
  readonly recurrence?: Recurrence
}

/** The original start of the occurrence that is meant: an instant, or a wall time where its zone cannot be told. */
export type Recurrence = { readonly at: number } | { readonly wall: string }

/** What a calendar text says: answers, the method of another kind, or nothing that can be read. */
export type CalendarRead = { readonly method: string; readonly replies: readonly CalendarReply[]; readonly uids: readonly string[] }

const MOST_EVENTS = 20

/** Reads a calendar part. Never throws; what cannot be read is undefined. */
export function readCalendar(text: string): CalendarRead | undefined {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
    if (calendar.name !== 'vcalendar') return undefined
    const zones = zonesOf(calendar)
    const events = calendar.getAllSubcomponents('vevent').slice(0, MOST_EVENTS)
    const method = textOf(calendar, 'method')?.toUpperCase() ?? ''
    const uids = events.flatMap((each) => textOf(each, 'uid') ?? [])
    return { method, uids, replies: method === 'REPLY' ? events.flatMap((each) => replyOf(each, zones) ?? []) : [] }
  } catch {
    return undefined
  }
}

function replyOf(event: ICAL.Component, zones: ReadonlyMap<string, ICAL.Timezone>): CalendarReply | undefined {
  const attendees = event.getAllProperties('attendee')
  const uid = textOf(event, 'uid')
  const [attendee] = attendees
  // A reply is one attendee's; Exchange repeats the organizer at times, without a PARTSTAT of their own.
  const answering = attendees.length === 1 ? attendee : attendees.filter((each) => parameter(each, 'partstat') !== undefined)[0]
  const address = addressOf(answering?.getFirstValue())
  const partstat = answering === undefined ? undefined : parameter(answering, 'partstat')?.toUpperCase()
  if (uid === undefined || address === undefined || partstat === undefined) return undefined
  const recurrence = recurrenceOf(event, zones)
  if (recurrence === 'unreadable') return undefined
  const delegatedTo = answering === undefined ? undefined : addressOf(parameter(answering, 'delegated-to'))
  const comment = textOf(event, 'comment')?.replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 500)
  const sequence = Number(textOf(event, 'sequence') ?? 0)
  return {
    uid, attendee: address, partstat, sequence: Number.isSafeInteger(sequence) ? sequence : 0, stamp: stampOf(event),
    ...(delegatedTo === undefined ? {} : { delegatedTo }), ...(comment === undefined || comment === '' ? {} : { comment }), ...(recurrence === undefined ? {} : { recurrence }),
  }
}

/** Clients answer in UTC, in the invitation's zone, or in a zone of their own that they send along (FACTS: by its instant, not its text). */
function recurrenceOf(event: ICAL.Component, zones: ReadonlyMap<string, ICAL.Timezone>): Recurrence | 'unreadable' | undefined {
  const property = event.getFirstProperty('recurrence-id')
  if (property === null) return undefined
  const time = property.getFirstValue()
  if (!(time instanceof ICAL.Time) || Number.isNaN(time.year)) return 'unreadable'
  const zone = zones.get(parameter(property, 'tzid') ?? '')
  const wall = time.toString().slice(0, time.isDate ? 10 : 16)
  if (time.isDate) return { wall }
  if (time.zone === ICAL.Timezone.utcTimezone) return { at: time.toUnixTime() * 1000 }
  if (zone === undefined) return { wall }
  const zoned = time.clone()
  zoned.zone = zone
  return { at: zoned.toUnixTime() * 1000 }
}

function zonesOf(calendar: ICAL.Component): ReadonlyMap<string, ICAL.Timezone> {
  return new Map(calendar.getAllSubcomponents('vtimezone').slice(0, MOST_EVENTS).flatMap((each) => {
    const id = textOf(each, 'tzid')
    return id === undefined ? [] : [[id, new ICAL.Timezone(each)] as const]
  }))
}

function stampOf(event: ICAL.Component): number {
  const stamp = event.getFirstPropertyValue('dtstamp')
  const at = stamp instanceof ICAL.Time ? stamp.toUnixTime() * 1000 : 0
  return Number.isFinite(at) ? at : 0
}

function textOf(component: ICAL.Component, name: string): string | undefined {
  const value: unknown = component.getFirstPropertyValue(name)
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined
}

function parameter(property: ICAL.Property, name: string): string | undefined {
  const value: unknown = property.getParameter(name)
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? first : undefined
}

/** `MAILTO:` is `mailto:` (RFC 6068), and addresses are compared in small letters. */
function addressOf(value: unknown): string | undefined {
  const found = typeof value === 'string' ? /^\s*mailto:\s*([^\s?]+)/i.exec(value)?.[1] : undefined
  return found?.toLowerCase()
}
