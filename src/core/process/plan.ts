import { isHistory, whenOf, type When } from '../arrangement/when.ts'
import { DAY, MINUTE, resolveWall, type Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import { parse } from '../meeting/parse.ts'
import { announce } from './announcement.ts'
import { cancel } from './cancellation.ts'
import { carryOver } from './carry.ts'
import { chase } from './chase.ts'
import { lackingFields, takeSnapshot, type Desired } from './desired.ts'
import { DIGEST, overdueDigests, type OpenAction } from './digest.ts'
import type { Effect, Kept } from './effect.ts'
import { followedActions, followUp, handOver, isFollowedHere } from './follow-up.ts'
import { announced, newEntry, type IssueState, type LedgerEntry, type Reply } from './ledger.ts'
import type { GivenCommand } from './command.ts'
import { keepIfAnnounced, KEPT, keptOf } from './kept.ts'
import { heardKey, relay } from './live.ts'
import { minutes } from './minutes.ts'
import { propose, writeBack } from './proposal.ts'
import { remind } from './reminder.ts'
import { acknowledge } from './response.ts'
import { emit, type Mutable, type Scene } from './scene.ts'
import { shareItems, type SharedItems } from './shared-items.ts'
import type { Snapshot } from './snapshot.ts'
import { countingReplies } from './stand-in.ts'
import { upcomingOf, watchedOf, type Upcoming } from './upcoming.ts'

/** What is out there. What could not be read is `unknown`, and nothing is done about it; it is never taken for nothing. */
export interface Observed {
  readonly entries: ReadonlyMap<string, LedgerEntry>
  /** Ids whose ledger entry could not be read. */
  readonly unknown: ReadonlySet<string>
  /** What people answered, by meeting: everything that is known, older answers first. */
  readonly replies: ReadonlyMap<string, readonly Reply[]>
  /** What people asked for in comments since the last run, by meeting. */
  readonly commands?: ReadonlyMap<string, readonly GivenCommand[]>
  /** Whether changes of files can be proposed here. */
  readonly proposes?: boolean
  /** Files of the series whose meetings have open action items to carry on, by the id of the series. */
  readonly series?: ReadonlyMap<string, readonly Desired[]>
  /** States of issues as far as they were looked at; what the ledger remembers holds for the others. */
  readonly issueStates: ReadonlyMap<number, IssueState>
}

/** What one meeting's ledger entry becomes when its effects are claimed, and the effects. */
export interface Claim {
  readonly meeting: string
  readonly entry: LedgerEntry
  readonly effects: readonly Effect[]
}

/** Everything that a run will do and deliberately will not, as plain data. */
export interface Plan {
  readonly effects: readonly Effect[]
  readonly kept: readonly Kept[]
  readonly claims: readonly Claim[]
  /** By id, for every meeting that was looked at: what the index keeps of it. */
  readonly upcoming: ReadonlyMap<string, Upcoming | undefined>
}

/** Plans what brings the world outside to the merged files (DESIGN 4). Pure: equal input gives an equal plan. */
export function plan(desired: readonly Desired[], observed: Observed, now: Instant, config: Config): Plan {
  const claims: Claim[] = []
  const kept: Kept[] = []
  const open: OpenAction[] = []
  const upcoming = new Map<string, Upcoming | undefined>()
  const byId = new Map<string, Desired[]>()
  const unnamed = new Set<string>()
  for (const each of desired) {
    const id = each.meeting.fields.id?.value
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), each])
    else {
      keepIfAnnounced(each, config, now, kept)
      unnamed.add(each.file)
    }
  }
  const shared = shareItems(desired, observed.entries, now, config)
  const ids = [...new Set([...byId.keys(), ...observed.entries.keys()])].filter((id) => id !== DIGEST).sort()
  for (const id of ids) {
    const files = byId.get(id) ?? []
    if (observed.unknown.has(id)) kept.push(...files.map((each) => keptOf(id, each.file, KEPT.unknown)))
    else if (files.length > 1) kept.push(...files.map((each) => keptOf(id, each.file, KEPT.sameId, { files: { list: files.map((file) => file.file) } })))
    else planMeeting(id, files[0], { observed, now, config, claims, kept, open, upcoming, unnamed, shared })
  }
  planDigest({ observed, now, config, claims, kept, open, upcoming, unnamed, shared })
  return { effects: claims.flatMap((each) => each.effects), kept, claims, upcoming }
}

