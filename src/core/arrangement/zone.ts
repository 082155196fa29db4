import { Temporal } from 'temporal-polyfill'
import type { WallTime } from '../meeting/model.ts'

/** A point in time: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** What a wall time is in a zone: once, never (clocks are put forward over it) or twice (put back). */
export interface Resolved {
  readonly instant: Instant
  readonly status: 'once' | 'gap' | 'twice'
}

/** A stretch of time over which a zone keeps one offset. */
interface Stretch {
  readonly from: Instant
  readonly until: Instant
  /** Minutes ahead of UTC. */
  readonly offset: number
}

const stretches = new Map<string, Stretch[]>()

/**
 * Minutes that a zone is ahead of UTC at an instant.
 * The zone has to be one that the configuration's or the meeting's reader let through; an unknown one throws RangeError.
 *
 * The rules of the zones are Temporal's. A meeting asks for a zone's offset many times and zones change theirs twice a
 * year, so whole stretches are remembered.
 */
export function offsetAt(instant: Instant, zone: string): number {
  let known = stretches.get(zone)
  if (known === undefined) stretches.set(zone, (known = []))
  for (const stretch of known) if (stretch.from <= instant && instant < stretch.until) return stretch.offset
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  const stretch = {
    from: there.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    until: there.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: Math.round(there.offsetNanoseconds / 60e9),
  }
  known.push(stretch)
  return stretch.offset
}

/** The instant at which a zone's clocks show a wall time. In a gap, the instant that the clocks would show had they not been moved. */
export function resolveWall(wall: WallTime, zone: string): Resolved {
  const asUtc = wallToUtc(wall)
  const before = offsetAt(asUtc - 14 * HOUR, zone)
  const after = offsetAt(asUtc + 14 * HOUR, zone)
  const earlier = asUtc - Math.max(before, after) * MINUTE
  const later = asUtc - Math.min(before, after) * MINUTE
  const fitsEarlier = offsetAt(earlier, zone) * MINUTE === asUtc - earlier
  const fitsLater = offsetAt(later, zone) * MINUTE === asUtc - later
  if (earlier === later) return { instant: earlier, status: 'once' }
  if (fitsEarlier && fitsLater) return { instant: earlier, status: 'twice' }
  if (fitsEarlier) return { instant: earlier, status: 'once' }
  if (fitsLater) return { instant: later, status: 'once' }
  return { instant: asUtc - before * MINUTE, status: 'gap' }
}

/** What a zone's clocks show at an instant, to the minute. */
export function wallAt(instant: Instant, zone: string): WallTime {
  return new Date(instant + offsetAt(instant, zone) * MINUTE).toISOString().slice(0, 16)
}

/** A wall time read as if it were UTC: for differences and weekdays. */
export function wallToUtc(wall: WallTime): number {
  return Date.parse(wall.length === 10 ? `${wall}T00:00Z` : `${wall}Z`)
}

/** A wall time some minutes later on the same zoneless clock. */
export function addMinutes(wall: WallTime, minutes: number): WallTime {
  return new Date(wallToUtc(wall) + minutes * MINUTE).toISOString().slice(0, 16)
}

/** A day some days later. */
export function addDays(day: string, days: number): string {
  return new Date(wallToUtc(day) + days * DAY).toISOString().slice(0, 10)
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: string): number {
  return new Date(wallToUtc(day.slice(0, 10))).getUTCDay()
}
