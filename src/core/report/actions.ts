import { keysOf, resolvePerson } from '../arrangement/who.ts'
import { wallToUtc, DAY } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import type { ActionItem, Meeting } from '../meeting/model.ts'
import { indexLines, lineAt } from '../text/lines.ts'
import type { OpenAction, OwnerFigure, Report } from './model.ts'

/** A meeting file whose action items are followed. */
export interface FollowedFile {
  readonly file: string
  readonly meeting: Meeting
  readonly text: string
}

/**
 * The open action items, each once: one that was carried into a later meeting of its series, or that names the same issue as
 * a later one, is counted where it stands last. `today` is `YYYY-MM-DD`.
 */
export function openActions(files: readonly FollowedFile[], config: Config, today: string): Report['actions'] {
  const items: OpenAction[] = []
  const seen = new Set<string>()
  for (const { file, meeting, text } of [...files].sort(laterFirst)) {
    const all = [...(meeting.minutes?.actions?.items ?? []), ...(meeting.looseActions?.items ?? [])]
    if (all.length === 0) continue
    const lines = indexLines(text)
    for (const item of all) {
      const marks = marksOf(item, meeting)
      const known = marks.some((mark) => seen.has(mark))
      // What was ticked later is done, wherever an earlier file still has it open.
      for (const mark of marks) seen.add(mark)
      if (!known && !item.done) items.push(openItem(item, file, lineAt(lines, item.range.start) + 1, config, today))
    }
  }
  items.sort(byUrgency)
  const count = (fits: (item: OpenAction) => boolean): number => items.filter(fits).length
  return { open: items.length, overdue: count((each) => each.overdue !== undefined), undated: count((each) => each.due === undefined), owners: ownersOf(items), items }
}

function laterFirst(a: FollowedFile, b: FollowedFile): number {
  const [first, second] = [a, b].map(({ meeting: { fields } }) => fields.start?.value ?? fields.startDay?.value ?? '')
  if (first === second || first === undefined || second === undefined) return a.file < b.file ? -1 : 1
  return first > second ? -1 : 1
}

/** By what an item is known again in another file. */
function marksOf(item: ActionItem, meeting: Meeting): string[] {
  const marks = item.issue === undefined ? [] : [`#${item.issue.value}`]
  const series = meeting.fields.series?.value
  return series === undefined ? marks : [...marks, `${series} ${item.text.value.toLowerCase()}`]
}

function openItem(item: ActionItem, file: string, line: number, config: Config, today: string): OpenAction {
  const owner = ownerOf(item, config)
  const due = item.due?.value
  const late = due === undefined || due >= today ? undefined : Math.round((wallToUtc(today) - wallToUtc(due)) / DAY)
  return {
    file, line, text: withoutAddresses(item.text.value), ...(owner === undefined ? {} : { owner }), ...(due === undefined ? {} : { due }),
    ...(late === undefined || Number.isNaN(late) ? {} : { overdue: late }),
  }
}

/** The one person who answers for it; nobody where several are named, or a group. */
function ownerOf({ owners }: ActionItem, config: Config): string | undefined {
  const [ref, another] = owners
  if (ref === undefined || another !== undefined) return undefined
  const found = resolvePerson(ref, config)
  if (found.kind === 'group') return undefined
  return keysOf(ref, config)[0] ?? withoutAddresses(ref.value)
}

function ownersOf(items: readonly OpenAction[]): OwnerFigure[] {
  const owners = new Map<string | undefined, OpenAction[]>()
  for (const item of items) owners.set(item.owner, [...(owners.get(item.owner) ?? []), item])
  return [...owners].map(([owner, own]): OwnerFigure => ({
    ...(owner === undefined ? {} : { owner }), open: own.length,
    overdue: own.filter((each) => each.overdue !== undefined).length, undated: own.filter((each) => each.due === undefined).length,
  })).sort((a, b) => b.overdue - a.overdue || b.open - a.open || ((a.owner ?? '\uffff') < (b.owner ?? '\uffff') ? -1 : 1))
}

function byUrgency(a: OpenAction, b: OpenAction): number {
  const [first, second] = [a.due ?? '9999', b.due ?? '9999']
  if (first !== second) return first < second ? -1 : 1
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
}

/** A report is passed on; no mail address and no phone number goes with it. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>()[\],;:]+@[^\s<>()[\],;:]+\.[a-z]{2,}/gi, '…').replace(/\+?\d[\d\s()./-]{7,}\d/g, (found) => (isPhone(found) ? '…' : found))
}

/** Dates and clock times have the length of a phone number as well. */
function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  return digits.length >= 9 && digits.length <= 15 && !/\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(text)
}
