import type { Located } from '../text/range.ts'
import type { Block } from './markdown/block.ts'
import { isPlaceholder, saysNone } from './content.ts'
import { itemText, topItems } from './items.ts'
import { locatedText } from './remainder.ts'

/** The decisions among the blocks: list items, else paragraphs. Place holders and "none" are no decisions. */
export function readDecisions(text: string, blocks: readonly Block[]): Located<string>[] {
  const items = topItems(blocks)
  const ranges = items.length > 0
    ? items.map(itemText)
    : blocks.flatMap((block) => (block.kind === 'paragraph' ? [{ start: block.lines[0] ?? block.start, end: block.end }] : []))
  return ranges.map((range) => locatedText(text, range)).filter(({ value }) => !isPlaceholder(value) && !saysNone(value))
}
