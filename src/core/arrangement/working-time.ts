import type { Config } from '../config/model.ts'
import type { Attendee } from './who.ts'
import { countryOfZone, dayKind, type DayKind } from './holidays/day.ts'
import { zoneOfAttendee } from './when.ts'
import { DAY, MINUTE, offsetsOf, wallAt, type Instant } from './zone.ts'

/** Night, in which nobody is asked to meet (A5): minutes after midnight. */
const NIGHT = { from: 22 * 60, until: 7 * 60 } as const

/** Why a time does not suit somebody; `hours` weighs only when it holds for more than half of them. */
export type Defect = 'night' | 'weekend' | 'holiday' | 'hours'

/** How a span of time lies in one person's day. */
export interface Suits {
  readonly attendee: Attendee
  /** What their clock shows at the start. */
  readonly wall: string
  /** What it shows at the end. */
  readonly until: string
  readonly defects: readonly Defect[]
  /** The holidays of that year are not published for their region. */
  readonly unpublished: boolean
}

/** The region whose holidays somebody keeps: their own, else their zone's country where certain, else the configuration's in its zone. */
export function regionOf(attendee: Attendee, config: Config): string | undefined {
  const own = attendee.person?.holidayRegion
  if (own !== undefined) return own
  const zone = zoneOfAttendee(attendee, config)
  if (zone === undefined) return undefined
  return countryOfZone(zone) ?? (zone === config.timezone ? config.holidayRegion : undefined)
}

/** How a span lies in the day of each person whose zone is known; somebody whose zone nobody knows is left out. */
export function judgeTime(attendees: readonly Attendee[], start: Instant, end: Instant, config: Config): Suits[] {
  const judged: Suits[] = []
  for (const attendee of attendees) {
    const clock = clockOf(attendee, config)
    if (clock === undefined) continue
    const wall = wallAt(start, clock.zone)
    const { off, unpublished, night, hours } = judgeClock(clock, start, end)
    const defects: Defect[] = []
    if (night) defects.push('night')
    if (off !== undefined) defects.push(off)
    if (hours) defects.push('hours')
    judged.push({ attendee, wall, until: wallAt(end, clock.zone), defects, unpublished })
  }
  return judged
}

/**
 * Judges many times for the same people: gives the badness of each. People whose days are alike are judged once, and a time that is
 * at least as bad as `limit` is not judged to its end: what is given then is no less than the limit.
 */
export function timeJudge(attendees: readonly Attendee[], config: Config): (start: Instant, end: Instant, limit?: number) => number {
  const clocks = new Map<string, { clock: Clock; count: number }>()
  let people = 0
  for (const attendee of attendees) {
    const clock = clockOf(attendee, config)
    if (clock === undefined) continue
    people++
    const name = `${clock.zone} ${clock.region ?? ''} ${clock.from} ${clock.until}`
    const known = clocks.get(name)
    if (known === undefined) clocks.set(name, { clock, count: 1 })
    else known.count++
  }
  const all = [...clocks.values()]
  return (start, end, limit = Infinity) => {
    let [off, late] = [0, 0]
    for (const { clock, count } of all) {
      const judged = judgeClock(clock, start, end)
      if (judged.night || judged.off !== undefined) off += count
      if (weigh(off, false) >= limit) break
      if (judged.hours) late += count
    }
    return weigh(off, late * 2 > people)
  }
}

/** All that counts of somebody's day. */
interface Clock {
  readonly zone: string
  readonly offsetAt: (instant: Instant) => number
  readonly region: string | undefined
  /** Working hours, minutes after midnight. */
  readonly from: number
  readonly until: number
}

function clockOf(attendee: Attendee, config: Config): Clock | undefined {
  const zone = zoneOfAttendee(attendee, config)
  const hours = attendee.person?.workingHours ?? config.workingHours
  return zone === undefined ? undefined : { zone, offsetAt: offsetsOf(zone), region: regionOf(attendee, config), from: hours.start, until: hours.end }
}

function judgeClock({ offsetAt, region, from, until }: Clock, start: Instant, end: Instant): { night: boolean; off?: 'holiday' | 'weekend'; unpublished: boolean; hours: boolean } {
  // On a clock without zones: milliseconds as if it were UTC.
  const first = start + offsetAt(start) * MINUTE
  const last = end + offsetAt(end) * MINUTE
  const day = Math.floor(first / DAY)
  let [holiday, weekend, unpublished, night] = [false, false, false, last - first >= DAY]
  // An end at midnight touches the next day without taking a part of it. Nobody meets for longer than a week.
  for (let at = day; at <= day + 7 && at * DAY < last; at++) {
    const kind = kindOf(at, region)
    holiday ||= kind === 'holiday'
    weekend ||= kind === 'weekend'
    unpublished ||= kind === 'unpublished'
    night ||= first < at * DAY + NIGHT.until * MINUTE || last > at * DAY + NIGHT.from * MINUTE
  }
  const hours = first < day * DAY + from * MINUTE || last > day * DAY + until * MINUTE
  return { night, unpublished, hours, ...(holiday ? { off: 'holiday' } : weekend ? { off: 'weekend' } : {}) }
}

const kinds = new Map<string, Map<number, DayKind>>()

/** What a day is in a region, remembered: a search for a slot asks for the same week a hundred times. */
function kindOf(day: number, region: string | undefined): DayKind {
  let known = kinds.get(region ?? '')
  if (known === undefined) kinds.set(region ?? '', (known = new Map<number, DayKind>()))
  let kind = known.get(day)
  if (kind === undefined) known.set(day, (kind = dayKind(new Date(day * DAY).toISOString().slice(0, 10), region)))
  return kind
}

/** How badly a time suits: everyone with a night or a day off weighs, working hours only when more than half lose them. */
export function badness(judged: readonly Suits[]): number {
  return weigh(judged.filter((each) => each.defects.some((defect) => defect !== 'hours')).length, losesHours(judged))
}

function weigh(off: number, loses: boolean): number {
  return off * 100 + (loses ? 1 : 0)
}

/** True when the time lies outside the working hours of more than half. */
export function losesHours(judged: readonly Suits[]): boolean {
  return judged.filter((each) => each.defects.includes('hours')).length * 2 > judged.length
}

/** What a day is for somebody. */
export function dayFor(attendee: Attendee, day: string, config: Config): DayKind {
  return dayKind(day, regionOf(attendee, config))
}
