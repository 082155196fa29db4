import type { Located, Range } from '../text/range.ts'
import type { ActionItem, PersonRef } from './model.ts'
import { readActionTable } from './action-table.ts'
import type { Block } from './markdown/block.ts'
import { isPlaceholder, saysNone } from './content.ts'
import { findDue, readDate } from './dates.ts'
import { bounded, itemRange, itemText, nestedItems, topItems } from './items.ts'
import { plainText } from './markdown/plain.ts'
import { labelledIn, mentionsIn, namesIn } from './people.ts'
import { bracketsOf, partsOf, pieceOf, rangeIn, type Piece, type Span } from './piece.ts'
import { remainder } from './remainder.ts'

/**
 * The action items among the blocks: list items with or without a box, tables' rows, and lines of text that say so
 * (`Action:`, `TODO:`) or that name an owner or a date. Nested items are steps of the item above, unless that one only
 * groups: it ends in a colon or is only a person, and then the person owns what has no other owner.
 */
export function readActions(text: string, blocks: readonly Block[]): ActionItem[] {
  return blocks.flatMap((block): ActionItem[] => {
    if (block.kind === 'table') return readActionTable(text, block)
    if (block.kind === 'paragraph') return lineItems(text, block)
    return topItems([block]).flatMap((item) => readActionItems(text, item))
  })
}

/** The action items that one item of a list stands for. */
export function readActionItems(text: string, item: Block): ActionItem[] {
  const nested = nestedItems(item)
  const span = itemText(item)
  if (nested.length > 0 && !item.box) {
    const piece = pieceOf(text, bounded(span))
    const people = namedAlone(piece)
    if (people || /[:：]\s*$/.test(piece.spaced) || nested.every((each) => each.box)) {
      const inner = nested.flatMap((each) => readActionItems(text, each))
      return inner.map((each) => (each.owners.length === 0 && people ? { ...each, owners: people } : each))
    }
  }
  const read = readAction(text, itemRange(item), span)
  return kept([{ ...read, done: item.checked, ...(item.box ? { box: item.box } : {}) }])
}

/** The people of a text that consists of nothing else. */
function namedAlone(piece: Piece): PersonRef[] | undefined {
  const found = mentionsIn(piece, 0, piece.spaced.length)
  if (found.length === 0) return undefined
  const used = found.map((person) => rangeIn(piece, person.from, person.to))
  return remainder(piece, used).value === '' ? found.map((person) => person.ref) : undefined
}

const PREFIX = /^\s*(?:action(?:\s+items?)?|ai|todo|to\s+do|next\s+steps?|task|行动项?|待办(?:事项)?|任务)\s*\d*\s*[:：]\s*/i

/** The lines of a paragraph that are action items. */
function lineItems(text: string, block: Block): ActionItem[] {
  const found: ActionItem[] = []
  for (let line = 0; line < block.lines.length; line += 2) {
    const range = { start: block.lines[line] ?? 0, end: block.lines[line + 1] ?? 0 }
    const item = readAction(text, range, range)
    const said = PREFIX.test(pieceOf(text, bounded(range)).spaced)
    if (said || item.owners.length > 0 || item.due !== undefined) found.push(item)
  }
  return kept(found)
}

function kept(items: readonly ActionItem[]): ActionItem[] {
  return items.filter((item) => {
    const { value } = item.text
    return !saysNone(value) && (!isPlaceholder(value) || item.owners.length > 0 || item.due !== undefined)
  })
}

/** Reads owner, date, issue and act out of one item's text. */
export function readAction(text: string, range: Range, whole: Range): ActionItem {
  const span = bounded(whole)
  const piece = pieceOf(text, span)
  const used: Range[] = []
  const prefix = PREFIX.exec(piece.spaced)
  if (prefix) used.push(rangeIn(piece, 0, prefix[0].length))
  const people = ownersIn(piece)
  for (const person of people) used.push(rangeIn(piece, person.from, person.to))
  const due = readDue(piece, used)
  const issue = readIssue(piece, used)
  return {
    range,
    text: remainder(piece, used),
    done: false,
    owners: people.map((person) => person.ref),
    ...due,
    ...(issue ? { issue } : {}),
  }
}

