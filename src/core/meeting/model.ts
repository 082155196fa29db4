import type { Located, Range } from '../text/range.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Language, Message, MessageData } from '../messages/message.ts'
import type { ChannelName, Importance, Urgency } from '../config/model.ts'
import type { Key, SectionKind } from './keys.ts'

/*
 * The meeting file as data: plain JSON, no functions, no text of the file but what was read from it, so that it
 * can be cached and sent. Every range is of the original text, and the text under it is what the docstring says.
 * A located text of the body is the text under its range as a person reads it: without Markdown's marks, white space
 * drawn together (`plainText` in markdown/plain.ts).
 */

/** A front-matter field that could be read. `keyRange` covers the key as written, `range` the value as written. */
export interface Field<T> extends Located<T> {
  readonly keyRange: Range
}

/** Local time without a zone: `YYYY-MM-DDTHH:MM`, a real calendar date; the clock may not exist in the zone (DST). */
export type WallTime = string

/**
 * Somebody as written. The range covers the written reference, without a list's comma or a code's brackets: `@name` with
 * its `@`, except where a mark stands between the two (`@[name](url)`: then only the name).
 */
export interface PersonRef {
  /** What stands there, without `@` and without white space around it. */
  readonly value: string
  readonly range: Range
  /** `key` bare word in front matter; `login` written with `@`; `mail` an address; `name` anything else. */
  readonly form: 'key' | 'login' | 'mail' | 'name'
}

export interface OptionalRef extends PersonRef {
  readonly reason?: Located<string>
  /** The whole list item, for edits. */
  readonly item: Range
}

export interface Material {
  /** The whole list item (from its first key or scalar to its last value). */
  readonly range: Range
  /** Path from the repository's root. */
  readonly path?: Located<string>
  readonly url?: Located<string>
  /** `YYYY-MM-DD`. */
  readonly asOf?: Located<string>
  readonly readBefore?: Located<boolean>
  readonly note?: Located<string>
  /** Written as a bare string instead of a mapping. */
  readonly bare: boolean
}

export interface Extension {
  readonly range: Range
  /** Minutes. */
  readonly by?: Located<number>
  readonly reason?: Located<string>
}

/** One occurrence of a series that happens at another time than the rule says. */
export interface Move {
  readonly from: Located<WallTime>
  readonly to: Located<WallTime>
}

/** One key of the front matter in the order of the file, readable or not. */
export interface Entry {
  /** Canonical key; absent where the key is unknown. */
  readonly key?: Key
  /** As written, without quotes. */
  readonly written: string
  readonly keyRange: Range
  /** The value as written; empty after the colon where there is none. */
  readonly valueRange: Range
  /** For an unknown key: the key that was probably meant, so that it is not called missing as well. */
  readonly probably?: Key
  /** False where a value stands there that could not be read (a problem says why). An empty value is not readable. */
  readonly readable: boolean
  /** The key stands there with no value at all. */
  readonly empty: boolean
}

export interface FrontMatter {
  /** From the first unit of the opening fence to the last of the closing one. */
  readonly range: Range
  /** The opening fence's line (`---`), where complaints about missing keys stand. */
  readonly fence: Range
  /** The YAML between the fences, from the line after the opening one to the closing fence's line start. */
  readonly content: Range
  /** False where the YAML could not be parsed even after recovery: nothing may be called missing then. */
  readonly readable: boolean
  readonly entries: readonly Entry[]
}

export interface Fields {
  readonly id?: Field<string>
  readonly title?: Field<string>
  readonly purpose?: Field<string>
  readonly outcome?: Field<readonly Located<string>[]>
  /** `start`, or `date` and `time` joined (range: the date's value; `time` then has the clock's). */
  readonly start?: Field<WallTime>
  /** A day without a time of day, where only that is given (A4). */
  readonly startDay?: Field<string>
  readonly timezone?: Field<string>
  /** Minutes. */
  readonly duration?: Field<number>
  readonly importance?: Field<Importance>
  readonly urgency?: Field<Urgency>
  readonly status?: Field<'planned' | 'draft' | 'cancelled'>
  readonly reason?: Field<string>
  readonly organizer?: Field<PersonRef>
  readonly room?: Field<string>
  readonly booking?: Field<string>
  readonly equipment?: Field<readonly Located<string>[]>
  readonly link?: Field<string>
  readonly backupLink?: Field<string>
  readonly channels?: Field<readonly Located<ChannelName>[]>
  readonly required?: Field<readonly PersonRef[]>
  readonly optional?: Field<readonly OptionalRef[]>
  /** An undivided list, read but saying nothing about who must come (A8). */
  readonly attendees?: Field<readonly PersonRef[]>
  readonly remote?: Field<readonly PersonRef[]>
  readonly rsvpBy?: Field<WallTime>
  /** Minutes before the start. */
  readonly remind?: Field<readonly Located<number>[]>
  readonly materials?: Field<readonly Material[]>
  readonly notes?: Field<readonly Located<string>[]>
  readonly series?: Field<string>
  readonly occurrence?: Field<WallTime>
  readonly extended?: Field<readonly Extension[]>
  /** As written: an RRULE or `every 2 weeks on Tuesday`; read further by arrangement/recurrence. */
  readonly repeat?: Field<string>
  /** Days `YYYY-MM-DD` (or wall times) on which the series does not meet. */
  readonly except?: Field<readonly Located<string>[]>
  readonly move?: Field<readonly Move[]>
  readonly until?: Field<string>
  readonly review?: Field<string>
}

