import { writeDuration } from '../config/duration.ts'
import { isZone } from '../config/zone-name.ts'
import { KEYS, type Key } from '../meeting/keys.ts'
import type { Entry, FrontMatter, Meeting } from '../meeting/model.ts'
import { parse } from '../meeting/parse.ts'
import { slugOf } from '../meeting/slug.ts'
import { yamlText } from '../rules/edits.ts'
import { BOM, lineEnd } from '../text/lines.ts'
import { flow } from './directory.ts'
import type { Named, Proposal } from './model.ts'
import { stemOf } from './source.ts'
import { zoneName } from './time.ts'

/** What importing makes of one file. */
export interface Written {
  /** The file's new text; the old one where nothing is to add. Its body is the old body to the byte. */
  readonly text: string
  /** Keys that were added, in the order of the file. */
  readonly added: readonly Key[]
  /** Keys that were there already with another value than was found; they stay as they are. */
  readonly kept: readonly Key[]
  /** Keys of the front matter that mean nothing to us; they stay as they are. */
  readonly foreign: readonly string[]
  /** The front matter cannot be read, so nothing was touched. */
  readonly unreadable: boolean
  readonly id: string | undefined
}

/**
 * Puts what was found into the front matter: keys that are missing are added, a key that is there is never changed, and the body is
 * kept to the byte. Other tools' keys stay as well, each under a comment that asks lint to pass it over. A second run adds nothing.
 */
export function writeMeeting(text: string, proposal: Proposal, reference: (named: Named) => string, taken: ReadonlySet<string>): Written {
  const { meeting } = parse(text)
  const front = meeting.frontMatter
  const own = meeting.fields.id?.value
  if (front !== undefined && (!front.readable || !isClosed(text, front))) {
    return { text, added: [], kept: [], foreign: [], unreadable: true, id: own }
  }
  const foreign = front?.entries.filter((each) => each.key === undefined && !/^x-/i.test(each.written)) ?? []
  const id = own ?? freeId(proposal, taken)
  const lines = frontLines(proposal, id, reference, meeting)
  const names = foreign.map((each) => each.written)
  const kept = front === undefined ? [] : keptKeys(proposal, meeting)
  if (lines.length === 0) return { text, added: [], kept, foreign: names, unreadable: false, id }
  const end = lineEnd(text)
  const added = lines.map(([key]) => key)
  const zh = proposal.language === 'zh'
  const block = lines.map(([key, value]) => `${zh ? KEYS[key].zh : key}:${value.startsWith('\n') ? '' : ' '}${value.replaceAll('\n', end)}${end}`).join('')
  if (front === undefined) {
    const start = text.charCodeAt(0) === BOM ? 1 : 0
    return { text: `${text.slice(0, start)}---${end}${block}---${end}${text.slice(start)}`, added, kept, foreign: [], unreadable: false, id }
  }
  const before = silenced(text, front, foreign, meeting, end, zh)
  return { text: before + block + text.slice(front.content.end), added, kept, foreign: names, unreadable: false, id }
}

/** The text up to the end of the front matter's content, with a comment above each key of another tool. */
function silenced(text: string, front: FrontMatter, foreign: readonly Entry[], meeting: Meeting, end: string, zh: boolean): string {
  let result = ''
  let last = 0
  for (const { keyRange } of foreign) {
    const start = lineStart(text, keyRange.start)
    const line = text.slice(0, start).split('\n').length - 1
    if (meeting.suppressions.some((each) => each.line === line)) continue
    // A key in brackets shares its line with others; what stands there is left alone.
    if (text.slice(start, keyRange.start).trim() !== '') continue
    result += `${text.slice(last, start)}# convoke-disable-next-line front-matter -- ${zh ? '其他工具的键' : 'another tool’s key'}${end}`
    last = start
  }
  return result + text.slice(last, front.content.end)
}

function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !/[\r\n\uFEFF]/.test(text.charAt(start - 1))) start--
  return start
}

function isClosed(text: string, front: FrontMatter): boolean {
  return text.startsWith('---', front.content.end)
}

/** The keys that are missing, with their values as YAML. */
function frontLines(proposal: Proposal, id: string | undefined, reference: (named: Named) => string, meeting: Meeting): (readonly [Key, string])[] {
  const there = new Set(meeting.frontMatter?.entries.flatMap((each) => each.key ?? each.probably ?? []) ?? [])
  const missing = (...keys: Key[]): boolean => keys.every((key) => !there.has(key))
  const lines: (readonly [Key, string])[] = []
  const { title, date, start, zone, duration, link, organizer, attendees, language } = proposal
  if (id !== undefined && missing('id')) lines.push(['id', yamlText(id)])
  if (title && missing('title')) lines.push(['title', yamlText(title.value)])
  const name = zone && zoneName(zone.value)
  // A time of day in a zone that has no name would be read in another one.
  const timed = start !== undefined && (zone === undefined || (name !== undefined && isZone(name)))
  if (date && missing('start', 'date')) lines.push(timed && missing('time') ? ['start', `${date.value} ${start.value}`] : ['date', date.value])
  else if (timed && missing('start', 'time') && meeting.fields.startDay?.value === date?.value && date) lines.push(['time', `"${start.value}"`])
  if (timed && name !== undefined && missing('timezone')) lines.push(['timezone', name])
  if (duration && duration.value > 0 && missing('duration') && !there.has('time')) lines.push(['duration', writeDuration(duration.value, language)])
  if (organizer && missing('organizer')) lines.push(['organizer', yamlText(reference(organizer.value))])
  if (link && missing('link')) lines.push(['link', /^https?:\/\/[^\s#:]+$/.test(link.value) ? link.value : yamlText(link.value)])
  if (attendees.length > 0 && missing('attendees', 'required', 'optional')) lines.push(['attendees', listOf(attendees.map((each) => reference(each.value)))])
  return lines
}

function listOf(names: readonly string[]): string {
  const all = [...new Set(names)].map(flow)
  const line = `[${all.join(', ')}]`
  return line.length <= 120 ? line : `\n${all.map((each) => `  - ${each}`).join('\n')}`
}

/** Keys whose value in the front matter is another one than the text says. */
function keptKeys({ title, link, date, duration }: Proposal, { fields, bodyStart }: Meeting): Key[] {
  const kept: Key[] = []
  if (fields.title && title && title.place.in === 'text' && title.place.range.start >= bodyStart && fields.title.value !== title.value) kept.push('title')
  if (fields.link && link && fields.link.value !== link.value) kept.push('link')
  const day = (fields.start ?? fields.startDay)?.value.slice(0, 10)
  if (day !== undefined && date && day !== date.value) kept.push('date')
  if (fields.duration && duration && fields.duration.value !== duration.value) kept.push('duration')
  return kept
}

/** Day and title, else the file's name; with the name, then a number, where another meeting has it already. */
function freeId(proposal: Proposal, taken: ReadonlySet<string>): string | undefined {
  const { date, title } = proposal
  const stem = slugOf(stemOf(proposal.path).name.replace(/\p{M}/gu, ''))
  const words = title ? slugOf(title.value.replace(/\p{M}/gu, '')) : stem
  const dated = (slug: string): string => (date && !slug.startsWith(date.value) ? `${date.value}-${slug}` : slug)
  const candidates = [dated(words), dated(stem)]
  for (let number = 2; number < 1000; number++) candidates.push(`${dated(words)}-${number}`)
  return candidates.find((each) => !taken.has(each))
}
