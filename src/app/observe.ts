import type { Config } from '../core/config/model.ts'
import { attendeesOf } from '../core/arrangement/who.ts'
import type { Desired } from '../core/process/desired.ts'
import type { LedgerEntry } from '../core/process/ledger.ts'
import type { Observed } from '../core/process/plan.ts'
import { resolvePerson } from '../core/arrangement/who.ts'
import { readMeeting } from './meetings.ts'
import type { World } from './forge.ts'

export interface Observation {
  readonly desired: readonly Desired[]
  readonly observed: Observed
  /** Versions of the ledger entries that were read. */
  readonly versions: ReadonlyMap<string, string>
  /** Answers that could not be read, as places in words. */
  readonly unreadable: readonly string[]
}

/** Reads the merged files and what is out there. */
export async function observe({ files, ledger, inbox, issues }: World, config: Config): Promise<Observation> {
  const desired: Desired[] = []
  for (const file of await files.list(config.meetings)) {
    const { meeting, text } = await readMeeting(files, file)
    if (text !== undefined) desired.push({ file, meeting, text })
  }
  const entries = new Map<string, LedgerEntry>()
  const versions = new Map<string, string>()
  const unknown = new Set<string>()
  for (const id of await ledger.ids()) {
    const stored = await ledger.read(id)
    if (stored === 'unknown') unknown.add(id)
    else if (stored !== undefined) {
      entries.set(id, stored.entry)
      versions.set(id, stored.version)
    }
  }
  const { replies, unreadable } = await inbox.replies([...entries.keys()])
  const numbers = [...entries.values()].flatMap((entry) => entry.actions.flatMap((action) => action.issue ?? []))
  const closedIssues = await issues.closed(numbers)
  return { desired, observed: { entries, unknown, replies: byKey(replies, desired, config), closedIssues }, versions, unreadable }
}

/** Answers by the keys of people, whatever name they were given under: a key, a login, a name. */
function byKey(replies: Observed['replies'], desired: readonly Desired[], config: Config): Observed['replies'] {
  const found = new Map<string, Observed['replies'] extends ReadonlyMap<string, infer R> ? R : never>()
  for (const [meeting, list] of replies) {
    const file = desired.find((each) => each.meeting.fields.id?.value === meeting)
    const asked = new Set(file === undefined ? [] : attendeesOf(file.meeting, config).map((each) => each.key))
    found.set(meeting, list.flatMap((reply) => {
      if (asked.has(reply.person)) return [reply]
      const form = reply.person.startsWith('@') ? 'login' : 'key'
      const who = resolvePerson({ value: reply.person.replace(/^@/, ''), form }, config)
      const key = who.kind === 'person' ? who.person.key : who.kind === 'login' ? `@${who.login}` : undefined
      return key === undefined ? [] : [{ ...reply, person: key }]
    }))
  }
  return found
}
