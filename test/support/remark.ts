import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import type { Nodes, Root } from 'mdast'
import type { Block } from '../../src/core/meeting/markdown/block.ts'
import { readBlocks } from '../../src/core/meeting/markdown/blocks.ts'
import { rowCells } from '../../src/core/meeting/markdown/table.ts'
import { readLinks } from '../../src/core/meeting/links.ts'

/*
 * Our reader of Markdown beside remark, the judge (DESIGN 5). Both results are drawn down to lines of text that say
 * what stands where, so that a difference reads as a difference. Front matter is cut off
 * before: where the body begins is said by the caller.
 */

const processor = remark().use(remarkGfm)

/** What remark and our own reader see in a body that begins at `from`. */
export function compare(text: string, from = 0): { remark: string[]; ours: string[]; loose: number } {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const start = Math.max(from - (text.length - source.length), 0)
  const body = source.slice(start)
  const root = readBlocks(body, 0)
  const ours: string[] = []
  describeBlock(body, root, 0, ours)
  for (const link of readLinks(body, root)) if (!/^mailto:/i.test(link.url.value)) ours.push(`link ${decode(link.url.value)}`)
  const theirs: string[] = []
  describeNode(body, processor.parse(body), 0, theirs)
  return { remark: theirs.sort(), ours: ours.filter((line) => !line.startsWith('loose')).sort(),
    loose: ours.filter((line) => line.startsWith('loose')).length }
}

function describeBlock(text: string, block: Block, depth: number, lines: string[]): void {
  if (block.kind === 'heading') {
    const [start = 0] = block.lines
    const end = block.lines[block.lines.length - 1] ?? start
    const span = start === end ? 'none' : `${start}-${end}`
    lines.push(`${block.loose ? 'loose' : 'heading'} ${block.start} level ${block.level} text ${span}`)
  } else if (block.kind === 'item') {
    lines.push(`item ${block.start} depth ${depth} box ${block.box ? block.checked : 'none'}`)
  } else if (block.kind === 'table') {
    const rows: string[] = []
    for (let row = 0; row < block.lines.length; row += 2) {
      rows.push(cellTexts(text, rowCells(text, block.lines[row] ?? 0, block.lines[row + 1] ?? 0)))
    }
    lines.push(`table ${block.start} ${rows.join(' / ')}`)
  }
  for (const child of block.children) describeBlock(text, child, depth + (block.kind === 'item' ? 1 : 0), lines)
}

function cellTexts(text: string, cells: readonly number[]): string {
  let result = ''
  for (let cell = 0; cell < cells.length; cell += 2) result += `[${text.slice(cells[cell], cells[cell + 1])}]`
  return result
}

function describeNode(text: string, node: Nodes | Root, depth: number, lines: string[]): void {
  const start = node.position?.start.offset ?? 0
  if (node.type === 'heading') {
    const first = node.children[0]?.position?.start.offset
    const last = node.children.at(-1)?.position?.end.offset
    const span = first === undefined ? 'none' : `${first}-${last}`
    lines.push(`heading ${start} level ${node.depth} text ${span}`)
  } else if (node.type === 'listItem') {
    lines.push(`item ${start} depth ${depth} box ${node.checked ?? 'none'}`)
  } else if (node.type === 'table') {
    const rows = node.children.map((row) => row.children.map((cell) => `[${cellSource(text, cell)}]`).join(''))
    lines.push(`table ${start} ${rows.join(' / ')}`)
  } else if ((node.type === 'link' && !node.url.startsWith('mailto:')) || node.type === 'image' || node.type === 'definition') {
    lines.push(`link ${decode(node.type === 'link' ? withoutPrefix(node) : node.url)}`)
  }
  if ('children' in node) for (const child of node.children) describeNode(text, child,
    depth + (node.type === 'listItem' ? 1 : 0), lines)
}

/** The URL of a `www.` link as it is written. */
function withoutPrefix(node: Nodes & { url: string }): string {
  const [only] = 'children' in node ? node.children : []
  return only?.type === 'text' && node.url === `http://${only.value}` && only.value.startsWith('www.') ? only.value : node.url
}

function cellSource(text: string, cell: Nodes): string {
  const start = cell.position?.start.offset ?? 0
  const end = cell.position?.end.offset ?? start
  return text.slice(start, end).replace(/^\|/, '').trim().replace(/(?<!\\)\|$/, '').trim()
}

function decode(url: string): string {
  return url.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/&amp;/g, '&')
}
