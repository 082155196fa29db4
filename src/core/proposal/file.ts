import { parse } from '../meeting/parse.ts'
import type { ActionItem, Meeting } from '../meeting/model.ts'
import type { ActionChange, Change } from '../process/proposal.ts'
import { moveStart, setKey, yamlText } from '../rules/edits.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import { at } from '../text/range.ts'

/** A change that needs no other file. */
export type OwnChange = Exclude<Change, { readonly kind: 'carry' }>

/**
 * The file with a change: what people wrote stays to the byte, beside the keys, numbers and boxes concerned. Undefined where the
 * file says it already, or cannot be changed so that it is read as meant.
 */
export function proposedText(text: string, change: OwnChange): string | undefined {
  const { meeting } = parse(text)
  const proposed = change.kind === 'actions' ? withActions(text, change.items) : applyEdits(text, frontMatterEdits(meeting, text, change))
  return proposed === text ? undefined : proposed
}

function frontMatterEdits(meeting: Meeting, text: string, change: Exclude<OwnChange, { readonly kind: 'actions' }>): TextEdit[] {
  if (change.kind === 'reschedule') return meeting.fields.start?.value === change.start ? [] : moveStart(meeting, text, change.start)
  if (meeting.fields.status?.value === 'cancelled') return []
  const isChinese = meeting.frontMatter?.entries.some((each) => /[^\x20-\x7e]/.test(each.written)) === true
  return [...setKey(meeting, text, 'status', isChinese ? '取消' : 'cancelled'), ...(change.reason === undefined ? [] : setKey(meeting, text, 'reason', yamlText(change.reason)))]
}

/** One item after another, each held to what is read back: a number that would be read otherwise is not written. */
function withActions(text: string, items: readonly ActionChange[]): string {
  return items.reduce((known, item) => withTick(withNumber(known, item), item), text)
}

function withNumber(text: string, change: ActionChange): string {
  const items = actionsOf(text)
  const item = items.find((each) => each.text.value === change.text && each.issue === undefined)
  if (item === undefined || items.some((each) => each.issue?.value === change.issue)) return text
  const spots = [lineEndOf(text, item), item.text.range.end]
  return firstFitting(text, spots.map((spot) => ({ range: at(spot), text: ` #${change.issue}` })), items, (after, each) => (each === items.indexOf(item) ? after.issue?.value === change.issue : true))
}

function withTick(text: string, change: ActionChange): string {
  const items = actionsOf(text)
  const item = items.find((each) => each.issue?.value === change.issue)
  if (!change.done || item === undefined || item.done) return text
  const edits = item.box === undefined ? [{ range: at(item.range.start), text: '[x] ' }, { range: at(item.text.range.start), text: '[x] ' }] : [{ range: item.box, text: '[x]' }]
  return firstFitting(text, edits, items, (after, each) => (each === items.indexOf(item) ? after.done : true))
}

/** The text after the first of the edits that is read as meant, every other item as before; the text itself where none is. */
function firstFitting(text: string, edits: readonly TextEdit[], before: readonly ActionItem[], isMeant: (after: ActionItem, index: number) => boolean): string {
  for (const edit of edits) {
    const proposed = applyEdits(text, [edit])
    if (proposed === undefined) continue
    const after = actionsOf(proposed)
    const isSame = (each: ActionItem, other: ActionItem | undefined): boolean => each.text.value === other?.text.value && each.due?.value === other.due?.value
    if (after.length === before.length && after.every((each, index) => isSame(each, before[index]) && isMeant(each, index))) return proposed
  }
  return text
}

function actionsOf(text: string): readonly ActionItem[] {
  return parse(text).meeting.minutes?.actions?.items ?? []
}

/** The end of the item's own line, white space left out; in a table no line's end is an item's. */
function lineEndOf(text: string, item: ActionItem): number {
  const from = item.text.range.end
  const line = /[^\r\n]*/.exec(text.slice(from))?.[0] ?? ''
  return from + (line.includes('|') ? 0 : line.trimEnd().length)
}
