import { advance, cursorOf, findNonspace, onSpace, skipSpace, startLine, type Cursor } from './cursor.ts'
import { node, type Block, type Node } from './block.ts'
import { closesFence, isBlank } from './marks.ts'
import { endsHtml } from './html.ts'
import { closeNode } from './close.ts'
import { openBlocks } from './open.ts'
import { addLine, closeTo, push, type Reader } from './reader.ts'

/**
 * Reads the block structure of a Markdown text (CommonMark with GFM's tables, task boxes and footnotes) from an offset
 * on, in one pass and linear time. All offsets are of `text`. Never fails: every text is Markdown.
 */
export function readBlocks(text: string, from: number): Block {
  const root = node('document', from, 'blocks')
  const reader: Reader = { text, cursor: cursorOf(text), open: [root] }
  let nextReturn = text.indexOf('\r', from)
  let nextFeed = -1
  for (let start = from; start < text.length;) {
    if (nextFeed < start) nextFeed = text.indexOf('\n', start)
    if (nextFeed === -1) nextFeed = text.length
    let end = nextFeed
    let next = end + 1
    if (nextReturn !== -1 && nextReturn < end) {
      next = nextReturn + 1 === end ? end + 1 : nextReturn + 1
      end = nextReturn
      nextReturn = text.indexOf('\r', next)
    }
    startLine(reader.cursor, start, end)
    readLine(reader)
    start = next
  }
  closeTo(reader, 1)
  closeNode(text, root)
  return root
}

function readLine(reader: Reader): void {
  const { cursor, open } = reader
  let matched = 1
  for (; matched < open.length; matched++) {
    const block = open[matched]
    if (!block) break
    findNonspace(cursor)
    const state = continues(reader, block)
    if (state === 'closed') {
      closeTo(reader, matched)
      return
    }
    if (state === 'no') break
  }
  findNonspace(cursor)
  const inside = open[matched - 1]
  if (inside?.kind === 'code' || inside?.kind === 'html') {
    addToVerbatim(reader, inside)
    return
  }
  const opened = openBlocks(reader, matched)
  if (opened === 'line') return
  findNonspace(cursor)
  addText(reader, opened)
}

/** Puts the rest of the line into a paragraph or table, an open one where it goes on. */
function addText(reader: Reader, matched: number): void {
  const { cursor, open } = reader
  if (cursor.blank) {
    closeTo(reader, matched)
    return
  }
  const tip = open[open.length - 1]
  const goesOn = tip?.kind === 'paragraph' || (tip?.kind === 'table' && open.length === matched)
  if (tip && goesOn) {
    addLine(reader, tip)
    return
  }
  closeTo(reader, matched)
  if (open[open.length - 1]?.kind === 'list') closeTo(reader, open.length - 1)
  const paragraph = node('paragraph', cursor.nonspace, 'lines')
  push(reader, paragraph)
  addLine(reader, paragraph)
}

/** Whether an open block goes on in this line; the cursor is moved past the marks that it asks for. */
function continues(reader: Reader, block: Node): 'yes' | 'no' | 'closed' {
  const { cursor, text } = reader
  switch (block.kind) {
    case 'list':
      return 'yes'
    case 'item':
      if (cursor.blank) {
        if (block.children.length === 0) return 'no'
        skipSpace(cursor)
        return 'yes'
      }
      if (cursor.indent < block.width) return 'no'
      advance(cursor, block.width)
      return 'yes'
    case 'paragraph':
    case 'table':
      return cursor.blank ? 'no' : 'yes'
    case 'quote':
      if (cursor.indent > 3 || cursor.blank || text.charCodeAt(cursor.nonspace) !== 62) return 'no'
      skipSpace(cursor)
      advance(cursor, 1)
      if (onSpace(cursor)) advance(cursor, 1)
      return 'yes'
    case 'footnote':
      if (cursor.blank) return 'yes'
      if (cursor.indent < 4) return 'no'
      advance(cursor, 4)
      return 'yes'
    case 'code':
      return continuesCode(cursor, text, block)
    case 'html':
      return cursor.blank && block.width > 5 ? 'no' : 'yes'
    default:
      return 'no'
  }
}

function continuesCode(cursor: Cursor, text: string, block: Node): 'yes' | 'no' | 'closed' {
  if (block.mark === 0) {
    if (cursor.indent >= 4) advance(cursor, 4)
    else if (!cursor.blank) return 'no'
    return 'yes'
  }
  if (cursor.indent < 4 && !cursor.blank && text.charCodeAt(cursor.nonspace) === block.mark) {
    if (closesFence(text, cursor.nonspace, cursor.lineEnd, block.mark, block.width)) {
      block.end = cursor.lineEnd
      return 'closed'
    }
  }
  return 'yes'
}

function addToVerbatim(reader: Reader, block: Node): void {
  const { cursor, text, open } = reader
  if (block.mark !== 0 || !isBlank(text, cursor.at, cursor.lineEnd)) block.end = cursor.lineEnd
  if (block.kind === 'html' && endsHtml(block.width, text, cursor.at, cursor.lineEnd)) closeTo(reader, open.length - 1)
}
