import { yamlText as quote } from '../../rules/edits.ts'
import type { Range } from '../../text/range.ts'
import type { Completion, CompletionKind } from '../shapes.ts'

/** What is said of a proposal; the rest follows from the place. */
export interface Proposed {
  readonly label: string
  readonly kind: CompletionKind
  /** What is written; the label where absent. */
  readonly text?: string
  readonly detail?: string
  readonly documentation?: string
  readonly isSnippet?: boolean
  /** Further words by which it is found. */
  readonly also?: readonly string[]
  readonly continues?: boolean
}

/** Turns proposals into completions over a span, kept in the order in which they are given; `group` puts whole lists behind one another. */
export function propose(range: Range, proposals: readonly Proposed[], group = 0): Completion[] {
  return proposals.map(({ label, kind, text = label, detail, documentation, isSnippet = false, also = [], continues }, at) => ({
    label, kind, edit: { range, text }, isSnippet,
    filter: [...new Set([label, ...also])].join(' '),
    sort: `${group}${String(at).padStart(5, '0')}`,
    ...(detail === undefined || detail === '' ? {} : { detail }), ...(documentation === undefined ? {} : { documentation }), ...(continues === true ? { continues } : {}),
  }))
}

/** A key as people write it, `3A` and `301` too, since they are text in a meeting file; in quotes where YAML would read something else. */
export function keyText(key: string): string {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]*[\p{L}\p{N}])?$/u.test(key) ? key : quote(key)
}

/** A text in a snippet, where `$`, `}` and the backslash have a meaning. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

/** A text as a choice of a snippet, where a comma and a bar divide. */
export function inChoice(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&')
}