/** What may stand between two people who own a thing together. */
const JOINT = /^[\s,，、;；&+/|*_)）(（[\]]*(?:and|with|和|与|及|跟)?[\s,，、;；&+/*_@(（[\]]*$/i

/** Of the people in an item, those that stand together: one who is mentioned in what is to be done is no owner, and stays in the text. */
function ownersIn(piece: Piece): ReturnType<typeof mentionsIn> {
  const people = peopleIn(piece)
  const edge = /^[\s\0\p{P}\p{S}]*$/u
  // `@scope/name` in the middle of a sentence is a package, not a team.
  const isPackage = (person: (typeof people)[number]): boolean => person.ref.value.includes('/') && person.ref.form === 'login'
    && !edge.test(piece.spaced.slice(0, person.from)) && !edge.test(piece.spaced.slice(person.to)) && !/[:：(（,，]\s*$/.test(piece.spaced.slice(0, person.from))
  const owners = people.filter((person) => !isPackage(person))
  return owners.filter((person, index) => {
    const before = owners[index - 1]
    if (before === undefined) return true
    const between = piece.text.slice(before.ref.range.end, person.ref.range.start)
    // After a label or in brackets of their own they are named on purpose.
    return JOINT.test(between) || /[|:：(（]\s*$/.test(between)
  })
}

/** Mentions, labelled names, and a name that stands with a date in brackets; in the text's order, each place once. */
function peopleIn(piece: Piece): ReturnType<typeof mentionsIn> {
  const length = piece.spaced.length
  const found = [...labelledIn(piece, 0, length)]
  const add = (person: (typeof found)[number]): void => {
    if (!found.some((known) => known.from < person.to && person.from < known.to)) found.push(person)
  }
  for (const person of mentionsIn(piece, 0, length)) add(person)
  for (const bracket of bracketsOf(piece)) {
    const parts = partsOf(piece, bracket.from, bracket.to)
    const isDate = (part: Span): boolean => findDue(`(${piece.spaced.slice(part.from, part.to)})`) !== undefined
    if (parts.length < 2 || !parts.some(isDate)) continue
    for (const part of parts) if (!isDate(part)) for (const person of namesIn(piece, part.from, part.to)) add(person)
  }
  return found.sort((a, b) => a.from - b.from)
}

function readDue(piece: Piece, used: Range[]): Pick<ActionItem, 'due' | 'dueText'> {
  // A name in brackets leaves the date beside it alone in them.
  let spaced = blanked(piece, used)
  spaced = spaced.replace(/([(（[]\s*)[,，;；]/g, '$1 ').replace(/[,，;；](\s*[)）\]])/g, ' $1')
  const due = findDue(spaced)
  if (!due) return {}
  used.push(rangeIn(piece, due.outer.start, due.outer.end))
  const range = rangeIn(piece, due.from, due.to)
  const written = plainText(piece.text.slice(range.start, range.end))
  const date = readDate(written)
  return date === undefined ? { dueText: { value: written, range } } : { due: { value: date, range } }
}

/** The text with spaces in the place of some spans. */
function blanked(piece: Piece, spans: readonly Range[]): string {
  let spaced = piece.spaced
  for (const span of spans) {
    const from = span.start - piece.range.start
    const to = span.end - piece.range.start
    spaced = spaced.slice(0, from) + ' '.repeat(to - from) + spaced.slice(to)
  }
  return spaced
}

/** `#123` that no letter touches: the one at an edge of the text before one within it. */
function readIssue(piece: Piece, used: Range[]): Located<number> | undefined {
  const all = [...piece.spaced.matchAll(/(?<![\p{Script=Latin}\d/#&])#([1-9]\d{0,8})(?![\p{Script=Latin}\d])/gu)]
  const isEdge = (match: RegExpExecArray): boolean => {
    const rest = blanked(piece, [...used, rangeIn(piece, match.index, match.index + match[0].length)])
    return /^[\s()[\]（）]*$/.test(rest.slice(0, match.index)) || /^[\s()[\]（）.。]*$/.test(rest.slice(match.index))
  }
  const [first] = all
  const last = all[all.length - 1]
  const edge = last && isEdge(last) ? last : first && isEdge(first) ? first : undefined
  const chosen = edge ?? first
  if (!chosen) return undefined
  const range = rangeIn(piece, chosen.index, chosen.index + chosen[0].length)
  if (edge) used.push(range)
  return { value: Number(chosen[1]), range }
}
