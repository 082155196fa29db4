import { whenOf } from '../arrangement/when.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import type { ActionItem } from '../meeting/model.ts'
import { similar } from './difference.ts'
import type { Desired } from './desired.ts'
import { effectKey } from './effect.ts'
import { announced, type ActionRecord, type LedgerEntry } from './ledger.ts'
import { actionText, isComplete } from './minutes.ts'

/** Action items that stand in the files of several meetings, since open ones are carried into the next (D4). */
export interface SharedItems {
  /** By meeting: its records, with those of the items that it was handed. */
  readonly records: ReadonlyMap<string, readonly ActionRecord[]>
  /** By the number of an issue: the meeting that reminds of it, which is the last that was held. */
  readonly followers: ReadonlyMap<number, string>
}

/** What a meeting's records of items that it was handed carry in their keys; no effect ever has it. */
const HANDED = 'issue-'

/**
 * An item is one issue, wherever its line stands: by its number, or, where that is not written yet, by its words within the series.
 * Its issue is not opened a second time, and whoever owns it is reminded by one meeting only.
 */
export function shareItems(desired: readonly Desired[], entries: ReadonlyMap<string, LedgerEntry>, now: Instant, config: Config): SharedItems {
  const records = new Map<string, readonly ActionRecord[]>()
  const holders = new Map<number, { readonly id: string; readonly start: Instant }[]>()
  const known = knownItems(desired, entries)
  for (const each of desired) {
    const id = each.meeting.fields.id?.value
    const items = each.meeting.minutes?.actions?.items ?? []
    if (id === undefined || items.length === 0 || known.all.size === 0) continue
    const entry = entries.get(id)
    const own = entry?.actions ?? []
    const handed = items.flatMap((item) => handedRecord(item, each, { id, own, known, now, config }) ?? [])
    if (handed.length > 0) records.set(id, [...own, ...handed])
    const when = whenOf(each.meeting, config)
    if (entry === undefined || announced(entry) === undefined || entry.cancelled === true || when === undefined || now < when.end || !isComplete(each)) continue
    for (const { issue, text, carried } of [...own, ...handed]) {
      // One that was carried into a meeting that is not looked at now is that meeting's.
      if (issue === undefined || (carried !== undefined && !entries.has(carried))) continue
      const isThere = items.some((item) => (item.issue === undefined ? similar(item.text.value, text) : item.issue.value === issue))
      if (isThere) holders.set(issue, [...holders.get(issue) ?? [], { id, start: when.start }])
    }
  }
  const followers = new Map([...holders].flatMap(([issue, all]) => {
    const last = [...all].sort((a, b) => b.start - a.start)[0]
    return last === undefined ? [] : [[issue, last.id] as const]
  }))
  return { records, followers }
}

/** The records of other meetings, by number, and those of a series. */
interface KnownItems {
  readonly all: ReadonlyMap<number, readonly { readonly id: string; readonly record: ActionRecord }[]>
  readonly bySeries: ReadonlyMap<string, readonly { readonly id: string; readonly record: ActionRecord }[]>
}

function knownItems(desired: readonly Desired[], entries: ReadonlyMap<string, LedgerEntry>): KnownItems {
  const all = new Map<number, { readonly id: string; readonly record: ActionRecord }[]>()
  const bySeries = new Map<string, { readonly id: string; readonly record: ActionRecord }[]>()
  const there = new Map(desired.map(({ meeting }) => [meeting.fields.id?.value, meeting.fields.series?.value]))
  for (const [id, entry] of entries) {
    const series = there.get(id) ?? announced(entry)?.series
    for (const record of entry.actions) {
      if (record.issue === undefined) continue
      all.set(record.issue, [...all.get(record.issue) ?? [], { id, record }])
      if (series !== undefined && record.closed !== true) bySeries.set(series, [...bySeries.get(series) ?? [], { id, record }])
    }
  }
  return { all, bySeries }
}

interface Handing {
  readonly id: string
  readonly own: readonly ActionRecord[]
  readonly known: KnownItems
  readonly now: Instant
  readonly config: Config
}

/** The record of an item that another meeting has opened; undefined for one of the meeting's own. */
function handedRecord(item: ActionItem, { meeting, text }: Desired, { id, own, known, now, config }: Handing): ActionRecord | undefined {
  const action = actionText(item, text, config)
  const isOwn = own.some((each) => (item.issue === undefined ? similar(each.text, action.text) : each.issue === item.issue.value))
  if (isOwn) return undefined
  const series = meeting.fields.series?.value
  const found = item.issue === undefined
    ? (item.done || series === undefined ? [] : known.bySeries.get(series) ?? []).filter((each) => each.id !== id && each.record.text === action.text)
    : (known.all.get(item.issue.value) ?? []).filter((each) => each.id !== id)
  const other = found[0]?.record
  if (other?.issue === undefined || own.some((each) => each.issue === other.issue)) return undefined
  return {
    key: effectKey({ meeting: id, ...(meeting.fields.occurrence === undefined ? {} : { occurrence: meeting.fields.occurrence.value }), kind: 'action', part: `${HANDED}${other.issue}`, revision: 1, recipient: 'issue' }),
    text: action.text, ...(action.owner === undefined ? {} : { owner: action.owner }), ...(action.due === undefined ? {} : { due: action.due }),
    opened: now, issue: other.issue, ...(other.closed === true ? { closed: true } : {}),
  }
}

/** Whether a record is of an item that the meeting was handed by an earlier one. */
export function isHanded({ key }: ActionRecord): boolean {
  return key.includes(`/action@${HANDED}`)
}
