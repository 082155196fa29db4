import type { AgendaItem } from '../meeting/model.ts'
import { agendaItem, readAgendaItem } from '../meeting/agenda.ts'
import { readAgendaTable } from '../meeting/agenda-table.ts'
import { isPlaceholder, saysNone } from '../meeting/content.ts'
import { nestedItems } from '../meeting/items.ts'
import type { Block } from '../meeting/markdown/block.ts'
import { findDay } from './day.ts'
import { meaningOf } from './meaning.ts'
import type { Found, FoundItem } from './model.ts'
import type { Group, Line } from './outline.ts'
import type { Source } from './source.ts'
import { topicOf } from './topic.ts'

/** A file with the names by which a line of talk may begin. */
type Spoken = Source & { readonly speakers: ReadonlySet<string> }

const NUMBERED = /^[\s*_]*议[程题]\s*[一二三四五六七八九十\d]{1,3}\s*[：:、.．\s]/u
const FEWEST_ISSUES = 3
const MOST_POINTS = 30
const LONGEST_TITLE = 60
/** A handful of points may be whole sentences and still be what a meeting took up. */
const FEW = 8
const LONGEST_OF_FEW = 100
/** A point that only groups those below it. */
const GROUPS = /^(?:(?:old|new|other|unfinished|standing) business|(?:(?:new|old|standing) )?(?:agenda )?items|if time(?: permits| allows)?|(?:议题|讨论)事项)\s*[:：]?$/i
const REPOSITORY = /^[\w.-]+\/[\w.*-]+$/
const ISSUE = /(?:^|[\s\w(["“”])#\d+[\s)\]”"*_.]*$/u

/**
 * What the meeting takes up, at the top level: the items of an agenda; without one, numbered topics, headings of the discussion, or the
 * points of a text that has nothing else. Parts that every file of a template has are none.
 */
export function readAgendaItems(source: Source, speakers: ReadonlySet<string>): Found<FoundItem>[] {
  const spoken = { ...source, speakers }
  const topics = numbered(spoken)
  // Where the agenda only points elsewhere, the topics that the minutes number are it.
  const agenda = listed(spoken)
  const first = topics.length >= 2 && agenda.length * 2 < topics.length ? [] : agenda
  for (const read of [() => first, () => topics, issues, issuePoints, sections, discussed, points]) {
    const items = once(read(spoken).filter(({ value }) => isTopic(value.title)))
    if (items.length > 0) return withPresenters(spoken, items)
  }
  return []
}

function isTopic(title: string): boolean {
  return title.length > 1 && !/^(?:x+|topic|item|议题)$/i.test(title) && !isPlaceholder(title) && !saysNone(title) && /[\p{L}\p{N}]/u.test(title) && !/议题列表$|^(?:no (?:announcements|questions|items)|none this)\b|^\[?name\]?(?:: text)?$/i.test(title)
}

/** Sections of that name, and a repository's name as a heading, which meetings that work off issues have. */
function listed(source: Spoken): Found<FoundItem>[] {
  const groups = source.groups.filter((group, at) => group.meaning === 'agenda' || isRepository(group) || isPartOfAgenda(group) || isBreakout(source.groups, at))
  const roots = groups.filter((group) => group.own && group.meaning === 'agenda')
  if (roots.length === 0 && !groups.some(isRepository)) return []
  const below = groups.filter((group) => !(group.own && group.meaning === 'agenda') || (group.parent?.meaning === 'agenda' && !isList(group)))
  const nested = roots.filter((group) => group.parent?.meaning === 'agenda')
  if (!nested.some(isList) && areTopics(below)) return below.filter((group) => group.level === Math.min(...below.map((each) => each.level))).flatMap((group) => headingItem(source, group))
  return groups.flatMap((group) => {
    // Headings below a repository's name are its topics, and what stands below them is talk.
    const inside = isRepository(group) ? source.groups.filter((each) => each.parent === group && each.level < 7) : []
    if (inside.length > 0) return [...itemsOf(source, group), ...inside.flatMap((each) => headingItem(source, each))]
    return group.parent && isRepository(group.parent) && group.level < 7 ? [] : itemsOf(source, group)
  })
}

/** `New agenda items` below an agenda is a list of its own; `Agenda and minutes` may be a topic. */
function isList(group: Group): boolean {
  return /items?|议题|议程/i.test(group.heading?.piece.spaced ?? '')
}

/** `Discussion (45 minutes)` below an agenda is a part of it, and no minutes. */
function isPartOfAgenda(group: Group): boolean {
  return group.own && group.meaning === 'discussion' && group.level < 7 && group.parent?.meaning === 'agenda'
}

/** A session beside the agenda's heading, not below it, whose points name issues or people. */
function isBreakout(groups: readonly Group[], at: number): boolean {
  const group = groups[at]
  if (group === undefined || group.meaning !== undefined && group.meaning !== 'agenda') return false
  const named = group.level === 8 ? group.parent : group
  const heading = named?.heading?.piece.spaced.trim() ?? ''
  if (named === undefined || named.level > 6 || (!/^(?:breakout|plenary|session)\b/i.test(heading) && findDay(heading) === undefined) || !groups.slice(0, at).some((each) => each.own && each.meaning === 'agenda')) return false
  return group.lines.some((line) => line.form === 'item' && /\s[-–—]+\s*@|@\w+/.test(line.piece.spaced))
}

function isRepository(group: Group): boolean {
  return group.level > 0 && group.level < 7 && REPOSITORY.test(group.heading?.piece.spaced.trim() ?? '')
}

/** True where the headings below an agenda are its topics: nothing below them is a topic itself. */
function areTopics(groups: readonly Group[]): boolean {
  const headings = groups.filter((group) => group.level > 0 && group.level < 7)
  if (headings.length === 0 || headings.some((group) => isRepository(group) || isGrouping(group))) return false
  if (headings.filter((group) => group.lines.length > 0).length * 2 < headings.length) return false
  const points = headings.flatMap((group) => group.lines.filter((line) => line.form === 'item' && line.level === 0))
  if (headings.some((group) => group.lines.some((line) => line.form === 'row'))) return false
  const topics = points.filter((line) => ISSUE.test(line.piece.spaced.trim()) || line.checked !== undefined || /\d\s*(?:min|分钟)/.test(line.piece.spaced))
  return topics.length * 2 < Math.max(points.length, 1)
}

/** `Breakout A`, `Discussion (45 minutes)`, a day: a heading that only holds others. */
function isGrouping(group: Group): boolean {
  const plain = group.heading?.piece.spaced.trim() ?? ''
  return /^(?:breakout|plenary|session|part|block)\b/i.test(plain) || /\(\s*\d+[\s-]*min[a-z]*(?:\s+time ?box)?\s*\)$/i.test(plain) || findDay(plain) !== undefined
}

/** Headings such as 议程一：… or 议题 2、…. */
function numbered(source: Spoken): Found<FoundItem>[] {
  return source.groups.filter((group) => NUMBERED.test(group.heading?.piece.spaced ?? '') && group.level < 8).flatMap((group) => headingItem(source, group))
}

/** Headings that name an issue: `"Proposal" team#90`. */
function issues(source: Spoken): Found<FoundItem>[] {
  const found = source.groups.filter((group) => group.level < 7 && /(?:[\w-]+#\d+|\[#\d+\])\s*$/.test(group.heading?.piece.spaced.trim() ?? '') && !underAside(group))
  return found.flatMap((group) => headingItem(source, group))
}

/** Points that name an issue, in sections that mean nothing else, or below the list of people where no heading parts the two. */
function issuePoints(source: Spoken): Found<FoundItem>[] {
  const groups = source.groups.filter((group) => group.meaning === undefined || group.meaning === 'attendees')
  const found = groups.flatMap((group) => {
    const lines = group.lines.filter((line) => line.form === 'item' && line.level === 0 && ISSUE.test(line.piece.spaced.trim()) && !isTalk(line, source.speakers))
    return lines.flatMap((line) => readAgendaItem(source.text, line.block)).map((item) => asFound(source, item))
  })
  return found.length >= FEWEST_ISSUES ? found : []
}

/**
 * Sections of no known meaning, in a text that is the record of a meeting: it says who was there or what is to be done. The headings
 * below them are the topics, else their points.
 */
function sections(source: Spoken): Found<FoundItem>[] {
  if (!source.groups.some((group) => group.own && (group.meaning === 'attendees' || group.meaning === 'actions')) || source.groups.some((group) => group.own && group.meaning === 'discussion')) return []
  const unnamed = source.groups.filter((group) => group.meaning === undefined && group.level > 0 && group.level < 7 && group.heading !== source.lines.find((line) => line.form === 'heading'))
  for (const level of [...new Set(unnamed.map((group) => group.level))].sort()) {
    const found = unnamed.filter((group) => group.level === level).flatMap((part) => {
      const inside = source.groups.filter((group) => group.parent === part && !group.own && group.level < 8)
      return inside.length > 0 ? inside.flatMap((group) => headingItem(source, group)) : withoutTalk(itemsOf(source, part))
    })
    if (found.length > 0) return found
  }
  return []
}

/** Sections inside the discussion, or sections with no other meaning below the heading that opens the text. */
function discussed(source: Spoken): Found<FoundItem>[] {
  const roots = source.groups.filter((group) => group.own && group.meaning === 'discussion' && group.level < 8)
  if (!isRecord(source)) return []
  return roots.flatMap((root) => {
    const inside = source.groups.filter((group) => group.parent === root && !group.own && group.level < 7)
    return [...withoutTalk(itemsOf(source, root)), ...inside.flatMap((group) => headingItem(source, group))]
  })
}

/** True for what records a meeting: it says who was there, who chaired, when, or what came out of it. A paper for discussion does not. */
function isRecord({ groups, lines, fields }: Spoken): boolean {
  const says = new Set(['attendees', 'absentees', 'organizer', 'actions', 'decisions', 'agenda', 'info'])
  return fields.attendees !== undefined || groups.some((group) => group.own && says.has(group.meaning ?? ''))
    || lines.some((line) => ['attendees', 'absentees', 'organizer', 'when'].includes(line.label?.meaning ?? ''))
}

/** No points where they are many or long, or say who speaks: then they are what was said, written as a list. */
function withoutTalk(items: readonly Found<FoundItem>[]): readonly Found<FoundItem>[] {
  const lengths = items.map(({ value }) => value.title.length).sort((a, b) => a - b)
  const spoken = items.filter(({ value }) => /^[\p{Lu}][\w.]*(?: [\p{Lu}]\w*)?\s*(?::|--)\s/u.test(value.title)).length
  return items.length > MOST_POINTS || (lengths[lengths.length >> 1] ?? 0) > (items.length <= FEW ? LONGEST_OF_FEW : LONGEST_TITLE) || spoken * 4 > items.length ? [] : items
}

/** The outermost points of a text without any such section. */
function points(source: Spoken): Found<FoundItem>[] {
  const groups = source.groups.filter((group) => group.meaning === undefined)
  const other = source.groups.some((group) => group.own && group.meaning !== 'aside' && group.meaning !== 'actions')
  return other ? [] : [...withoutTalk(groups.flatMap((group) => itemsOf(source, { ...group, lines: group.lines.filter((line) => line.form !== 'row') })))]
}

function underAside(group: Group | undefined): boolean {
  for (let at = group; at !== undefined; at = at.parent) if (at.own && (at.meaning === 'aside' || at.meaning === 'actions')) return true
  return false
}

/** The items of one section: rows of a table, points of a list, numbered lines; short lines where there is nothing else. */
function itemsOf(source: Spoken, group: Group): Found<FoundItem>[] {
  const { text, speakers } = source
  const tables = new Set<Block>()
  // Lines with numbers of their own are the topics, and the list below each is its detail.
  const isNumbered = ({ piece }: Line): boolean => /^\s*\d{1,2}\s*[.、)）]\s*\D?/.test(piece.spaced)
  const byNumber = group.lines[0]?.form === 'text' && isNumbered(group.lines[0])
  const lists = byNumber ? [] : topicMarks(text, group.lines.filter((line) => line.form === 'item'))
  const base = Math.min(...lists.map((line) => line.level))
  const found: Found<FoundItem>[] = []
  const prose = group.lines.filter((line) => line.form === 'text')
  const short = lists.length === 0 && prose.length <= 12 && prose.every((line) => line.piece.spaced.trim().length <= 90 && line.label === undefined && (!/[.。!！]\s*$/.test(line.piece.spaced) || (prose.length === 1 && group.own && group.meaning === 'agenda' && line.piece.spaced.trim().length <= LONGEST_TITLE)))
  for (const line of group.lines) {
    if (line.form === 'row') {
      if (!tables.has(line.block)) for (const item of readAgendaTable(text, line.block)) found.push(asFound(source, item))
      tables.add(line.block)
    } else if (line.form === 'item' && line.level === base) {
      if (!lists.includes(line) || isNote(line) || isTalk(line, speakers)) continue
      const inside = GROUPS.test(line.piece.spaced.trim()) ? nestedItems(line.block) : []
      for (const item of (inside.length > 0 ? inside : [line.block]).flatMap((block) => withOwnTime(text, line, readAgendaItem(text, block)))) found.push(asFound(source, firstLine(text, line, item)))
    } else if (line.form === 'text' && (NUMBERED.test(line.piece.spaced) || (lists.length === 0 && isNumbered(line)) || short)) {
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
  const issue = top.find((line) => ISSUE.test(line.piece.spaced.trim()))
  const first = issue ?? (top[0] && mark(top[0]) === '1' ? top[0] : undefined)
  if (first === undefined) return kept
  const others = kept.filter((line) => line.level === 0 && mark(line) !== mark(first))
  return issue && others.some((line) => ISSUE.test(line.piece.spaced.trim())) ? kept : kept.filter((line) => line.level > 0 || mark(line) === mark(first))
}

/** `Guy: …`, `eP: …`: what somebody said, who is known to be there. */
function isTalk(line: Line, speakers: ReadonlySet<string>): boolean {
  if (line.checked !== undefined) return false
  const initials = /^\[([A-Z]{2,4})\]\s/.exec(line.piece.spaced.trimStart())?.[1]
  if (initials !== undefined && speakers.has(initials.toLowerCase())) return true
  const words = line.label?.words.toLowerCase().replace(/^[@\s]+/, '')
  return words !== undefined && line.label?.meaning === undefined && (speakers.has(words) || speakers.has(words.split(' ')[0] ?? ''))
}

/** A point that only says something about the list, or labels what belongs to no topic. */
function isNote(line: Line): boolean {
  const plain = line.piece.spaced.trim()
  const meaning = line.label?.meaning ?? meaningOf(plain)
  return (meaning !== undefined && meaning !== 'agenda' && meaning !== 'discussion' && line.label !== undefined) || /^(?:https?:\/\/\S+|\[.{0,3}\])$|^(?:(?:video )?recording(?: available)?|watch the recording|meeting proposal)\b/i.test(plain)
}

function asFound({ text, speakers }: Spoken, item: AgendaItem): Found<FoundItem> {
  const topic = topicOf(text, item.title.range, item.owners, speakers)
  const minutes = item.minutes?.value ?? (item.clock?.value.end === undefined ? undefined : item.clock.value.end - item.clock.value.start)
  return {
    value: { title: topic.title, owners: topic.owners, ...(minutes === undefined || minutes <= 0 ? {} : { minutes }) },
    sureness: 'sure', place: { in: 'text', range: topic.range },
  }
}

function headingItem(source: Spoken, group: Group): Found<FoundItem>[] {
  const line = group.heading
  if (line === undefined || (group.own && group.parent?.meaning !== 'agenda' && !NUMBERED.test(line.piece.spaced))) return []
  return [{ ...asFound(source, agendaItem(source.text, line.range, line.range, 'heading')), sureness: 'likely' }]
}

/** 汇报人：… under the topic in the minutes names who presents it. */
function withPresenters(source: Spoken, items: readonly Found<FoundItem>[]): Found<FoundItem>[] {
  const words = (title: string): string => title.replace(/[\s\p{P}\p{S}]+/gu, '').toLowerCase()
  const presenters = new Map<string, string[]>()
  for (const group of source.groups) {
    const label = group.lines.find((line) => line.label?.meaning === 'presenter')
    if (label?.label === undefined || group.heading === undefined) continue
    const names = label.piece.spaced.slice(label.label.rest).split(/[,，、/]/).map((each) => each.replace(/[(（].*$/, '').trim()).filter((each) => each !== '')
    presenters.set(words(topicOf(source.text, group.heading.range, [], source.speakers).title), names)
  }
  return items.map((item) => {
    const names = item.value.owners.length > 0 ? undefined : presenters.get(words(item.value.title))
    return names ? { ...item, value: { ...item.value, owners: names } } : item
  })
}

function once(items: readonly Found<FoundItem>[]): Found<FoundItem>[] {
  const taken = new Set<string>()
  return items.filter(({ value }) => {
    const key = value.title.toLowerCase()
    if (taken.has(key)) return false
    taken.add(key)
    return true
  })
}
