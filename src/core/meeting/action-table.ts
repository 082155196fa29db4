import type { Located, Range } from '../text/range.ts'
import type { ActionItem } from './model.ts'
import type { Block } from './markdown/block.ts'
import { readAction } from './actions.ts'
import { cellOf, columnsOf, firstOther, rowsOf, type Columns, type Row } from './columns.ts'
import { isPlaceholder, saysNone } from './content.ts'
import { findDue, findFullDate, readDate } from './dates.ts'
import { plainText } from './markdown/plain.ts'
import { namesIn } from './people.ts'
import { pieceOf, rangeIn } from './piece.ts'
import { locatedText } from './remainder.ts'

type Name = 'act' | 'owner' | 'due' | 'status' | 'issue'

const HEADS: Readonly<Record<Name, readonly string[]>> = {
  act: [
    'action', 'actions', 'action item', 'action items', 'item', 'task', 'tasks', 'what', 'todo', 'to do', 'description',
    'follow-up', 'follow up',
    '行动', '行动项', '行动项内容', '待办', '待办事项', '任务', '事项', '内容', '工作', '工作项', '工作内容', '遗留问题', '描述',
  ],
  owner: [
    'owner', 'owners', 'owner(s)', 'who', 'assignee', 'assignees', 'assigned', 'assigned to', 'responsible', 'lead', 'person',
    '负责人', '责任人', '经办人', '执行人', '承办人', '跟进人',
  ],
  due: [
    'due', 'due date', 'deadline', 'when', 'by', 'by when', 'target', 'target date', 'eta', 'date',
    '截止', '截止日期', '截止时间', '完成日期', '完成时间', '计划完成日期', '计划完成时间', '期限', '时间', '日期',
  ],
  status: ['status', 'done', 'state', 'completed', '✓', '✔', '状态', '进展', '进度', '完成情况', '是否完成'],
  issue: ['issue', '#', 'ticket', '工单', '编号'],
}

const DONE = /^(?:\[x\]|x|yes|y|done|closed?|completed?|finished|resolved|✓|✔️?|✅|☑️?|是|已?完成|已?关闭|已解决|done ✅)$/i

/** The action items of a table: one a row, its columns known by their headings in either language. */
export function readActionTable(text: string, table: Block): ActionItem[] {
  const [head, ...rows] = rowsOf(text, table)
  if (!head) return []
  const columns = columnsOf(text, head, HEADS)
  if (columns.act === undefined) {
    const first = firstOther(text, head, columns)
    if (first !== -1) columns.act = first
  }
  return rows.flatMap((row) => rowItem(text, row, columns) ?? [])
}

function rowItem(text: string, row: Row, columns: Columns<Name>): ActionItem | undefined {
  const act = cellOf(row, columns, 'act')
  if (!act) return undefined
  const box = boxIn(text, act) ?? boxOf(text, cellOf(row, columns, 'status'))
  const span = box && box.start === act.start ? { start: skipSpace(text, box.end, act.end), end: act.end } : act
  const filled = row.cells.filter((cell) => cell.end > cell.start)
  const range = { start: filled[0]?.start ?? act.start, end: filled[filled.length - 1]?.end ?? act.end }
  const read = readAction(text, range, span)
  if (isPlaceholder(read.text.value) || saysNone(read.text.value)) return undefined
  const ownerCell = cellOf(row, columns, 'owner')
  const piece = ownerCell && pieceOf(text, ownerCell)
  const owners = piece ? namesIn(piece, 0, piece.spaced.length).map((person) => person.ref) : []
  const status = cellOf(row, columns, 'status')
  const issue = issueIn(text, cellOf(row, columns, 'issue')) ?? read.issue
  const { due, dueText, issue: _, ...rest } = read
  const time = dueIn(text, cellOf(row, columns, 'due')) ?? { ...(due ? { due } : {}), ...(dueText ? { dueText } : {}) }
  return {
    ...rest,
    done: (box !== undefined && /x/i.test(text.charAt(box.start + 1))) || (status !== undefined && saysDone(text, status)),
    ...(box ? { box } : {}),
    owners: owners.length > 0 ? owners : read.owners,
    ...time,
    ...(issue ? { issue } : {}),
  }
}

function saysDone(text: string, status: Range): boolean {
  return DONE.test(plainText(text.slice(status.start, status.end)))
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && /\s/.test(text.charAt(at))) at++
  return at
}

function boxIn(text: string, cell: Range): Range | undefined {
  return /^\[[ xX]\]/.test(text.slice(cell.start, cell.start + 3)) ? { start: cell.start, end: cell.start + 3 } : undefined
}

function boxOf(text: string, cell: Range | undefined): Range | undefined {
  return cell && cell.end - cell.start === 3 ? boxIn(text, cell) : undefined
}

function dueIn(text: string, cell: Range | undefined): Pick<ActionItem, 'due' | 'dueText'> | undefined {
  if (!cell) return undefined
  const piece = pieceOf(text, cell)
  const found = findDue(piece.spaced) ?? findFullDate(piece.spaced)
  const whole = locatedText(text, cell)
  if (whole.value === '' || isPlaceholder(whole.value) && !/\p{L}/u.test(whole.value)) return undefined
  const direct = readDate(whole.value)
  if (direct !== undefined) return { due: { value: direct, range: whole.range } }
  if (found) {
    const range = rangeIn(piece, found.from, found.to)
    const date = readDate(plainText(text.slice(range.start, range.end)))
    if (date !== undefined) return { due: { value: date, range } }
  }
  return { dueText: whole }
}

function issueIn(text: string, cell: Range | undefined): Located<number> | undefined {
  if (!cell) return undefined
  const piece = pieceOf(text, cell)
  const match = /#([1-9]\d{0,8})(?!\d)/.exec(piece.spaced)
  return match ? { value: Number(match[1]), range: rangeIn(piece, match.index, match.index + match[0].length) } : undefined
}
