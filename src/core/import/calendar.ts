import ICAL from 'ical.js'
import { hostOf, isConferencing } from '../arrangement/conferencing.ts'
import { wallAt } from '../arrangement/zone.ts'
import { isZone } from '../config/zone-name.ts'
import type { WallTime } from '../meeting/model.ts'
import type { Named } from './model.ts'
import { WINDOWS_ZONES } from './windows-zones.ts'

/** One event of a calendar, or one changed occurrence of a series. */
export interface CalendarEvent {
  readonly title: string
  /** `YYYY-MM-DDTHH:MM`, or the day alone where the event lasts all day. */
  readonly start: WallTime
  /** IANA name; absent where the calendar does not tell one that is known. */
  readonly zone?: string
  /** The calendar's own name of a zone that is not known by it. */
  readonly unknownZone?: string
  /** Minutes. */
  readonly duration?: number
  readonly cancelled: boolean
  readonly link?: string
  readonly location?: string
  readonly organizer?: Named
  readonly required: readonly Named[]
  readonly optional: readonly Named[]
  readonly description: string
}

/** An event that stands alone, or a series with what departs from its rule. */
export interface CalendarMeeting extends CalendarEvent {
  /** RRULE's value, as written. */
  readonly repeat?: string
  /** Days on which the series does not meet. */
  readonly except: readonly string[]
  /** Occurrences at another time: the day by the rule, and the new start. */
  readonly moved: readonly { readonly from: WallTime; readonly to: WallTime }[]
  /** Occurrences of which more than the time is different. */
  readonly occurrences: readonly { readonly original: WallTime; readonly event: CalendarEvent }[]
}

type Property = ICAL.Property
type Component = ICAL.Component

/**
 * The meetings of a calendar in iCalendar form (RFC 5545): single events, and series with EXDATE and the occurrences that RECURRENCE-ID
 * changes or cancels. RDATE's additional dates become events of their own. Undefined for a text that is no calendar. Never throws.
 */
