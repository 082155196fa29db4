import { agendaItem, readAgendaItem } from '../meeting/agenda.ts'
import { asFound, ISSUE, isTalk, itemsOf, LONGEST_TITLE, NUMBERED, type Spoken } from './agenda-list.ts'
import { meaningOf } from './meaning.ts'
import type { Found, FoundItem } from './model.ts'
import type { Group } from './outline.ts'

/** Steps of running a meeting, which minutes have between their topics. */
const RUNNING = /^(?:(?:assign|appoint|choose) (?:roles|a scribe)|(?:turn|switch) o(?:n|ff) (?:the )?recording(?: \(done\))?|(?:start|stop) (?:the )?recording|call for clarifications|minutes review|record attendance(?: in minutes)?)$/i
/** Headings that only group the points below them. */
const GROUPED = /^(?:[\w-]+ ){1,2}(?:issues|prs|pull requests|rfcs)$|其[他它]议题$/i
const FEWEST_ISSUES = 3
const MOST_POINTS = 30
const MOST_SECTIONS = 8
/** A handful of points may be whole sentences and still be what a meeting took up. */
const FEW = 8
const LONGEST_OF_FEW = 100

/** Headings that name an issue: `"Proposal" team#90`. */
export function issues(source: Spoken): Found<FoundItem>[] {
  const found = source.groups.filter((group) => group.level < 7 && /(?:[\w-]+#\d+|\[#\d+\])\s*$/.test(group.heading?.piece.spaced.trim() ?? '') && !underAside(group))
  // A heading between them that names none is one of them, and what stands below a template's "announcements or custom items".
  const [first, last] = [found[0], found[found.length - 1]]
  const between = first === undefined || last === undefined ? [] : source.groups.slice(source.groups.indexOf(first), source.groups.indexOf(last))
  const same = between.filter((group) => group.level === first?.level && group.parent === first.parent && group.meaning === first.meaning && !group.own)
  const custom = source.groups.filter((group) => group.level < 7 && !group.own && /custom items$/i.test(group.parent?.heading?.piece.spaced.trim() ?? ''))
  return source.groups.filter((group) => [found, same, custom].some((each) => each.includes(group))).flatMap((group) => headingItem(source, group))
}

/** Points that name issues, but where the sections are many more: then they are the topics, and the issues are some of what was said. */
export function pointsOrSections(source: Spoken): Found<FoundItem>[] {
  const [named, parts] = [issuePoints(source), sections(source)]
  return named.length > 0 && named.length * 2 > parts.length ? named : parts
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
      return inside.length > 0 ? inside.flatMap((group) => headingOrPoints(source, group)) : withoutTalk(itemsOf(source, part))
    })
    if (found.length > 0) return found
  }
  return []
}

/** Sections inside the discussion, or sections with no other meaning below the heading that opens the text. */
export function discussed(source: Spoken): Found<FoundItem>[] {
  const roots = source.groups.filter((group) => group.own && group.meaning === 'discussion' && group.level < 8)
  if (!isRecord(source)) return []
  return roots.flatMap((root) => {
    const inside = source.groups.filter((group) => group.parent === root && !group.own && group.level < 7)
    return [...withoutTalk(itemsOf(source, root)).filter(({ value }) => !RUNNING.test(value.title) && meaningOf(value.title) !== 'aside'), ...inside.flatMap((group) => headingOrPoints(source, group))]
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
  const spoken = items.filter(({ value }) => /^(?!(?:NEW|OLD|FYI|RFC|PR|TBD|WIP)\b)[\p{Lu}][\w.]*(?: [\p{Lu}]\w*)?\s*(?::|--)\s/u.test(value.title)).length
  return items.length > MOST_POINTS || (lengths[lengths.length >> 1] ?? 0) > (items.length <= FEW ? LONGEST_OF_FEW : LONGEST_TITLE) || spoken * 4 > items.length ? [] : items
}

/** The outermost points of a text without any such section. */
export function points(source: Spoken): Found<FoundItem>[] {
  const groups = source.groups.filter((group) => group.meaning === undefined)
  const other = source.groups.some((group) => group.own && group.heading?.form !== 'item' && group.meaning !== 'aside' && group.meaning !== 'actions')
  // A text of many sections is a paper, and its points are what it says.
  const isPaper = groups.filter((group) => group.level > 0 && group.level < 7).length > MOST_SECTIONS
  return other || isPaper ? [] : [...withoutTalk(groups.flatMap((group) => itemsOf(source, { ...group, lines: group.lines.filter((line) => line.form !== 'row') })))]
}

function underAside(group: Group | undefined): boolean {
  for (let at = group; at !== undefined; at = at.parent) if (at.own && (at.meaning === 'aside' || at.meaning === 'actions')) return true
  return false
}

/** A heading as a topic, or the points below one that only groups them. */
export function headingOrPoints(source: Spoken, group: Group): Found<FoundItem>[] {
  const points = GROUPED.test(group.heading?.piece.spaced.trim() ?? '') ? itemsOf(source, group) : []
  return points.length > 0 ? points : headingItem(source, group)
}

/** A heading as a topic; one that names a part of the minutes is none. */
export function headingItem(source: Spoken, group: Group): Found<FoundItem>[] {
  const line = group.heading
  if (line === undefined || (group.own && group.parent?.meaning !== 'agenda' && !NUMBERED.test(line.piece.spaced))) return []
  return [{ ...asFound(source, agendaItem(source.text, line.range, line.range, 'heading')), sureness: 'likely' }]
}
