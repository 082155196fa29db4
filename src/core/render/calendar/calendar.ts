import ICAL from 'ical.js'
import { resolveWall, type Instant } from '../../arrangement/zone.ts'
import type { WallTime } from '../../meeting/model.ts'
import { cleanLine } from '../clean.ts'
import { eventComponent, type CalendarEvent } from './event.ts'
import { stringify, type Component, type Property, type RecurrenceParts } from './jcal.ts'
import { ZoneBook } from './zones.ts'

/**
 * A calendar message (iMIP, RFC 6047) about one meeting: CRLF, folded, with a VTIMEZONE for every zone used.
 * `REQUEST` invites or moves; `CANCEL` calls off: the whole meeting with `status: 'CANCELLED'` and a higher sequence, or one
 * person's invitation with no status and only this person as attendee (RFC 5546 §3.2.5). Without a method it is a plain file.
 */
export function calendarFor(event: CalendarEvent & { readonly method?: 'REQUEST' | 'CANCEL' }): string {
  const book = new ZoneBook()
  const status = event.status ?? (event.method === 'CANCEL' ? undefined : 'CONFIRMED')
  const component = eventComponent(status === undefined ? event : { ...event, status }, book)
  return calendar(event.method === undefined ? [] : [['method', {}, 'text', event.method]], [component], book)
}

/** A series as one entry that repeats, with the occurrences that differ from the rule. */
export interface CalendarSeries extends CalendarEvent {
  /** RFC 5545 recurrence rule: `FREQ=WEEKLY;BYDAY=TU`. */
  readonly rule: string
  /** Starts that the rule has and the series has not, in the series' zone. */
  readonly except?: readonly WallTime[]
  /** Occurrences that are at another time or about something else; their snapshots carry `series` and `occurrence`. */
  readonly occurrences?: readonly CalendarEvent[]
}

/** A calendar file of many meetings and series, without METHOD, for `convoke ics` and for subscribing. */
export function calendarFeed(entries: readonly (CalendarEvent | CalendarSeries)[], name?: string): string {
  const book = new ZoneBook()
  const head: Property[] = name === undefined ? [] : [['x-wr-calname', {}, 'text', cleanLine(name)]]
  const components = entries.flatMap((entry) => ('rule' in entry ? seriesComponents(entry, book) : [single(entry, book)]))
  return calendar(head, components, book)
}

function single(event: CalendarEvent, book: ZoneBook): Component {
  return eventComponent({ status: 'CONFIRMED', ...event }, book)
}

function seriesComponents(series: CalendarSeries, book: ZoneBook): Component[] {
  const { zone } = series.snapshot
  const [name, properties, within] = single(series, book)
  const except = (series.except ?? []).map((wall): Instant => resolveWall(wall, zone).instant)
  const recurrence: Property[] = [['rrule', {}, 'recur', ruleOf(series, zone)]]
  if (except.length > 0) recurrence.push(...book.write(zone, { exdate: except }))
  const master: Component = [name, [...properties, ...recurrence], within]
  return [master, ...(series.occurrences ?? []).map((each) => single({ ...each, uid: series.uid, seriesZone: zone }, book))]
}

/** The rule in ical.js's own words, so that nothing but a rule can get in; UNTIL in UTC, as a start with TZID wants it. */
function ruleOf({ rule }: CalendarSeries, zone: string): RecurrenceParts {
  const recur = ICAL.Recur.fromString(rule)
  const { until } = recur
  if (until instanceof ICAL.Time && until.zone !== ICAL.Timezone.utcTimezone) {
    const text = until.toString()
    const wall = until.isDate ? `${text.slice(0, 10)}T23:59` : text.slice(0, 16)
    recur.until = ICAL.Time.fromJSDate(new Date(resolveWall(wall, zone).instant), true)
  }
  return { ...(recur.toJSON() as RecurrenceParts) }
}

function calendar(head: readonly Property[], components: readonly Component[], book: ZoneBook): string {
  const properties: Property[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//Convoke//Convoke//EN'],
    ['calscale', {}, 'text', 'GREGORIAN'],
    ...head,
  ]
  return stringify(['vcalendar', properties, [...book.components, ...components]])
}
