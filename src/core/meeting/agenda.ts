import type { Range } from '../text/range.ts'
import type { AgendaItem, PersonRef } from './model.ts'
import type { Block } from './markdown/block.ts'
import { readFacts, type ItemFacts } from './agenda-time.ts'
import { readAgendaTable } from './agenda-table.ts'
import { isPlaceholder } from './content.ts'
import { bounded, itemRange, itemText, nestedItems, topItems } from './items.ts'
import { pieceOf } from './piece.ts'
import { remainder } from './remainder.ts'

/**
 * The agenda items among the blocks of the section, in the text's order.
 *
 * - Sub-headings of which one carries a time are the items, and what stands under them is detail; so are sub-headings
 *   with no list and no table among them. Otherwise sub-headings only group.
 * - In a list the outermost items are the items. One without time whose nested items all carry one only groups, and
 *   the nested ones are the items.
 */
export function readAgenda(text: string, blocks: readonly Block[]): AgendaItem[] {
  const headings = blocks.filter((block) => block.kind === 'heading')
  if (headings.length > 0) {
    const items = headings.map((block) => headingItem(text, block))
    const listed = blocks.some((block) => block.kind === 'list' || block.kind === 'table')
    if (!listed || items.some((item) => isTimed(item))) return items.filter(isReal)
  }
  return blocks.flatMap((block) => readBlock(text, block)).filter(isReal)
}

function readBlock(text: string, block: Block): AgendaItem[] {
  if (block.kind === 'table') return readAgendaTable(text, block)
  return topItems([block]).flatMap((item) => listItems(text, item))
}

function listItems(text: string, item: Block): AgendaItem[] {
  const own = listItem(text, item)
  const nested = nestedItems(item)
  if (isTimed(own) || nested.length === 0) return [own]
  const inner = nested.map((each) => listItem(text, each))
  const real = inner.filter(isReal)
  if (real.length > 0 && real.every((each) => isTimed(each) && each.title.value !== '')) return inner
  return [withDetails(text, own, nested)]
}

function isTimed(item: AgendaItem): boolean {
  return item.minutes !== undefined || item.clock !== undefined
}

function isReal(item: AgendaItem): boolean {
  return !isPlaceholder(item.title.value) || isTimed(item)
}

function listItem(text: string, item: Block): AgendaItem {
  return agendaItem(text, itemRange(item), itemText(item), 'list')
}

function headingItem(text: string, block: Block): AgendaItem {
  const start = block.lines[0] ?? block.start
  const range = { start, end: block.lines[block.lines.length - 1] ?? start }
  return agendaItem(text, range, range, 'heading')
}

function agendaItem(text: string, range: Range, whole: Range, form: AgendaItem['form']): AgendaItem {
  const span = bounded(whole)
  const facts = readFacts(pieceOf(text, span))
  return {
    range,
    title: remainder(text, span, facts.used),
    ...(facts.minutes ? { minutes: facts.minutes } : {}),
    ...(facts.clock ? { clock: facts.clock } : {}),
    owners: inOrder(facts.owners),
    form,
  }
}

function inOrder(owners: readonly PersonRef[]): PersonRef[] {
  return [...owners].sort((a, b) => a.range.start - b.range.start)
}

/** Adds the time and the people that nested items name in lines of their own: `Time: 10m`, 负责人：李雷. */
function withDetails(text: string, item: AgendaItem, nested: readonly Block[]): AgendaItem {
  let result = item
  for (const detail of nested) {
    const span = bounded(itemText(detail))
    const facts: ItemFacts = readFacts(pieceOf(text, span))
    // A line that says something beyond its label is a point of its own, whose time is not the item's.
    if (remainder(text, span, facts.used).value !== '') continue
    if (!result.minutes && facts.minutes) result = { ...result, minutes: facts.minutes }
    if (!result.clock && facts.clock) result = { ...result, clock: facts.clock }
    if (result.owners.length === 0 && facts.owners.length > 0) result = { ...result, owners: inOrder(facts.owners) }
  }
  return result
}
