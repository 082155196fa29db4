import { addDays, wallAt, weekdayOf, type Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import { effectKey, type Effect } from './effect.ts'
import type { FollowedAction } from './follow-up.ts'
import { isSettled, type LedgerEntry } from './ledger.ts'
import type { MeetingAction } from './occasion.ts'
import { isQuiet, zoneFor } from './scene.ts'

/** The ledger's entry for what concerns several meetings at once. */
export const DIGEST = '~digest'

const REASON = { en: '{count} action item(s) of {person} are overdue; they are told of together, {often}.', zh: '{person} 有 {count} 个行动项逾期，{often}汇总提醒一次。' }
const WEEKLY = { en: 'once a week', zh: '每周' }
const DAILY = { en: 'once a day', zh: '每天' }

/** An open action item and where it comes from. */
export interface OpenAction extends FollowedAction {
  readonly meeting: string
  readonly file: string
  readonly title: string
}

/** D4: what is overdue goes to its owner in one mail over all meetings, weekly or daily, until it is done. */
export function overdueDigests(actions: readonly OpenAction[], entry: LedgerEntry, config: Config, now: Instant): Effect[] {
  const byOwner = new Map<string, OpenAction[]>()
  for (const each of actions) {
    const { owner, due } = each.action
    if (each.closed || owner === undefined || due === undefined || config.people.get(owner)?.addresses.has('mail') !== true) continue
    if (wallAt(now, zoneFor(config, owner)).slice(0, 10) <= due) continue
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), each])
  }
  return [...byOwner].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([owner, list]) => digestFor(owner, list, entry, config, now))
}

function digestFor(owner: string, list: readonly OpenAction[], entry: LedgerEntry, config: Config, now: Instant): Effect[] {
  const first = list[0]
  const day = wallAt(now, zoneFor(config, owner)).slice(0, 10)
  // A week begins on Monday; a late run still belongs to its week.
  const period = config.digest === 'daily' ? day : addDays(day, -((weekdayOf(day) + 6) % 7))
  const key = effectKey({ meeting: DIGEST, kind: 'overdue', part: period, revision: 1, recipient: `mail:${owner}` })
  if (first === undefined || isSettled(entry, key) || isQuiet(config, owner, now)) return []
  const sorted = [...list].sort((a, b) => ((a.action.due ?? '') < (b.action.due ?? '') ? -1 : 1))
  const shown = sorted.map(({ action, title }): MeetingAction => ({ ...action, meeting: title }))
  const data = { count: list.length, person: owner, often: { message: config.digest === 'daily' ? DAILY : WEEKLY } }
  return [{
    key, kind: 'overdue', meeting: first.meeting, file: first.file, because: { clause: 'D4', reason: REASON, data }, recipients: [owner], at: now,
    occasion: { kind: 'overdue', actions: shown }, way: 'mail', to: owner,
  }]
}
