import { nextSlot, type SlotRequest } from '../../arrangement/free-slot.ts'
import { nextOf, occurrencesBetween } from '../../arrangement/series.ts'
import { startOf, zoneOf, zoneOfAttendee } from '../../arrangement/when.ts'
import { attendeesOf, type Attendee } from '../../arrangement/who.ts'
import { regionOf, timeJudge } from '../../arrangement/working-time.ts'
import { addDays, DAY, HOUR, MINUTE, resolveWall, wallAt } from '../../arrangement/zone.ts'
import type { Message } from '../../messages/message.ts'
import { proposeWall } from '../../rules/reply-deadline.ts'
import { isFree } from '../../rules/slot-after.ts'
import type { LanguageContext } from '../context.ts'
import { dayLabel } from '../inlay-hints.ts'
import { ruleContext } from '../rooms.ts'
import type { Completion } from '../shapes.ts'
import { clockText } from '../timeline.ts'
import { usageOf } from '../usage.ts'
import type { Place } from './place.ts'
import { propose, type Proposed } from './proposal.ts'

const MESSAGES = {
  suits: { en: 'suits everybody, free', zh: '适合所有人且空闲' },
  best: { en: 'free, but not in everybody’s working time', zh: '空闲，但不在所有人的工作时间内' },
  dayBefore: { en: 'a workday before the meeting', zh: '会前一个工作日' },
  rule: { en: 'as the series’ rule has it', zh: '按系列规则' },
  today: { en: 'today', zh: '今天' },
  later: { en: 'in about {count} months', zh: '约 {count} 个月后' },
} satisfies Record<string, Message>

type ValuePlace = Place & { kind: 'value' }

/** Proposals at most, and so many a day, so that there is a choice of days. */
const MOST = 8
const A_DAY = 2

/** The next times that suit everybody required and at which they and the room are free (A5), from the day that was typed on. */
export function startCompletions(context: LanguageContext, place: ValuePlace): Completion[] {
  const { meeting, config, now, language } = context
  const zone = zoneOf(meeting, config)
  if (zone === undefined) return []
  const asked = attendeesOf(meeting, config).filter((each) => each.role !== 'optional')
  const attendees = asked.length > 0 ? asked : [anybody(zone)]
  const duration = meeting.fields.duration?.value ?? 60
  const day = /^\d{4}-\d\d-\d\d/.exec(place.typed)?.[0]
  const first = firstDay(place.typed)
  const from = Math.max(now, first === undefined ? now : resolveWall(`${first}T00:00`, zone).instant - 1)
  const request = { attendees, start: from, duration, zone, config, now, isFree: isFree(ruleContext(context), attendees) }
  const found = suitingSlots(request, day === undefined ? A_DAY : MOST, day)
  // Where no time lies in everybody's working hours, the one that suits best.
  const best = found.length > 0 ? undefined : nextSlot(request)
  const show = (wall: string, said: Message): Proposed => ({ label: wall.replace('T', ' '), kind: 'time', detail: `${dayLabel(wall.slice(0, 10), context)} · ${said[language]}` })
  return propose(place.range, best === undefined ? found.map((wall) => show(wall, MESSAGES.suits)) : [show(best.wall, MESSAGES.best)])
}

/** Free times on the half hour within two weeks that lie in the working hours of each attendee: so many a day, on one day where that is asked for. */
function suitingSlots({ attendees, start, duration, zone, config, now, isFree: free }: SlotRequest, aDay: number, day: string | undefined): string[] {
  const grid = 30 * MINUTE
  // People whose days are alike are judged once.
  const clocks = new Map(attendees.map((each) => [JSON.stringify([zoneOfAttendee(each, config), each.person?.workingHours, regionOf(each, config)]), each]))
  const judges = [...clocks.values()].map((each) => timeJudge([each], config))
  const found: string[] = []
  const days = new Map<string, number>()
  for (let at = Math.ceil((Math.max(start, now) + 1) / grid) * grid; at < start + 14 * DAY && found.length < MOST; at += grid) {
    const end = at + duration * MINUTE
    if (judges.some((judge) => judge(at, end) > 0)) continue
    const wall = wallAt(at, zone)
    const date = wall.slice(0, 10)
    if (day !== undefined && date > day) break
    const count = days.get(date) ?? 0
    if (count >= aDay || !free(at, end)) continue
    days.set(date, count + 1)
    found.push(wall)
  }
  return found
}

