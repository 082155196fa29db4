import { attendeesOf, resolvePerson } from '../core/arrangement/who.ts'
import { DAY, type Instant } from '../core/arrangement/zone.ts'
import type { Config } from '../core/config/model.ts'
import { audience, type Desired } from '../core/process/desired.ts'
import { mayCarry } from '../core/process/carry.ts'
import type { GivenCommand } from '../core/process/command.ts'
import { DIGEST } from '../core/process/digest.ts'
import { announced, type LedgerEntry, type Reply } from '../core/process/ledger.ts'
import type { Observed } from '../core/process/plan.ts'
import { dueMeetings, meetingsByIssue, type RunIndex } from '../core/process/run-index.ts'
import { standIns } from '../core/process/stand-in.ts'
import { placeOf } from '../core/process/upcoming.ts'
import type { StoredIndex } from '../ports/ledger.ts'
import type { Replies, ReplyRequest } from '../ports/messages.ts'
import type { World } from './forge.ts'
import { readMeeting } from './meetings.ts'

/** `all`: every file and entry. `due`: what changed, what is due and what somebody wrote on since the last run, as far as that is known. */
export type Scope = 'all' | 'due'

export interface Observation {
  readonly desired: readonly Desired[]
  readonly observed: Observed
  /** Versions of the ledger entries that were read. */
  readonly versions: ReadonlyMap<string, string>
  /** Answers that could not be read, as places in words. */
  readonly unreadable: readonly string[]
  /** Why some answers could not be looked at. */
  readonly faults: readonly string[]
  readonly index?: StoredIndex
  /** How far this observation reaches, for the next run's index. */
  readonly reach: Pick<RunIndex, 'commit' | 'swept' | 'marks'>
  /** Everything was looked at. */
  readonly swept: boolean
}

/** A sweep looks at everything once in a while, whatever the index says. */
const SWEEP_AFTER = 7 * DAY
const CONFIG_FILE = '.convoke.yml'

/** Reads the merged files and what is out there. */
export async function observe(world: World, config: Config, now: Instant, scope: Scope): Promise<Observation> {
  const stored = await world.ledger.index()
  const history = scope === 'all' ? undefined : await world.history?.changedSince(stored?.index.commit)
  const known = stored !== undefined && history?.paths !== undefined && !history.paths.includes(CONFIG_FILE) && now - stored.index.swept < SWEEP_AFTER
  const index: RunIndex = stored?.index ?? { version: 1, swept: now, marks: {}, meetings: {} }
  const files = known ? await changedFiles(world, config, history.paths, index) : await allFiles(world, config)
  const byId = new Map(files.flatMap((each) => (each.meeting.fields.id === undefined ? [] : [[each.meeting.fields.id.value, each]])))
  const { entries, versions, unknown } = newReading()
  const read = async (id: string): Promise<void> => {
    if (entries.has(id) || unknown.has(id)) return
    const result = await world.ledger.read(id)
    if (result === 'unknown') unknown.add(id)
    else if (result !== undefined) {
      entries.set(id, result.entry)
      versions.set(id, result.version)
    }
  }
  const wanted = known ? [...byId.keys(), ...idsOfFiles(index, history.paths), ...dueMeetings(index, now)] : await world.ledger.ids()
  for (const id of new Set(wanted)) await read(id)
  const byIssue = new Map([...meetingsByIssue(index), ...issuesOf(entries)])
  const marks = scope === 'all' ? {} : index.marks
  const numbers = [...entries.values()].flatMap((entry) => entry.actions.flatMap((action) => action.issue ?? []))
  const { states, mark } = await world.issues.changes(marks['issues'], numbers)
  const meetings = [...new Set([...entries.keys(), ...Object.keys(index.meetings)])]
  const answers = await readAnswers(world, marks, { meetings, looked: new Set(entries.keys()), byIssue, places: placesOf(index, entries) })
  for (const id of [...closedActions(index, states), ...answers.meetings]) await read(id)
  for (const id of sharingItems(index, files, entries)) await read(id)
  const desired = known ? await withFiles(world, files, entries) : files
  // What is overdue is told of over all meetings, once a period.
  if (desired.length > 0) await read(DIGEST)
  const series = world.pullRequests === undefined ? undefined : await seriesOf(desired.filter((each) => isCarrying(each, entries, config, now)), known ? undefined : desired, world, config)
  const replies = new Map([...entries].map(([id, entry]) => [id, answers.of(entry.replies, id, byKey(config, byId.get(id) ?? desired.find((each) => each.meeting.fields.id?.value === id), entry))]))
  return {
    desired, versions, swept: !known, unreadable: answers.unreadable, faults: answers.faults, ...(stored === undefined ? {} : { index: stored }),
    observed: { entries, unknown, replies, issueStates: states, commands: commandsOf(answers, config), proposes: world.pullRequests !== undefined, ...(series === undefined ? {} : { series }) },
    reach: {
      ...(history === undefined ? {} : { commit: history.commit }), swept: known ? index.swept : now,
      marks: { ...index.marks, ...answers.marks, ...(mark === undefined ? {} : { issues: mark }) },
    },
  }
}