export interface Section {
  /** Only on the first section of its meaning; the last four of `HEADINGS` only inside Minutes. */
  readonly kind?: SectionKind
  /** 1 to 6. */
  readonly level: number
  /** The heading's text without marks. */
  readonly heading: Located<string>
  /** The heading's line or lines, marks included. */
  readonly headingRange: Range
  /** From after the heading to the next heading of the same or a higher level, subsections included. */
  readonly content: Range
}

export interface AgendaItem {
  /** The item itself, from after its marker to its end, nested items left out. */
  readonly range: Range
  /**
   * What it is about, without time and people. The range reaches from its first unit to its last; what was taken out of
   * its middle is missing in the value only.
   */
  readonly title: Located<string>
  /** Minutes; a range (`5-10 minutes`) counts with its upper end. The located span is the number with its unit. */
  readonly minutes?: Located<number>
  /** `14:00-14:15`: minutes after midnight. An item with a clock need not have `minutes`: its time is between the two. */
  readonly clock?: Located<{ readonly start: number; readonly end?: number }>
  readonly owners: readonly PersonRef[]
  readonly form: 'list' | 'table' | 'heading'
}

export interface ActionItem {
  readonly range: Range
  /** The act, without owner, date, box and issue number; located as an agenda item's title is. */
  readonly text: Located<string>
  readonly done: boolean
  /** The three units of `[ ]`, where there is a box. */
  readonly box?: Range
  readonly owners: readonly PersonRef[]
  /** `YYYY-MM-DD`; the span covers the date without its sign or word. */
  readonly due?: Located<string>
  /** A time that is no date: "next week", 尽快. */
  readonly dueText?: Located<string>
  /** `#123` written into the line. */
  readonly issue?: Located<number>
}

export interface RollCallEntry {
  readonly range: Range
  readonly present: boolean
  readonly person: PersonRef
  /** What happens instead, in brackets: "minutes by mail" (C4). */
  readonly note?: Located<string>
}

/** A section with its own meaning, and whether anything stands in it ("none", 无, is content; a bare bullet is not). */
export interface Part {
  readonly section: Section
  readonly hasContent: boolean
}

export interface AgendaPart extends Part {
  readonly items: readonly AgendaItem[]
}
export interface AttendancePart extends Part {
  readonly entries: readonly RollCallEntry[]
}
export interface DecisionsPart extends Part {
  readonly items: readonly Located<string>[]
}
export interface ActionsPart extends Part {
  readonly items: readonly ActionItem[]
}
export interface MinutesPart extends Part {
  readonly attendance?: AttendancePart
  readonly discussion?: Part
  readonly decisions?: DecisionsPart
  readonly actions?: ActionsPart
}

/** A link or picture in the body. The located URL is the destination as written. */
export interface BodyLink {
  readonly url: Located<string>
  readonly image: boolean
}

/** `convoke-disable-next-line rule -- reason`, in a YAML comment or an HTML comment. */
export interface Suppression {
  readonly rules: readonly Located<string>[]
  readonly reason?: string
  readonly range: Range
  /** Zero-based line that it silences: the next line that is not blank. */
  readonly line: number
}

export interface Meeting {
  /** The language the file is written in: of its known headings, else of Chinese keys, else of its letters. */
  readonly language: Language
  readonly frontMatter?: FrontMatter
  readonly fields: Fields
  readonly sections: readonly Section[]
  readonly preparation?: Part
  readonly agenda?: AgendaPart
  readonly minutes?: MinutesPart
  /** Action items outside Minutes (under a heading of that name) are read too, for the importer. */
  readonly looseActions?: ActionsPart
  readonly links: readonly BodyLink[]
  readonly suppressions: readonly Suppression[]
  /** Where the body begins. */
  readonly bodyStart: number
  /** Length of the text in UTF-16 units. */
  readonly length: number
}

/** A fix that the parser itself can compute. Fixes of the parser are all safe (FORMAT 4) unless said. */
export interface SyntaxFix {
  readonly title: Message
  readonly data: MessageData
  readonly edits: readonly TextEdit[]
  readonly safe: boolean
}

/** Something in the text that cannot be what its writer meant. Becomes a `front-matter` problem. */
export interface SyntaxProblem {
  /** Stable id, unique among the parser's problems. */
  readonly code: string
  readonly message: Message
  readonly data: MessageData
  readonly range: Range
  readonly fixes?: readonly SyntaxFix[]
}

/** What parse gives: always a meeting, and what was wrong. */
export interface Parsed {
  readonly meeting: Meeting
  readonly problems: readonly SyntaxProblem[]
}
