import type { Instant } from '../arrangement/zone.ts'
import type { Upcoming } from './upcoming.ts'

/**
 * The ledger's index: up to where the last run has looked, and what is to be looked at again, and when. It only saves work: without
 * it, or with an older one, a run looks at more than it has to and does the same.
 */
export interface RunIndex {
  readonly version: 1
  /** Commit whose files were looked at. */
  readonly commit?: string
  /** When everything was looked at last. */
  readonly swept: Instant
  /** Up to where each source of events was read, in the source's own words. */
  readonly marks: Readonly<Record<string, string>>
  readonly meetings: Readonly<Record<string, Upcoming>>
}

/** Ids of the meetings of which something is due. */
export function dueMeetings({ meetings }: RunIndex, now: Instant): string[] {
  return Object.keys(meetings).filter((id) => (meetings[id]?.due ?? Infinity) <= now)
}

/** Meetings by the numbers of their invitation issues, on which answers count. */
export function meetingsByIssue({ meetings }: RunIndex): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const [id, { issue }] of Object.entries(meetings)) if (issue !== undefined) found.set(issue, id)
  return found
}
