import type { Range } from '../text/range.ts'
import type { Meeting } from '../meeting/model.ts'
import { pieceOf } from '../meeting/piece.ts'

/** A stretch of running text: places in `text` are places in the file, counted from `start`; Markdown's marks are spaces,
 * and of line breaks only those are kept that end something. */
export interface Stretch {
  readonly start: number
  readonly text: string
}

/** Texts of the front matter that people read: title, purpose, outcome, reasons and notes. */
export function frontMatterProse(meeting: Meeting, text: string): Stretch[] {
  const { title, purpose, outcome, reason, optional, materials, extended, notes } = meeting.fields
  const ranges: (Range | undefined)[] = [
    title?.range, purpose?.range, ...(outcome?.value ?? []).map((each) => each.range), reason?.range,
    ...(optional?.value ?? []).map((each) => each.reason?.range), ...(materials?.value ?? []).map((each) => each.note?.range),
    ...(extended?.value ?? []).map((each) => each.reason?.range), ...(notes?.value ?? []).map((each) => each.range),
  ]
  return ranges.flatMap((range) => (range === undefined || range.end <= range.start ? [] : [{ start: range.start, text: text.slice(range.start, range.end) }]))
}

/**
 * Paragraphs, list items and table cells between two places of the body, headings, code and comments left out. Reads lines, not
 * blocks: what a rule looks for needs no more, and it is cheap.
 */
export function* bodyProse(text: string, from: number, to: number): Iterable<Stretch> {
  let begun = -1
  let end = -1
  let fence = ''
  for (const { start, stop } of linesOf(text, from, to)) {
    const line = text.slice(start, stop)
    const bare = line.trimStart()
    // Most lines begin with a letter, and then they are none of the things below.
    const plain = bare !== '' && !MARKS.test(bare.charAt(0))
    const opens = plain ? '' : /^(`{3,}|~{3,})/.exec(bare)?.[1] ?? ''
    const breaks = fence !== '' || !plain && (opens !== '' || bare === '' || /^(?:#{1,6}(?:\s|$)|<[!/a-z]|\||[-*+]\s|\d{1,9}[.)]\s|[-=_*]{3,}\s*$)/i.test(bare))
    if (breaks && begun !== -1) {
      yield stretchOf(text, begun, end)
      begun = -1
    }
    if (fence !== '') {
      if (opens.startsWith(fence)) fence = ''
      continue
    }
    if (opens !== '') {
      fence = opens
      continue
    }
    // A line of HTML is markup.
    if (bare === '' || !plain && /^(?:#{1,6}(?:\s|$)|<[!/a-z]|[-=_*]{3,}\s*$)/i.test(bare)) continue
    if (bare.startsWith('|')) {
      yield* cellsOf(text, start, stop)
      continue
    }
    if (begun === -1) begun = start + (/^\s*(?:[-*+]|\d{1,9}[.)])?\s*(?:\[[ xX]\]\s)?/.exec(line)?.[0].length ?? 0)
    end = stop
  }
  if (begun !== -1) yield stretchOf(text, begun, end)
}

/** With what everything begins that is no running text. */
const MARKS = /[#<|*+=_`~\d-]/

function linesOf(text: string, from: number, to: number): { start: number; stop: number }[] {
  const lines: { start: number; stop: number }[] = []
  // A carriage return alone, which ends a line too, is rare.
  const alone = /\r(?!\n)/.test(text)
  for (let start = from; start < to;) {
    const feed = text.indexOf('\n', start)
    const carriage = alone ? text.indexOf('\r', start) : -1
    let stop = Math.min(to, feed === -1 ? to : feed, carriage === -1 ? to : carriage)
    if (stop > start && text.charAt(stop - 1) === '\r') stop--
    lines.push({ start, stop })
    start = stop + (text.startsWith('\r\n', stop) ? 2 : 1)
  }
  return lines
}

function* cellsOf(text: string, start: number, stop: number): Iterable<Stretch> {
  let from = start
  for (let at = start; at <= stop; at++) {
    if (at < stop && text.charAt(at) !== '|') continue
    if (text.slice(from, at).trim() !== '') yield stretchOf(text, from, at)
    from = at + 1
  }
}

function stretchOf(text: string, start: number, end: number): Stretch {
  const { spaced } = pieceOf(text, { start, end })
  if (spaced.length === 0 || !text.slice(start, end).includes('\n')) return { start, text: spaced }
  let out = spaced
  // Only a line that goes on in lower case is a sentence broken to fit; any other begins something new.
  for (const { index, 0: ends } of text.slice(start, end).matchAll(/[ \t]*\r?\n(?!\s*\p{Ll})/gu)) out = out.slice(0, index) + ends + out.slice(index + ends.length)
  return { start, text: out }
}
