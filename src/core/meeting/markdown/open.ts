import { advance, findNonspace, onSpace, skipSpace } from './cursor.ts'
import { node, type Node } from './block.ts'
import { atxLevel, atxText, fenceLength, isRule, listMarker, underlineLevel } from './marks.ts'
import { delimiterColumns, rowCells } from './table.ts'
import { endsHtml, htmlKind } from './html.ts'
import { takeDefinitions } from './definitions.ts'
import { closeTo, push, type Reader } from './reader.ts'

/** Blocks within blocks beyond this depth are read as text: nobody writes them, and hostile ones would exhaust the stack. */
const DEEPEST = 100

/**
 * Opens the blocks that begin in the rest of the line, inside the first `matched` open ones. Gives 'line' where the
 * whole line is used up, else the number of open blocks that the rest of the line stands in.
 */
export function openBlocks(reader: Reader, matched: number): 'line' | number {
  const { cursor, open } = reader
  let inside = matched
  for (;;) {
    findNonspace(cursor)
    if (cursor.blank) return inside
    if (cursor.indent >= 4) {
      if (open[open.length - 1]?.kind === 'paragraph') return inside
      openInto(reader, inside, indentedCode(reader))
      return 'line'
    }
    if (open.length > DEEPEST) return inside
    const result = openOne(reader, inside)
    if (result === 'none') return inside
    if (result === 'line') return 'line'
    inside = open.length
  }
}

/** Closes what the new block does not stand in, and opens it there. */
function openInto(reader: Reader, inside: number, block: Node): void {
  const { open } = reader
  closeTo(reader, inside)
  for (let last = open[open.length - 1]; last && !holds(last, block); last = open[open.length - 1]) {
    closeTo(reader, open.length - 1)
  }
  push(reader, block)
}

function holds(outer: Node, inner: Node): boolean {
  if (outer.kind === 'list') return inner.kind === 'item'
  return outer.kind === 'document' || outer.kind === 'item' || outer.kind === 'quote' || outer.kind === 'footnote'
}

function openOne(reader: Reader, inside: number): 'none' | 'line' | 'container' {
  const { cursor, text, open } = reader
  const at = cursor.nonspace
  const unit = text.charCodeAt(at)
  const parent = open[inside - 1]
  const inParagraph = parent?.kind === 'paragraph'
  switch (unit) {
    case 62: // >
      skipSpace(cursor)
      advance(cursor, 1)
      if (onSpace(cursor)) advance(cursor, 1)
      openInto(reader, inside, node('quote', at, 'blocks'))
      return 'container'
    case 35: // #
      return openHeading(reader, inside, inParagraph)
    case 96: // `
    case 126: // ~
      return openFence(reader, inside, unit)
    case 60: // <
      return openHtml(reader, inside)
    case 91: // [
      return openFootnote(reader, inside)
    case 61: // =
      return inParagraph && underline(reader, inside, parent) ? 'line' : 'none'
    case 124: // |
    case 58: // :
      return inParagraph && openTable(reader, inside, parent) ? 'line' : 'none'
    case 45: // -
      if (inParagraph && underline(reader, inside, parent)) return 'line'
      if (isRule(text, at, cursor.lineEnd)) return openRule(reader, inside)
      if (openItem(reader, inside, inParagraph)) return 'container'
      return inParagraph && openTable(reader, inside, parent) ? 'line' : 'none'
    case 42: // *
    case 95: // _
      if (isRule(text, at, cursor.lineEnd)) return openRule(reader, inside)
      return unit === 42 && openItem(reader, inside, inParagraph) ? 'container' : 'none'
    case 43: // +
      return openItem(reader, inside, inParagraph) ? 'container' : 'none'
    default:
      return unit >= 48 && unit <= 57 && openItem(reader, inside, inParagraph) ? 'container' : 'none'
  }
}

function indentedCode(reader: Reader): Node {
  const { cursor } = reader
  const block = node('code', cursor.nonspace, 'nothing')
  block.end = cursor.lineEnd
  return block
}

function openHeading(reader: Reader, inside: number, inParagraph: boolean): 'none' | 'line' {
  const { cursor, text } = reader
  const at = cursor.nonspace
  const found = atxLevel(text, at, cursor.lineEnd)
  // One `#` before a letter inside a paragraph is rather a tag that a line break brought there.
  if (!found || (found.loose && found.level === 1 && (inParagraph || reader.open.at(-1)?.kind === 'paragraph'))) return 'none'
  const block = node('heading', at, 'lines')
  block.level = found.level
  block.loose = found.loose
  const span = atxText(text, at + found.level, cursor.lineEnd)
  block.lines.push(span.start, span.end)
  block.end = cursor.lineEnd
  while (block.end > at && (text.charCodeAt(block.end - 1) === 32 || text.charCodeAt(block.end - 1) === 9)) block.end--
  openInto(reader, inside, block)
  closeTo(reader, reader.open.length - 1)
  return 'line'
}

function openFence(reader: Reader, inside: number, mark: number): 'none' | 'line' {
  const { cursor, text } = reader
  const length = fenceLength(text, cursor.nonspace, cursor.lineEnd)
  if (length === 0) return 'none'
  const block = node('code', cursor.nonspace, 'nothing')
  block.mark = mark
  block.width = length
  block.indent = cursor.indent
  block.end = cursor.lineEnd
  openInto(reader, inside, block)
  return 'line'
}

