import type { Range } from '../text/range.ts'
import type { Block } from './markdown/block.ts'
import { plainText } from './markdown/plain.ts'
import { rowCells } from './markdown/table.ts'

/**
 * True when something stands in the blocks: text, a filled list item, a table's row, code. Headings, comments, empty
 * bullets and place holders (`…`, TBD, 待定, `D1: …`) are nothing; "none", 无, is something.
 */
export function hasContent(text: string, blocks: readonly Block[]): boolean {
  return blocks.some((block) => says(text, block))
}

function says(text: string, block: Block): boolean {
  switch (block.kind) {
    case 'heading':
    case 'rule':
    case 'definition':
      return false
    case 'paragraph': {
      const start = block.lines[0] ?? block.start
      return !isPlaceholder(plainText(text.slice(start, block.end)))
    }
    case 'html':
      return !isPlaceholder(plainText(text.slice(block.start, block.end)))
    case 'table':
      return rowsSay(text, block.lines)
    case 'code':
      return true
    default:
      return hasContent(text, block.children)
  }
}

function rowsSay(text: string, lines: readonly number[]): boolean {
  for (let at = 2; at < lines.length; at += 2) {
    const cells = rowCells(text, lines[at] ?? 0, lines[at + 1] ?? 0)
    for (let cell = 0; cell < cells.length; cell += 2) {
      if (!isPlaceholder(plainText(text.slice(cells[cell], cells[cell + 1])))) return true
    }
  }
  return false
}

/** True for a text that only keeps a place: empty, `…`, TBD, 待定, also after a label such as `D1:`. */
export function isPlaceholder(plain: string): boolean {
  const rest = plain.replace(/^\[[ xX]?\]\s*/, '').replace(/^[A-Za-z]{1,3}\d{1,3}\s*[:：]\s*/, '')
  return /^(?:[\s.…·\-–—_?？*+/|]*|tbd\.?|tba\.?|to be (?:done|decided|added|filled in)\.?|待定|待补充|待填写?|待确认)[。]?$/i.test(rest)
}

/** True for a text that says that there is nothing: "none", 无. It is content, but no item. */
export function saysNone(plain: string): boolean {
  return /^[([（]?(?:none|nothing|nil|n\/a)[)\]）]?[.。]?$/i.test(plain)
    || /^no (?:decisions?|action items?|actions?)(?: (?:made|taken|recorded))?\.?$/i.test(plain)
    || /^[([（]?(?:无|没有|暂无|本次无|无决议|无决定|无行动项|无待办(?:事项)?)[)\]）]?[.。]?$/.test(plain)
}

/** The blocks of the document's top level that begin inside a range, in order, found by halving. */
export function blocksIn(root: Block, range: Range): readonly Block[] {
  const from = firstFrom(root.children, range.start)
  const to = firstFrom(root.children, range.end)
  return root.children.slice(from, to)
}

function firstFrom(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
