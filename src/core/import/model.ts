import type { Language } from '../messages/message.ts'
import type { Range } from '../text/range.ts'
import type { OtherKind } from './kind.ts'

/** `sure`: said in so many words at a place made for it. `likely`: read from a place or form that may mean something else. */
export type Sureness = 'sure' | 'likely'

/** Where something was found: a range of the file's text, or of its path as it was given. */
export interface Place {
  readonly in: 'text' | 'path'
  readonly range: Range
}

export interface Found<T> {
  readonly value: T
  readonly sureness: Sureness
  readonly place: Place
}

/** Somebody as the text names them. */
export interface Named {
  readonly name: string
  /** Login on a forge, without `@`, where one stands beside the name. */
  readonly login?: string
  /** A mail address stands beside the name; the address itself is never taken along. */
  readonly mail?: true
}

export interface FoundItem {
  readonly title: string
  /** Minutes. */
  readonly minutes?: number
  readonly owners: readonly string[]
}

export interface FoundAction {
  readonly text: string
  readonly owners: readonly string[]
  /** `YYYY-MM-DD`. */
  readonly due?: string
  readonly done: boolean
}

/** What the text and the path of one file say of its meeting. What they do not say is absent. */
export interface Proposal {
  readonly path: string
  readonly language: Language
  readonly title?: Found<string>
  /** `YYYY-MM-DD`. */
  readonly date?: Found<string>
  /** `HH:MM`, in `zone`. */
  readonly start?: Found<string>
  /** An IANA name, `UTC`, or an offset such as `UTC+08:00` where no place is named. */
  readonly zone?: Found<string>
  /** Minutes. */
  readonly duration?: Found<number>
  readonly link?: Found<string>
  /** What the link's host belongs to, such as `Zoom`; absent for an unknown host. */
  readonly provider?: string
  readonly organizer?: Found<Named>
  readonly attendees: readonly Found<Named>[]
  readonly absentees: readonly Found<Named>[]
  readonly agenda: readonly Found<FoundItem>[]
  readonly decisions: readonly Found<string>[]
  readonly actions: readonly Found<FoundAction>[]
  /** The parts of minutes that the text has, whatever they are called there. */
  readonly parts: readonly Found<'attendance' | 'discussion' | 'decisions' | 'actions'>[]
  /** The file holds several meetings, of which the first was read. */
  readonly several: boolean
  /** The file is no meeting but this. */
  readonly other?: OtherKind
}
