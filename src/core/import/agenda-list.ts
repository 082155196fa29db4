import type { AgendaItem } from '../meeting/model.ts'
import { agendaItem, readAgendaItem } from '../meeting/agenda.ts'
import { readAgendaTable } from '../meeting/agenda-table.ts'
import { nestedItems } from '../meeting/items.ts'
import type { Block } from '../meeting/markdown/block.ts'
import { meaningOf } from './meaning.ts'
import type { Found, FoundItem } from './model.ts'
import type { Group, Line } from './outline.ts'
import type { Source } from './source.ts'
import { topicOf } from './topic.ts'

/** A file with the names by which a line of talk may begin. */
export type Spoken = Source & { readonly speakers: ReadonlySet<string> }
export const NUMBERED = /^[\s*_]*议[程题]\s*[一二三四五六七八九十\d]{1,3}\s*[：:、.．\s]/u
/** A point that only groups those below it. */
const GROUPS = /^(?:(?:old|new|other|unfinished|standing) business|(?:(?:new|old|standing) )?(?:agenda )?items|if time(?: permits| allows)?|(?:议题|讨论)事项)\s*[:：]?$/i
/** A point that holds the agenda itself. */
const HOLDS = /^(?:(?:new |today's |our )?agenda(?: items| topics)?|(?:agenda|discussion) topics|讨论事项|会议议[题程])\s*[:：]?$/i
/** An issue or a pull request by its address alone. */
const ISSUE_ADDRESS = /^https?:\/\/\S+\/(?:issues|pull|pulls|merge_requests)\/\d+(?:\s+[-–—]|\s*$)/
const isIssue = (line: Line): boolean => ISSUE.test(line.piece.spaced.trim()) || ISSUE_ADDRESS.test(line.piece.spaced.trim())
export const ISSUE = /(?:^|[\s\w(["“”])#\d+[\s)\]”"*_.]*$/u
export const LONGEST_TITLE = 60
/** Several lines that end in a stop are sentences where they are longer. */
const LONGEST_SENTENCE = 40

/** The items of one section: rows of a table, points of a list, numbered lines; short lines where there is nothing else. */
export function itemsOf(source: Spoken, group: Group): Found<FoundItem>[] {
  const { text, speakers } = source
  const tables = new Set<Block>()
  // Lines with numbers of their own are the topics, and the list below each is its detail.
  const isNumbered = ({ piece }: Line): boolean => /^\s*\d{1,2}\s*[.、)）]\s*\D?/.test(piece.spaced)
  const byNumber = group.lines[0]?.form === 'text' && isNumbered(group.lines[0])
  const lists = byNumber ? [] : topicMarks(text, group.lines.filter((line) => line.form === 'item'))
  const base = Math.min(...lists.map((line) => line.level))
  const found: Found<FoundItem>[] = []
  // Where one point holds the agenda, the points beside it only say how the meeting runs.
  const holders = lists.filter((line) => line.level === base && HOLDS.test(line.piece.spaced.trim()) && nestedItems(line.block).length > 0)
  // In an agenda without issues, who brings a topic may open it: `Carol: mentors for the summer`.
  const isAgenda = group.own && group.meaning === 'agenda'
  const amongIssues = lists.some((line) => ISSUE.test(line.piece.spaced.trim()))
  const amongAddresses = lists.filter((line) => line.level === base && ISSUE_ADDRESS.test(line.piece.spaced.trim())).length > 1
  const prose = group.lines.filter((line) => line.form === 'text')
  const short = lists.length === 0 && prose.length <= 12 && prose.every((line) => line.piece.spaced.trim().length <= 90 && line.label === undefined && (!/[.。!！]\s*$/.test(line.piece.spaced) || (group.own && group.meaning === 'agenda' && line.piece.spaced.trim().length <= (prose.length === 1 ? LONGEST_TITLE : LONGEST_SENTENCE))))
  for (const line of group.lines) {
    if (line.form === 'row') {
      if (!tables.has(line.block)) for (const item of readAgendaTable(text, line.block)) found.push(asFound(source, item))
      tables.add(line.block)
    } else if (line.form === 'item' && line.level === base) {
      const isSaid = amongIssues ? isTalk(line, speakers) || speaks(line, speakers) : !isAgenda && isTalk(line, speakers)
      if (!lists.includes(line) || (isNote(line) && !(amongAddresses && isIssue(line))) || isSaid || (holders.length > 0 && !holders.includes(line))) continue
      const inside = GROUPS.test(line.piece.spaced.trim()) ? nestedItems(line.block) : []
      for (const item of (inside.length > 0 ? inside : [line.block]).flatMap((block) => withOwnTime(text, line, readAgendaItem(text, block)))) found.push(asFound(source, firstLine(text, line, item)))
    } else if (line.form === 'text' && (NUMBERED.test(line.piece.spaced) || (lists.length === 0 && (isNumbered(line) || line.block.kind === 'code')) || short)) {
      found.push(asFound(source, agendaItem(text, line.range, line.range, 'list')))
    }
  }
  return found
}

/** `- 5 minute timebox` below an issue is the issue's time, whatever text goes on behind it, and no topic. */
function withOwnTime(text: string, line: Line, items: readonly AgendaItem[]): readonly AgendaItem[] {
  const [nested] = items
  if (nested === undefined || nested.range.start === line.range.start || !ISSUE.test(line.piece.spaced.trim())) return items
  const time = /^[^\r\n]*/.exec(text.slice(nested.range.start, nested.range.end))?.[0] ?? ''
  if (!/^\D{0,12}\d+\s*[-\s]*(?:min|m\b|分)[a-z]*\.?\s*(?:time[- ]?box(?:ed)?)?\s*$/i.test(time)) return items
  return [{ ...agendaItem(text, line.range, line.range, 'list'), ...(nested.minutes ? { minutes: nested.minutes } : {}) }]
}

/** Of a point whose text runs over several lines, the first names the topic; time and people may stand in any. */
function firstLine(text: string, line: Line, item: AgendaItem): AgendaItem {
  if (item.range.start !== line.range.start || item.range.end <= line.range.end) return item
  const first = agendaItem(text, line.range, line.range, 'list')
  return { ...item, ...first, ...(first.minutes ?? item.minutes ? { minutes: first.minutes ?? item.minutes } : {}), owners: first.owners.length > 0 ? first.owners : item.owners }
}

/**
 * The points of a list that are topics: where one kind of mark is for issues, the other kind is for what was said of them; where the
 * first has a number, points without one belong to those that have; and a point that is set in by a space belongs to the one above.
 */
function topicMarks(text: string, lists: readonly Line[]): readonly Line[] {
  const before = (line: Line): string => text.slice(text.lastIndexOf('\n', line.range.start) + 1, line.range.start)
  const mark = (line: Line): string => /[*+-]|\d(?=[.)])/.exec(before(line))?.[0].replace(/\d/, '1') ?? ''
  const column = (line: Line): number => before(line).search(/\S/)
  const top = lists.filter((line) => line.level === 0)
  const flush = top[0] !== undefined && column(top[0]) === 0
  const kept = flush ? lists.filter((line) => line.level > 0 || column(line) <= 0) : lists
  const issue = top.find(isIssue)
  const first = issue ?? (top[0] && mark(top[0]) === '1' ? top[0] : undefined)
  if (first === undefined) return kept
  const others = kept.filter((line) => line.level === 0 && mark(line) !== mark(first))
  return issue && others.some(isIssue) ? kept : kept.filter((line) => line.level > 0 || mark(line) === mark(first))
}

/** `Guy: …`, `eP: …`: what somebody said, who is known to be there. */
export function isTalk(line: Line, speakers: ReadonlySet<string>): boolean {
  if (line.checked !== undefined) return false
  const initials = /^\[([A-Z]{2,4})\]\s/.exec(line.piece.spaced.trimStart())?.[1]
  if (initials !== undefined && speakers.has(initials.toLowerCase())) return true
  const words = line.label?.words.toLowerCase().replace(/^[@\s]+/, '')
  return words !== undefined && line.label?.meaning === undefined && (speakers.has(words) || speakers.has(words.split(' ')[0] ?? ''))
}

/** Among issues, who begins with somebody's short name says something: `Brad: …`, `LJ - …`. */
function speaks(line: Line, speakers: ReadonlySet<string>): boolean {
  const plain = line.piece.spaced.trim()
  const name = /^(\p{Lu}[\p{L}.]+)(?:\s*:|\s+[-–—])\s/u.exec(plain)?.[1]?.toLowerCase()
  return name !== undefined && !ISSUE.test(plain) && [...speakers].some((each) => each.startsWith(name))
}

/** A point that only says something about the list, or labels what belongs to no topic. */
export function isNote(line: Line): boolean {
  const plain = line.piece.spaced.trim()
  if ((ISSUE_ADDRESS.test(plain) && nestedItems(line.block).length > 0) || (ISSUE.test(plain) && line.label?.meaning === 'aside') || /^follow[- ]?up\s*[:：]\s*\S/i.test(plain)) return false
  const meaning = line.label?.meaning ?? meaningOf(plain)
  return (meaning !== undefined && meaning !== 'agenda' && meaning !== 'discussion' && line.label !== undefined) || /^(?:https?:\/\/\S+|\[.{0,3}\])$|^(?:(?:video )?recording(?: available)?|watch the recording|meeting proposal)\b/i.test(plain)
}

export function asFound({ text, speakers }: Spoken, item: AgendaItem): Found<FoundItem> {
  const topic = topicOf(text, item.title.range, item.owners, speakers)
  const minutes = item.minutes?.value ?? (item.clock?.value.end === undefined ? undefined : item.clock.value.end - item.clock.value.start)
  return {
    value: { title: topic.title, owners: topic.owners, ...(minutes === undefined || minutes <= 0 ? {} : { minutes }) },
    sureness: 'sure', place: { in: 'text', range: topic.range },
  }
}
