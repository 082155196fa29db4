import { HEADINGS, type SectionKind } from '../meeting/keys.ts'
import type { Meeting, Section } from '../meeting/model.ts'
import { parse } from '../meeting/parse.ts'
import { lineEnd } from '../text/lines.ts'
import { at } from '../text/range.ts'
import type { TextEdit } from '../text/edit.ts'

/** The parts of the minutes, in the order in which they stand. */
export const PARTS = ['attendance', 'discussion', 'decisions', 'actions'] as const
export type MinutesPartName = (typeof PARTS)[number]

const ZH: Readonly<Partial<Record<SectionKind, string>>> = { minutes: '会议纪要', attendance: '出席情况', discussion: '讨论要点', decisions: '决议', actions: '行动项' }

/**
 * The edits that give a meeting the frame of its minutes (D1): the headings that are missing, each at its place, and under an empty
 * Discussion a heading for each item of the agenda. What stands there already stays to the byte.
 */
export function minutesFrame(text: string, withItems = true): readonly TextEdit[] {
  const { meeting } = parse(text)
  const end = lineEnd(text)
  const level = partLevel(meeting)
  const edits = PARTS.filter((part) => meeting.minutes?.[part] === undefined).map((part): TextEdit => {
    const items = part === 'discussion' && withItems ? itemHeadings(meeting, level + 1, end) : ''
    return { range: at(placeFor(meeting, text, part)), text: `${end}${end}${heading(meeting, part, level)}${items}` }
  })
  const { discussion } = meeting.minutes ?? {}
  const headings = discussion !== undefined && !discussion.hasContent && withItems && isBare(text, discussion.section) ? itemHeadings(meeting, discussion.section.level + 1, end) : ''
  if (discussion !== undefined && headings !== '') edits.push({ range: at(discussion.section.headingRange.end), text: headings })
  const whole = meeting.minutes === undefined ? [{ range: at(lastUnit(text, text.length)), text: `${end}${end}${'#'.repeat(Math.max(1, level - 1))} ${headingName(meeting, 'minutes')}` }] : []
  return [...whole, ...edits]
}

/** The edits that put lines under a part of the minutes, after what stands there; its heading is made where it is missing. */
export function addToPart(text: string, part: MinutesPartName, lines: readonly string[]): readonly TextEdit[] {
  if (lines.length === 0) return []
  const { meeting } = parse(text)
  const end = lineEnd(text)
  const known = meeting.minutes?.[part]
  if (known === undefined) {
    const level = partLevel(meeting)
    const above = meeting.minutes === undefined ? `${end}${end}${'#'.repeat(Math.max(1, level - 1))} ${headingName(meeting, 'minutes')}` : ''
    return [{ range: at(placeFor(meeting, text, part)), text: `${above}${end}${end}${heading(meeting, part, level)}${end}${lines.join(end)}` }]
  }
  const last = lastUnit(text, known.section.content.end)
  const under = Math.max(last, known.section.headingRange.end)
  const lead = under === known.section.headingRange.end ? end : isListEnd(text, under) ? end : `${end}${end}`
  return [{ range: at(under), text: `${lead}${lines.join(end)}` }]
}

/** A heading's words in the meeting's language. */
export function headingName(meeting: Meeting, kind: SectionKind): string {
  return meeting.language === 'zh' ? ZH[kind] ?? HEADINGS[kind][1] : HEADINGS[kind][0]
}

function heading(meeting: Meeting, part: MinutesPartName, level: number): string {
  return `${'#'.repeat(level)} ${headingName(meeting, part)}`
}

/** The level that the parts have, or would have: one below Minutes, which is one as the agenda's is. */
function partLevel(meeting: Meeting): number {
  const known = PARTS.map((part) => meeting.minutes?.[part]?.section.level).find((each) => each !== undefined)
  return known ?? Math.min(6, (meeting.minutes?.section.level ?? meeting.agenda?.section.level ?? 2) + 1)
}

/** Behind the nearest part that stands before it, else at the head of the minutes (but behind their own words), else at the file's end. */
function placeFor(meeting: Meeting, text: string, part: MinutesPartName): number {
  const { minutes } = meeting
  if (minutes === undefined) return lastUnit(text, text.length)
  const before = PARTS.slice(0, PARTS.indexOf(part)).reverse().map((each) => minutes[each]?.section).find((each) => each !== undefined)
  if (before !== undefined) return Math.max(before.headingRange.end, lastUnit(text, before.content.end))
  const after = PARTS.slice(PARTS.indexOf(part) + 1).map((each) => minutes[each]?.section.headingRange.start).filter((each) => each !== undefined)
  const limit = after.length > 0 ? Math.min(...after) : minutes.section.content.end
  return Math.max(minutes.section.headingRange.end, lastUnit(text, limit))
}

function itemHeadings(meeting: Meeting, level: number, end: string): string {
  return (meeting.agenda?.items ?? []).map(({ title }) => `${end}${end}${'#'.repeat(Math.min(6, level))} ${title.value.replace(/^#+/, '')}`).join('')
}

/** Nothing at all stands under the heading, no heading either. */
function isBare(text: string, section: Section): boolean {
  return text.slice(section.headingRange.end, section.content.end).trim() === ''
}

/** The end of what is not white space before an offset. */
function lastUnit(text: string, offset: number): number {
  let end = offset
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--
  return end
}

function isListEnd(text: string, offset: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset)
  return /^\s*(?:[-*+]|\d+[.)])\s|^\s{2,}\S/.test(line)
}