export function readCalendar(text: string): CalendarMeeting[] | undefined {
  let roots: Component[]
  try {
    const parsed = ICAL.parse(text) as unknown[]
    roots = (Array.isArray(parsed[0]) ? parsed : [parsed]).map((each) => new ICAL.Component(each as ConstructorParameters<typeof ICAL.Component>[0]))
  } catch {
    return undefined
  }
  const calendars = roots.filter((each) => each.name === 'vcalendar')
  return calendars.length === 0 ? undefined : calendars.flatMap(meetingsOf).sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

function meetingsOf(calendar: Component): CalendarMeeting[] {
  const preferred = zoneNamed(textOf(calendar, 'x-wr-timezone'))
  const cancelled = textOf(calendar, 'method')?.toUpperCase() === 'CANCEL'
  const groups = new Map<string, Component[]>()
  calendar.getAllSubcomponents('vevent').forEach((event, at) => {
    const uid = textOf(event, 'uid') ?? `#${at}`
    groups.set(uid, [...groups.get(uid) ?? [], event])
  })
  return [...groups.values()].flatMap((events) => {
    const master = events.find((each) => !each.hasProperty('recurrence-id'))
    const changes = events.filter((each) => each !== master)
    // Occurrences whose series is not in the file stand for themselves.
    if (master === undefined) return changes.flatMap((each) => alone(each, preferred, cancelled))
    return series(master, changes, preferred, cancelled)
  })
}

function alone(event: Component, preferred: string | undefined, cancelled: boolean): CalendarMeeting[] {
  const read = readEvent(event, preferred, cancelled)
  return read ? [{ ...read, except: [], moved: [], occurrences: [] }] : []
}

function series(master: Component, changes: readonly Component[], preferred: string | undefined, cancelled: boolean): CalendarMeeting[] {
  const event = readEvent(master, preferred, cancelled)
  if (event === undefined) return []
  const rule = master.getFirstPropertyValue('rrule')
  const extra = timesOf(master, 'rdate', event.zone ?? preferred).map((start) => ({ ...event, start, except: [], moved: [], occurrences: [] }))
  if (rule === null) return [{ ...event, except: [], moved: [], occurrences: [] }, ...extra]
  const except = timesOf(master, 'exdate', event.zone).map((each) => each.slice(0, 10))
  const moved: { from: WallTime; to: WallTime }[] = []
  const occurrences: { original: WallTime; event: CalendarEvent }[] = []
  for (const change of changes) {
    const [original] = timesOf(change, 'recurrence-id', event.zone)
    const read = readEvent(change, event.zone ?? preferred, cancelled)
    if (original === undefined || read === undefined) continue
    const there = { ...read, start: inZone(read, event.zone) }
    if (read.cancelled) except.push(original.slice(0, 10))
    else {
      if (there.start !== original) moved.push({ from: original, to: there.start })
      if (isOther(there, event)) occurrences.push({ original, event: { ...there, ...(event.zone === undefined ? {} : { zone: event.zone }) } })
    }
  }
  return [{ ...event, repeat: String(rule), except: [...new Set(except)].sort(), moved, occurrences }, ...extra]
}

/** An occurrence's start on the series' clock. */
function inZone({ start, zone }: CalendarEvent, target: string | undefined): WallTime {
  if (zone === undefined || target === undefined || zone === target || start.length === 10) return start
  return wallAt(ICAL.Time.fromDateTimeString(`${start}:00`).toUnixTime() * 1000, target)
}

function isOther(a: CalendarEvent, b: CalendarEvent): boolean {
  const names = (people: readonly Named[]): string => people.map((each) => each.name).sort().join()
  return a.title !== b.title || a.duration !== b.duration || a.link !== b.link || a.location !== b.location || a.description !== b.description
    || a.organizer?.name !== b.organizer?.name || names(a.required) !== names(b.required) || names(a.optional) !== names(b.optional)
}

function readEvent(event: Component, preferred: string | undefined, cancelled: boolean): CalendarEvent | undefined {
  const property = event.getFirstProperty('dtstart')
  if (property === null) return undefined
  const zone = zoneOf(property, preferred)
  const start = wallsOf(property, zone)[0]
  if (start === undefined) return undefined
  const description = plain(textOf(event, 'description') ?? '')
  const location = textOf(event, 'location')?.trim()
  const link = linkOf(event, location, description)
  const people = event.getAllProperties('attendee').flatMap((each) => personOf(each) ?? [])
  const organizer = personOf(event.getFirstProperty('organizer'))
  const duration = durationOf(event, property)
  const written: unknown = property.getParameter('tzid')
  return {
    title: (textOf(event, 'summary') ?? '').replace(/\s+/g, ' ').trim(), start, description,
    ...(start.length > 10 && zone !== undefined ? { zone } : {}), ...(zone === undefined && typeof written === 'string' ? { unknownZone: written } : {}), ...(duration === undefined ? {} : { duration }),
    cancelled: cancelled || textOf(event, 'status')?.toUpperCase() === 'CANCELLED',
    ...(link === undefined ? {} : { link }), ...(location === undefined || location === '' || location === link ? {} : { location }),
    ...(organizer ? { organizer: organizer.named } : {}),
    required: people.filter((each) => !each.optional).map((each) => each.named), optional: people.filter((each) => each.optional).map((each) => each.named),
  }
}

function textOf(component: Component, name: string): string | undefined {
  const value: unknown = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? value : undefined
}

/** The zone of a time: its TZID by whatever name, else the calendar's own. */
function zoneOf(property: Property, preferred: string | undefined): string | undefined {
  const id: unknown = property.getParameter('tzid')
  if (typeof id === 'string') return zoneNamed(id)
  const value = property.getFirstValue() as ICAL.Time | null
  return value?.zone === ICAL.Timezone.utcTimezone ? preferred ?? 'UTC' : preferred
}

function zoneNamed(id: string | undefined): string | undefined {
  if (id === undefined) return undefined
  const name = id.trim().replace(/^"|"$/g, '')
  if (isZone(name)) return name
  // Some writers put their own path before the name.
  const tail = /(?:^|\/)((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w+-]+(?:\/[\w+-]+)?)$/.exec(name)?.[1]
  return tail !== undefined && isZone(tail) ? tail : WINDOWS_ZONES[name]
}

/** The times of all properties of a name, on the clock of a zone. */
function timesOf(component: Component, name: string, zone: string | undefined): WallTime[] {
  return component.getAllProperties(name).flatMap((property) => wallsOf(property, zone))
}

function wallsOf(property: Property, zone: string | undefined): WallTime[] {
  return property.getValues().flatMap((value: unknown) => {
    const time = value instanceof ICAL.Period ? value.start : value
    if (!(time instanceof ICAL.Time)) return []
    if (time.isDate) return [time.toString().slice(0, 10)]
    const isUtc = time.zone === ICAL.Timezone.utcTimezone
    return [isUtc && zone !== undefined ? wallAt(time.toUnixTime() * 1000, zone) : time.toString().slice(0, 16)]
  })
}

function durationOf(event: Component, start: Property): number | undefined {
  const length = event.getFirstPropertyValue('duration')
  if (length instanceof ICAL.Duration) return positive(length.toSeconds() / 60)
  const end = event.getFirstProperty('dtend')
  const [from, to] = [start.getFirstValue() as unknown, end?.getFirstValue() as unknown]
  if (!(from instanceof ICAL.Time) || !(to instanceof ICAL.Time) || from.isDate) return undefined
  // Both stand on the clock of one zone, or both in UTC: the difference is the same.
  const zones = [start.getParameter('tzid'), end?.getParameter('tzid')]
  return zones[0] === zones[1] ? positive(to.subtractDate(from).toSeconds() / 60) : undefined
}

function positive(minutes: number): number | undefined {
  return minutes > 0 && minutes <= 7 * 1440 ? Math.round(minutes) : undefined
}

function linkOf(event: Component, location: string | undefined, description: string): string | undefined {
  for (const name of ['conference', 'x-google-conference', 'x-microsoft-skypeteamsmeetingurl', 'url']) {
    const value = textOf(event, name)?.trim()
    if (value !== undefined && /^https?:\/\/\S+$/i.test(value) && (name !== 'url' || isConferencing(hostOf(value), []))) return value
  }
  const urls = [...`${location ?? ''} ${description}`.matchAll(/https?:\/\/[^\s<>"')\]，。；]+/gi)].map((each) => each[0].replace(/[.,;]+$/, ''))
  return urls.find((url) => isConferencing(hostOf(url), [])) ?? (location !== undefined && /^https?:\/\/\S+$/i.test(location) ? location : undefined)
}

/** Somebody who takes part. A room or a group of people is nobody; an address is only said to be there. */
function personOf(property: Property | null): { named: Named; optional: boolean } | undefined {
  if (property === null) return undefined
  const parameter = (name: string): string => {
    const value: unknown = property.getParameter(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  if (['ROOM', 'RESOURCE', 'GROUP'].includes(parameter('cutype').toUpperCase())) return undefined
  const address = String(property.getFirstValue()).replace(/^mailto:/i, '')
  const written = parameter('cn').replace(/^["']|["']$/g, '')
  const name = (written === '' || written.includes('@') ? (written || address).replace(/@.*$/, '') : written).replace(/\s+/g, ' ')
  if (name === '') return undefined
  return { named: { name, ...(address.includes('@') ? { mail: true as const } : {}) }, optional: /^(?:OPT|NON)-PARTICIPANT$/i.test(parameter('role')) }
}

/** A description without the tags that some calendars put into it. */
function plain(text: string): string {
  const lines = /<(?:br|p|div|a|b|i|ul|li|span|html)\b/i.test(text)
    ? text.replace(/<\s*(?:br|\/p|\/div|\/li)[^>]*>/gi, '\n').replace(/<li[^>]*>/gi, '- ').replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
    : text
  return lines.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim()
}
