import { occurrencesBetween } from '../arrangement/series.ts'
import { startOf } from '../arrangement/when.ts'
import { attendeesOf, keysOf } from '../arrangement/who.ts'
import { DAY, type Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import type { Meeting, PersonRef } from '../meeting/model.ts'
import type { HoursFigure, SeriesFigure } from './model.ts'

/** How far ahead a series' meetings are counted. */
const AHEAD = 84 * DAY

/** What a meeting costs. */
export interface Cost {
  readonly personMinutes: number
  readonly ahead: boolean
}

/**
 * Attendees × minutes: whoever is asked, or, where the minutes call the roll and somebody is there, whoever came; extensions
 * are counted. Undefined where duration or attendees are not known.
 */
export function costOf(meeting: Meeting, config: Config, now: Instant): Cost | undefined {
  const people = headCount(meeting, config)
  const { duration, extended } = meeting.fields
  if (duration === undefined || people === 0) return undefined
  const minutes = duration.value + (extended?.value ?? []).reduce((sum, { by }) => sum + (by?.value ?? 0), 0)
  const start = startOf(meeting, config)
  return { personMinutes: people * minutes, ahead: start !== undefined && start > now }
}

/** A person counts once, whether the directory holds them or not; a group counts as its members. */
function headCount(meeting: Meeting, config: Config): number {
  const present = (meeting.minutes?.attendance?.entries ?? []).filter((each) => each.present).map((each) => each.person)
  if (present.length > 0) return namesOf(present, config).size
  const { organizer, required, optional, attendees } = meeting.fields
  const refs = [required, optional, attendees].flatMap((field): readonly PersonRef[] => field?.value ?? [])
  const names = namesOf(organizer === undefined ? refs : [organizer.value, ...refs], config)
  for (const { key } of attendeesOf(meeting, config)) names.add(key)
  return names.size
}

function namesOf(refs: readonly PersonRef[], config: Config): Set<string> {
  return new Set(refs.flatMap((ref) => {
    const keys = keysOf(ref, config)
    return keys.length > 0 || config.groups.has(ref.value) ? keys : [`?${ref.value.toLowerCase()}`]
  }))
}

export function hoursOf(costs: readonly Cost[]): HoursFigure {
  return {
    meetings: costs.length,
    personMinutes: costs.reduce((sum, each) => sum + each.personMinutes, 0),
    aheadMinutes: costs.reduce((sum, each) => sum + (each.ahead ? each.personMinutes : 0), 0),
  }
}

/** What each series costs, dearest first: meetings with a file of their own, and those that the rule has ahead without one. */
export function seriesOf(meetings: readonly Meeting[], config: Config, now: Instant): SeriesFigure[] {
  const series = new Map<string, { own?: Meeting; costs: Cost[]; original: Set<string> }>()
  const at = (id: string): { own?: Meeting; costs: Cost[]; original: Set<string> } => {
    const known = series.get(id) ?? { costs: [], original: new Set<string>() }
    series.set(id, known)
    return known
  }
  for (const meeting of meetings) {
    const { id, repeat, series: of, occurrence } = meeting.fields
    if (repeat !== undefined && id !== undefined) at(id.value).own = meeting
    if (of === undefined) continue
    const entry = at(of.value)
    if (occurrence !== undefined) entry.original.add(occurrence.value)
    const cost = meeting.fields.status?.value === 'cancelled' ? undefined : costOf(meeting, config, now)
    if (cost !== undefined) entry.costs.push(cost)
  }
  const figures = [...series].map(([id, { own, costs, original }]): SeriesFigure => {
    const coming = own === undefined || own.fields.status?.value === 'cancelled' ? [] : occurrencesBetween(own, config, now, now + AHEAD).filter((each) => !original.has(each.original))
    const each = own === undefined ? 0 : costOf(own, config, now)?.personMinutes ?? 0
    const title = own?.fields.title?.value
    return { id, ...(title === undefined ? {} : { title }), meetings: costs.length, personMinutes: hoursOf(costs).personMinutes, coming: coming.length, comingMinutes: coming.length * each }
  })
  return figures.sort((a, b) => b.personMinutes + b.comingMinutes - a.personMinutes - a.comingMinutes || (a.id < b.id ? -1 : 1))
}
