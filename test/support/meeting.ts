import { parse } from '../../src/core/meeting/parse.ts'
import type { ActionItem, AgendaItem, Meeting, RollCallEntry } from '../../src/core/meeting/model.ts'
import type { Range } from '../../src/core/text/range.ts'

/*
 * The door that the tests of the parser go through: a text in, and what was read of it with the text under the ranges.
 */

/** The meeting that a text is. */
export function meeting(text: string): Meeting {
  return parse(text).meeting
}

/** What is said of an item in a test: values, and in `under` the text beneath each of their ranges. */
export interface Said {
  readonly [name: string]: unknown
}

/** The agenda items of lines under an agenda heading. */
export function agenda(lines: string): Said[] {
  const text = `## Agenda\n${lines}`
  return (meeting(text).agenda?.items ?? []).map((item) => sayAgenda(text, item))
}

/** The only agenda item of a line. */
export function agendaItem(line: string): Said {
  const items = agenda(`- ${line}\n`)
  if (items.length !== 1) throw new Error(`one item expected, ${items.length} read`)
  return items[0] ?? {}
}

function sayAgenda(text: string, item: AgendaItem): Said {
  return {
    title: item.title.value,
    ...(item.minutes ? { minutes: item.minutes.value, underMinutes: under(text, item.minutes.range) } : {}),
    ...(item.clock ? { clock: clock(item.clock.value), underClock: under(text, item.clock.range) } : {}),
    ...(item.owners.length > 0 ? { owners: item.owners.map((owner) => under(text, owner.range)) } : {}),
  }
}

function clock({ start, end }: { start: number; end?: number }): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const show = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return end === undefined ? show(start) : `${show(start)}-${show(end)}`
}

/** The action items of lines under their heading inside Minutes. */
export function actions(lines: string): Said[] {
  const text = `## Minutes\n### Action items\n${lines}`
  return (meeting(text).minutes?.actions?.items ?? []).map((item) => sayAction(text, item))
}

/** The only action item of a line. */
export function action(line: string): Said {
  const items = actions(`${line}\n`)
  if (items.length !== 1) throw new Error(`one item expected, ${items.length} read`)
  return items[0] ?? {}
}

function sayAction(text: string, item: ActionItem): Said {
  return {
    text: item.text.value,
    ...(item.done ? { done: true } : {}),
    ...(item.owners.length > 0 ? { owners: item.owners.map((owner) => under(text, owner.range)) } : {}),
    ...(item.due ? { due: item.due.value, underDue: under(text, item.due.range) } : {}),
    ...(item.dueText ? { dueText: item.dueText.value } : {}),
    ...(item.issue ? { issue: item.issue.value } : {}),
  }
}

/** The roll call of lines under Attendance. */
export function rollCall(lines: string): Said[] {
  const text = `## Minutes\n### Attendance\n${lines}`
  return (meeting(text).minutes?.attendance?.entries ?? []).map((entry) => sayEntry(text, entry))
}

function sayEntry(text: string, entry: RollCallEntry): Said {
  return {
    person: under(text, entry.person.range),
    present: entry.present,
    ...(entry.note ? { note: under(text, entry.note.range) } : {}),
  }
}

/** The text under a range. */
export function under(text: string, range: Range): string {
  return text.slice(range.start, range.end)
}