interface Work {
  readonly observed: Observed
  readonly now: Instant
  readonly config: Config
  readonly claims: Claim[]
  readonly kept: Kept[]
  readonly open: OpenAction[]
  readonly upcoming: Map<string, Upcoming | undefined>
  /** Files that do not say which meeting they are. */
  readonly unnamed: ReadonlySet<string>
  readonly shared: SharedItems
}

function planMeeting(id: string, file: Desired | undefined, work: Work): void {
  const { observed, now, config, kept, upcoming } = work
  const known = observed.entries.get(id)
  // A file that cannot be followed for now is still the meeting's: answers to it count, and its end is seen.
  upcoming.set(id, known === undefined ? undefined : watchedOf({ ...known, file: file?.file ?? known.file }, now))
  // A series' own file announces nothing; its meetings' files do.
  if (file?.meeting.fields.repeat !== undefined) return
  const entry: Mutable<LedgerEntry> = { ...(known ?? newEntry(id, file?.file ?? '')), ...(file === undefined ? {} : { file: file.file }) }
  const before = announced(entry)
  if (file === undefined && work.unnamed.has(entry.file)) {
    kept.push(keptOf(id, entry.file, KEPT.unnamed))
    hear(known, work)
    return
  }
  const resumed = resume(entry)
  entry.actions = work.shared.records.get(id) ?? entry.actions
  if (file === undefined || file.meeting.fields.status?.value === 'cancelled') {
    const when = before === undefined ? undefined : spanOf(before)
    if (before === undefined || when === undefined) return
    const scene = makeScene(file ?? gone(entry.file), before, when, entry, work)
    for (const each of resumed) emit(scene, each)
    if (now < when.end) cancel(scene, file?.meeting.fields.reason?.value, file === undefined)
    scene.entry.done = withHeard(scene.entry, before, work)
    finish(scene, known, work)
    return
  }
  if (file.meeting.fields.status?.value === 'draft') {
    kept.push(keptOf(id, file.file, KEPT.draft))
    hear(known, work)
    return
  }
  const lacking = lackingFields(file, config)
  const when = whenOf(file.meeting, config)
  if (lacking.length > 0 || when === undefined) {
    keepIfAnnounced(file, config, now, kept)
    hear(known, work)
    return
  }
  if (before === undefined && now >= when.start) {
    if (!isHistory(file.meeting, config) && now < when.end + 14 * DAY) kept.push(keptOf(id, file.file, KEPT.begun))
    return
  }
  const moved = before !== undefined && (before.start !== file.meeting.fields.start?.value || before.zone !== when.zone)
  const snapshot = takeSnapshot(file, when, config, before === undefined || moved || entry.cancelled === true ? now : entry.startAnnounced)
  const scene = makeScene(file, snapshot, when, entry, work)
  for (const each of resumed) emit(scene, each)
  runSteps(scene, work)
  const commands = (work.observed.commands?.get(id) ?? []).filter(({ comment }) => entry.done[heardKey(snapshot, comment)] === undefined)
  if (entry.cancelled === true) entry.done = withHeard(entry, snapshot, work)
  else relay(scene, commands)
  if (work.observed.proposes === true && entry.cancelled !== true) {
    propose(scene, commands)
    writeBack(scene)
    carryOver(scene, observed.series?.get(snapshot.series ?? '') ?? [])
  }
  finish(scene, known, work)
}

/** What was answered meanwhile is remembered, and what was commanded is heard, though nothing is done for now. */
function hear(known: LedgerEntry | undefined, work: Work): void {
  const { observed, claims } = work
  const snapshot = known === undefined ? undefined : announced(known)
  if (known === undefined || snapshot === undefined) return
  const replies = observed.replies.get(known.meeting) ?? []
  const done = withHeard(known, snapshot, work)
  const entry: LedgerEntry = { ...known, done, replies: replies.length > 0 ? replies : known.replies }
  if (JSON.stringify(entry) !== JSON.stringify(known)) claims.push({ meeting: known.meeting, entry, effects: [] })
}

