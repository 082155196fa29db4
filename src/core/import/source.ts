import type { Fields, Meeting } from '../meeting/model.ts'
import { blocksOf, parse } from '../meeting/parse.ts'
import { findDay, findDayOf } from './day.ts'
import { meaningOf } from './meaning.ts'
import type { Found, Place, Sureness } from './model.ts'
import { firstEntry, firstMeeting, groupsOf, linesOf, type Group, type Line } from './outline.ts'

/** A file as the readers of its fields see it. */
export interface Source {
  readonly text: string
  readonly path: string
  readonly meeting: Meeting
  readonly fields: Fields
  readonly lines: readonly Line[]
  readonly groups: readonly Group[]
  /** The year that the path names, for dates that leave it out. */
  readonly year?: string
  /** The file holds several meetings; the first one in it is read. */
  readonly several: boolean
}

/** Reads a file's lines and groups once, for all fields. */
export function readSource(text: string, path: string): Source {
  const { meeting } = parse(text)
  const all = linesOf(text, blocksOf(text, meeting.bodyStart))
  const year = [...path.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].pop()?.[1]
  const lines = firstEntry(firstMeeting(all, (line) => dayAlone(line.piece.spaced, year)), (line) => findDay(line.piece.spaced)?.value)
  const several = lines.length > 0 && lines[lines.length - 1] !== all[all.length - 1]
  return { text, path, meeting, fields: meeting.fields, lines, groups: groupsOf(text, lines), several, ...(year === undefined ? {} : { year }) }
}

/** The day of a line that is nothing else, a remark in brackets aside. */
function dayAlone(plain: string, year: string | undefined): string | undefined {
  const day = findDay(plain) ?? (year === undefined || !/\p{L}/u.test(plain) ? undefined : findDayOf(plain, year))
  const rest = day && (plain.slice(0, day.from) + plain.slice(day.to)).replace(/[([（].*?[)\]）]|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?/giu, '')
  return rest !== undefined && !/[\p{L}\d]/u.test(rest) ? day?.value : undefined
}

/** A value found on a line, at places of its piece. */
export function foundOn<T>(line: Line, value: T, from: number, to: number, sureness: Sureness = 'sure'): Found<T> {
  const start = line.piece.range.start
  return { value, sureness, place: { in: 'text', range: { start: start + from, end: start + to } } }
}

/** A value found in the path, at places in it. */
export function foundInPath<T>(value: T, from: number, to: number, sureness: Sureness = 'sure'): Found<T> {
  const place: Place = { in: 'path', range: { start: from, end: to } }
  return { value, sureness, place }
}

/** The file's name without its folders and ending, and where it begins in the path. */
export function stemOf(path: string): { name: string; from: number } {
  const from = path.lastIndexOf('/') + 1
  return { name: path.slice(from).replace(/\.[a-z\d]{1,8}$/i, ''), from }
}

/** True where a group stands below one whose own words have a meaning. */
export function isBelow(group: Group | undefined, meaning: Group['meaning']): boolean {
  for (let at = group; at !== undefined; at = at.parent) if (at.own && at.meaning === meaning) return true
  return false
}

/** True for a heading that a template has in every file, or that only names a part of the minutes. */
export function isPartName(words: string): boolean {
  return meaningOf(words.trim()) !== undefined
}
