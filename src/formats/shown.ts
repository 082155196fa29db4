import type { LintedFile } from '../app/lint.ts'
import { indexLines, positionAt } from '../core/text/lines.ts'
import type { Position } from '../core/text/range.ts'
import type { Severity } from '../core/config/model.ts'
import type { Language } from '../core/messages/message.ts'
import { render } from '../core/messages/render.ts'
import type { TextEdit } from '../core/text/edit.ts'

/** A problem in a reader's words and an editor's positions: what every format prints. */
export interface ShownProblem {
  readonly rule: string
  readonly clauses: readonly string[]
  readonly severity: Severity
  readonly message: string
  readonly range: { readonly start: Position; readonly end: Position }
  readonly fixes: readonly ShownFix[]
  readonly related: readonly { readonly file: string; readonly message: string }[]
}

export interface ShownFix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly TextEdit[]
  readonly creates: boolean
}

export interface ShownFile {
  readonly file: string
  readonly text: string
  readonly problems: readonly ShownProblem[]
}

/** Renders the files that have problems, in the language of the reader. */
export function show(files: readonly LintedFile[], language: Language, quiet: boolean): ShownFile[] {
  const shown: ShownFile[] = []
  for (const { file, text = '', problems } of files) {
    const left = quiet ? problems.filter((each) => each.severity !== 'info') : problems
    if (left.length === 0) continue
    const lines = indexLines(text)
    shown.push({
      file, text,
      problems: left.map(({ rule, clauses, severity, message, data, range, fixes, related }) => ({
        rule, clauses, severity, message: render(message, data, language),
        range: { start: positionAt(lines, range.start), end: positionAt(lines, range.end) },
        fixes: fixes.map((fix) => ({ title: render(fix.title, fix.data ?? {}, language), safe: fix.safe, edits: fix.edits, creates: fix.creates !== undefined })),
        related: related.map((each) => ({ file: each.file, message: render(each.message, each.data ?? {}, language) })),
      })),
    })
  }
  return shown
}
