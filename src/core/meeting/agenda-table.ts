import { at, type Located, type Range } from '../text/range.ts'
import type { AgendaItem } from './model.ts'
import type { Block } from './markdown/block.ts'
import { readFacts } from './agenda-time.ts'
import { findClock } from './clock.ts'
import { cellOf, columnsOf, firstOther, rowsOf, type Columns, type Row } from './columns.ts'
import { findMinutes } from './minutes.ts'
import { namesIn } from './people.ts'
import { pieceOf, rangeIn, type Piece } from './piece.ts'
import { remainder } from './remainder.ts'

type Name = 'topic' | 'length' | 'time' | 'owner'

const HEADS: Readonly<Record<Name, readonly string[]>> = {
  topic: [
    'agenda', 'agenda item', 'agenda items', 'item', 'items', 'topic', 'topics', 'subject', 'title', 'what', 'issue',
    '议题', '议题名称', '议题内容', '议程', '议程内容', '主题', '内容', '事项', '环节', '标题', '项目',
  ],
  length: [
    'duration', 'length', 'min', 'mins', 'minutes', 'in minutes', 'time box', 'timebox', 'time(min)', 'time(mins)',
    'time(minutes)',
    '议题时长', 'duration(min)', 'duration(minutes)', '时长', '用时', '预计用时', '预计时长', '分钟', '分钟数', '时长(分钟)', '时间(分钟)', '用时(分钟)',
  ],
  time: [
    'time', 'times', 'start', 'start time', 'clock', 'when', 'slot',
    '时间', '时段', '起止时间', '开始时间', '预计时间', '时刻', '时间段',
  ],
  owner: [
    'owner', 'owners', 'presenter', 'presenters', 'speaker', 'speakers', 'lead', 'who', 'responsible', 'facilitator', 'by', 'proposer', 'proposed by',
    '负责人', '责任人', '主讲', '主讲人', '主持', '主持人', '汇报人', '发言人', '分享人', '议题负责人', '提出人', '提议人', '申报人', '报告人', '讲者',
  ],
}

/** The agenda items of a table: one a row, its columns known by their headings in either language. */
export function readAgendaTable(text: string, table: Block): AgendaItem[] {
  const [head, ...rows] = rowsOf(text, table)
  if (!head) return []
  const columns = columnsOf(text, head, HEADS)
  if (columns.topic === undefined) {
    const topic = firstOther(text, head, columns)
    if (topic !== -1) columns.topic = topic
  }
  return rows.flatMap((row) => rowItem(text, row, columns) ?? [])
}

function rowItem(text: string, row: Row, columns: Columns<Name>): AgendaItem | undefined {
  const topic = cellOf(row, columns, 'topic')
  const filled = row.cells.filter((cell) => cell.end > cell.start)
  const [first] = filled
  if (!first) return undefined
  const piece = topic && pieceOf(text, topic)
  const facts = piece && readFacts(piece)
  const time = readTimeCells(text, row, columns)
  const owner = cellOf(row, columns, 'owner')
  const minutes = time.minutes ?? facts?.minutes
  const clock = time.clock ?? facts?.clock
  return {
    range: { start: first.start, end: filled[filled.length - 1]?.end ?? first.end },
    title: piece ? remainder(piece, facts?.used ?? []) : { value: '', range: at(first.start) },
    ...(minutes ? { minutes } : {}),
    ...(clock ? { clock } : {}),
    owners: [...(owner ? peopleOf(pieceOf(text, owner)) : []), ...(facts?.owners ?? [])],
    form: 'table',
  }
}

function peopleOf(piece: Piece): AgendaItem['owners'] {
  return namesIn(piece, 0, piece.spaced.length).map((person) => person.ref)
}

function readTimeCells(text: string, row: Row, columns: Columns<Name>): Pick<AgendaItem, 'minutes' | 'clock'> {
  let minutes: Located<number> | undefined
  let clock: AgendaItem['clock']
  for (const name of ['length', 'time'] as const) {
    const cell = cellOf(row, columns, name)
    if (!cell) continue
    const piece = pieceOf(text, cell)
    clock ??= findClock(piece, 0, piece.spaced.length)
    minutes ??= lengthIn(piece, cell, name === 'length')
  }
  return { ...(minutes ? { minutes } : {}), ...(clock ? { clock } : {}) }
}

/** A length of time in a cell; a bare number counts in a column that says that it holds lengths. */
function lengthIn(piece: Piece, cell: Range, bareCounts: boolean): Located<number> | undefined {
  const found = findMinutes(piece.spaced, 0, piece.spaced.length)
  if (found) return { value: found.minutes, range: rangeIn(piece, found.from, found.to) }
  const bare = /^\s*(\d{1,3})\s*(?:[-–~]\s*(\d{1,3})\s*)?$/.exec(piece.spaced)
  if (!bare || !bareCounts) return undefined
  return { value: Number(bare[2] ?? bare[1]), range: cell }
}
