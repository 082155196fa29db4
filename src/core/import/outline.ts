import type { Range } from '../text/range.ts'
import { bounded } from '../meeting/items.ts'
import type { Block } from '../meeting/markdown/block.ts'
import { rowsOf } from '../meeting/columns.ts'
import { pieceOf, type Piece } from '../meeting/piece.ts'
import { meaningOf, type Meaning } from './meaning.ts'

/** One line of a body as a person sees it. Cells of a table's row are in `cells`. */
export interface Line {
  readonly form: 'heading' | 'item' | 'text' | 'row'
  readonly range: Range
  readonly piece: Piece
  /** A heading's level, 1 to 6; how deep an item's list is nested, from 0; 0 for all else. */
  readonly level: number
  /** The state of its box, where it has one. */
  readonly checked?: boolean
  /** Further text of the line before: of the same paragraph or item. */
  readonly goesOn: boolean
  readonly cells?: readonly Range[]
  /** The first row of its table. */
  readonly head?: boolean
  readonly block: Block
  /** `Words: rest`: the words' meaning, and where in the piece the rest begins. */
  readonly label?: { readonly words: string; readonly meaning?: Meaning; readonly rest: number }
}

/** A heading, or a line that serves as one, and the lines below it up to the next. */
export interface Group {
  readonly heading?: Line
  /** 1 to 6 for headings, 7 for a bold line, 8 for a label alone on its line, 0 for what stands before any. */
  readonly level: number
  /** Of its own words, else of the group around it. */
  readonly meaning?: Meaning
  /** The meaning is its own. */
  readonly own: boolean
  readonly parent?: Group
  readonly lines: Line[]
}

