import type { AgendaItem } from './model.ts'
import type { Block } from './markdown/block.ts'
import { isPlaceholder } from './content.ts'
import { itemRange, itemText, topItems } from './items.ts'
import { locatedText } from './remainder.ts'

/** The agenda items among the blocks. */
export function readAgenda(text: string, blocks: readonly Block[]): AgendaItem[] {
  return topItems(blocks)
    .map((item): AgendaItem => ({ range: itemRange(item), title: locatedText(text, itemText(item)), owners: [], form: 'list' }))
    .filter((item) => !isPlaceholder(item.title.value))
}
