import { at, type Located } from '../text/range.ts'
import type { TextEdit } from '../text/edit.ts'
import { lineEnd } from '../text/lines.ts'
import { addMinutes } from '../arrangement/zone.ts'
import { KEYS, type Key } from '../meeting/keys.ts'
import type { Field, Meeting, WallTime } from '../meeting/model.ts'
import { quote } from '../yaml/problems.ts'

/** A key's name as this file would write it: in the language of its other keys. */
export function keyName(meeting: Meeting, key: Key): string {
  const entries = meeting.frontMatter?.entries ?? []
  const chinese = entries.filter((each) => each.key !== undefined && /[^\x20-\x7e]/.test(each.written)).length
  return chinese * 2 > entries.length ? KEYS[key].zh : key
}

/**
 * The edit that writes a key with its value: over an empty one that stands there, else as the last line of the front matter.
 * None where there is no front matter to write into.
 */
export function setKey(meeting: Meeting, text: string, key: Key, value: string): TextEdit[] {
  const front = meeting.frontMatter
  if (front === undefined) return []
  const entry = front.entries.find((each) => each.key === key)
  if (entry !== undefined) return [{ range: entry.valueRange, text: entry.empty ? ` ${value}` : value }]
  const end = lineEnd(text)
  const closed = front.content.end === front.content.start || /[\r\n]/.test(text.charAt(front.content.end - 1))
  return [{ range: at(front.content.end), text: `${closed ? '' : end}${keyName(meeting, key)}: ${value}${end}` }]
}

/**
 * The edit that adds words to a list of texts: inside its brackets, as further lines of `- item`, or by making one text a list.
 * The items' ranges lie in the order of the text.
 */
export function addToList(text: string, list: Field<readonly Located<string>[]>, more: readonly string[]): TextEdit[] {
  const last = list.value[list.value.length - 1]
  const joined = more.join(', ')
  if (text.charAt(list.range.start) === '[' && text.charAt(list.range.end - 1) === ']') {
    return [{ range: at(last === undefined ? list.range.end - 1 : afterQuote(text, last.range.end)), text: last === undefined ? joined : `, ${joined}` }]
  }
  if (last === undefined) return [{ range: list.range, text: `[${joined}]` }]
  let start = last.range.start
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--
  const dash = /^[ \t]*-[ \t]+/.exec(text.slice(start, last.range.start + 1))?.[0]
  if (dash === undefined) return [{ range: list.range, text: `[${[...list.value.map(({ value }) => value), ...more].join(', ')}]` }]
  return [{ range: at(afterQuote(text, last.range.end)), text: more.map((word) => `${lineEnd(text)}${dash}${word}`).join('') }]
}

function afterQuote(text: string, end: number): number {
  return /['"]/.test(text.charAt(end)) ? end + 1 : end
}

/** Removes an item of a list together with its line, or with its comma inside brackets. */
export function removeItem(text: string, item: { readonly start: number; readonly end: number }): TextEdit {
  let start = item.start
  while (start > 0 && /[ \t'"@]/.test(text.charAt(start - 1))) start--
  if (text.charAt(start - 1) === '-') {
    while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--
    let end = item.end
    while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end++
    if (text.startsWith('\r\n', end)) end += 2
    else end += 1
    return { range: { start, end: Math.min(end, text.length) }, text: '' }
  }
  let end = item.end
  while (/['" \t]/.test(text.charAt(end))) end++
  if (text.charAt(end) === ',') {
    end++
    while (text.charAt(end) === ' ') end++
    return { range: { start, end }, text: text.charAt(start - 1) === ',' ? ' ' : '' }
  }
  if (text.charAt(start - 1) === ',') start--
  return { range: { start, end }, text: '' }
}

/** A text as a YAML value: plain where that says the same, else in quotes. */
export function yamlText(value: string): string {
  const plain = /^[\p{L}\p{N}][^#:\r\n\t]*$/u.test(value) && !/\s$/.test(value) && !/^(?:true|false|null|~|[-+.\d].*)$/i.test(value)
  return plain || /^https?:\/\/[^\s#]+$/.test(value) ? value : quote(value)
}

/** The edits that move a meeting to another start, whether it is written in one key or as date and time. */
export function moveStart(meeting: Meeting, text: string, wall: WallTime): TextEdit[] {
  const entries = meeting.frontMatter?.entries ?? []
  const time = entries.find((each) => each.key === 'time' && each.readable)
  const date = entries.find((each) => each.key === 'date' && each.readable)
  if (time === undefined || date === undefined || entries.some((each) => each.key === 'start')) {
    return setKey(meeting, text, 'start', wall.replace('T', ' '))
  }
  const written = text.slice(time.valueRange.start, time.valueRange.end)
  const { duration } = meeting.fields
  const clock = wall.slice(11)
  const value = /[-–—~至到]/.test(written) && duration !== undefined ? `${clock}-${addMinutes(wall, duration.value).slice(11)}` : clock
  return [{ range: date.valueRange, text: wall.slice(0, 10) }, { range: time.valueRange, text: value }]
}