/** The lines of a body in their order. Hints of a template in a call-out are left out, as are code, comments and HTML. */
export function linesOf(text: string, root: Block): Line[] {
  const lines: Line[] = []
  const walk = (blocks: readonly Block[], depth: number, inItem: boolean): void => {
    let callout = false
    for (const block of blocks) {
      if (block.kind === 'html') {
        const source = text.slice(block.start, block.end)
        if (/<div[^>]*class=["']?(?:callout|tip|note|hint)/i.test(source)) callout = true
        if (/<\/div>/i.test(source)) callout = false
      }
      if (callout) continue
      if (block.kind === 'heading') lines.push(line(text, { start: block.lines[0] ?? block.start, end: block.lines[block.lines.length - 1] ?? block.start }, 'heading', block.level, block))
      else if (block.kind === 'paragraph') paragraph(text, block, lines, inItem)
      else if (block.kind === 'table') table(text, block, lines)
      else if (block.kind === 'list') for (const each of block.children) item(text, each, depth, lines, walk)
      else if (block.kind === 'code') indented(text, block, lines)
      else if (block.kind === 'quote') walk(block.children, depth, inItem)
    }
  }
  walk(root.children, 0, false)
  return lines
}

function line(text: string, whole: Range, form: Line['form'], level: number, block: Block, more: Partial<Line> = {}): Line {
  const range = bounded(whole)
  const piece = pieceOf(text, range)
  const label = form === 'row' ? undefined : labelOf(piece)
  return { form, range, piece, level, goesOn: false, block, ...(label ? { label } : {}), ...more }
}

function paragraph(text: string, block: Block, lines: Line[], inItem: boolean): void {
  for (let at = 0; at < block.lines.length; at += 2) {
    const range = { start: block.lines[at] ?? 0, end: block.lines[at + 1] ?? 0 }
    // A box that opens a line without a list's mark is meant as one.
    const box = /^\[([ xX]?)\]\s+/.exec(text.slice(range.start, range.end))
    const own = box ? { start: range.start + box[0].length, end: range.end } : range
    lines.push(line(text, own, 'text', 0, block, { goesOn: at > 0 || inItem, ...(box ? { checked: box[1] !== '' && box[1] !== ' ' } : {}) }))
  }
}

const POINT = /^\s*(?:[*+-]|\d{1,2}\s*[.)、）])\s+(?=[\p{L}\d[【(（@])/u

/** Points that are set in so far that Markdown takes them for code, as exports of other editors have them. Fenced code is code. */
function indented(text: string, block: Block, lines: Line[]): void {
  const source = text.slice(block.start, block.end)
  if (!POINT.test(source)) return
  let start = block.start
  for (const each of source.split('\n')) {
    const mark = POINT.exec(each)
    const range = { start: start + (mark?.[0].length ?? 0), end: start + each.trimEnd().length }
    if (mark !== null) lines.push(line(text, range, 'text', 0, block))
    start += each.length + 1
  }
}

function item(text: string, block: Block, depth: number, lines: Line[], walk: (blocks: readonly Block[], depth: number, inItem: boolean) => void): void {
  const [first, ...rest] = block.children
  if (first?.kind !== 'paragraph' && first?.kind !== 'heading') {
    walk(block.children, depth + 1, true)
    return
  }
  const start = block.box ? block.contentStart : (first.lines[0] ?? first.start)
  const more = block.box ? { checked: block.checked } : {}
  lines.push(line(text, { start, end: Math.max(start, first.lines[1] ?? first.end) }, 'item', depth, block, more))
  for (let at = 2; at < first.lines.length; at += 2) {
    lines.push(line(text, { start: first.lines[at] ?? 0, end: first.lines[at + 1] ?? 0 }, 'text', depth, block, { goesOn: true }))
  }
  walk(rest, depth + 1, true)
}

function table(text: string, block: Block, lines: Line[]): void {
  rowsOf(text, block).forEach((row, at) => lines.push(line(text, row.range, 'row', 0, block, { cells: row.cells, head: at === 0 })))
}

function labelOf(piece: Piece): Line['label'] {
  const match = /^[\s\d.、)）*_-]*([^:：\n]{1,60}?)\s*[:：](?!\/\/)\s*/u.exec(piece.spaced)
  const words = match?.[1]?.trim()
  if (match === null || words === undefined || words === '') return undefined
  const meaning = meaningOf(words)
  return { words, rest: match[0].length, ...(meaning ? { meaning } : {}) }
}

/** What stands behind a line's label, as places in its piece; the whole line where it has no label of a meaning. */
export function restOf(line: Line): { from: number; to: number } {
  return { from: line.label?.meaning === undefined ? 0 : line.label.rest, to: line.piece.spaced.length }
}

/** Groups the lines under their headings, true ones and lines that serve as such. */
export function groupsOf(text: string, lines: readonly Line[]): Group[] {
  const groups: Group[] = [{ level: 0, own: false, lines: [] }]
  let into = groups[0] as Group
  const open: Group[] = [into]
  lines.forEach((each, at) => {
    const level = levelOf(text, each, lines[at + 1])
    if (level === undefined) {
      // A point that heads people heads those below it; the next point of its own list goes on with what was before.
      const heads = into.heading
      if (heads?.form === 'item' && each.form === 'item' && each.level <= heads.level && (heads.label === undefined || into.lines.some((line) => line.level > heads.level))) into = into.parent ?? into
      into.lines.push(each)
      return
    }
    while (open.length > 1 && (open[open.length - 1]?.level ?? 0) >= level) open.pop()
    const parent = open[open.length - 1]
    const words = each.piece.spaced.trim()
    // Below an agenda, “Next steps” is a topic like any other.
    const own = parent?.meaning === 'agenda' && level < 7 && /^(?:next steps?|follow[- ]?ups?|tasks)(?:\s*\([^()]*\))?$/i.test(words) ? undefined : meaningOf(words)
    const meaning = own ?? parent?.meaning
    const group: Group = { heading: each, level, own: own !== undefined, lines: [], ...(meaning ? { meaning } : {}), ...(parent ? { parent } : {}) }
    groups.push(group)
    open.push(group)
    into = group
  })
  return groups
}

/** The level at which a line heads what follows; undefined where it does not. */
function levelOf(text: string, line: Line, next: Line | undefined): number | undefined {
  if (line.form === 'heading') return line.level
  if (line.form === 'item' && line.level === 0 && line.checked === undefined) return headsPeople(line) ? 8 : undefined
  if (line.form !== 'text' || line.checked !== undefined) return undefined
  const plain = line.piece.spaced.trim()
  const source = text.slice(line.range.start, line.range.end)
  const alone = !line.goesOn && next?.goesOn !== true
  if (!line.goesOn && plain.length <= 120 && /^(\*\*|__)(?:(?!\1).)+\1\s*[:：]?$/.test(source.trim()) && (!/[:：]\s*\S/.test(plain) || /^议[程题]\s*[一二三四五六七八九十\d]/.test(plain))) return 7
  // What is approved heads nothing: the points below it go on with the same conclusion.
  const colon = /[:：]$/.test(plain) && !/^(?:同意|批准|通过)/u.test(plain)
  if (colon && plain.length <= 40 && plain.split(/\s+/).length <= 6 && !/[,，。.?!？！]/.test(plain)) return 8
  return alone && plain.length <= 50 && meaningOf(plain) !== undefined && !/^[-–—\s]*$/.test(plain) && !/[.。]$/.test(plain) ? 8 : undefined
}

/** `- Attendees:` or `- Record attendance` with the people in a list or table below it. */
function headsPeople(line: Line): boolean {
  const plain = line.piece.spaced.trim()
  if (/^(?:record|take) attendance\b/i.test(plain)) return true
  const meaning = /[:：]$/.test(plain) ? meaningOf(plain) : undefined
  return meaning === 'attendees' || meaning === 'absentees'
}

/**
 * Of a file of many meetings, the lines of the first: up to the second of the headings that are nothing but a day, another one than the
 * first. A heading that only says the day again heads nothing and is left out. `dayOf` gives the day of a line that is nothing else.
 */
export function firstMeeting(lines: readonly Line[], dayOf: (line: Line) => string | undefined): readonly Line[] {
  let first: { readonly day: string; readonly form: Line['form'] } | undefined
  const kept: Line[] = []
  for (const line of lines) {
    const heads = (line.form === 'heading' || (line.form === 'text' && !line.goesOn)) && line.piece.spaced.trim().length <= 60
    const day = heads ? dayOf(line) : undefined
    if (day !== undefined && first !== undefined && day === first.day) continue
    if (day !== undefined && first !== undefined && line.form === first.form) return kept
    if (day !== undefined) first ??= { day, form: line.form }
    kept.push(line)
  }
  return kept
}

/** The lines up to the second heading with a day, in a file whose headings of one level name three days or more over more than a week. */
export function firstEntry(lines: readonly Line[], dayIn: (line: Line) => string | undefined): readonly Line[] {
  const dated = lines.filter((line) => line.form === 'heading').flatMap((line) => {
    const day = dayIn(line)
    return day === undefined ? [] : [{ line, day }]
  })
  const own = dated.filter(({ line }) => line.level === dated[0]?.line.level)
  const days = own.map(({ day }) => Date.parse(day)).sort((a, b) => a - b)
  const second = own.find(({ day }) => day !== own[0]?.day)
  const span = (days[days.length - 1] ?? 0) - (days[0] ?? 0)
  return own.length < 3 || second === undefined || span <= WEEK ? lines : lines.slice(0, lines.indexOf(second.line))
}

const WEEK = 7 * 86_400_000
