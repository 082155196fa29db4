import type { Config } from '../config/model.ts'
import type { Attendee } from './who.ts'
import { countryOfZone, dayKind, type DayKind } from './holidays/day.ts'
import { zoneOfAttendee } from './when.ts'
import { addDays, DAY, MINUTE, wallAt, wallToUtc, type Instant } from './zone.ts'

/** Night, in which nobody is asked to meet (A5): minutes after midnight. */
const NIGHT = { from: 22 * 60, until: 7 * 60 } as const

/** Why a time does not suit somebody; `hours` weighs only when it holds for more than half of them. */
export type Defect = 'night' | 'weekend' | 'holiday' | 'hours'

/** How a span of time lies in one person's day. */
export interface Suits {
  readonly attendee: Attendee
  /** What their clock shows at the start. */
  readonly wall: string
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
    const zone = zoneOfAttendee(attendee, config)
    if (zone === undefined) continue
    const wall = wallAt(start, zone)
    const until = wallAt(end, zone)
    const kinds = daysOf(wall, until).map((day) => dayKind(day, regionOf(attendee, config)))
    const hours = attendee.person?.workingHours ?? config.workingHours
    const defects: Defect[] = []
    if (isNight(wall, until)) defects.push('night')
    if (kinds.includes('holiday')) defects.push('holiday')
    else if (kinds.includes('weekend')) defects.push('weekend')
    if (!isWithin(wall, until, hours.start, hours.end)) defects.push('hours')
    judged.push({ attendee, wall, defects, unpublished: kinds.includes('unpublished') })
  }
  return judged
}

/** How badly a time suits: everyone with a night or a day off weighs, working hours only when more than half lose them. */
export function badness(judged: readonly Suits[]): number {
  const off = judged.filter((each) => each.defects.some((defect) => defect !== 'hours')).length
  return off * 100 + (losesHours(judged) ? 1 : 0)
}

/** True when the time lies outside the working hours of more than half. */
export function losesHours(judged: readonly Suits[]): boolean {
  return judged.filter((each) => each.defects.includes('hours')).length * 2 > judged.length
}

/** What a day is for somebody. */
export function dayFor(attendee: Attendee, day: string, config: Config): DayKind {
  return dayKind(day, regionOf(attendee, config))
}

function daysOf(wall: string, until: string): string[] {
  const days = [wall.slice(0, 10)]
  // An end at midnight touches the next day without taking a part of it.
  const last = new Date(wallToUtc(until) - MINUTE).toISOString().slice(0, 10)
  for (let day = wall.slice(0, 10); day < last && days.length < 8; day = addDays(day, 1)) days.push(addDays(day, 1))
  return days
}

function isNight(wall: string, until: string): boolean {
  const start = wallToUtc(wall)
  const end = wallToUtc(until)
  if (end - start >= DAY) return true
  return daysOf(wall, until).some((day) => {
    const midnight = wallToUtc(day)
    const touches = (from: number, to: number): boolean => start < midnight + to * MINUTE && midnight + from * MINUTE < end
    return touches(0, NIGHT.until) || touches(NIGHT.from, 24 * 60)
  })
}

function isWithin(wall: string, until: string, from: number, to: number): boolean {
  const midnight = wallToUtc(wall.slice(0, 10))
  return wallToUtc(wall) >= midnight + from * MINUTE && wallToUtc(until) <= midnight + to * MINUTE
}