/** Meetings of which an action item that was open is closed now; that an issue changed otherwise means nothing to the process. */
function closedActions({ meetings }: RunIndex, states: Observed['issueStates']): string[] {
  return Object.keys(meetings).filter((id) => (meetings[id]?.actions ?? []).some((number) => states.get(number) === 'closed'))
}

/** Meetings that have action items in common with the looked-at ones: by the numbers of issues, or in one series. */
function sharingItems({ meetings }: RunIndex, files: readonly Desired[], entries: ReadonlyMap<string, LedgerEntry>): string[] {
  const items = files.flatMap(({ meeting }) => meeting.minutes?.actions?.items ?? [])
  const numbers = new Set([...items.flatMap((each) => each.issue?.value ?? []), ...[...entries.keys()].flatMap((id) => meetings[id]?.actions ?? [])])
  // Before a number is written into its line, an item that was carried is known by its words.
  const series = new Set(files.flatMap(({ meeting }) => (meeting.minutes?.actions?.items.some((each) => each.issue === undefined) === true ? meeting.fields.series?.value ?? [] : [])))
  return Object.keys(meetings).filter((id) => meetings[id]?.actions?.some((each) => numbers.has(each)) === true || series.has(meetings[id]?.series ?? ''))
}

function isCarrying(each: Desired, entries: ReadonlyMap<string, LedgerEntry>, config: Config, now: Instant): boolean {
  const entry = entries.get(each.meeting.fields.id?.value ?? '')
  return entry !== undefined && mayCarry(each, entry, config, now)
}

/** Files of the series of some meetings, by the id of the series; `all`: where every file was read anyway. */
async function seriesOf(carrying: readonly Desired[], all: readonly Desired[] | undefined, { files }: World, config: Config): Promise<ReadonlyMap<string, readonly Desired[]>> {
  const ids = [...new Set(carrying.flatMap((each) => each.meeting.fields.series?.value ?? []))]
  const read = ids.length === 0 ? [] : all ?? await readFiles(files, await files.list(config.meetings))
  return new Map(ids.map((id) => [id, read.filter(({ meeting }) => meeting.fields.series?.value === id || (meeting.fields.id?.value === id && meeting.fields.repeat !== undefined))]))
}

function newReading(): { entries: Map<string, LedgerEntry>; versions: Map<string, string>; unknown: Set<string> } {
  return { entries: new Map(), versions: new Map(), unknown: new Set() }
}

async function allFiles({ files }: World, config: Config): Promise<Desired[]> {
  return readFiles(files, await files.list(config.meetings))
}

async function changedFiles({ files }: World, config: Config, paths: readonly string[], index: RunIndex): Promise<Desired[]> {
  const changed = new Set(paths)
  const found = await readFiles(files, (await files.list(config.meetings)).filter((file) => changed.has(file)))
  // An id that a changed file has taken from another, unchanged one is to be seen on both.
  const others = found.flatMap((each) => index.meetings[each.meeting.fields.id?.value ?? '']?.file ?? []).filter((file) => !changed.has(file))
  return [...found, ...await readFiles(files, [...new Set(others)])]
}

async function readFiles(files: World['files'], names: readonly string[]): Promise<Desired[]> {
  const found: Desired[] = []
  for (const file of names) {
    const { meeting, text } = await readMeeting(files, file)
    if (text !== undefined) found.push({ file, meeting, text })
  }
  return found
}

/** The files of entries that were read for another reason than a change of theirs. */
async function withFiles({ files }: World, found: readonly Desired[], entries: ReadonlyMap<string, LedgerEntry>): Promise<Desired[]> {
  const there = new Set(found.map((each) => each.meeting.fields.id?.value))
  const missing = [...entries].filter(([id, entry]) => !there.has(id) && entry.file !== '').map(([id, entry]) => ({ id, file: entry.file }))
  const read = await readFiles(files, missing.map((each) => each.file))
  // One that has lost its id says that its meeting is not gone.
  const own = ({ file, meeting }: Desired): boolean => missing.some((each) => each.file === file && (meeting.fields.id === undefined || each.id === meeting.fields.id.value))
  return [...found, ...read.filter((each) => own(each) && !found.some(({ file }) => file === each.file))]
}

function idsOfFiles({ meetings }: RunIndex, paths: readonly string[]): string[] {
  const changed = new Set(paths)
  return Object.keys(meetings).filter((id) => changed.has(meetings[id]?.file ?? ''))
}

function issuesOf(entries: ReadonlyMap<string, LedgerEntry>): [number, string][] {
  return [...entries].flatMap(([id, { issue }]): [number, string][] => (issue === undefined ? [] : [[issue, id]]))
}

