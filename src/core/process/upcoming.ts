import { addDays, DAY, HOUR, MINUTE, resolveWall, wallAt, weekdayOf, type Instant } from '../arrangement/zone.ts'
import type { WallTime } from '../meeting/model.ts'
import { followedActions, isFollowedHere } from './follow-up.ts'
import { announced, type LedgerEntry } from './ledger.ts'
import { LONGEST } from './minutes.ts'
import { reminderLeads } from './reminder.ts'
import type { Snapshot } from './snapshot.ts'
import { isQuiet, morningOf, QUIET, zoneFor, type Scene } from './scene.ts'

/**
 * What the ledger's index keeps of a meeting, so that a run finds what is due, and whose issue somebody wrote on, without looking
 * at every meeting (DELIVERY, "What a run looks at").
 */
export interface Upcoming {
  readonly file: string
  /** When something may be due, if nothing changes until then. */
  readonly due?: Instant
  /** Number of the invitation issue, while answers to it count. */
  readonly issue?: number
  /** Numbers of the issues of open action items. */
  readonly actions?: readonly number[]
  /** The series of a meeting with open action items, which its next meeting may go on with. */
  readonly series?: string
  /** For an occurrence of a series, whose calendar entry is told by it. */
  readonly place?: SeriesPlace
}

/** An occurrence's place in its series: the series' id, and its original start as wall time in a zone. */
export interface SeriesPlace {
  readonly series: string
  readonly occurrence: WallTime
  readonly zone: string
}

/** Where a meeting stands in its series; undefined for one that is in none. */
export function placeOf({ series, occurrence, zone }: Snapshot): SeriesPlace | undefined {
  return series === undefined || occurrence === undefined ? undefined : { series, occurrence, zone }
}

/** What has to be kept of a meeting after its steps; undefined where nothing can become due unless its file changes. */
export function upcomingOf(scene: Scene): Upcoming | undefined {
  const { entry, now, when, desired } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined) return undefined
  const place = placeOf(snapshot)
  const open = openActions(scene)
  const actions = open.flatMap(({ action }) => action.issue ?? [])
  const over = now > when.end + LONGEST || entry.cancelled === true
  let due: Instant | undefined
  for (const each of candidates(scene)) if (each > now && (due === undefined || each < due)) due = each
  if (over && open.length === 0 && due === undefined) return undefined
  return {
    file: desired.file, ...(due === undefined ? {} : { due }), ...(entry.issue === undefined || over ? {} : { issue: entry.issue }),
    ...(actions.length === 0 ? {} : { actions }), ...(place === undefined || over ? {} : { place }), ...(open.length === 0 || place === undefined ? {} : { series: place.series }),
  }
}

/** What has to be kept of an announced meeting whose file cannot be followed for now: a draft, or one that lacks something. */
export function watchedOf(entry: LedgerEntry, now: Instant): Upcoming | undefined {
  const snapshot = announced(entry)
  if (snapshot === undefined) return undefined
  const place = placeOf(snapshot)
  const actions = entry.actions.flatMap(({ issue, closed }) => (issue === undefined || closed === true ? [] : [issue]))
  const over = now > resolveWall(snapshot.start, snapshot.zone).instant + snapshot.duration * MINUTE + LONGEST
  // Whoever has yet to hear that it was called off does so when its file can be followed again, or is gone.
  if (entry.cancelled === true) return over || Object.keys(entry.told).length === 0 ? undefined : { file: entry.file }
  if (over && actions.length === 0) return undefined
  return {
    file: entry.file, ...(entry.issue === undefined || over ? {} : { issue: entry.issue }), ...(actions.length === 0 ? {} : { actions }), ...(place === undefined || over ? {} : { place }),
    ...(actions.length === 0 || place === undefined ? {} : { series: place.series }),
  }
}

function openActions(scene: Scene): ReturnType<typeof followedActions> {
  return scene.entry.cancelled === true ? [] : followedActions(scene).filter((each) => !each.closed && (each.record !== undefined || each.action.issue !== undefined))
}

/** Every instant at which some step may begin to have something to do. One too many costs a look; one too few would be a gap. */
function* candidates(scene: Scene): Iterable<Instant> {
  const { entry, now, when, config, kept } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined) return
  // What was held back over somebody's night, unless the meeting comes near before the morning does.
  for (const { meeting, recipient, because } of kept) {
    if (meeting === snapshot.meeting && recipient !== undefined && because.clause === 'E6') yield morningOf(config, recipient, now)
  }
  if (entry.cancelled !== true) {
    yield when.start - DAY
    yield snapshot.rsvpBy
    for (const lead of reminderLeads(scene)) yield when.start - lead * MINUTE
    yield when.start
    yield when.end
    yield when.end + 2 * HOUR
    yield when.end + config.minutesWithin * MINUTE
  }
  for (const { action: { owner, due } } of openActions(scene).filter((each) => isFollowedHere(scene, each))) if (owner !== undefined && due !== undefined) yield* followUps(scene, owner, due)
}

/** Two days before the due day, that day, the day after, and then each period of the digest, when the owner's night is over. */
function* followUps({ config, now }: Scene, owner: string, due: string): Iterable<Instant> {
  const zone = zoneFor(config, owner)
  const morning = (day: string): Instant => resolveWall(`${day}T${String(QUIET.until).padStart(2, '0')}:00`, zone).instant
  if (isQuiet(config, owner, now)) yield morningOf(config, owner, now)
  for (const days of [-2, 0, 1]) yield morning(addDays(due, days))
  const today = wallAt(now, zone).slice(0, 10)
  if (today > due) yield morning(addDays(today, config.digest === 'daily' ? 1 : 7 - ((weekdayOf(today) + 6) % 7)))
}
