import { nextInSeries } from '../arrangement/next-meeting.ts'
import { whenOf } from '../arrangement/when.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Desired } from './desired.ts'
import { effectKey, type Because } from './effect.ts'
import { followedActions } from './follow-up.ts'
import { announced, isSettled, type LedgerEntry } from './ledger.ts'
import { isComplete } from './minutes.ts'
import type { ActionChange } from './proposal.ts'
import { emit, identity, type Scene } from './scene.ts'

const OPEN = { en: '{count} action item(s) are still open; the next meeting of the series goes on with them.', zh: '还有 {count} 个行动项没有完成，带到系列的下一次会议继续跟进。' }

/**
 * D4: what is open after a meeting of a series is carried into the file of the next one, which is made where it is not there yet. By a
 * pull request, once a meeting: the lines as they were written, with the numbers of their issues.
 */
export function carryOver(scene: Scene, series: readonly Desired[]): void {
  const { entry, desired, config, now } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined || !mayCarry(desired, entry, config, now)) return
  const written = desired.meeting.minutes?.actions?.items ?? []
  const open = followedActions(scene).flatMap(({ action, record, closed }, at) => (closed ? [] : [{ text: action.text, number: written[at]?.issue?.value ?? record?.issue, record }]))
  // Their issues are opened first; one that cannot be opened for good keeps no other back.
  if (open.some((each) => each.number === undefined && (each.record === undefined || entry.done[each.record.key]?.outcome !== 'failed'))) return
  const items = open.flatMap(({ text, number }): ActionChange[] => (number === undefined ? [] : [{ text, issue: number, done: false }]))
  const target = nextFile(desired, series, config, now)
  if (target === undefined) return
  const there = new Set((target.meeting?.minutes?.actions?.items ?? []).flatMap((each) => [each.issue?.value ?? 0, each.text.value]))
  const missing = items.filter((each) => !there.has(each.issue) && !there.has(each.text))
  if (missing.length === 0) return
  const because: Because = { clause: 'D4', reason: OPEN, data: { count: missing.length } }
  emit(scene, {
    key: carryKey(entry, desired.meeting), kind: 'proposal', ...identity(snapshot), file: target.file, because, recipients: [snapshot.organizer], at: now, way: 'pull-request', snapshot,
    change: { kind: 'carry', from: desired.file, items: missing, ...(target.made === undefined ? {} : { made: target.made }) }, ...(entry.issue === undefined ? {} : { issue: entry.issue }),
  })
}

/** Whether open items of a meeting may have to be carried, so that the files of its series have to be known. */
export function mayCarry(desired: Desired, entry: LedgerEntry, config: Config, now: Instant): boolean {
  const { meeting } = desired
  if (meeting.fields.series === undefined || meeting.fields.occurrence === undefined || announced(entry) === undefined || entry.cancelled === true) return false
  const when = whenOf(meeting, config)
  return when !== undefined && now >= when.end && isComplete(desired) && (meeting.minutes?.actions?.items ?? []).some((each) => !each.done) && !isSettled(entry, carryKey(entry, meeting))
}

function carryKey({ meeting }: LedgerEntry, { fields }: Meeting): string {
  return effectKey({ meeting, ...(fields.occurrence === undefined ? {} : { occurrence: fields.occurrence.value }), kind: 'proposal', part: 'carry', revision: 1, recipient: 'pull-request' })
}

interface NextFile {
  readonly file: string
  /** Absent for one that is yet to be made. */
  readonly meeting?: Meeting
  readonly made?: { readonly series: string; readonly after: Instant }
}

/** The meeting right after in the series, of those that have a file; else the one that comes next. What was held goes on from there itself. */
function nextFile({ meeting }: Desired, files: readonly Desired[], config: Config, now: Instant): NextFile | undefined {
  const id = meeting.fields.series?.value
  const original = meeting.fields.occurrence?.value ?? ''
  const siblings = files.filter((each) => each.meeting.fields.series?.value === id && each.meeting.fields.occurrence !== undefined)
  const after = siblings.filter((each) => (each.meeting.fields.occurrence?.value ?? '') > original && each.meeting.fields.status?.value !== 'cancelled')
  const next = after.sort((a, b) => ((a.meeting.fields.occurrence?.value ?? '') < (b.meeting.fields.occurrence?.value ?? '') ? -1 : 1))[0]
  if (next !== undefined) {
    const when = whenOf(next.meeting, config)
    return when === undefined || now >= when.end ? undefined : { file: next.file, meeting: next.meeting }
  }
  const series = files.find((each) => each.meeting.fields.id?.value === id && each.meeting.fields.repeat !== undefined)
  if (series === undefined) return undefined
  const made = nextInSeries(series, siblings, config, now)
  return made === undefined || files.some((each) => each.file === made.path) ? undefined : { file: made.path, made: { series: series.file, after: made.occurrence.start } }
}
