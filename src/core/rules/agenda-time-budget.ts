import type { Message } from '../messages/message.ts'
import type { AgendaItem, Meeting } from '../meeting/model.ts'
import type { TextEdit } from '../text/edit.ts'
import { writeDuration } from '../config/duration.ts'
import { isNotice } from './agenda-notices.ts'
import { setKey } from './edits.ts'
import { firstLine } from './missing.ts'
import type { Context, Finding, Fix, Rule } from './rule.ts'

const messages = {
  none: { en: 'No agenda: add a section “## Agenda” with an item and a time on each line.', zh: '没有议程，请加上“## 议程”一节，每行一个议题并写明时间。' },
  empty: { en: 'The agenda has no item.', zh: '议程里没有议题。' },
  untimed: { en: '“{item}” has no time: write how long it takes, such as (15m).', zh: '“{item}”没有写时间，请注明用时，例如（15分钟）。' },
  over: { en: 'The items take {sum}, the meeting {length}.', zh: '各议题共 {sum}，会议只有 {length}。' },
  overlap: { en: '“{item}” begins at {clock}, before “{before}” ends.', zh: '“{item}”于 {clock} 开始，此时“{before}”还没有结束。' },
  pastEnd: { en: '“{item}” runs until {clock}; the meeting ends at {end}.', zh: '“{item}”到 {clock} 才结束，而会议在 {end} 结束。' },
  fixShare: { en: 'Give it {length}, what is left of the meeting', zh: '给它 {length}，即会议剩余的时间' },
  fixScale: { en: 'Shorten the items in proportion, to {length} in all', zh: '按比例压缩各议题，合计 {length}' },
  fixLengthen: { en: 'Make the meeting {length} long', zh: '把会议时长改为 {length}' },
} satisfies Record<string, Message>

/** A17: the agenda gives every item its time, and the items fit the duration. */
export const agendaTimeBudget: Rule = {
  id: 'agenda-time-budget',
  clauses: ['A17'],
  severity: 'warning',
  speaks: 'always',
  summary: { en: 'Every agenda item has a time, and together they fit the duration', zh: '每个议题都有时间，合计不超过会议时长' },
  messages,
  *check(context) {
    const { meeting } = context
    const { agenda } = meeting
    if (agenda === undefined) yield { message: messages.none, range: firstLine(meeting) }
    else if (agenda.items.length === 0) yield { message: messages.empty, range: agenda.section.headingRange }
    else {
      yield* checkTimes(context, agenda.items)
      const clock = [...checkClock(meeting, agenda.items)]
      // One complaint a defect: where the clock shows it, the sum is not said as well.
      if (clock.length > 0) yield* clock
      else yield* checkSum(context, agenda.items)
    }
  },
}

/** Minutes of an item by its length or its clock times; undefined where it has neither. */
export function minutesOf({ minutes, clock }: AgendaItem): number | undefined {
  if (minutes !== undefined) return minutes.value
  return clock?.value.end === undefined ? undefined : (clock.value.end - clock.value.start + 1440) % 1440
}

function* checkTimes({ meeting, text }: Context, items: readonly AgendaItem[]): Iterable<Finding> {
  const untimed = items.filter((item, at) => minutesOf(item) === undefined && !isBounded(meeting, items, at) && !isNotice(meeting, item))
  const left = (meeting.fields.duration?.value ?? 0) - items.reduce((sum, item) => sum + (minutesOf(item) ?? 0), 0)
  for (const item of untimed) {
    const share = untimed.length === 1 && left >= 5 ? left : 0
    const fixes = share === 0 || item.form !== 'list' ? [] : [{
      title: messages.fixShare, data: { length: { minutes: share } }, safe: false,
      edits: [addTime(text, item, share, meeting)],
    }]
    yield { message: messages.untimed, data: { item: clip(item.title.value) }, range: item.title.range, fixes }
  }
}

