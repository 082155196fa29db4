import { parse } from '../meeting/parse.ts'
import type { ActionItem } from '../meeting/model.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import { indexLines, lineAt } from '../text/lines.ts'
import { at } from '../text/range.ts'

/** An action item as somebody saw it: its words, and the zero-based line it stood on. */
export interface SeenItem {
  readonly text: string
  readonly line: number
}

/**
 * The edit that ticks an action item, or takes its tick away (D4). Of several items with the same words, the one nearest to the
 * line. None where no item has these words, it is so already, or the edit would be read as anything else.
 */
export function tickItem(text: string, seen: SeenItem, done: boolean): readonly TextEdit[] {
  const items = itemsOf(text)
  const lines = indexLines(text)
  const distance = (item: ActionItem): number => Math.abs(lineAt(lines, item.text.range.start) - seen.line)
  const item = items.filter((each) => each.text.value === seen.text).sort((a, b) => distance(a) - distance(b))[0]
  if (item === undefined || item.done === done) return []
  const mark = done ? '[x]' : '[ ]'
  const tries: TextEdit[] = item.box === undefined ? [{ range: at(item.range.start), text: `${mark} ` }, { range: at(item.text.range.start), text: `${mark} ` }] : [{ range: item.box, text: mark }]
  const edit = tries.find((each) => isMeant(text, each, items, items.indexOf(item), done))
  return edit === undefined ? [] : [edit]
}

function isMeant(text: string, edit: TextEdit, before: readonly ActionItem[], index: number, done: boolean): boolean {
  const after = itemsOf(applyEdits(text, [edit]) ?? '')
  return after.length === before.length && after.every((each, at) => each.text.value === before[at]?.text.value && each.done === (at === index ? done : before[at].done))
}

function itemsOf(text: string): readonly ActionItem[] {
  const { meeting } = parse(text)
  return (meeting.minutes?.actions ?? meeting.looseActions)?.items ?? []
}
