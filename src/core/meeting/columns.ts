import type { Range } from '../text/range.ts'
import type { Block } from './markdown/block.ts'
import { plainText } from './markdown/plain.ts'
import { bounded } from './items.ts'
import { rowCells } from './markdown/table.ts'

/** A table's row: its span without the outer bars' white space, and its cells. */
export interface Row {
  readonly range: Range
  readonly cells: readonly Range[]
}

/** What a table's columns hold: the column of each meaning, by its heading. */
export type Columns<Name extends string> = Partial<Record<Name, number>>

/** The rows of a table, the head first. */
export function rowsOf(text: string, table: Block): Row[] {
  const rows: Row[] = []
  for (let line = 0; line < table.lines.length; line += 2) {
    const start = table.lines[line] ?? 0
    const end = table.lines[line + 1] ?? 0
    const flat = rowCells(text, start, end)
    const cells: Range[] = []
    for (let cell = 0; cell < flat.length; cell += 2) cells.push({ start: flat[cell] ?? start, end: flat[cell + 1] ?? start })
    rows.push({ range: { start, end }, cells })
  }
  return rows
}

/** Finds the columns by their headings; each meaning takes the first heading that fits, each heading one meaning. */
export function columnsOf<Name extends string>(
  text: string,
  head: Row,
  names: Readonly<Record<Name, readonly string[]>>,
): Columns<Name> {
  const found: Columns<Name> = {}
  const taken = new Set<number>()
  const headings = head.cells.map((cell) => headingOf(text, cell))
  const keys = Object.keys(names).filter((name): name is Name => name in names)
  for (const name of keys) {
    const index = headings.findIndex((heading, at) => !taken.has(at) && names[name].includes(heading))
    if (index === -1) continue
    found[name] = index
    taken.add(index)
  }
  return found
}

/** A column's heading for comparison: in lower case, with half-width brackets, without a colon. */
function headingOf(text: string, cell: Range): string {
  return plainText(text.slice(cell.start, cell.end)).toLowerCase()
    .replaceAll('（', '(').replaceAll('）', ')').replace(/\s*([()])\s*/g, '$1').replace(/[:：]$/, '')
}

const NUMBERING: readonly string[] = ['', '#', 'no', 'no.', 'nr', 'nr.', 'id', '序号', '编号']

/** The first column that has no meaning yet and is no numbering, -1 where there is none. */
export function firstOther(text: string, head: Row, columns: Columns<string>): number {
  const taken = Object.values(columns)
  return head.cells.findIndex((cell, at) => !taken.includes(at) && !NUMBERING.includes(headingOf(text, cell)))
}

/** The cell of a meaning, where the table has such a column and the row such a cell that is not empty. */
export function cellOf<Name extends string>(row: Row, columns: Columns<Name>, name: Name): Range | undefined {
  const index = columns[name]
  const cell = index === undefined ? undefined : row.cells[index]
  return cell && cell.end > cell.start ? bounded(cell) : undefined
}
