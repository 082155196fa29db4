import type { Instant } from '../arrangement/zone.ts'
import type { Effect } from './effect.ts'
import type { Snapshot } from './snapshot.ts'

export type Answer = 'yes' | 'no' | 'maybe' | 'delegate'

/** What somebody answered, by key. */
export interface Reply {
  readonly person: string
  readonly answer: Answer
  /** Reason, or the substitute's key. */
  readonly note?: string
  /** Who wrote it, where it was somebody else: only the organizer's word counts for others. */
  readonly by?: string
  /** Id of the comment that says it, where it can be acknowledged. */
  readonly comment?: string
  /** Given by a reaction, which can be taken back: the reactions that are there stand for all that were. */
  readonly reaction?: boolean
}

/** An action item that was opened. */
export interface ActionRecord {
  /** Key of the effect that opened its issue; its identity until the number stands in the file. */
  readonly key: string
  readonly text: string
  readonly owner?: string
  readonly due?: string
  /** When its issue was planned: what was already near then needs no reminder on top. */
  readonly opened: Instant
  readonly issue?: number
  readonly closed?: boolean
  /** The later meeting of the series that reminds of it now (D4). */
  readonly carried?: string
}

export type IssueState = 'open' | 'closed'

export type Outcome = 'done' | 'failed' | 'unknown'

/** What became of an effect. */
export interface Done {
  readonly at: Instant
  readonly outcome: Outcome
}

/**
 * What the tool remembers of one meeting (DELIVERY, "The ledger"). People stand in it by key. Written twice a run: with the
 * intents before anything is sent, and with what became of them after.
 */
export interface LedgerEntry {
  readonly version: 1
  readonly meeting: string
  readonly file: string
  /** Number of the announced revision; the key of a revision's effects, so that A→B→A is announced twice. */
  readonly revision: number
  /** SEQUENCE of the calendar entry. */
  readonly sequence: number
  /** Revision at which the start was last moved: reminders and the chase belong to it. */
  readonly startRevision: number
  /** When that start was announced. */
  readonly startAnnounced: Instant
  /** Announced snapshots that somebody was told last, by revision; the newest is always there. */
  readonly snapshots: Readonly<Record<string, Snapshot>>
  /** Revision that each recipient (`issue`, `mail:key`, `chat:feishu`) was told last. */
  readonly told: Readonly<Record<string, number>>
  readonly cancelled?: boolean
  /** Number of the invitation issue. */
  readonly issue?: number
  readonly actions: readonly ActionRecord[]
  readonly replies: readonly Reply[]
  /** Effects claimed by a run that has not confirmed them. */
  readonly intents: readonly Effect[]
  readonly done: Readonly<Record<string, Done>>
}

/** An entry for a meeting that was never announced. */
export function newEntry(meeting: string, file: string): LedgerEntry {
  return {
    version: 1, meeting, file, revision: 0, sequence: 0, startRevision: 0, startAnnounced: 0, snapshots: {}, told: {}, actions: [], replies: [], intents: [], done: {},
  }
}

/** The snapshot that was announced last; undefined before the invitation. */
export function announced(entry: LedgerEntry): Snapshot | undefined {
  return entry.snapshots[String(entry.revision)]
}

/** True when an effect was carried out, given up or claimed: it is not planned again. */
export function isSettled(entry: LedgerEntry, key: string): boolean {
  return Object.hasOwn(entry.done, key) || entry.intents.some((intent) => intent.key === key)
}
