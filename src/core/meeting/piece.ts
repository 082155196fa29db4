import type { Range } from '../text/range.ts'
import { MARK, maskMarks } from './markdown/plain.ts'

/** A stretch of inline text with its marks masked, so that patterns meet only what a person reads. */
export interface Piece {
  readonly text: string
  readonly range: Range
  /** As long as the source; marks are `MARK` units. */
  readonly masked: string
  /** The same with spaces for the marks. */
  readonly spaced: string
}

/** Reads a stretch of the text. */
export function pieceOf(text: string, range: Range): Piece {
  const masked = maskMarks(text.slice(range.start, range.end))
  return { text, range, masked, spaced: masked.includes(MARK) ? masked.replaceAll(MARK, ' ') : masked }
}

/** A range of the text for places in the piece. */
export function rangeIn(piece: Piece, from: number, to: number): Range {
  return { start: piece.range.start + from, end: piece.range.start + to }
}

/** Places in a piece. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A part of a piece in round or square brackets of either width, without the brackets themselves. */
export interface Bracket extends Span {
  /** With the brackets. */
  readonly outerFrom: number
  readonly outerTo: number
}

/** The innermost brackets of a piece, in order. */
export function bracketsOf(piece: Piece): Bracket[] {
  const found: Bracket[] = []
  let open = -1
  for (let at = 0; at < piece.spaced.length; at++) {
    const unit = piece.spaced.charCodeAt(at)
    if (unit > 93 && unit < 0x3010) continue
    if (unit === 40 || unit === 91 || unit === 0xff08 || unit === 0xff3b || unit === 0x3010) open = at
    else if (open !== -1 && (unit === 41 || unit === 93 || unit === 0xff09 || unit === 0xff3d || unit === 0x3011)) {
      found.push({ from: open + 1, to: at, outerFrom: open, outerTo: at + 1 })
      open = -1
    }
  }
  return found
}

/** Places of the parts between separators (commas, semicolons, bars), without white space around them. */
export function partsOf(piece: Piece, from: number, to: number, separators = ',，;；|'): Span[] {
  const parts: Span[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && !separators.includes(piece.spaced.charAt(at))) continue
    const part = trimmed(piece, start, at)
    if (part.from < part.to) parts.push(part)
    start = at + 1
  }
  return parts
}

/** A stretch without white space and marks at its edges. */
export function trimmed(piece: Piece, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && /\s/.test(piece.spaced.charAt(start))) start++
  while (end > start && /\s/.test(piece.spaced.charAt(end - 1))) end--
  return { from: start, to: end }
}
