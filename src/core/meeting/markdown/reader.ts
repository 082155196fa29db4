import type { Cursor } from './cursor.ts'
import type { Node } from './block.ts'
import { closeNode } from './close.ts'

/** The blocks that are still open, the document first, and the line being read. */
export interface Reader {
  readonly text: string
  readonly cursor: Cursor
  readonly open: Node[]
}

/** Closes open blocks until only `count` are left. */
export function closeTo(reader: Reader, count: number): void {
  const { open, text } = reader
  while (open.length > count) {
    const last = open.pop()
    if (last) closeNode(text, last)
  }
}

/** Makes a block the child of the innermost one that is open. */
export function push(reader: Reader, child: Node): void {
  reader.open[reader.open.length - 1]?.children.push(child)
  reader.open.push(child)
}

/** Adds the line from its first unit that is no white space to its last. */
export function addLine(reader: Reader, block: Node): void {
  const { cursor, text } = reader
  let end = cursor.lineEnd
  for (; end > cursor.nonspace; end--) {
    const unit = text.charCodeAt(end - 1)
    if (unit !== 32 && unit !== 9) break
  }
  block.lines.push(cursor.nonspace, end)
  block.end = end
  block.indent = cursor.indent
}
