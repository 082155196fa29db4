import { codeActions, fixAll } from '../../src/core/language/code-actions.ts'
import { completions } from '../../src/core/language/completion/complete.ts'
import type { LanguageContext } from '../../src/core/language/context.ts'
import { documentLinks } from '../../src/core/language/document-links.ts'
import { foldingRanges } from '../../src/core/language/folding.ts'
import { formatAgenda } from '../../src/core/language/format.ts'
import { hover } from '../../src/core/language/hover/hover.ts'
import { inlayHints } from '../../src/core/language/inlay-hints.ts'
import { lenses } from '../../src/core/language/lenses.ts'
import { definitionsOf, referencesOf } from '../../src/core/language/references.ts'
import { rename } from '../../src/core/language/rename.ts'
import { semanticTokens } from '../../src/core/language/semantic-tokens.ts'
import { subjectAt, subjectInConfig } from '../../src/core/language/subjects.ts'
import { documentSymbols } from '../../src/core/language/symbols.ts'
import { workspaceSymbols } from '../../src/core/language/workspace-symbols.ts'
import type { Problem } from '../../src/core/lint/lint.ts'

/** What every feature says of a document, some at an offset: plain data, by the feature's name. */
export function everything(context: LanguageContext, problems: readonly Problem[], offset: number): Record<string, unknown> {
  const subject = subjectAt(context.meeting, offset, context, context.text)
  const range = { start: offset, end: offset }
  return {
    completions: completions(context, offset), hover: hover(context, offset, problems), hints: inlayHints(context, { start: 0, end: context.text.length }),
    actions: codeActions(context, problems, range), fixAll: fixAll(context, problems), symbols: documentSymbols(context), folding: foldingRanges(context), links: documentLinks(context),
    lenses: lenses(context), tokens: semanticTokens(context), format: formatAgenda(context), workspaceSymbols: workspaceSymbols(context.files, ''), subject,
    inConfig: subjectInConfig(context.configText ?? '', offset), definitions: subject === undefined ? [] : definitionsOf(subject, context),
    references: subject === undefined ? [] : referencesOf(subject, context, true), rename: rename(subject, 'new-key', context),
  }
}
