import type { Config } from '../config/model.ts'
import { occurrencesBetween } from '../arrangement/series.ts'
import { isHistory, whenOf } from '../arrangement/when.ts'
import { DAY, MINUTE, type Instant } from '../arrangement/zone.ts'
import type { WallTime } from '../meeting/model.ts'
import type { MeetingFile, Occupied, Workspace } from '../rules/rule.ts'
import type { OwnWords } from '../wording/judge.ts'
import { namesOf, ownWords, sharedNames } from '../wording/own-words.ts'

/** A series holds its times this far ahead of now. */
const AHEAD = 90 * DAY
/** So many new times are put into their places one by one; more are sorted in at once. */
const FEW = 16

/** A time that is taken, and the series' meeting it is, where it is one. */
interface Taken extends Occupied {
  readonly slot?: string
}

/** What the index took from one file, to be given back when the file changes. */
interface Share {
  readonly entry: MeetingFile
  readonly taken: readonly Taken[]
  readonly own?: string
  names?: ReadonlySet<string>
}

/**
 * The meetings of a repository by id and by time, one file replaced at a time: what an editor asks on every keystroke costs what
 * the one file costs. A series' file holds the times of its next meetings, but not of those that have a file of their own. The
 * answers are the same as those of an index that was made anew from all the files.
 */
export class WorkspaceIndex implements Workspace {
  private readonly shares = new Map<string, Share>()
  private readonly byId = new Map<string, MeetingFile[]>()
  private readonly own = new Map<string, number>()
  private readonly names = new Map<string, number>()
  private readonly unlearnt = new Set<Share>()
  private readonly config: Config
  private readonly now: Instant
  private occupied: Taken[] = []
  private waiting: Taken[] = []
  private longest = 0
  private known: { readonly list: string; readonly words: OwnWords | undefined } | undefined
  private isLearnt = false

  constructor(config: Config, now: Instant) {
    this.config = config
    this.now = now
  }

  /** Takes a file in, in the place of what was known of its path. */
  put(entry: MeetingFile): void {
    this.remove(entry.file)
    const { fields } = entry.meeting
    const taken = this.timesOf(entry)
    const own = fields.series === undefined || fields.occurrence === undefined ? undefined : place(fields.series.value, fields.occurrence.value)
    const share: Share = { entry, taken, ...(own === undefined ? {} : { own }) }
    this.shares.set(entry.file, share)
    this.unlearnt.add(share)
    this.waiting.push(...taken)
    for (const { start, end } of taken) this.longest = Math.max(this.longest, end - start)
    if (own !== undefined) count(this.own, own, 1)
    if (fields.id !== undefined) insert(listOf(this.byId, fields.id.value), entry, byFile)
  }

  /** Forgets a file; one that is not known changes nothing. */
  remove(file: string): void {
    const share = this.shares.get(file)
    if (share === undefined) return
    this.shares.delete(file)
    this.unlearnt.delete(share)
    if (share.taken.length > 0) {
      this.settle()
      for (const each of share.taken) this.occupied.splice(this.occupied.indexOf(each, placeOf(this.occupied, each, byStart)), 1)
    }
    if (share.own !== undefined) count(this.own, share.own, -1)
    if (share.names !== undefined) this.teach(share.names, -1)
    const id = share.entry.meeting.fields.id?.value
    const same = id === undefined ? undefined : this.byId.get(id)
    if (id === undefined || same === undefined) return
    same.splice(same.indexOf(share.entry), 1)
    if (same.length === 0) this.byId.delete(id)
  }

  /** Reads the names of what came in since; done by whoever asks for `ownWords`, or earlier by whoever has the time. */
  learn(): void {
    for (const share of this.unlearnt) {
      share.names = namesOf(textsOf(share.entry))
      this.teach(share.names, 1)
    }
    this.unlearnt.clear()
  }

  get ownWords(): OwnWords | undefined {
    this.learn()
    if (this.known !== undefined && this.isLearnt) return this.known.words
    this.isLearnt = true
    const names = [...this.config.vocabulary, ...sharedNames(this.names)]
    const list = names.join('\n')
    if (this.known?.list !== list) this.known = { list, words: ownWords(names) }
    return this.known.words
  }

  withId(id: string): readonly MeetingFile[] {
    return this.byId.get(id) ?? []
  }

  hasOwnFile(series: string, original: WallTime): boolean {
    return this.own.has(place(series, original))
  }

  /** No meeting is longer than `longest`, so only those that begin within it before `start` can reach into the span. */
  overlapping(start: Instant, end: Instant): readonly Occupied[] {
    this.settle()
    const found: Occupied[] = []
    for (let at = firstFrom(this.occupied, start - this.longest); at < this.occupied.length; at++) {
      const each = this.occupied[at]
      if (each === undefined || each.start >= end) break
      if (each.end > start && (each.slot === undefined || !this.own.has(each.slot))) found.push(each)
    }
    return found
  }

  private timesOf(entry: MeetingFile): Taken[] {
    const { fields } = entry.meeting
    if (fields.status?.value === 'cancelled' || isHistory(entry.meeting, this.config)) return []
    const when = whenOf(entry.meeting, this.config)
    if (when === undefined) return []
    if (fields.repeat === undefined) return [{ ...entry, start: when.start, end: when.end }]
    // From a day's beginning, so that the answers are the same all day.
    const day = Math.floor(this.now / DAY) * DAY
    return occurrencesBetween(entry.meeting, this.config, day - DAY, day + AHEAD)
      .map(({ original, start }) => ({ ...entry, start, end: start + when.duration * MINUTE, slot: place(fields.id?.value ?? '', original) }))
  }

  private settle(): void {
    if (this.waiting.length === 0) return
    if (this.waiting.length <= FEW) for (const each of this.waiting) insert(this.occupied, each, byStart)
    else this.occupied = [...this.occupied, ...this.waiting].sort(byStart)
    this.waiting = []
  }

  private teach(names: ReadonlySet<string>, by: number): void {
    for (const name of names) count(this.names, name, by)
    if (names.size > 0) this.isLearnt = false
  }
}

function place(series: string, original: WallTime): string {
  return `${series} ${original}`
}

function byFile(a: MeetingFile, b: MeetingFile): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0
}

function byStart(a: Occupied, b: Occupied): number {
  return a.start - b.start || byFile(a, b)
}

function textsOf({ meeting }: MeetingFile): string[] {
  const { title } = meeting.fields
  return [...(title === undefined ? [] : [title.value]), ...meeting.sections.map((each) => each.heading.value)]
}

function count(counts: Map<string, number>, name: string, by: number): void {
  const next = (counts.get(name) ?? 0) + by
  if (next > 0) counts.set(name, next)
  else counts.delete(name)
}

function listOf<T>(lists: Map<string, T[]>, name: string): T[] {
  const known = lists.get(name)
  if (known !== undefined) return known
  const made: T[] = []
  lists.set(name, made)
  return made
}

function insert<T>(sorted: T[], item: T, compare: (a: T, b: T) => number): void {
  sorted.splice(placeOf(sorted, item, compare), 0, item)
}

/** The place of the first item that does not stand before the given one. */
function placeOf<T>(sorted: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const each = sorted[middle]
    if (each !== undefined && compare(each, item) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function firstFrom(sorted: readonly Occupied[], start: Instant): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? Infinity) < start) low = middle + 1
    else high = middle
  }
  return low
}
