import { ownersOf } from '../arrangement/owners.ts'
import { nextMeeting } from '../arrangement/next-meeting.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import { HEADINGS, type SectionKind } from '../meeting/keys.ts'
import type { ActionItem, Section } from '../meeting/model.ts'
import { parse } from '../meeting/parse.ts'
import type { ActionChange } from '../process/proposal.ts'
import { applyEdits } from '../text/edit.ts'
import { lineEnd } from '../text/lines.ts'
import { at } from '../text/range.ts'
import { proposedText } from './file.ts'

/**
 * A file with action items of another carried into it, as they are written there, each with the number of its issue. What the file
 * has already is not written again. Undefined where nothing has to be added, or it cannot be added so that it is read as meant.
 */
export function carriedText(target: string, from: string, items: readonly ActionChange[], config: Config): string | undefined {
  const { meeting } = parse(from)
  const written = meeting.minutes?.actions?.items ?? []
  const carried = items.reduce((known, change) => {
    const item = written.find((each) => each.issue?.value === change.issue) ?? written.find((each) => each.issue === undefined && each.text.value === change.text)
    if (item === undefined || item.done) return known
    const added = withItem(known, candidates(from, item, config), item)
    return added === undefined ? known : proposedText(added, { kind: 'actions', items: [{ ...change, text: item.text.value, done: false }] }) ?? added
  }, target)
  return carried === target ? undefined : carried
}

/** The file of the meeting of a series that begins at or after an instant, by the series' file. */
export function madeText(series: { readonly file: string; readonly text: string }, path: string, after: Instant, config: Config): string | undefined {
  const made = nextMeeting({ ...series, meeting: parse(series.text).meeting }, undefined, config, after)
  return made?.path === path ? made.text : undefined
}

/** The item's own line; and, since a row of a table is no item of a list, one of its words, owner and date. */
function candidates(text: string, item: ActionItem, config: Config): string[] {
  const line = (/^[^\r\n]*/.exec(text.slice(item.range.start, item.range.end))?.[0] ?? '').trim().replace(/^(?:[-*+]\s+)?(?:\[[ xX]\]\s*)?/, '')
  const owners = ownersOf(text, item, config).map(({ value, form }) => (form === 'name' || form === 'mail' ? `${value}: ` : `@${value} `)).join('')
  return [...line.includes('|') ? [] : [line], `${owners}${item.text.value}${item.due === undefined ? '' : ` 📅 ${item.due.value}`}`].map((each) => `- [ ] ${each}`)
}

function withItem(text: string, lines: readonly string[], item: ActionItem): string | undefined {
  const { meeting } = parse(text)
  const before = meeting.minutes?.actions?.items ?? []
  if (before.some((each) => each.text.value === item.text.value || (item.issue !== undefined && each.issue?.value === item.issue.value))) return undefined
  for (const line of lines) {
    const added = inserted(text, line)
    const after = parse(added).meeting.minutes?.actions?.items ?? []
    const last = after[after.length - 1]
    if (after.length === before.length + 1 && last !== undefined && !last.done && last.text.value === item.text.value && last.due?.value === item.due?.value) return added
  }
  return undefined
}

/** The text with a line at the end of its action items, whose headings are added where they are missing. */
function inserted(text: string, line: string): string {
  const { meeting } = parse(text)
  const end = lineEnd(text)
  const { minutes } = meeting
  const heading = (kind: SectionKind): string => HEADINGS[kind][meeting.language === 'zh' ? 1 : 0]
  if (minutes?.actions !== undefined) {
    const { content } = minutes.actions.section
    const known = text.slice(content.start, content.end)
    const isList = /^\s*[-*+]\s/.test(known.trimEnd().split(/\r\n|\n|\r/).pop() ?? '')
    return put(text, minutes.actions.section, `${known.trim() === '' ? end : isList ? '' : end}${line}`, end)
  }
  if (minutes !== undefined) return put(text, minutes.section, `${end}${'#'.repeat(Math.min(6, minutes.section.level + 1))} ${heading('actions')}${end}${end}${line}`, end)
  return `${text.trimEnd()}${end}${end}## ${heading('minutes')}${end}${end}### ${heading('actions')}${end}${end}${line}${end}`
}

/** Lines after the last words of a section; the blank lines behind them stay where they are. */
function put(text: string, { content, headingRange }: Section, lines: string, end: string): string {
  const known = text.slice(content.start, content.end).trimEnd()
  const spot = known === '' ? headingRange.end : content.start + known.length
  const rest = text.slice(spot)
  return applyEdits(text, [{ range: at(spot), text: `${end}${lines}${rest === '' ? end : ''}` }]) ?? text
}
