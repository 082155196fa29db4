import type { Located, Range } from '../text/range.ts'
import { MARK, plainText, unmask } from './markdown/plain.ts'
import { pieceOf, type Piece } from './piece.ts'

/** Units that only join a time or a person to the text, at its edges. */
const JOINING = /[\s\0\-–—:：,，;；、|·()（）[\]【】]/

/**
 * What is left of a piece when the `used` spans are taken away: a located text whose
 * range reaches from the first unit left to the last. Spans at the edges shorten the range; one in the middle is left
 * out of the value only.
 */
export function remainder({ text, masked, range: { start, end } }: Piece, used: readonly Range[]): Located<string> {
  const sorted = used.filter((each) => each.end > each.start).sort((a, b) => a.start - b.start)
  const pieces: Stretch[] = []
  let at = start
  for (const span of sorted) {
    if (span.start > at) pieces.push({ from: at, to: span.start })
    at = Math.max(at, span.end)
  }
  if (at < end) pieces.push({ from: at, to: end })
  if (sorted.length > 0) trimPieces(text, masked, start, pieces)
  else trimSpace(masked, start, pieces)
  const first = pieces[0]
  const last = pieces[pieces.length - 1]
  if (first && first.from > start && isEscape(text, masked, start, first.from - 1)) first.from--
  if (!first || !last) return { value: '', range: { start, end: start } }
  if (pieces.length === 1) return wholeMarks(text, masked, start, first)
  const value = unmask(pieces.map((piece) => masked.slice(piece.from - start, piece.to - start)).join(' '))
  return { value, range: { start: first.from, end: last.to } }
}

/**
 * The stretch as a located text, widened by the marks beside it where it would otherwise cut through one (half a link),
 * so that the text under the range reads as the value.
 */
function wholeMarks(text: string, masked: string, base: number, { from, to }: Stretch): Located<string> {
  const value = unmask(masked.slice(from - base, to - base))
  if (!masked.includes(MARK)) return { value, range: { start: from, end: to } }
  let wideFrom = from
  let wideTo = to
  while (wideFrom > base && masked.charAt(wideFrom - 1 - base) === MARK) wideFrom--
  while (masked.charAt(wideTo - base) === MARK) wideTo++
  const ranges = [[from, to], [wideFrom, wideTo], [from, wideTo], [wideFrom, to]] as const
  const fit = ranges.find((range) => plainText(text.slice(range[0], range[1])) === value)
  if (fit) return { value, range: { start: fit[0], end: fit[1] } }
  return { value: plainText(text.slice(from, to)), range: { start: from, end: to } }
}

interface Stretch {
  from: number
  to: number
}

function trimPieces(text: string, masked: string, base: number, pieces: Stretch[]): void {
  const joins = (piece: Stretch, offset: number): boolean => {
    const unit = masked.charAt(offset - base)
    // An escape's backslash stays with what it escapes.
    if (isEscape(text, masked, base, offset)) return false
    return JOINING.test(unit) && !isMatched(masked.slice(piece.from - base, piece.to - base), offset - piece.from)
  }
  for (let first = pieces[0]; first; first = pieces[0]) {
    while (first.from < first.to && joins(first, first.from)) first.from++
    if (first.from < first.to) break
    pieces.shift()
  }
  for (let last = pieces[pieces.length - 1]; last; last = pieces[pieces.length - 1]) {
    while (last.to > last.from && joins(last, last.to - 1)) last.to--
    if (last.to > last.from) break
    pieces.pop()
  }
}

function isEscape(text: string, masked: string, base: number, offset: number): boolean {
  return text.charCodeAt(offset) === 92 && masked.charAt(offset - base) === MARK
}

const OPENING = '([（【'
const CLOSING = ')]）】'

/** True for a bracket whose other half stands in the same stretch with something between them. */
function isMatched(stretch: string, at: number): boolean {
  const opens = OPENING.indexOf(stretch.charAt(at))
  const closes = CLOSING.indexOf(stretch.charAt(at))
  if (opens !== -1) return stretch.indexOf(CLOSING.charAt(opens), at + 1) > at + 1
  if (closes === -1) return false
  const open = stretch.lastIndexOf(OPENING.charAt(closes), at)
  return open !== -1 && open < at - 1
}

function trimSpace(masked: string, base: number, pieces: Stretch[]): void {
  const [only] = pieces
  if (!only) return
  const spare = (offset: number): boolean => {
    const unit = masked.charAt(offset - base)
    return unit === MARK || /\s/.test(unit)
  }
  while (only.from < only.to && spare(only.from)) only.from++
  while (only.to > only.from && spare(only.to - 1)) only.to--
  if (only.from === only.to) pieces.length = 0
}

/** The text under a range as a located value (see `plainText`). */
export function locatedText(text: string, range: Range): Located<string> {
  return remainder(pieceOf(text, range), [])
}
