import {
  DiagnosticSeverity, type CreateFile, type Diagnostic, type DiagnosticRelatedInformation, type Position as LspPosition, type Range as LspRange, type TextDocumentEdit,
  type TextEdit as LspTextEdit, type WorkspaceEdit,
} from 'vscode-languageserver'
import type { RepositoryEdit } from '../core/language/shapes.ts'
import type { Problem } from '../core/lint/lint.ts'
import type { Language } from '../core/messages/message.ts'
import { render } from '../core/messages/render.ts'
import type { TextEdit } from '../core/text/edit.ts'
import { offsetAt, positionAt, type LineIndex } from '../core/text/lines.ts'
import type { Range } from '../core/text/range.ts'

/** Where a rule's documentation stands. */
const RULES_URL = 'https://github.com/convoke/convoke/blob/main/docs/rules/'

/** A file as positions need it: its name for the client, its lines, and its version where it is open in the editor. */
export interface Target {
  readonly uri: string
  readonly lines: LineIndex
  readonly version?: number
}

/** The span of the text in the client's lines and characters (UTF-16). */
export function toRange(lines: LineIndex, range: Range): LspRange {
  return { start: positionAt(lines, range.start), end: positionAt(lines, range.end) }
}

export function fromRange(lines: LineIndex, range: LspRange): Range {
  return { start: fromPosition(lines, range.start), end: fromPosition(lines, range.end) }
}

/** The offset of a place that the client names; a place past a line's or the text's end is drawn back to it. */
export function fromPosition(lines: LineIndex, position: LspPosition): number {
  return offsetAt(lines, position)
}

export function toTextEdit(lines: LineIndex, { range, text }: TextEdit): LspTextEdit {
  return { range: toRange(lines, range), newText: text }
}

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information } as const

/** A problem in the reader's words, with a link to its rule's documentation and the other places it is about. */
export function toDiagnostic(problem: Problem, lines: LineIndex, language: Language, targetOf: (file: string) => Target | undefined): Diagnostic {
  const { rule, severity, message, data, range, related } = problem
  const places = related.flatMap((each): DiagnosticRelatedInformation[] => {
    const target = targetOf(each.file)
    if (target === undefined) return []
    return [{ location: { uri: target.uri, range: toRange(target.lines, each.range) }, message: render(each.message, each.data ?? {}, language) }]
  })
  return {
    range: toRange(lines, range), severity: SEVERITIES[severity], source: 'convoke', code: rule, codeDescription: { href: `${RULES_URL}${rule}.md` },
    message: render(message, data, language), ...(places.length === 0 ? {} : { relatedInformation: places }),
  }
}

/** What a client can do with an edit of several files. */
export interface EditSupport {
  readonly documentChanges: boolean
  readonly create: boolean
}

/**
 * An edit of the repository as the client carries it out, all or nothing: files made first, then each file's edits, tied to the
 * version that they were computed from where it is open. Undefined where the client cannot carry it out, or a file is not known.
 */
export function toWorkspaceEdit(edit: RepositoryEdit, support: EditSupport, targetOf: (file: string) => Target | undefined, uriOf: (file: string) => string): WorkspaceEdit | undefined {
  if (edit.creates.length > 0 && !support.create) return undefined
  const edits: TextDocumentEdit[] = []
  for (const [file, changes] of edit.edits) {
    if (changes.length === 0) continue
    const target = targetOf(file)
    if (target === undefined) return undefined
    edits.push({ textDocument: { uri: target.uri, version: target.version ?? null }, edits: changes.map((each) => toTextEdit(target.lines, each)) })
  }
  if (!support.documentChanges) return { changes: Object.fromEntries(edits.map((each) => [each.textDocument.uri, each.edits as LspTextEdit[]])) }
  const creates = edit.creates.flatMap(({ path, text }): (CreateFile | TextDocumentEdit)[] => [
    { kind: 'create', uri: uriOf(path), options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri: uriOf(path), version: null }, edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text }] },
  ])
  return { documentChanges: [...creates, ...edits] }
}
