import { agendaItem, readAgendaItem } from '../meeting/agenda.ts'
import { isPlaceholder, saysNone } from '../meeting/content.ts'
import { asFound, ISSUE, isTalk, itemsOf, LONGEST_TITLE, NUMBERED, type Spoken } from './agenda-list.ts'
import { findDay } from './day.ts'
import type { Found, FoundItem } from './model.ts'
import type { Group } from './outline.ts'
import type { Source } from './source.ts'
import { topicOf } from './topic.ts'

const NUMBERED_LINE = /^[\s\0*_]*(?:topic|(?:agenda )?item)\s*\d{1,2}\s*[:：.]\s*(?=\S)/i
const MOST_OF_TOPIC = 150
const FEWEST_ISSUES = 3
const MOST_POINTS = 30
/** A handful of points may be whole sentences and still be what a meeting took up. */
const FEW = 8
const LONGEST_OF_FEW = 100
const REPOSITORY = /^[\w.-]+\/[\w.*-]+$/

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
  const hasPeople = (each: Group): boolean => each.lines.some((line) => line.form === 'item' && /\s[-–—]+\s*@|@\w+/.test(line.piece.spaced))
  // A plenary beside sessions that name people holds topics too.
  return hasPeople(group) || (/^plenary\b/i.test(heading) && group.level < 7 && groups.slice(0, at).some(hasPeople))
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
  return /^(?:breakout|plenary|session|part|block)\b/i.test(plain) || /\(\s*\d+[\s-]*min[a-z]*(?:\s+time ?box)?\s*\)$/i.test(plain) || hasDay(plain)
}

/** A day beside other words, as a heading of sessions has it; a number that ends a name (`protocol-20221231`) is none. */
function hasDay(plain: string): boolean {
  const day = findDay(plain)
  return day !== undefined && !/[\p{L}\d][/_-]$/u.test(plain.slice(0, day.from))
}

/** Headings such as 议程一：… or 议题 2、…, or lines such as `Topic 2: …`. */
function numbered(source: Spoken): Found<FoundItem>[] {
  const headings = source.groups.filter((group) => NUMBERED.test(group.heading?.piece.spaced ?? '') && group.level < 8).flatMap((group) => headingItem(source, group))
  if (headings.length > 0) return headings
  const lines = source.lines.filter((line) => line.form === 'text' && line.piece.spaced.length <= MOST_OF_TOPIC && NUMBERED_LINE.test(line.piece.spaced))
  return lines.map((line) => {
    const range = { start: line.range.start + (NUMBERED_LINE.exec(line.piece.spaced)?.[0].length ?? 0), end: line.range.end }
    return { ...asFound(source, agendaItem(source.text, range, range, 'list')), sureness: 'likely' }
  })
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
