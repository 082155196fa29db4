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

/** Zones change their offset a few times a year, and never twice within four weeks; so much is looked at at once. */
const WINDOW = 28 * DAY

/** One window: the offset at its start and, where the clocks are moved in it, when, and the offset from then on. */
interface Window {
  /** Minutes ahead of UTC. */
  readonly offset: number
  readonly moved?: { readonly at: Instant; readonly offset: number }
}

const windows = new Map<string, Map<number, Window>>()

/**
 * Minutes that a zone is ahead of UTC at an instant.
 * The zone has to be one that the configuration's or the meeting's reader let through; an unknown one throws RangeError.
 *
 * The rules of the zones are Temporal's. A meeting asks for a zone's offset many times, so whole windows are remembered. The
 * library's own search for the next change is not used: it looks at the clock, and ends ten years from today.
 */
export function offsetAt(instant: Instant, zone: string): number {
  const window = windowAt(instant, zone)
  return window.moved !== undefined && instant >= window.moved.at ? window.moved.offset : window.offset
}

/** `offsetAt` for one zone and many instants near each other, of which each is found at once. */
export function offsetsOf(zone: string): (instant: Instant) => number {
  let [from, until, offset] = [0, 0, 0]
  return (instant) => {
    if (instant >= from && instant < until) return offset
    const window = windowAt(instant, zone)
    const start = Math.floor(instant / WINDOW) * WINDOW
    const moved = window.moved !== undefined && instant >= window.moved.at
    ;[from, until, offset] = [moved ? window.moved.at : start, moved || window.moved === undefined ? start + WINDOW : window.moved.at, moved ? window.moved.offset : window.offset]
    return offset
  }
}

function windowAt(instant: Instant, zone: string): Window {
  let known = windows.get(zone)
  if (known === undefined) windows.set(zone, (known = new Map<number, Window>()))
  const number = Math.floor(instant / WINDOW)
  let window = known.get(number)
  if (window === undefined) known.set(number, (window = lookAt(number * WINDOW, zone, known.get(number + 1)?.offset)))
  return window
}

function lookAt(start: Instant, zone: string, next: number | undefined): Window {
  const offset = probe(start, zone)
  const after = next ?? probe(start + WINDOW, zone)
  if (offset === after) return { offset }
  let [before, at] = [start, start + WINDOW]
  // Clocks are moved at a whole second.
  while (at - before > 1000) {
    const middle = Math.floor((before + at) / 2000) * 1000
    if (probe(middle, zone) === offset) before = middle
    else at = middle
  }
  return { offset, moved: { at, offset: after } }
}

function probe(instant: Instant, zone: string): number {
  return Math.round(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9)
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
