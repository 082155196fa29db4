import type { ActionItem } from './model.ts'
import type { Block } from './markdown/block.ts'
import { isPlaceholder, saysNone } from './content.ts'
import { itemRange, itemText, topItems } from './items.ts'
import { locatedText } from './remainder.ts'

/** The action items among the blocks. */
export function readActions(text: string, blocks: readonly Block[]): ActionItem[] {
  return topItems(blocks)
    .map((item): ActionItem => ({
      range: itemRange(item), text: locatedText(text, itemText(item)), done: item.checked, owners: [], ...(item.box ? { box: item.box } : {}),
    }))
    .filter((item) => !isPlaceholder(item.text.value) && !saysNone(item.text.value))
}
