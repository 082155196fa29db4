import { whenOf } from '../core/arrangement/when.ts'
import { DAY, type Instant } from '../core/arrangement/zone.ts'
import type { Config } from '../core/config/model.ts'
import { lint, type Problem } from '../core/lint/lint.ts'
import type { WorkspaceIndex } from '../core/lint/workspace-index.ts'
import type { Entry } from './entry.ts'
import type { FactCache } from './fact-cache.ts'

/** A better time is sought up to a week after a meeting's own, so what happens in that week has a say in its verdict. */
const REACH = 8 * DAY

/** All that verdicts are given over, as it stands now. */
export interface Known {
  readonly entries: ReadonlyMap<string, Entry>
  readonly index: WorkspaceIndex
  readonly config: Config
  readonly facts: FactCache
  readonly now: Instant
  textOf(file: string): Promise<string | undefined>
}

interface Verdict {
  readonly entry: Entry
  readonly epoch: number
  /** The teams' own names that wording was judged with. */
  readonly words: unknown
  readonly problems: readonly Problem[]
}

/** What is wrong with each file, each verdict kept until something that it depends on changes. */
export class Verdicts {
  private readonly known: Known
  private readonly given = new Map<string, Verdict>()
  private epoch = 0

  constructor(known: Known) {
    this.known = known
  }

  /** The verdict on a file, given now where there is none that holds; undefined for a file that is not known. */
  async of(file: string): Promise<readonly Problem[] | undefined> {
    const { known } = this
    for (;;) {
      const entry = known.entries.get(file)
      if (entry === undefined) return undefined
      const given = this.given.get(file)
      if (given !== undefined && this.holds(given, entry)) return given.problems
      if (!known.facts.has(entry.wants)) await known.facts.of(entry.wants)
      const text = entry.open?.text ?? await known.textOf(file)
      // Where it changed while it was looked at, it is looked at again.
      if (known.entries.get(file) !== entry) continue
      const problems = entry.isUnread || text?.length !== entry.meeting.length ? entry.syntax.map(unread) : this.judge(entry, text)
      this.given.set(file, { entry, epoch: this.epoch, words: known.index.ownWords, problems })
      return problems
    }
  }

  /** The last verdict on a file, whether it still holds or not; undefined where none was given. */
  last(file: string): readonly Problem[] | undefined {
    return this.given.get(file)?.problems
  }

  forget(file: string): void {
    this.given.delete(file)
  }

  forgetAll(): void {
    this.epoch++
  }

  /** Takes back the verdicts that this file may have had a say in: what it says of itself has changed, or is about to. */
  doubt({ meeting }: Entry): void {
    const { index, config } = this.known
    const { id, repeat, occurrence } = meeting.fields
    if (repeat !== undefined || occurrence !== undefined) {
      this.epoch++
      return
    }
    const when = whenOf(meeting, config)
    const near = when === undefined ? [] : index.overlapping(when.start - REACH, when.end)
    for (const { file } of [...near, ...(id === undefined ? [] : index.withId(id.value))]) this.given.delete(file)
  }

  private holds({ entry, epoch, words }: Verdict, now: Entry): boolean {
    return entry === now && epoch === this.epoch && words === this.known.index.ownWords
  }

  private judge({ file, meeting, syntax }: Entry, text: string): readonly Problem[] {
    const { config, now, facts, index } = this.known
    return lint({ file, meeting, syntax, text, config, now, facts: facts.facts, workspace: index, named: false })
  }
}

function unread({ message, data, range }: Entry['syntax'][number]): Problem {
  return { rule: 'front-matter', clauses: [], severity: 'error', message, data, range, related: [], fixes: [] }
}
