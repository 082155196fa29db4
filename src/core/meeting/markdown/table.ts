import { isSpace } from './marks.ts'

/** Number of columns of a table's delimiter row (`| --- | :-: |`), 0 where the line is none. */
export function delimiterColumns(text: string, from: number, to: number): number {
  let at = from
  let columns = 0
  let seen = false
  if (text.charCodeAt(at) === 124) {
    seen = true
    at++
  }
  for (;;) {
    while (at < to && isSpace(text.charCodeAt(at))) at++
    if (at >= to) break
    if (text.charCodeAt(at) === 58) {
      seen = true
      at++
    }
    const dashes = at
    while (at < to && text.charCodeAt(at) === 45) at++
    if (at === dashes) return 0
    columns++
    if (at < to && text.charCodeAt(at) === 58) {
      seen = true
      at++
    }
    while (at < to && isSpace(text.charCodeAt(at))) at++
    if (at >= to) break
    if (text.charCodeAt(at) !== 124) return 0
    seen = true
    at++
  }
  return seen ? columns : 0
}

/** The cells of a table's row: start and end of each in pairs, without white space around them. `\|` is no border. */
export function rowCells(text: string, from: number, to: number): number[] {
  const cells: number[] = []
  let at = from
  while (at < to && isSpace(text.charCodeAt(at))) at++
  if (text.charCodeAt(at) === 124) at++
  let start = at
  for (; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 92) {
      const next = text.charCodeAt(at + 1)
      if (at + 1 < to && (next === 92 || next === 124)) at++
    } else if (unit === 124) {
      pushTrimmed(text, start, at, cells)
      start = at + 1
    }
  }
  if (start < to) {
    const before = cells.length
    pushTrimmed(text, start, to, cells)
    if (cells[before] === cells[before + 1]) cells.length = before
  }
  return cells
}

function pushTrimmed(text: string, from: number, to: number, cells: number[]): void {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  cells.push(start, end)
}
