import type { Config } from '../config/model.ts'
import type { Attendee } from './who.ts'
import { badness, judgeTime, timeJudge } from './working-time.ts'
import { DAY, MINUTE, wallAt, type Instant } from './zone.ts'

/** Slots begin on the half hour. */
const GRID = 30 * MINUTE

export interface SlotRequest {
  /** Those whom the time has to suit. */
  readonly attendees: readonly Attendee[]
  /** The time that was asked for. */
  readonly start: Instant
  /** Minutes. */
  readonly duration: number
  /** Zone in which slots begin on the half hour. */
  readonly zone: string
  readonly config: Config
  readonly now: Instant
  /** Whether people and room are free then. */
  readonly isFree: (start: Instant, end: Instant) => boolean
}

export interface Slot {
  readonly start: Instant
  /** Local time in the meeting's zone. */
  readonly wall: string
  /** 0: suits everybody. */
  readonly badness: number
}

/**
 * The next slot within a week after the asked start that suits everybody and is free; where there is none, the one that suits
 * best. Undefined where nothing is free at all.
 */
export function nextSlot({ attendees, start, duration, zone, config, now, isFree }: SlotRequest): Slot | undefined {
  let best: Slot | undefined
  const judge = timeJudge(attendees, config)
  const offset = start % GRID
  const first = Math.max(start + (offset === 0 ? GRID : GRID - offset), Math.ceil((now + GRID) / GRID) * GRID)
  for (let at = first; at <= start + 7 * DAY; at += GRID) {
    const end = at + duration * MINUTE
    const worse = judge(at, end, best?.badness)
    if (best !== undefined && worse >= best.badness) continue
    if (!isFree(at, end)) continue
    best = { start: at, wall: wallAt(at, zone), badness: worse }
    if (worse === 0) break
  }
  return best
}

/** A free slot, and how many people would meet at a time that does not suit them. */
export interface FreeSlot extends Slot {
  readonly unsuited: number
}

/**
 * Free slots within a week after the asked start, at most `most`: the ones that suit best, then the ones that suit most people, then
 * the earlier. Each begins on the half hour, two of them at least an hour apart.
 */
export function freeSlots({ attendees, start, duration, zone, config, now, isFree }: SlotRequest, most: number): readonly FreeSlot[] {
  const found: FreeSlot[] = []
  for (let at = Math.ceil(Math.max(start, now + GRID) / GRID) * GRID; at <= start + 7 * DAY; at += GRID) {
    const end = at + duration * MINUTE
    if (!isFree(at, end)) continue
    const judged = judgeTime(attendees, at, end, config)
    found.push({ start: at, wall: wallAt(at, zone), badness: badness(judged), unsuited: judged.filter((each) => each.defects.length > 0).length })
  }
  const chosen: FreeSlot[] = []
  for (const slot of found.sort((a, b) => a.badness - b.badness || a.unsuited - b.unsuited || a.start - b.start)) {
    if (chosen.length >= most) break
    if (chosen.every((each) => Math.abs(each.start - slot.start) >= 2 * GRID)) chosen.push(slot)
  }
  return chosen
}

/**
 * The latest time of day at which a deadline may stand on or before a day: that clock on the nearest earlier day that is a
 * workday for everybody given (`YYYY-MM-DD`).
 */
export function workdayOnOrBefore(day: string, isOff: (day: string) => boolean): string {
  let found = day
  for (let steps = 0; isOff(found) && steps < 14; steps++) found = new Date(Date.parse(`${found}T00:00Z`) - DAY).toISOString().slice(0, 10)
  return isOff(found) ? day : found
}
