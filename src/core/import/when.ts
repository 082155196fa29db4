import { findMinutes } from '../meeting/minutes.ts'
import { findDay, findDayOf, type FoundDay } from './day.ts'
import type { Found, Proposal } from './model.ts'
import type { Line } from './outline.ts'
import { foundInPath, foundOn, stemOf, type Source } from './source.ts'
import { clockText, findTime, findZone, type FoundTime } from './time.ts'

type When = Pick<Proposal, 'date' | 'start' | 'zone' | 'duration'>
type Writable = { -readonly [K in keyof When]: When[K] | undefined }

/** The day, time, zone and length of the meeting. What the text says goes before what its name says. */
export function readWhen(source: Source): When {
  const found: Writable = {}
  const labelled = labelledLines(source)
  // Where a table of zones has a line for UTC, that one tells the time, and no other.
  const table: Writable = {}
  zoneTable(source, table)
  const isChoice = (line: Line): boolean => convertedTimes(source.text.slice(line.range.start, line.range.end)) > 1
  const opening = openingLines(source, table.start !== undefined).filter((line) => !isChoice(line))
  for (const line of [...labelled, ...opening]) {
    const day = found.date === undefined ? findDay(line.piece.spaced) : undefined
    if (day) found.date = foundOn(line, day.value, day.from, day.to, day.sureness)
  }
  const isTimed = [...labelled, ...opening].some((line) => findTime(line.piece.spaced) !== undefined)
  if (!isTimed) Object.assign(found, { ...table, ...known(found) })
  found.date ??= fromFrontMatter(source) ?? fromName(source) ?? withoutYear(source, opening) ?? laterHeading(source) ?? partOfName(source)
  for (const line of [...labelled, ...opening]) if (found.start === undefined) readTime(line, found)
  if (found.start === undefined) Object.assign(found, { ...table, ...known(found) })
  if (found.zone === undefined) fromConverter(source, found)
  if (found.start === undefined) spanOfName(source, found)
  found.duration ??= labelledDuration(source)
  return known(found)
}

/** The fields that were found. */
function known(found: Writable): When {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** Lines that say when, by their label or the heading above; those about another meeting are left out. */
function labelledLines({ groups }: Source): Line[] {
  const found: Line[] = []
  for (const group of groups) {
    if (group.meaning === 'aside' || group.meaning === 'actions') continue
    if (group.meaning === 'when' && group.own) found.push(...group.lines.slice(0, 4))
    else found.push(...group.lines.filter((line) => line.label?.meaning === 'when' && line.label.rest < line.piece.spaced.length))
  }
  return found.slice(0, 6)
}

/** The heading that opens a text, and what stands beside it: the first three lines and the first heading. */
function openingLines({ lines }: Source, hasTable: boolean): Line[] {
  const first = lines.filter((line) => line.form === 'heading').slice(0, 1)
  const opening = lines.slice(0, 3).filter((line) => line.form !== 'item' && (line.form !== 'row' || !hasTable) && line.piece.spaced.trim().length <= 160)
  return [...new Set([...first, ...opening])].sort((a, b) => a.range.start - b.range.start)
}

function laterHeading({ lines }: Source): Found<string> | undefined {
  for (const line of lines.filter((each) => each.form === 'heading').slice(0, 8)) {
    const day = findDay(line.piece.spaced)
    if (day) return foundOn(line, day.value, day.from, day.to, 'likely')
  }
  return undefined
}

function fromFrontMatter({ text, fields, meeting }: Source): Found<string> | undefined {
  const field = fields.start ?? fields.startDay
  if (field) return { value: field.value.slice(0, 10), sureness: 'sure', place: { in: 'text', range: field.range } }
  const title = meeting.frontMatter?.entries.find((each) => each.key === 'title')?.valueRange
  const day = title === undefined ? undefined : findDay(text.slice(title.start, title.end))
  if (title === undefined || day === undefined) return undefined
  return { value: day.value, sureness: 'sure', place: { in: 'text', range: { start: title.start + day.from, end: title.start + day.to } } }
}

function fromName({ path }: Source): Found<string> | undefined {
  const { name, from } = stemOf(path)
  const day = findDay(name)
  return day && inName(day, from)
}

/** A day without its year, in the year that the path names. */
function withoutYear({ year }: Source, opening: readonly Line[]): Found<string> | undefined {
  if (year === undefined) return undefined
  for (const line of opening) {
    const day = findDayOf(line.piece.spaced, year)
    if (day && line.piece.spaced.trim().length <= 40) return foundOn(line, day.value, day.from, day.to, 'likely')
  }
  return undefined
}

/** `2022/…_11.3.md`: the month and day in the name, the year before them. */
function partOfName({ path, year }: Source): Found<string> | undefined {
  const { name, from } = stemOf(path)
  const day = year === undefined ? undefined : findDayOf(name.replace(/_/g, ' ').replace(year, '    '), year)
  return day && inName(day, from)
}

function inName(day: FoundDay, from: number): Found<string> {
  return foundInPath(day.value, from + day.from, from + day.to, day.sureness)
}

/** Takes time, length and zone off a line that says when, or that holds the day. */
function readTime(line: Line, found: Writable): void {
  const plain = line.piece.spaced
  const day = findDay(plain)
  const lead = day === undefined ? '' : plain.slice(0, day.from) + ' '.repeat(day.to - day.from)
  // Only a `T` may join a time to the day before it.
  const rest = day === undefined ? plain : lead + plain.slice(day.to).replace(/^T(?=\d)/, ' ')
  if (/^:\d/.test(rest.trimStart())) return
  const time = findTime(rest)
  if (time === undefined) return
  found.start = foundOn(line, clockText(time.start), time.from, time.to)
  setLength(line, time, found)
  const zone = findZone(rest)
  if (zone) found.zone = foundOn(line, zone.value, zone.from, zone.to, zone.sureness)
}

function setLength(line: Line, { start, end, from, to }: FoundTime, found: Writable): void {
  if (end === undefined) return
  // A meeting may run past midnight, but not for a day.
  const minutes = end > start ? end - start : end + 1440 - start
  if (minutes > 0 && minutes <= 720) found.duration = foundOn(line, minutes, from, to)
}

/** A table or list of local times: the line of UTC gives the time. */
function zoneTable({ text, meeting }: Source, found: Writable): void {
  for (const match of text.matchAll(/^.*\bUTC\b.*$/gm)) {
    if (match.index < meeting.bodyStart) continue
    const plain = match[0].replace(/<[^>]*>/g, (tag) => ' '.repeat(tag.length)).replace(/\]\([^)]*\)/g, (link) => ' '.repeat(link.length))
    if (match[0].length > 200 || /UTC\s*[+-]\s*\d/.test(plain) || !/\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\d{4}/i.test(plain)) continue
    const day = findDay(plain)
    const rest = day === undefined ? plain : plain.slice(0, day.from) + ' '.repeat(day.to - day.from) + plain.slice(day.to).replace(/^T(?=\d)/, ' ')
    const time = findTime(rest)
    if (time === undefined) continue
    const at = (from: number, to: number) => ({ in: 'text' as const, range: { start: match.index + from, end: match.index + to } })
    found.start = { value: clockText(time.start), sureness: 'sure', place: at(time.from, time.to) }
    if (day) found.date ??= { value: day.value, sureness: day.sureness, place: at(day.from, day.to) }
    const utc = plain.indexOf('UTC')
    found.zone = { value: 'UTC', sureness: 'sure', place: at(utc, utc + 3) }
    return
  }
}

