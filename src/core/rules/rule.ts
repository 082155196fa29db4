import type { Range } from '../text/range.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Clause } from '../messages/clause.ts'
import type { Message, MessageData } from '../messages/message.ts'
import type { Config, Severity } from '../config/model.ts'
import type { Meeting, SyntaxProblem, WallTime } from '../meeting/model.ts'
import type { Present } from '../arrangement/present.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { Facts } from '../materials/facts.ts'
import type { OwnWords } from '../wording/judge.ts'

export type { Clause } from '../messages/clause.ts'

/** A file to be made by a fix; never one that exists. */
export interface NewFile {
  /** Relative to the repository's root. */
  readonly path: string
  readonly text: string
}

/** A value to be written into `.convoke.yml`, named by its keys from the top: `people`, `guest`, `timezone`. */
export interface SettingChange {
  readonly path: readonly string[]
  readonly value: string
}

/** A computed repair. Its title says what it changes ("move to Tue 10:00"). */
export interface Fix {
  readonly title: Message
  readonly data?: MessageData
  /** Edits of the judged file. */
  readonly edits: readonly TextEdit[]
  readonly creates?: readonly NewFile[]
  /** What is to be changed in the configuration (`config/write.ts` makes it edits), where the fault lies there. */
  readonly settings?: readonly SettingChange[]
  /** Time, people, place and meaning stay as they are (FORMAT 4); only such fixes are applied unasked. */
  readonly safe: boolean
}

/** Another place that the finding is about. */
export interface Related {
  readonly file: string
  readonly range: Range
  readonly message: Message
  readonly data?: MessageData
}

/** One thing a rule found. */
export interface Finding {
  readonly message: Message
  readonly data?: MessageData
  readonly range: Range
  /** Where it is not the rule's own severity. */
  readonly severity?: Severity
  /** Where they are not the rule's own clauses. */
  readonly clauses?: readonly Clause[]
  readonly related?: readonly Related[]
  readonly fixes?: readonly Fix[]
}

/** An option of a rule under `rules: { <id>: { <name>: … } }`. */
export type OptionSchema =
  | { readonly type: 'integer'; readonly default: number; readonly minimum: number; readonly maximum: number; readonly description: Message }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: Message }
  | { readonly type: 'strings'; readonly default: readonly string[]; readonly description: Message }

/** A meeting file of the workspace. */
export interface MeetingFile {
  /** Relative to the repository's root, `/` between parts. */
  readonly file: string
  readonly meeting: Meeting
}

/** One time that a file's meeting takes place; a series' file has several. */
export interface Occupied extends MeetingFile {
  readonly start: Instant
  readonly end: Instant
}

/** The other meetings of the repository, answered from an index. */
export interface Workspace {
  /** Files whose `id` is this text, in the order of their names. */
  withId(id: string): readonly MeetingFile[]
  /** Meetings neither cancelled nor history that share time with [start, end), in the order of their starts. */
  overlapping(start: Instant, end: Instant): readonly Occupied[]
  /** Whether the meeting of a series (its `id`) that was to begin at this wall time has a file of its own. */
  hasOwnFile(series: string, original: WallTime): boolean
  /** The teams' own names, from the configuration and the files' titles and headings; none where there are none. */
  readonly ownWords: OwnWords | undefined
}

/** All that a rule may look at. */
export interface Context extends MeetingFile {
  readonly text: string
  /** What the parser found wrong. */
  readonly syntax: readonly SyntaxProblem[]
  readonly config: Config
  readonly present: Present
  readonly facts: Facts
  readonly workspace: Workspace
  /** Named by the user: a file without front matter is judged fully then (FORMAT 1). */
  readonly named: boolean
  /** The rule's options, defaults filled in. */
  readonly option: (name: string) => unknown
}

/** One rule: one file, named by the rule's id. */
export interface Rule {
  readonly id: string
  readonly clauses: readonly Clause[]
  readonly severity: Severity
  /** `ahead`: an arrangement, judged only while the meeting is ahead of now; `always`: what the file says (FORMAT 3). */
  readonly speaks: 'ahead' | 'always'
  readonly options?: Readonly<Record<string, OptionSchema>>
  /** One line for tables. */
  readonly summary: Message
  /** Every text of the rule, its fixes' titles included, by name. */
  readonly messages: Readonly<Record<string, Message>>
  check(context: Context): Iterable<Finding>
}