function openHtml(reader: Reader, inside: number): 'none' | 'line' {
  const { cursor, text, open } = reader
  const at = cursor.nonspace
  const kind = htmlKind(text.slice(at, cursor.lineEnd))
  if (kind === 0 || (kind === 7 && open[open.length - 1]?.kind === 'paragraph')) return 'none'
  const block = node('html', at, 'nothing')
  block.width = kind
  block.end = cursor.lineEnd
  openInto(reader, inside, block)
  const from = kind === 2 ? at + 2 : at
  if (endsHtml(kind, text, from, cursor.lineEnd)) closeTo(reader, open.length - 1)
  return 'line'
}

function openFootnote(reader: Reader, inside: number): 'none' | 'container' {
  const { cursor, text } = reader
  const at = cursor.nonspace
  if (text.charCodeAt(at + 1) !== 94) return 'none'
  let next = at + 2
  for (; next < cursor.lineEnd; next++) {
    const unit = text.charCodeAt(next)
    if (unit === 93) break
    if (unit === 91 || unit === 32 || unit === 9) return 'none'
    if (unit === 92) next++
  }
  if (next === at + 2 || next >= cursor.lineEnd || text.charCodeAt(next + 1) !== 58) return 'none'
  skipSpace(cursor)
  advance(cursor, next + 2 - at)
  findNonspace(cursor)
  skipSpace(cursor)
  const block = node('footnote', at, 'blocks')
  block.end = next + 2
  openInto(reader, inside, block)
  return 'container'
}

function openRule(reader: Reader, inside: number): 'line' {
  const { cursor, open } = reader
  const block = node('rule', cursor.nonspace, 'nothing')
  block.end = cursor.lineEnd
  openInto(reader, inside, block)
  closeTo(reader, open.length - 1)
  return 'line'
}

/** Makes the paragraph a heading, unless nothing but link definitions stands in it. */
function underline(reader: Reader, inside: number, paragraph: Node): boolean {
  const { cursor, text, open } = reader
  const level = underlineLevel(text, cursor.nonspace, cursor.lineEnd)
  if (level === 0 || open.length !== inside) return false
  const parent = open[inside - 2]
  if (parent) takeDefinitions(text, paragraph, parent)
  if (paragraph.lines.length === 0) return false
  paragraph.kind = 'heading'
  paragraph.level = level
  let end = cursor.lineEnd
  while (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9) end--
  paragraph.end = end
  closeTo(reader, inside - 1)
  return true
}

/** Makes the paragraph's last line a table's head where this line is its delimiter row. */
function openTable(reader: Reader, inside: number, paragraph: Node): boolean {
  const { cursor, text, open } = reader
  if (open.length !== inside || paragraph.indent > 3) return false
  const columns = delimiterColumns(text, cursor.nonspace, cursor.lineEnd)
  if (columns === 0) return false
  const { lines } = paragraph
  const start = lines[lines.length - 2] ?? 0
  const end = lines[lines.length - 1] ?? 0
  if (rowCells(text, start, end).length !== columns * 2) return false
  lines.length -= 2
  paragraph.end = lines[lines.length - 1] ?? start
  if (lines.length === 0) open[inside - 2]?.children.pop()
  if (lines.length === 0) open.pop()
  else closeTo(reader, inside - 1)
  const table = node('table', start, 'lines')
  table.lines.push(start, end)
  table.end = cursor.lineEnd
  push(reader, table)
  return true
}

function openItem(reader: Reader, inside: number, inParagraph: boolean): boolean {
  const { cursor, text, open } = reader
  const at = cursor.nonspace
  const marker = listMarker(text, at, cursor.lineEnd)
  if (!marker) return false
  if (inParagraph) {
    if (marker.ordered && marker.number !== 1) return false
    if (isEmptyItem(text, at + marker.length, cursor.lineEnd)) return false
  }
  const indent = cursor.indent
  skipSpace(cursor)
  advance(cursor, marker.length)
  const spaces = takeSpaces(reader)
  closeTo(reader, inside)
  const list = open[open.length - 1]
  if (list?.kind !== 'list' || list.mark !== marker.mark) {
    const fresh = node('list', at, 'blocks')
    fresh.mark = marker.mark
    fresh.level = marker.ordered ? 1 : 0
    openInto(reader, open.length, fresh)
  }
  const item = node('item', at, 'blocks')
  item.mark = marker.mark
  item.level = marker.ordered ? 1 : 0
  item.width = indent + marker.length + spaces
  item.end = at + marker.length
  item.contentStart = item.end
  openInto(reader, open.length, item)
  return true
}

function isEmptyItem(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 9) return false
  return true
}

/** Moves past the white space after a list marker; gives the columns that belong to the marker (1 to 4). */
function takeSpaces(reader: Reader): number {
  const { cursor } = reader
  findNonspace(cursor)
  if (cursor.indent >= 1 && cursor.indent <= 4 && !cursor.blank) {
    const { indent } = cursor
    skipSpace(cursor)
    return indent
  }
  if (onSpace(cursor)) advance(cursor, 1)
  return 1
}