/** The first day that what was typed can become: `2026-12`, `2026-12-1` and `2026-12-10` alike. */
function firstDay(typed: string): string | undefined {
  const parts = /^(\d{4})-(\d\d)(?:-(\d)?(\d)?)?/.exec(typed)
  if (parts === null) return undefined
  const [, year = '', month = '', tens = '0', ones] = parts
  const day = `${year}-${month}-${tens}${ones ?? (tens === '0' ? '1' : '0')}`
  return Number.isNaN(Date.parse(day)) ? undefined : day
}

/** Whose day a time has to suit while nobody is listed: somebody of the organization in the meeting's zone. */
function anybody(zone: string): Attendee {
  const person = { key: '', addresses: new Map(), outside: false, timezone: zone }
  return { key: '', person, ref: { value: '', range: { start: 0, end: 0 }, form: 'key' }, role: 'organizer', remote: false }
}

/** Reply deadlines (B3): on the workday before the meeting at its hour, at noon and at the end of work, and a day earlier; none that the rule would refuse. */
export function deadlineCompletions(context: LanguageContext, place: ValuePlace): Completion[] {
  const { meeting, config, now, language } = context
  const start = startOf(meeting, config)
  const zone = zoneOf(meeting, config)
  if (start === undefined || zone === undefined) return []
  const first = proposeWall(ruleContext(context), start, zone)
  const day = first.slice(0, 10)
  const evening = clockText(config.workingHours.end)
  const least = meeting.fields.urgency?.value === 'urgent' ? HOUR : 12 * HOUR
  const fits = (wall: string): boolean => {
    const instant = resolveWall(wall, zone).instant
    return instant > now && start - instant >= least
  }
  // For a meeting that is near the rule's own proposal may fall into the night.
  const isDay = (wall: string): boolean => wall.slice(11) >= '07:00' && wall.slice(11) < '22:00'
  const walls = [first, `${day}T12:00`, `${day}T${evening}`, `${addDays(day, -1)}T${evening}`, `${addDays(day, -1)}T12:00`].filter(fits)
  const shown = walls.some(isDay) ? walls.filter(isDay) : walls
  return propose(place.range, [...new Set(shown)].map((wall) => ({
    label: wall.replace('T', ' '), kind: 'time', detail: `${dayLabel(wall.slice(0, 10), context)}${wall === first ? ` · ${MESSAGES.dayBefore[language]}` : ''}`,
  })))
}

/** When the series' rule has its next meetings. */
export function occurrenceCompletions(context: LanguageContext, place: ValuePlace): Completion[] {
  const { meeting, config, files, now, language } = context
  const series = usageOf(files, config).series.get(meeting.fields.series?.value ?? '')
  if (series === undefined) return []
  const next = occurrencesBetween(series.meeting, config, now, now + 120 * DAY, 6)
  return propose(place.range, next.map(({ original }) => ({ label: original.replace('T', ' '), kind: 'time', detail: `${dayLabel(original.slice(0, 10), context)} · ${MESSAGES.rule[language]}` })))
}

/** Days: today for data, some months ahead for the review and end of a series, its next meetings for exceptions. */
export function dayCompletions(context: LanguageContext, place: ValuePlace): Completion[] {
  const { meeting, config, now, language } = context
  const today = wallAt(now, zoneOf(meeting, config) ?? 'UTC').slice(0, 10)
  const show = (day: string, said: string): Proposed => ({ label: day, kind: 'time', detail: `${dayLabel(day, context)} · ${said}` })
  if (place.key === 'except') {
    const days: string[] = []
    for (let after = now; days.length < 6;) {
      const next = nextOf(meeting, config, after)
      if (next === undefined) break
      days.push(next.wall.slice(0, 10))
      after = next.start + 1
    }
    return propose(place.range, days.map((day) => show(day, MESSAGES.rule[language])))
  }
  if (place.key === 'materials') return propose(place.range, [show(today, MESSAGES.today[language])])
  return propose(place.range, [3, 6, 12].map((count) => show(addDays(today, count * 30), MESSAGES.later[language].replace('{count}', String(count)))))
}
