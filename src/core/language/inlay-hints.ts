import { regionOf } from '../arrangement/working-time.ts'
import { dayKind } from '../arrangement/holidays/day.ts'
import { whenOf, zoneOfAttendee } from '../arrangement/when.ts'
import { attendeesOf, resolvePerson } from '../arrangement/who.ts'
import { wallAt, weekdayOf } from '../arrangement/zone.ts'
import type { Message } from '../messages/message.ts'
import { render, weekdayName } from '../messages/render.ts'
import { lineAt, lineRange } from '../text/lines.ts'
import type { Located, Range } from '../text/range.ts'
import type { LanguageContext } from './context.ts'
import { escapeMarkdown, markdownList, plainLine } from './markdown.ts'
import { personPlaces } from './people-places.ts'
import type { InlayHint } from './shapes.ts'
import { agendaTimeline, clockText } from './timeline.ts'

const MESSAGES = {
  left: { en: '{length} left', zh: '还剩 {length}' },
  over: { en: '{length} over', zh: '超出 {length}' },
  full: { en: 'fills the meeting', zh: '正好用完' },
  holiday: { en: 'holiday', zh: '假日' },
  makeUp: { en: 'make-up workday', zh: '调休上班' },
  others: { en: 'and {count} more', zh: '等 {count} 人' },
} satisfies Record<string, Message>

/** What is computed from the text, shown in it: clock times of the agenda, local times, weekdays, names. Within a span, in the text's order. */
export function inlayHints(context: LanguageContext, within: Range): InlayHint[] {
  const hints = [...agendaHints(context), ...dayHints(context), ...nameHints(context)]
  return hints.filter(({ offset }) => offset >= within.start && offset <= within.end).sort((a, b) => a.offset - b.offset)
}

function agendaHints({ meeting, text, lines, language }: LanguageContext): InlayHint[] {
  const { items, left } = agendaTimeline(meeting)
  const hints: InlayHint[] = items.flatMap(({ item, from, to }) => {
    if (item.clock !== undefined || from === undefined) return []
    return [{ offset: item.range.start, label: to === undefined ? clockText(from) : `${clockText(from)}–${clockText(to)}`, before: true }]
  })
  const last = items[items.length - 1]
  if (last !== undefined && left !== undefined && items.some((each) => each.minutes !== undefined)) {
    const message = left === 0 ? MESSAGES.full : left > 0 ? MESSAGES.left : MESSAGES.over
    const offset = lineRange(lines, text, lineAt(lines, last.item.range.start)).end
    hints.push({ offset, label: render(message, { length: { minutes: Math.abs(left) } }, language), before: false })
  }
  return hints
}

/** Weekdays behind dates; behind the start the local times of people in other zones too (A5, A11). */
function dayHints(context: LanguageContext): InlayHint[] {
  const { meeting, language } = context
  const { fields, minutes, looseActions } = meeting
  const hints: InlayHint[] = []
  const add = ({ value, range }: Located<string>, more = ''): void => {
    hints.push({ offset: range.end, label: [dayLabel(value.slice(0, 10), context), more].filter((each) => each !== '').join(' · '), before: false })
  }
  const local = localTimes(context)
  if (fields.start !== undefined) {
    const label = [dayLabel(fields.start.value.slice(0, 10), context), ...local.slice(0, 4).map(({ label: each }) => each)]
    if (local.length > 4) label.push(render(MESSAGES.others, { count: local.slice(4).reduce((all, { people }) => all + people.length, 0) }, language))
    const tooltip = markdownList(local.map(({ label: each, people }) => `${escapeMarkdown(each)}: ${people.map((name) => escapeMarkdown(name)).join(', ')}`))
    hints.push({ offset: fields.start.range.end, label: label.join(' · '), before: false, ...(local.length === 0 ? {} : { tooltip }) })
  }
  for (const field of [fields.startDay, fields.rsvpBy, fields.occurrence, fields.until, fields.review]) if (field !== undefined) add(field)
  for (const day of fields.except?.value ?? []) add(day)
  for (const { from, to } of fields.move?.value ?? []) for (const each of [from, to]) add(each)
  for (const { asOf } of fields.materials?.value ?? []) if (asOf !== undefined) add(asOf)
  for (const { due } of [...minutes?.actions?.items ?? [], ...looseActions?.items ?? []]) if (due !== undefined) add(due)
  return hints
}

/** Weekday of a date, and what is particular about it where the configuration's holidays are kept. */
export function dayLabel(day: string, { config, language }: Pick<LanguageContext, 'config' | 'language'>): string {
  const weekday = weekdayName(day, language)
  const kind = dayKind(day, config.holidayRegion)
  if (kind === 'holiday') return `${weekday} ${MESSAGES.holiday[language]}`
  return kind === 'work' && config.holidayRegion?.startsWith('CN') === true && [0, 6].includes(weekdayOf(day)) ? `${weekday} ${MESSAGES.makeUp[language]}` : weekday
}

interface LocalTime {
  readonly label: string
  readonly people: readonly string[]
}

/** What the clocks of people in other zones show at the start: one entry a clock, with the city of the zone. */
function localTimes({ meeting, config, language }: LanguageContext): LocalTime[] {
  const when = whenOf(meeting, config)
  if (when === undefined) return []
  const here = wallAt(when.start, when.zone)
  const clocks = new Map<string, { label: string; people: string[] }>()
  for (const attendee of attendeesOf(meeting, config)) {
    const zone = zoneOfAttendee(attendee, config)
    if (zone === undefined) continue
    const wall = wallAt(when.start, zone)
    if (wall === here) continue
    const day = wall.slice(0, 10) === here.slice(0, 10) ? '' : ` ${weekdayName(wall, language)}`
    const holiday = dayKind(wall.slice(0, 10), regionOf(attendee, config)) === 'holiday' ? ` ${MESSAGES.holiday[language]}` : ''
    const clock = `${wall.slice(11)}${day}${holiday}`
    const known = clocks.get(clock)
    const name = attendee.person?.name ?? attendee.key
    if (known === undefined) clocks.set(clock, { label: `${cityOf(zone)} ${clock}`, people: [name] })
    else known.people.push(name)
  }
  return [...clocks.values()]
}

/** The last part of a zone's name, as people say it: `America/New_York` → New York. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replace(/_/g, ' ')
}

function nameHints({ meeting, config }: LanguageContext): InlayHint[] {
  return personPlaces(meeting).flatMap(({ ref }) => {
    const found = resolvePerson(ref, config)
    const name = found.kind === 'person' ? found.person.name : undefined
    if (name === undefined || plain(name) === plain(ref.value)) return []
    return [{ offset: ref.range.end, label: plainLine(name).slice(0, 40), before: false }]
  })
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s._-]+/g, '')
}
