import type { Range } from '../text/range.ts'
import type { Line } from './lines.ts'
import type { YamlProblem } from './node.ts'
import { problem } from './problems.ts'

/** A key at the start of a line: where it ends, and where its value begins. */
export interface Key {
  readonly name: string
  readonly range: Range
  /** The colon, ASCII or full-width. */
  readonly colon: number
  /** First unit after the colon and the space behind it; the line's end where nothing follows. */
  readonly value: number
  readonly trap?: 'full-width-colon' | 'no-space-after-colon'
}

/** Tells whether a word is a key that the document's reader knows; full-width and tight colons end known keys only. */
export type KnownKey = (name: string) => boolean

/** The key that begins at a place of a line; undefined where none does. */
export function readKey(text: string, from: number, end: number, known: KnownKey): Key | undefined {
  const opening = text.charCodeAt(from)
  if (opening === 34 || opening === 39) return quotedKey(text, from, end, opening)
  // A list item, a flow collection or a reserved sign begins no key.
  if (isOneOf(opening, '[]{}&*!|>%@`#,') || (opening === 45 && isSpace(text.charCodeAt(from + 1)))) return undefined
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 35 && isSpace(text.charCodeAt(at - 1))) return undefined
    if (unit !== 58 && unit !== 0xff1a) continue
    const range = { start: from, end: trimEnd(text, from, at) }
    const name = text.slice(range.start, range.end)
    let value = at + 1
    while (value < end && isSpace(text.charCodeAt(value))) value++
    if (unit === 58 && (at + 1 === end || value > at + 1)) return { name, range, colon: at, value }
    if (known(name)) return { name, range, colon: at, value, trap: unit === 58 ? 'no-space-after-colon' : 'full-width-colon' }
  }
  return undefined
}

function quotedKey(text: string, from: number, end: number, quoteUnit: number): Key | undefined {
  const close = text.indexOf(String.fromCharCode(quoteUnit), from + 1)
  if (close === -1 || close >= end) return undefined
  let colon = close + 1
  while (colon < end && isSpace(text.charCodeAt(colon))) colon++
  if (text.charCodeAt(colon) !== 58 || (colon + 1 < end && !isSpace(text.charCodeAt(colon + 1)))) return undefined
  let value = colon + 1
  while (value < end && isSpace(text.charCodeAt(value))) value++
  return { name: text.slice(from + 1, close), range: { start: from, end: close + 1 }, colon, value }
}

/** Reports a colon that YAML would not take, with the edit that makes it one. */
export function reportColon(key: Key, lineEnd: number, problems: YamlProblem[]): void {
  if (key.trap === undefined) return
  const edits = [{ range: { start: key.colon, end: key.value }, text: key.value < lineEnd ? ': ' : ':' }]
  problems.push(problem(key.trap, { start: key.range.start, end: key.colon + 1 }, { key: key.name }, { title: 'colon', edits }))
}

/** Reports tabs in the indentation of lines, once for all of them. */
export function reportTabs(text: string, lines: readonly Line[], problems: YamlProblem[]): void {
  const tabbed = lines.filter((each) => each.tab && !each.blank)
  const first = tabbed[0]
  if (first === undefined) return
  const edits = tabbed.map(({ start, first: end }) => ({ range: { start, end }, text: text.slice(start, end).replace(/\t/g, '  ') }))
  problems.push(problem('tab-indent', { start: first.start, end: first.first }, {}, { title: 'spaces', edits }))
}

/** The end of a stretch without the white space before it. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--
  return end
}

export function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9
}

export function isOneOf(unit: number, signs: string): boolean {
  return !Number.isNaN(unit) && signs.includes(String.fromCharCode(unit))
}