/** How many times the links to converters of zones name. */
function convertedTimes(text: string): number {
  return new Set([...text.matchAll(/\/(?:utc|gmt)\?t=([^\s&)>"'#]+)/gi)].map((each) => each[1])).size
}

/**
 * A link to a converter of zones carries the time in its address: `…/utc?t=5pm`, `…/UTC/2022-04-27/17:00/…`. Where such links give two
 * times, neither is said to be the meeting's.
 */
function fromConverter({ text }: Source, found: Writable): void {
  if (convertedTimes(text) > 1) return
  const dated = /https?:\/\/[^\s)>]*?\/([A-Za-z_]{3,20})\/\d{4}-\d{2}-\d{2}\/(\d{1,2}:\d{2})\//.exec(text)
  const [clock, zoned] = [findTime(dated?.[2] ?? ''), findZone(dated?.[1] ?? '')]
  if (dated && clock && zoned && found.start === undefined) {
    const at = dated.index + dated[0].length - 1
    const zone = dated.index + dated[0].lastIndexOf(`/${dated[1] ?? ''}/`) + 1
    found.start = { value: clockText(clock.start), sureness: 'likely', place: { in: 'text', range: { start: at - (dated[2] ?? '').length, end: at } } }
    found.zone = { value: zoned.value, sureness: 'likely', place: { in: 'text', range: { start: zone, end: zone + (dated[1] ?? '').length } } }
    return
  }
  const match = /https?:\/\/[^\s)>]*\/(utc|gmt)\?t=(\d{1,4}(?::\d{2})?[ap]m|\d{1,2}:\d{2}|\d{4})(?=[\s&)>"'#])/i.exec(text)
  const time = findTime((match?.[2] ?? '').replace(/^(\d{2})(\d{2})/, '$1:$2'))
  if (match === null || time === undefined || (found.start !== undefined && found.start.value !== clockText(time.start))) return
  const from = match.index + match[0].length - (match[2] ?? '').length
  const zone = match.index + match[0].toLowerCase().indexOf(`/${(match[1] ?? '').toLowerCase()}?`) + 1
  found.start ??= { value: clockText(time.start), sureness: 'likely', place: { in: 'text', range: { start: from, end: match.index + match[0].length } } }
  found.zone = { value: 'UTC', sureness: 'likely', place: { in: 'text', range: { start: zone, end: zone + 3 } } }
}

/** `1015-1115_topic.md`: the slot of a session. */
function spanOfName({ path }: Source, found: Writable): void {
  const { name, from } = stemOf(path)
  const match = /(?:^|[_ ])(\d{2})(\d{2})-(\d{2})(\d{2})(?=[_ ])/.exec(name)
  if (match === null) return
  const [start, end] = [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])]
  if (Number(match[1]) > 23 || Number(match[3]) > 23 || Number(match[2]) > 59 || Number(match[4]) > 59 || end <= start) return
  const at = from + match.index + match[0].search(/\d/)
  found.start = foundInPath(clockText(start), at, at + 4, 'likely')
  found.duration = foundInPath(end - start, at, at + 9, 'likely')
}

function labelledDuration({ groups }: Source): Found<number> | undefined {
  for (const group of groups) {
    if (group.meaning === 'agenda' || group.meaning === 'aside') continue
    for (const line of group.lines) {
      if (line.label?.meaning !== 'duration') continue
      const found = findMinutes(line.piece.spaced, line.label.rest, line.piece.spaced.length)
      if (found) return foundOn(line, found.minutes, found.from, found.to)
    }
  }
  return undefined
}
