import type { Config } from '../config/model.ts'
import type { Facts } from '../materials/facts.ts'
import type { Meeting, SyntaxProblem } from '../meeting/model.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { Language } from '../messages/message.ts'
import type { MeetingFile, Workspace } from '../rules/rule.ts'
import type { LineIndex } from '../text/lines.ts'

/** A meeting file as it stands in an editor. */
export interface OpenDocument extends MeetingFile {
  readonly text: string
  readonly lines: LineIndex
  readonly syntax: readonly SyntaxProblem[]
  readonly meeting: Meeting
}

/**
 * All that a language feature may look at. Every feature is a pure function of it and a place in the text; places are offsets in
 * UTF-16 units from the text's very first unit, and only the server knows LSP's positions.
 */
export interface LanguageContext extends OpenDocument {
  readonly config: Config
  /** The text of `.convoke.yml`; absent where there is none. */
  readonly configText?: string
  readonly now: Instant
  /** The reader's language, for what is said about the text. What is written *into* the text follows `meeting.language`. */
  readonly language: Language
  readonly facts: Facts
  /** The other meetings, by id and by time. */
  readonly workspace: Workspace
  /** Every meeting file of the repository, this one included, in the order of their paths. */
  readonly files: readonly MeetingFile[]
  /** Paths of other files that may be linked, where the edge listed them. */
  readonly paths?: readonly string[]
  /** Where the repository lives on the web (`https://github.com/owner/name`); absent where nobody knows. */
  readonly repositoryUrl?: string
  /** The text of another meeting file, where the edge has it at hand; mentions in its prose are found only then. */
  readonly textOf?: (file: string) => string | undefined
}

/** What a question about the whole repository needs; no open document. */
export type Repository = Pick<LanguageContext, 'config' | 'configText' | 'files' | 'language' | 'textOf'>