/** What is done, and what was commanded of a meeting that is not held for now: that is not carried out belatedly when it is taken up again. */
function withHeard({ meeting, done }: LedgerEntry, snapshot: Snapshot, { observed, now }: Work): LedgerEntry['done'] {
  const heard = (observed.commands?.get(meeting) ?? []).map(({ comment }) => [heardKey(snapshot, comment), { at: now, outcome: 'failed' as const }] as const)
  return { ...Object.fromEntries(heard), ...done }
}

function runSteps(scene: Scene, { open }: Work): void {
  const { entry, when, now, snapshot, desired } = scene
  if (entry.cancelled === true && now < when.start) {
    // Taken up again: everybody is invited anew.
    delete entry.cancelled
    entry.revision++
    entry.sequence++
    entry.startRevision = entry.revision
    entry.startAnnounced = now
    entry.snapshots = { [entry.revision]: snapshot }
  }
  if (entry.cancelled === true) return
  if (now < when.start) announce(scene)
  acknowledge(scene)
  chase(scene)
  remind(scene)
  minutes(scene)
  handOver(scene)
  followUp(scene)
  if (now >= when.end && announced(entry) !== undefined) {
    for (const each of followedActions(scene).filter((item) => isFollowedHere(scene, item))) open.push({ ...each, meeting: snapshot.meeting, file: desired.file, title: snapshot.title })
  }
}

function planDigest({ observed, now, config, claims, kept, open }: Work): void {
  const known = observed.entries.get(DIGEST)
  if (observed.unknown.has(DIGEST)) {
    if (open.length > 0) kept.push(keptOf(DIGEST, '', KEPT.unknown))
    return
  }
  const entry = known ?? newEntry(DIGEST, '')
  const effects = [...entry.intents, ...overdueDigests(open, entry, config, now)]
  if (effects.length > 0) claims.push({ meeting: DIGEST, entry: { ...entry, intents: effects }, effects })
}

/**
 * What a run that died had claimed and not confirmed: mails are repeated as they were, objects are looked for by their keys; a
 * post is not repeated, but named and its fall-back used (DELIVERY, "Guarantees").
 */
function resume(entry: Mutable<LedgerEntry>): Effect[] {
  const resumed: Effect[] = []
  for (const intent of entry.intents) {
    if (intent.way !== 'chat') {
      resumed.push(intent)
      continue
    }
    entry.done = { ...entry.done, [intent.key]: { at: intent.at, outcome: 'unknown' } }
    resumed.push(...intent.instead ?? [])
  }
  entry.intents = []
  return resumed
}

function makeScene(desired: Desired, snapshot: Snapshot, when: When, entry: Mutable<LedgerEntry>, { config, now, observed, kept, shared }: Work): Scene {
  const replies = countingReplies(entry, snapshot, observed.replies.get(snapshot.meeting) ?? [], config)
  return { desired, snapshot, when, config, now, replies, issueStates: observed.issueStates, followers: shared.followers, entry, effects: [], kept }
}

function finish(scene: Scene, known: LedgerEntry | undefined, { claims, upcoming, observed }: Work): void {
  const { entry, effects } = scene
  const replies = observed.replies.get(entry.meeting) ?? []
  upcoming.set(entry.meeting, upcomingOf(scene))
  const next: LedgerEntry = { ...entry, replies: replies.length > 0 ? replies : entry.replies, intents: effects }
  const unchanged = effects.length === 0 && JSON.stringify(next) === JSON.stringify(known ?? next)
  if (!unchanged) claims.push({ meeting: entry.meeting, entry: next, effects })
}

function spanOf({ start, zone, duration }: Snapshot): When {
  const { instant } = resolveWall(start, zone)
  return { zone, start: instant, end: instant + duration * MINUTE, duration }
}

function gone(file: string): Desired {
  return { file, text: '', meeting: parse('').meeting }
}
