import type { Config } from '../config/model.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Attendee } from './who.ts'
import { addDays, DAY, MINUTE, resolveWall, type Instant } from './zone.ts'

/** When a meeting takes place. */
export interface When {
  /** The meeting's zone, an IANA name. */
  readonly zone: string
  readonly start: Instant
  readonly end: Instant
  /** Minutes, extensions not counted. */
  readonly duration: number
}

/** The zone that a meeting's wall times are in: its own, else the configuration's, else none. */
export function zoneOf(meeting: Meeting, config: Config): string | undefined {
  return meeting.fields.timezone?.value ?? config.timezone
}

/** Start and end; undefined while start, duration or zone are missing or could not be read. */
export function whenOf(meeting: Meeting, config: Config): When | undefined {
  const { start, duration } = meeting.fields
  const zone = zoneOf(meeting, config)
  if (start === undefined || duration === undefined || zone === undefined) return undefined
  const { instant } = resolveWall(start.value, zone)
  return { zone, start: instant, end: instant + duration.value * MINUTE, duration: duration.value }
}

/** The start alone, where the duration is not known. */
export function startOf(meeting: Meeting, config: Config): Instant | undefined {
  const zone = zoneOf(meeting, config)
  const start = meeting.fields.start
  return start === undefined || zone === undefined ? undefined : resolveWall(start.value, zone).instant
}

/** True while the meeting has not begun. One without a start that can be read counts as ahead: its arrangements are still open. */
export function isAhead(meeting: Meeting, config: Config, now: Instant): boolean {
  const until = aheadUntil(meeting, config)
  return until === undefined || now < until
}

/** Until when a meeting is ahead; undefined for one that always is. */
export function aheadUntil(meeting: Meeting, config: Config): Instant | undefined {
  const start = startOf(meeting, config)
  if (start !== undefined) return start
  // A day says enough where the zone that a time is in is not known.
  const day = meeting.fields.start?.value.slice(0, 10) ?? meeting.fields.startDay?.value
  return day === undefined ? undefined : resolveWall(`${addDays(day, 1)}T00:00`, zoneOf(meeting, config) ?? 'UTC').instant
}

/** True for a meeting that ended before the procedure was adopted (FORMAT 2, `adopted`): it is read, not judged. */
export function isHistory(meeting: Meeting, config: Config): boolean {
  if (config.adopted === undefined) return false
  const zone = zoneOf(meeting, config) ?? 'UTC'
  const adopted = resolveWall(`${config.adopted}T00:00`, zone).instant
  const when = whenOf(meeting, config)
  if (when !== undefined) return when.end <= adopted
  const day = meeting.fields.start?.value.slice(0, 10) ?? meeting.fields.startDay?.value
  return day !== undefined && day < config.adopted
}

/** The zone in which a person lives; undefined where nothing says so. Insiders default to the configuration's zone. */
export function zoneOfAttendee(attendee: Attendee, config: Config): string | undefined {
  if (attendee.person?.timezone !== undefined) return attendee.person.timezone
  return attendee.person === undefined || attendee.person.outside ? undefined : config.timezone
}

/**
 * The reply deadline that acting uses (DELIVERY, "When"): `rsvp_by`; without it one day before the start; when that has
 * already passed at `announced`, halfway from there to the start, so that nobody is asked again in the minute they are told.
 */
export function replyDeadline(meeting: Meeting, when: When, announced: Instant): Instant {
  const written = meeting.fields.rsvpBy
  const asked = written === undefined ? when.start - DAY : resolveWall(written.value, when.zone).instant
  if (asked > announced) return asked
  return Math.floor((announced + (when.start - announced) / 2) / MINUTE) * MINUTE
}