/** An item that begins at a clock time ends when the next one begins, and the last one when the meeting ends. */
function isBounded({ fields }: Meeting, items: readonly AgendaItem[], at: number): boolean {
  if (items[at]?.clock === undefined) return false
  return at + 1 < items.length ? items[at + 1]?.clock !== undefined : fields.start !== undefined && fields.duration !== undefined
}

function addTime(text: string, item: AgendaItem, minutes: number, meeting: Meeting): TextEdit {
  let end = item.range.end
  while (end > item.range.start && /\s/.test(text.charAt(end - 1))) end--
  // What belongs to the item itself ends with its first line.
  const line = text.slice(item.range.start, end).search(/[\r\n]/)
  const at = line === -1 ? end : item.range.start + line
  const length = writeDuration(minutes, meeting.language)
  return { range: { start: at, end: at }, text: meeting.language === 'zh' ? `（${length}）` : ` (${length})` }
}

function* checkClock(meeting: Meeting, items: readonly AgendaItem[]): Iterable<Finding> {
  const { start, duration } = meeting.fields
  const begin = start === undefined ? undefined : minutesOfDay(start.value.slice(11))
  const finish = begin === undefined || duration === undefined ? undefined : begin + duration.value
  // Clock times are those of the meeting's zone; one before the start is after midnight.
  const onLine = (clock: number): number => (begin !== undefined && clock < begin - 360 ? clock + 1440 : clock)
  let before: { item: AgendaItem; end: number } | undefined
  for (const item of items) {
    const { clock } = item
    if (clock === undefined) continue
    const from = onLine(clock.value.start)
    const to = clock.value.end === undefined ? from + (item.minutes?.value ?? 0) : onLine(clock.value.end)
    if (before !== undefined && from < before.end) {
      yield { message: messages.overlap, data: { item: clip(item.title.value), clock: clockText(from), before: clip(before.item.title.value) }, range: clock.range }
    } else if (finish !== undefined && to > finish) {
      yield { message: messages.pastEnd, data: { item: clip(item.title.value), clock: clockText(to), end: clockText(finish) }, range: clock.range }
    }
    if (before === undefined || to > before.end) before = { item, end: to }
  }
}

function* checkSum({ meeting, text }: Context, items: readonly AgendaItem[]): Iterable<Finding> {
  const { duration } = meeting.fields
  const sum = items.reduce((all, item) => all + (minutesOf(item) ?? 0), 0)
  if (duration === undefined || sum <= duration.value) return
  const fixes: Fix[] = []
  const scaled = scale(items, duration.value)
  if (scaled !== undefined) {
    const edits = items.flatMap((item, at) => (item.minutes === undefined || scaled[at] === undefined ? [] : [{ range: item.minutes.range, text: writeDuration(scaled[at], meeting.language) }]))
    const total = scaled.reduce((all, each) => all + each, 0)
    fixes.push({ title: messages.fixScale, data: { length: { minutes: total } }, safe: false, edits })
  }
  const own = meeting.frontMatter?.entries.some((each) => each.key === 'duration' && each.readable) === true
  if (sum <= 120 && own) {
    fixes.push({ title: messages.fixLengthen, data: { length: { minutes: sum } }, safe: false, edits: setKey(meeting, text, 'duration', writeDuration(sum, meeting.language)) })
  }
  const range = meeting.agenda?.section.headingRange ?? firstLine(meeting)
  yield { message: messages.over, data: { sum: { minutes: sum }, length: { minutes: duration.value } }, range, fixes }
}

/** The items' minutes scaled to a length, in steps of five where that leaves each at least five, the largest giving way first. */
function scale(items: readonly AgendaItem[], length: number): number[] | undefined {
  if (items.some((item) => item.minutes === undefined)) return undefined
  const minutes = items.map((item) => item.minutes?.value ?? 0)
  const sum = minutes.reduce((all, each) => all + each, 0)
  const step = length / items.length >= 10 ? 5 : 1
  const scaled = minutes.map((each) => Math.max(step, Math.floor((each * length) / sum / step) * step))
  return scaled.reduce((all, each) => all + each, 0) <= length ? scaled : undefined
}

function minutesOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A title shortened for a message. */
function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