interface Answers {
  /** Meetings of which something new was answered. */
  readonly meetings: readonly string[]
  readonly commands: readonly (readonly [string, readonly GivenCommand[]])[]
  readonly marks: Readonly<Record<string, string>>
  readonly unreadable: readonly string[]
  readonly faults: readonly string[]
  /** All answers to a meeting, by its known ones and what came since. */
  of(known: readonly Reply[], id: string, keyed: (replies: readonly Reply[]) => Reply[]): readonly Reply[]
}

function placesOf({ meetings }: RunIndex, entries: ReadonlyMap<string, LedgerEntry>): ReplyRequest['places'] {
  const known = Object.entries(meetings).map(([id, { place }]) => [id, place] as const)
  const read = [...entries].map(([id, entry]) => {
    const snapshot = announced(entry)
    return [id, snapshot === undefined ? undefined : placeOf(snapshot)] as const
  })
  return new Map([...known, ...read].flatMap(([id, place]) => (place === undefined ? [] : [[id, place] as const])))
}

async function readAnswers({ inboxes }: World, marks: RunIndex['marks'], request: Omit<ReplyRequest, 'mark'>): Promise<Answers> {
  const found: (Replies & { readonly name: string })[] = []
  for (const inbox of inboxes) {
    const mark = marks[inbox.name]
    found.push({ name: inbox.name, ...await inbox.replies({ ...request, ...(mark === undefined ? {} : { mark }) }) })
  }
  return {
    meetings: [...new Set(found.flatMap((each) => [...each.replies.keys(), ...each.commands?.keys() ?? []]))],
    commands: found.flatMap((each) => [...each.commands ?? []]),
    marks: Object.fromEntries(found.flatMap(({ name, mark }) => (mark === undefined ? [] : [[name, mark]]))),
    unreadable: found.flatMap((each) => each.unreadable),
    faults: found.flatMap((each) => each.fault ?? []),
    of: (known, id, keyed) => {
      const kept = found.length > 0 && found.every((each) => each.whole) ? [] : known
      const fresh = found.flatMap((each) => keyed(each.replies.get(id) ?? []))
      const reread = found.some((each) => each.name === 'reactions' && each.replies.has(id))
      // A reaction has no place in time, so words always count for more than it.
      return lastOfEach([...fresh.filter((each) => each.reaction === true), ...kept.filter((each) => each.reaction !== true || !reread), ...fresh.filter((each) => each.reaction !== true)])
    },
  }
}

/** Commands by meeting, with people by their keys. */
function commandsOf({ commands }: Answers, config: Config): ReadonlyMap<string, readonly GivenCommand[]> {
  return new Map(commands.map(([id, given]) => [id, given.map((each) => ({ ...each, person: keyOf(each.person, config) ?? each.person }))]))
}

/** The last answer of each person, in the order in which they were given. */
function lastOfEach(replies: readonly Reply[]): Reply[] {
  const last = new Map<string, Reply>()
  for (const each of replies) {
    last.delete(each.person)
    last.set(each.person, each)
  }
  return [...last.values()]
}

/** Answers by the keys of people, whatever name they were given under: a key, a login, a name. */
function byKey(config: Config, file: Desired | undefined, entry: LedgerEntry): (replies: readonly Reply[]) => Reply[] {
  const told = announced(entry)
  // Whoever was invited may answer, also while the file cannot be read.
  const attendees = [...file === undefined ? [] : attendeesOf(file.meeting, config), ...told === undefined ? [] : audience(told)]
  // So may whoever stands in for one of them.
  const asked = new Set([...attendees, ...told === undefined ? [] : standIns(told, entry.replies, config)].map((each) => each.key))
  const organizer = attendees.find((each) => each.role === 'organizer')?.key
  return (replies) => replies.flatMap((reply) => {
    const person = asked.has(reply.person) ? reply.person : keyOf(reply.person, config)
    const by = reply.by === undefined ? undefined : keyOf(reply.by, config)
    // Everybody answers for themselves, and the organizer for anybody; what a stranger says counts for nobody.
    if (person === undefined || (reply.by !== undefined && by !== person && (by === undefined || by !== organizer))) return []
    // Somebody whom the directory knows may be asked yet, and their answer counts from then on.
    if ((reply.comment !== undefined || reply.reaction === true) && !asked.has(person) && !config.people.has(person)) return []
    return [{ ...reply, person, ...(by === undefined ? {} : { by }) }]
  })
}

function keyOf(name: string, config: Config): string | undefined {
  const form = name.startsWith('@') ? 'login' : 'key'
  const who = resolvePerson({ value: name.replace(/^@/, ''), form }, config)
  return who.kind === 'person' ? who.person.key : who.kind === 'login' ? `@${who.login}` : undefined
}
