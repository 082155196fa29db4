import ICAL from 'ical.js'
import type { Config } from '../config/model.ts'
import type { Field, Meeting, WallTime } from '../meeting/model.ts'
import type { Message, MessageData } from '../messages/message.ts'
import type { Range } from '../text/range.ts'
import { readRepeat } from './repeat.ts'
import { zoneOf } from './when.ts'
import { addDays, DAY, resolveWall, type Instant } from './zone.ts'

/** One meeting of a series. */
export interface Occurrence {
  /** When the rule has it: its identity for ever (RECURRENCE-ID). */
  readonly original: WallTime
  /** When it takes place. */
  readonly wall: WallTime
  readonly start: Instant
}

/** A rule is followed at most this many steps; a series that old is reviewed first. */
const MOST_STEPS = 5000

/**
 * The meetings of a series that begin in [from, to), at most `limit`. The clock on the wall stays, so a change to summer time
 * moves none of them. Exceptions are left out, moved ones stand at their new time.
 */
export function occurrencesBetween(meeting: Meeting, config: Config, from: Instant, to: Instant, limit = 400): Occurrence[] {
  const zone = zoneOf(meeting, config)
  const { start, move } = meeting.fields
  const rule = ruleOf(meeting)
  if (zone === undefined || start === undefined || rule === undefined) return []
  const moved = new Map((move?.value ?? []).map((each) => [atClock(each.from.value, start.value), atClock(each.to.value, start.value)]))
  const found: Occurrence[] = []
  for (const original of walls(start.value, rule, meeting)) {
    // A moved one may stand up to some weeks from its place in the rule.
    if (resolveWall(original, zone).instant > to + 60 * DAY) break
    const wall = moved.get(original) ?? original
    const instant = resolveWall(wall, zone).instant
    if (instant >= from && instant < to) found.push({ original, wall, start: instant })
    if (found.length >= limit) break
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The first meeting of a series that begins at or after an instant, of those that count. */
export function nextOf(meeting: Meeting, config: Config, after: Instant, counts: (original: WallTime) => boolean = () => true): Occurrence | undefined {
  return occurrencesBetween(meeting, config, after, after + 400 * DAY).find((each) => counts(each.original))
}

/** The recurrence rule of a series' file; undefined for another file or an unreadable rule. */
export function ruleOf(meeting: Meeting): string | undefined {
  return meeting.fields.repeat === undefined ? undefined : readRepeat(meeting.fields.repeat.value)
}

function* walls(start: WallTime, rule: string, { fields }: Meeting): Iterable<WallTime> {
  const skipped = new Set((fields.except?.value ?? []).map((each) => each.value))
  const until = fields.until?.value
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString(`${start}:00`))
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = iterator.next() as ICAL.Time | null
    if (next === null) return
    // The library writes years before 1000 with fewer digits.
    const wall = next.toString().padStart('0001-01-01T00:00:00'.length, '0').slice(0, 16)
    if (until !== undefined && wall.slice(0, 10) > until) return
    if (!skipped.has(wall.slice(0, 10)) && !skipped.has(wall)) yield wall
  }
}

/** A day of a series stands for the series' clock on that day. */
function atClock(value: string, start: WallTime): WallTime {
  return value.length > 10 ? value : `${value}T${start.slice(11)}`
}

const MESSAGES = {
  unreadable: { en: '“{text}” is no repetition; write such as “every 2 weeks on Tuesday” or an RRULE.', zh: '“{text}”不是重复规则，请写成“每两周周二”这样，或写 RRULE。' },
  endless: { en: 'This series has neither an end nor a date to review it: add “until” or “review”.', zh: '这个系列没有结束日期，也没有复审日期，请加上“截至”或“复审”。' },
  noOccurrence: { en: 'The series does not meet on {day}, so there is nothing to leave out or move.', zh: '系列在{day}没有会议，无从取消或改期。' },
  startOff: { en: 'The series begins on {day}, which its own rule leaves out; begin on {first}.', zh: '系列从{day}开始，而按规则这一天没有会议，请从{first}开始。' },
} satisfies Record<string, Message>

/** What is wrong with a series' rule; told by `front-matter`. */
export function* seriesProblems(meeting: Meeting, config: Config): Iterable<{ message: Message; data?: MessageData; range: Range }> {
  const { repeat, start, until, review } = meeting.fields
  if (repeat === undefined) return
  const rule = readRepeat(repeat.value)
  if (rule === undefined) {
    yield { message: MESSAGES.unreadable, data: { text: repeat.value.slice(0, 60) }, range: repeat.range }
    return
  }
  if (until === undefined && review === undefined && !/(?:COUNT|UNTIL)=/.test(rule)) yield { message: MESSAGES.endless, range: repeat.range }
  if (start === undefined || zoneOf(meeting, config) === undefined) return
  yield* strayDays(meeting, start, rule)
}

function* strayDays(meeting: Meeting, start: Field<WallTime>, rule: string): Iterable<{ message: Message; data: MessageData; range: Range }> {
  const { except, ...fields } = meeting.fields
  const named = [...(except?.value ?? []), ...(fields.move?.value ?? []).map((each) => each.from)]
  const last = named.reduce((day, each) => (each.value > day ? each.value : day), start.value).slice(0, 10)
  const days = new Set<string>()
  let first: string | undefined
  for (const wall of walls(start.value, rule, { ...meeting, fields })) {
    first ??= wall.slice(0, 10)
    if (wall.slice(0, 10) > addDays(last, 1)) break
    days.add(wall.slice(0, 10))
  }
  if (first !== undefined && first !== start.value.slice(0, 10)) {
    yield { message: MESSAGES.startOff, data: { day: { date: start.value.slice(0, 10) }, first: { date: first } }, range: start.range }
  }
  for (const { value, range } of named) {
    if (!days.has(value.slice(0, 10))) yield { message: MESSAGES.noOccurrence, data: { day: { date: value.slice(0, 10) } }, range }
  }
}
