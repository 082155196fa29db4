import { resolvePerson } from '../arrangement/who.ts'
import type { Config } from '../config/model.ts'
import { audience } from './desired.ts'
import type { CalendarRole } from './effect.ts'
import { announced, type LedgerEntry, type Reply } from './ledger.ts'
import type { Scene } from './scene.ts'
import type { Snapshot } from './snapshot.ts'

/** Whoever comes in place of somebody who was asked. */
export interface StandIn extends CalendarRole {
  /** Key of the one who named them. */
  readonly insteadOf: string
}

/**
 * Substitutes that were named (`/delegate @name`, or a calendar's DELEGATED), in the role of whom they stand in for. One that the
 * directory does not hold cannot be told, and one who was asked anyway is told as such.
 */
export function standIns(snapshot: Snapshot, replies: readonly Reply[], config: Config): StandIn[] {
  const roles = new Map(audience(snapshot).map(({ key, role }) => [key, role]))
  const found: StandIn[] = []
  for (const { person, answer, note } of replies) {
    const role = roles.get(person)
    if (answer !== 'delegate' || note === undefined || role === undefined) continue
    const who = resolvePerson({ value: note.replace(/^@/, ''), form: 'login' }, config)
    if (who.kind !== 'person' || roles.has(who.person.key)) continue
    // The meeting stays its organizer's, whoever takes the chair.
    const own = role === 'organizer' ? 'required' : role
    roles.set(who.person.key, own)
    found.push({ key: who.person.key, role: own, insteadOf: person })
  }
  return found
}

/** The answers that count: of those who are asked, or were, and of whoever stands in for them. */
export function countingReplies(entry: LedgerEntry, snapshot: Snapshot, replies: readonly Reply[], config: Config): readonly Reply[] {
  const asked = new Set([snapshot, announced(entry) ?? snapshot].flatMap((each) => [...audience(each), ...standIns(each, replies, config)]).map((each) => each.key))
  return replies.filter((each) => asked.has(each.person))
}

/** Everybody who is told of the meeting: who was asked, and whoever stands in for one of them. */
export function toldOf({ entry, snapshot, replies, config }: Pick<Scene, 'entry' | 'snapshot' | 'replies' | 'config'>): CalendarRole[] {
  const current = announced(entry) ?? snapshot
  return [...audience(current), ...standIns(current, replies, config).map(({ key, role }) => ({ key, role }))]
}
