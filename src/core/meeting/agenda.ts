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
 * - A list that records who said what, as minutes written into the agenda have it, is none of topics.
 */
export function readAgenda(text: string, all: readonly Block[]): AgendaItem[] {
  const blocks = all.filter((block) => block.kind !== 'list' || !isTalk(text, block))
  const headings = blocks.filter((block) => block.kind === 'heading')
  if (headings.length > 0) {
    const items = headings.map((block) => headingItem(text, block))
    const listed = blocks.some((block) => block.kind === 'list' || block.kind === 'table')
    if (!listed || items.some((item) => isTimed(item))) return items.filter(isReal)
  }
  return blocks.flatMap((block) => readBlock(text, block)).filter(isReal)
}

const SPEAKER = /^\s*[@＠]?(\p{Lu}[\p{L}.'’-]{0,20}(?: \p{Lu}[\p{L}.'’-]{0,20})?|\p{Script=Han}{2,4})\s*[:：]\s*\S/u

/**
 * True for a list in which people speak in turn: most points open with a name, somebody has the word twice, and nothing has a time or a
 * box. “Ann: demo” and “Bob: release” are topics with their owners, since there each person stands once.
 */
function isTalk(text: string, list: Block): boolean {
  const items = topItems([list])
  // Most lists have too few colons for that, which is seen at a glance.
  const named = items.filter((item) => /[:：]/.test(textOf(text, item)))
  if (named.length * 2 <= items.length) return false
  if (items.some((item) => item.box || readAgendaItem(text, item).some((each) => isTimed(each)))) return false
  const speakers = items.flatMap((item) => SPEAKER.exec(pieceOf(text, bounded(itemText(item))).spaced)?.[1] ?? [])
  return speakers.length * 2 > items.length && new Set(speakers).size < speakers.length && new Set(speakers).size > 1
}

function textOf(text: string, item: Block): string {
  const { start, end } = bounded(itemText(item))
  return text.slice(start, end)
}

function readBlock(text: string, block: Block): AgendaItem[] {
  if (block.kind === 'table') return readAgendaTable(text, block)
  return topItems([block]).flatMap((item) => readAgendaItem(text, item))
}

/** What one item of a list stands for: itself, or the nested items where it only groups. */
export function readAgendaItem(text: string, item: Block): AgendaItem[] {
  const own = listItem(text, item)
  const nested = nestedItems(item)
  if (isTimed(own) || nested.length === 0) return [own]
  return timedItems(text, nested) ?? [withDetails(text, own, nested)]
}

/** The nested items where each of them that says something carries a time; undefined from the first that does not. */
function timedItems(text: string, nested: readonly Block[]): AgendaItem[] | undefined {
  const items: AgendaItem[] = []
  for (const each of nested) {
    const item = listItem(text, each)
    if (!isReal(item)) continue
    if (!isTimed(item) || item.title.value === '') return undefined
    items.push(item)
  }
  return items.length > 0 ? items : undefined
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

/** One agenda item, read from a stretch of the text. */
export function agendaItem(text: string, range: Range, whole: Range, form: AgendaItem['form']): AgendaItem {
  const span = bounded(whole)
  const piece = pieceOf(text, span)
  const facts = readFacts(piece)
  return {
    range,
    title: remainder(piece, facts.used),
    ...(facts.minutes ? { minutes: facts.minutes } : {}),
    ...(facts.clock ? { clock: facts.clock } : {}),
    owners: inOrder(facts.owners),
    form,
  }
}

function inOrder(owners: readonly PersonRef[]): PersonRef[] {
  return [...owners].sort((a, b) => a.range.start - b.range.start)
}

/** Units beyond which a nested line says more than a label and its value. */
const LONGEST_DETAIL = 60

/** Adds the time and the people that nested items name in lines of their own: `Time: 10m`, 负责人：李雷. */
function withDetails(text: string, item: AgendaItem, nested: readonly Block[]): AgendaItem {
  let result = item
  for (const detail of nested) {
    const span = itemText(detail)
    if (span.end - span.start > LONGEST_DETAIL) continue
    const piece = pieceOf(text, span)
    const facts: ItemFacts = readFacts(piece)
    // A line that says something beyond its label is a point of its own, whose time is not the item's.
    if (!/^(?:time[- ]?box(?:ed)?)?$/i.test(remainder(piece, facts.used).value)) continue
    if (!result.minutes && facts.minutes) result = { ...result, minutes: facts.minutes }
    if (!result.clock && facts.clock) result = { ...result, clock: facts.clock }
    if (result.owners.length === 0 && facts.owners.length > 0) result = { ...result, owners: inOrder(facts.owners) }
  }
  return result
}
