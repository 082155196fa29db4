import type { TextEdit } from '../text/edit.ts'
import type { Range } from '../text/range.ts'
import type { NewFile } from '../rules/rule.ts'

/** A place in some file of the repository. */
export interface FilePlace {
  /** Relative to the repository's root. */
  readonly file: string
  readonly range: Range
}

/** Edits of several files, and files to be made. */
export interface RepositoryEdit {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>
  readonly creates: readonly NewFile[]
}

export type CompletionKind = 'key' | 'value' | 'person' | 'group' | 'room' | 'time' | 'zone' | 'file' | 'heading' | 'snippet'

/** One proposal at the cursor. */
export interface Completion {
  readonly label: string
  readonly kind: CompletionKind
  /** One line beside the label, in the reader's language. */
  readonly detail?: string
  /** Markdown, in the reader's language. */
  readonly documentation?: string
  readonly edit: TextEdit
  /** The edit's text is a snippet in LSP's syntax (`${1:…}`). */
  readonly isSnippet: boolean
  /** What typed text is matched with: name, key, pinyin. */
  readonly filter: string
  /** Code units decide the order. */
  readonly sort: string
  /** Proposals follow at once (a key whose values are known). */
  readonly continues?: boolean
}

export interface Hover {
  readonly range: Range
  /** Markdown. */
  readonly contents: string
}

/** Text shown between the units of a line, not part of the file. */
export interface InlayHint {
  readonly offset: number
  readonly label: string
  /** Markdown. */
  readonly tooltip?: string
  readonly before: boolean
}

export interface OutlineNode {
  readonly name: string
  readonly detail?: string
  readonly kind: 'meeting' | 'field' | 'section' | 'agenda-item' | 'action-item' | 'decision'
  readonly range: Range
  readonly selection: Range
  readonly children: readonly OutlineNode[]
}

/** Lines that can be folded away under their first one. */
export interface FoldingRange {
  readonly range: Range
  readonly kind: 'region' | 'comment'
}

/** What a key may be renamed from, under the cursor. */
export interface Renamable {
  readonly range: Range
  readonly placeholder: string
}

/** A request that is not carried out, with the reason in the reader's language. */
export interface Refusal {
  readonly refused: string
}

/** A link that leads somewhere: an address, or a path of the repository. */
export interface DocumentLink {
  readonly range: Range
  readonly target: { readonly url: string } | { readonly path: string }
  readonly tooltip?: string
}

/** A command above a line. The names are the client's commands without their prefix `convoke.`. */
export interface Lens {
  readonly range: Range
  readonly title: string
  readonly command: 'plan' | 'openIssue' | 'join' | 'startMeeting' | 'nextOccurrence'
  readonly arguments: readonly (string | number)[]
}

export interface CodeAction {
  readonly title: string
  readonly kind: 'quickfix' | 'source.fixAll' | 'refactor'
  /** Index into the problems that were given, where it mends one. */
  readonly problem?: number
  /** The one to take without thinking: safe, and the only one of its kind. */
  readonly preferred: boolean
  readonly edit: RepositoryEdit
  /** Changes of `.convoke.yml` are edits of it like others. */
  readonly safe: boolean
}

/** Kinds of tokens, in the order of the legend. `login` is an account that the directory does not hold, `unknown` nobody. */
export const TOKEN_TYPES = ['person', 'group', 'login', 'unknown', 'time', 'date', 'key', 'room', 'duration', 'done'] as const
export type TokenType = (typeof TOKEN_TYPES)[number]

export interface SemanticToken {
  readonly range: Range
  readonly type: TokenType
}

/** A meeting or an item of one, found by words. */
export interface WorkspaceSymbol extends FilePlace {
  readonly name: string
  readonly kind: OutlineNode['kind']
  readonly container?: string
}
