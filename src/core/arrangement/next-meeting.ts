import type { Config } from '../config/model.ts'
import { HEADINGS, KEYS, type Key } from '../meeting/keys.ts'
import type { Meeting } from '../meeting/model.ts'
import { lineEnd } from '../text/lines.ts'
import { nextOf, type Occurrence } from './series.ts'
import { zoneOf } from './when.ts'
import { addMinutes, type Instant } from './zone.ts'

/** A file to be written for one meeting of a series. */
export interface NextMeeting {
  readonly path: string
  readonly text: string
  readonly occurrence: Occurrence
}

/** A meeting's file with its text. */
export interface MeetingText {
  readonly file: string
  readonly text: string
  readonly meeting: Meeting
}

/** Keys that only the series has, and those that each meeting gets anew. */
const SERIES_ONLY: ReadonlySet<Key> = new Set(['repeat', 'except', 'move', 'until', 'review', 'id', 'start', 'date', 'time', 'rsvp_by', 'series', 'occurrence', 'status', 'reason'])

/**
 * The file of a series' first meeting after an instant: the series' own words without its rule, an id and a start of its own,
 * and the open action items of the meeting before carried over as they are written (D4). Undefined where the series has
 * none left or cannot be read.
 */
export function nextMeeting(series: MeetingText, previous: MeetingText | undefined, config: Config, after: Instant): NextMeeting | undefined {
  const { fields, frontMatter } = series.meeting
  const occurrence = nextOf(series.meeting, config, after)
  if (occurrence === undefined || frontMatter === undefined || fields.id === undefined || zoneOf(series.meeting, config) === undefined) return undefined
  const day = occurrence.wall.slice(0, 10)
  const end = lineEnd(series.text)
  const name = keyNamer(series.meeting)
  const own = [
    `${name('id')}: ${fields.id.value}-${occurrence.original.slice(0, 10)}`,
    `${name('series')}: ${fields.id.value}`,
    `${name('occurrence')}: ${occurrence.original.replace('T', ' ')}`,
    `${name('start')}: ${occurrence.wall.replace('T', ' ')}`,
    `${name('rsvp_by')}: ${addMinutes(occurrence.wall, -1440).replace('T', ' ')}`,
  ]
  const body = series.text.slice(series.meeting.bodyStart, series.meeting.minutes?.section.headingRange.start ?? series.text.length).trimEnd()
  const parts = ['---', ...own, ...keptKeys(series), '---', '', ...lines(body), '', ...minutesFrame(series.meeting, openItems(previous))]
  const folder = series.file.split('/').slice(0, -1)
  if (folder[folder.length - 1] === 'series') folder.pop()
  return { path: [...folder, `${day}-${fields.id.value}.md`].join('/'), text: parts.join(end).trimEnd() + end, occurrence }
}

/**
 * The file of the first meeting of a series at or after an instant that has no file yet; `meetings` are those of its meetings that
 * have one. The latest of them is the one that open action items are carried over from.
 */
export function nextInSeries(series: MeetingText, meetings: readonly MeetingText[], config: Config, now: Instant): NextMeeting | undefined {
  const original = ({ meeting }: MeetingText): string => meeting.fields.occurrence?.value ?? ''
  const sorted = [...meetings].sort((a, b) => (original(a) < original(b) ? -1 : 1))
  const made = new Set(sorted.map(original))
  for (let after = now; ;) {
    const next = nextMeeting(series, sorted[sorted.length - 1], config, after)
    if (next === undefined || !made.has(next.occurrence.original)) return next
    after = next.occurrence.start + 1
  }
}

function keyNamer({ frontMatter }: Meeting): (key: Key) => string {
  const written = new Map((frontMatter?.entries ?? []).map((each) => [each.key, each.written]))
  const chinese = (frontMatter?.entries ?? []).some((each) => each.key === 'repeat' && /[^\x20-\x7e]/.test(each.written))
  return (key) => written.get(key) ?? (chinese ? KEYS[key].zh : key)
}

/** The series' front matter, line by line, without the keys that are its own. */
function keptKeys({ text, meeting }: MeetingText): string[] {
  const front = meeting.frontMatter
  if (front === undefined) return []
  const kept: string[] = []
  for (const [at, entry] of front.entries.entries()) {
    if (entry.key !== undefined && SERIES_ONLY.has(entry.key)) continue
    const next = front.entries[at + 1]
    const until = next === undefined ? front.content.end : lineStart(text, next.keyRange.start)
    kept.push(...lines(text.slice(lineStart(text, entry.keyRange.start), until).trimEnd()).filter((line) => !/^\s*#/.test(line)))
  }
  return kept
}

function openItems(previous: MeetingText | undefined): string[] {
  return (previous?.meeting.minutes?.actions?.items ?? []).filter((item) => !item.done).map((item) => {
    const written = previous?.text.slice(item.range.start, item.range.end).split(/\r\n|\n|\r/)[0]?.trim() ?? ''
    return `- [ ] ${written.replace(/^(?:[-*+]\s+)?(?:\[[ xX]\]\s*)?/, '')}`
  })
}

function minutesFrame({ language }: Meeting, items: readonly string[]): string[] {
  const heading = (kind: keyof typeof HEADINGS): string => (language === 'zh' ? (kind === 'discussion' ? HEADINGS[kind][2] : HEADINGS[kind][1]) : HEADINGS[kind][0])
  return [`## ${heading('minutes')}`, '', `### ${heading('attendance')}`, '', `### ${heading('discussion')}`, '', `### ${heading('decisions')}`, '', `### ${heading('actions')}`, ...(items.length > 0 ? ['', ...items] : [])]
}

function lines(text: string): string[] {
  return text === '' ? [] : text.replace(/^(?:\r\n|\n|\r)+/, '').split(/\r\n|\n|\r/)
}

function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !/[\r\n]/.test(text.charAt(at - 1))) at--
  return at
}
