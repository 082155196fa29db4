import type { Position, Range } from './range.ts'

export const BOM = 0xfeff

/** Where each line of a text begins; line ends are LF, CRLF or a lone CR, as LSP has them. */
export interface LineIndex {
  /** Offsets of the lines' first units. A byte order mark belongs to no line: line 0 starts after it. */
  readonly starts: readonly number[]
  /** Length of the text in UTF-16 units. */
  readonly length: number
}

/** Reads the line starts of a text. */
export function indexLines(text: string): LineIndex {
  const starts = [text.charCodeAt(0) === BOM ? 1 : 0]
  const hasCarriageReturn = text.includes('\r')
  if (!hasCarriageReturn) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return { starts, length: text.length }
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return { starts, length: text.length }
}

/** The zero-based number of the line that holds an offset. */
export function lineAt(index: LineIndex, offset: number): number {
  let low = 0
  let high = index.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((index.starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The LSP position of an offset. An offset outside the text is drawn to its nearer end. */
export function positionAt(index: LineIndex, offset: number): Position {
  const within = Math.min(Math.max(offset, index.starts[0] ?? 0), index.length)
  const line = lineAt(index, within)
  return { line, character: within - (index.starts[line] ?? 0) }
}

/** The offset of an LSP position. A line or character past the end is drawn back to the text's end. */
export function offsetAt(index: LineIndex, position: Position): number {
  const start = index.starts[position.line]
  if (start === undefined) return index.length
  return Math.min(start + position.character, index.starts[position.line + 1] ?? index.length)
}

/** The span of a line without its line end. */
export function lineRange(index: LineIndex, text: string, line: number): Range {
  const start = index.starts[line] ?? index.length
  let end = index.starts[line + 1] ?? index.length
  while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--
  return { start, end }
}

/** The line end that a text uses: CRLF when its first line end is one, LF otherwise. */
export function lineEnd(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n')
  return first > 0 && text.charCodeAt(first - 1) === 13 ? '\r\n' : '\n'
}
