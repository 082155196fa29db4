import { agendaItem } from '../meeting/agenda.ts'
import { isPlaceholder, saysNone } from '../meeting/content.ts'
import { asFound, ISSUE, itemsOf, NUMBERED, type Spoken } from './agenda-list.ts'
import { discussed, headingItem, headingOrPoints, issues, points, pointsOrSections } from './agenda-sections.ts'
import { findDay } from './day.ts'
import type { Found, FoundItem } from './model.ts'
import type { Group } from './outline.ts'
import type { Source } from './source.ts'
import { topicOf } from './topic.ts'

const NUMBERED_LINE = /^[\s\0*_]*(?:topic|(?:agenda )?item)\s*\d{1,2}\s*[:：.]\s*(?=\S)/i
const MOST_OF_TOPIC = 150
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
  for (const read of [() => first, () => topics, issues, pointsOrSections, discussed, points]) {
    const items = once(read(spoken).filter(({ value }) => isTopic(value.title)))
    if (items.length > 0) return withPresenters(spoken, items)
  }
  return []
}

function isTopic(title: string): boolean {
  return title.length > 1 && !/^(?:x+|topic|item|议题)$/i.test(title) && !isPlaceholder(title) && !saysNone(title) && /[\p{L}\p{N}]/u.test(title) && !/议题列表$|^(?:no (?:announcements|questions|items)|none (?:this|yet))\b|^\[?name\]?(?:: text)?$|^[[\s]*fill this in[\]\s]*$/i.test(title)
}

/** Sections of that name, and a repository's name as a heading, which meetings that work off issues have. */
function listed(source: Spoken): Found<FoundItem>[] {
  const groups = source.groups.filter((group, at) => group.meaning === 'agenda' || isRepository(group) || isPartOfAgenda(group) || isBreakout(source.groups, at))
  const roots = groups.filter((group) => group.own && group.meaning === 'agenda')
  if (roots.length === 0 && !groups.some(isRepository)) return []
  const below = groups.filter((group) => !(group.own && group.meaning === 'agenda') || (group.parent?.meaning === 'agenda' && !isList(group)))
  const nested = roots.filter((group) => group.parent?.meaning === 'agenda')
  const hasTable = roots.some((group) => group.lines.some((line) => line.form === 'row'))
  const ofTables = hasTable ? roots.flatMap((group) => itemsOf(source, group)) : []
  if (ofTables.length > 0) return ofTables
  if (!nested.some(isList) && areTopics(below)) return below.filter((group) => group.level === Math.min(...below.map((each) => each.level))).flatMap((group) => headingOrPoints(source, group))
  return groups.flatMap((group) => {
    // Headings below a repository's name are its topics, and what stands below them is talk.
    const inside = isRepository(group) ? source.groups.filter((each) => each.parent === group && each.level < 7) : []
    if (inside.length > 0) return [...itemsOf(source, group), ...inside.flatMap((each) => headingItem(source, each))]
    if (group.parent && isRepository(group.parent) && group.level < 7) return []
    return isBesideRepositories(group, groups) ? headingItem(source, group) : itemsOf(source, group)
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

/** A heading beside repositories' names that is a topic itself: its points name no issues, nor only addresses to look at. */
function isBesideRepositories(group: Group, groups: readonly Group[]): boolean {
  return groups.some((each) => isRepository(each) && each.level === group.level && each.parent === group.parent) && !group.own && !isRepository(group) && !isGrouping(group) && group.lines.length > 0 && !group.lines.some((line) => line.form === 'row' || /^https?:\/\/\S+$/.test(line.piece.spaced.trim()) || ISSUE.test(line.piece.spaced.trim()))
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
  if (day === undefined || /[\p{L}\d][/_-]$/u.test(plain.slice(0, day.from))) return false
  // A topic may have a day in brackets: what a day heads has few words of its own.
  return (plain.slice(0, day.from) + plain.slice(day.to)).split(/[\s\p{P}]+/u).filter((word) => word !== '').length <= 3
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
