import { at, type Range } from '../text/range.ts'
import type { Block } from './markdown/block.ts'

/** The list items of the outermost lists among the blocks, those inside quotes and footnotes too. */
export function topItems(blocks: readonly Block[]): Block[] {
  const items: Block[] = []
  for (const block of blocks) {
    if (block.kind === 'list') items.push(...block.children)
    else if (block.kind === 'quote') items.push(...topItems(block.children))
  }
  return items
}

/** The items of the lists directly inside an item. */
export function nestedItems(item: Block): Block[] {
  return item.children.flatMap((child) => (child.kind === 'list' ? [...child.children] : []))
}

/** The item itself, from after its marker to its end, nested items left out. */
export function itemRange(item: Block): Range {
  const start = item.children[0]?.start ?? item.contentStart
  let end = start
  for (const child of item.children) {
    if (child.kind === 'list') break
    end = child.end
  }
  return { start, end: Math.max(start, end) }
}

/** An item's first paragraph (or heading), after the box; where other lines of an item say more they are details. */
export function itemText(item: Block): Range {
  const first = item.children[0]
  if (!first || (first.kind !== 'paragraph' && first.kind !== 'heading')) return at(item.contentStart)
  const start = item.box ? item.contentStart : (first.lines[0] ?? first.start)
  return { start, end: Math.max(start, first.lines[first.lines.length - 1] ?? first.end) }
}

/** Units of one item that are looked at for time, people and dates; nobody's item is longer, and hostile ones stay cheap. */
const LONGEST = 4000

/** The beginning of a stretch that is read for its meaning. */
export function bounded({ start, end }: Range): Range {
  return { start, end: Math.min(end, start + LONGEST) }
}
