import { findDay } from './day.ts'
import { meaningOf } from './meaning.ts'
import type { Found } from './model.ts'
import { foundOn, type Source } from './source.ts'
import { findTime, findZone } from './time.ts'

/** What only joins a title to the rest of its line. */
const EDGE = /[\s\0\p{Pd}:：,，;；|·•@《》_\uFEFF]/u
const WEEKDAY = /(?<![a-z])(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])|(?:周|星期)[一二三四五六日天]|(?<![a-z])at(?=[\s\0]*$)|(?<![a-z])week[- ]of(?![a-z])/giu

/**
 * What the meeting is called: by a label, the front matter, or the heading that opens the text. Its day, time and zone do not
 * belong to the title, `date` is the day that was found.
 */
export function readTitle(source: Source, date: string | undefined): Found<string> | undefined {
  return labelled(source, date, /名称|name/i) ?? fromFrontMatter(source, date) ?? opening(source, date) ?? labelled(source, date, /./) ?? firstLine(source, date)
}

function labelled({ groups }: Source, date: string | undefined, word: RegExp): Found<string> | undefined {
  for (const group of groups) {
    if (group.meaning !== undefined && !['info', 'title', 'discussion'].includes(group.meaning)) continue
    for (const line of group.lines) {
      if (line.label?.meaning !== 'title' || !word.test(line.label.words)) continue
      const span = bare(line.piece.spaced, line.label.rest, date)
      if (span) return foundOn(line, span.value, span.from, span.to)
    }
  }
  return undefined
}

function fromFrontMatter({ fields }: Source, date: string | undefined): Found<string> | undefined {
  const { title } = fields
  const span = title && bare(title.value, 0, date)
  return title && span && { value: span.value, sureness: 'sure', place: { in: 'text', range: title.range } }
}

/** The first heading, where it opens the text and says more than the name of a part. */
function opening({ lines }: Source, date: string | undefined): Found<string> | undefined {
  const at = lines.findIndex((line) => line.form === 'heading')
  const line = lines[at]
  if (line === undefined || at > 2) return undefined
  const plain = line.piece.spaced.trim()
  const span = bare(line.piece.spaced, 0, date)
  if (span === undefined) return undefined
  const meaning = meaningOf(span.value) ?? meaningOf(plain)
  // 会议时间：2025-09-10 says when, and what is only the name of a part calls no meeting anything.
  if (line.label?.meaning === 'when' || (findDay(plain) !== undefined && /^agenda$/i.test(span.value))) return undefined
  // A part's name alone is no title; where the text opens with "Call Agenda", it is the best that there is.
  if (meaning !== undefined && findDay(plain) === undefined && !(at === 0 && (meaning === 'agenda' || meaning === 'discussion') && /\s/.test(plain))) return undefined
  return foundOn(line, span.value, span.from, span.to, line.level <= 2 && meaning === undefined ? 'sure' : 'likely')
}

/** The line that opens a text, where it or the next one says the day and it calls itself a meeting: `PMC 例会 2025-12-4`, `TAG Teleconf`. */
function firstLine({ lines }: Source, date: string | undefined): Found<string> | undefined {
  const [line, next] = lines
  if (line === undefined || line.form !== 'text' || line.label !== undefined || line.piece.spaced.trim().length > 80 || date === undefined) return undefined
  if (![line, next].some((each) => each !== undefined && findDay(each.piece.spaced) !== undefined)) return undefined
  const span = bare(line.piece.spaced, 0, date)
  return span && MEETING.test(span.value) && meaningOf(span.value) === undefined ? foundOn(line, span.value, span.from, span.to, 'likely') : undefined
}

const MEETING = /\b(?:meeting|call|tele-?con(?:f(?:erence)?)?|sync|stand-?up|retro(?:spective)?|workshop|summit|office hours|f2f|face-to-face)\b|会$|会议|例会|周会|月会/i

/** What is left of a line behind `start` without day, time, zone and weekday; undefined where that is no words. */
function bare(plain: string, start: number, date: string | undefined): { value: string; from: number; to: number } | undefined {
  let rest = ' '.repeat(start) + plain.slice(start)
  const blank = (from: number, to: number): void => {
    rest = rest.slice(0, from) + '\0'.repeat(to - from) + rest.slice(to)
  }
  const day = findDay(rest)
  if (day) {
    blank(day.from, day.to)
    for (const find of [findTime, findZone]) {
      const found = find(rest)
      if (found) blank(found.from, found.to)
    }
    const place = /(?<=\0[)）\s]*)(?:beijing|北京时间?|shanghai)\s*$/iu.exec(rest)
    if (place) blank(place.index, rest.length)
    // The end of a span of days stands behind its beginning.
    const end = /^\0*\s*[\p{Pd}~至到]\s*\d{1,2}[./月]\d{1,2}日?/u.exec(rest.slice(day.to))
    if (end) blank(day.to, day.to + end[0].length)
    for (const match of rest.matchAll(WEEKDAY)) blank(match.index, match.index + match[0].length)
  } else if (date !== undefined) {
    const short = new RegExp(`(?<=\\s)0?${Number(date.slice(5, 7))}[./-]0?${Number(date.slice(8))}\\s*$`).exec(rest)
    if (short) blank(short.index, rest.length)
  }
  rest = rest.replace(/[(（[【][\s\0,，]*[)）\]】]/g, (brackets) => '\0'.repeat(brackets.length))
  let [from, to] = [start, rest.length]
  while (from < to && EDGE.test(rest.charAt(from))) from++
  while (to > from && EDGE.test(rest.charAt(to - 1))) to--
  const value = rest.slice(from, to).replace(/[\s\0]+/g, ' ').trim()
  // A remark in brackets, or the name of a place alone, calls no meeting anything.
  const isName = !/^[(（[]/.test(value) && !/^(?:线上(?:会议)?|线下|online|virtual|cancelled|canceled)$/i.test(value) && (!day || !/^\p{Script=Han}{1,3}$/u.test(value) || /[会议组]/.test(value))
  return isName && /\p{L}/u.test(value) && value.length <= 200 ? { value, from, to } : undefined
}
