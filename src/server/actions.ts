import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver'
import { writeSetting } from '../core/config/write.ts'
import type { RepositoryEdit } from '../core/language/shapes.ts'
import type { Problem } from '../core/lint/lint.ts'
import { render } from '../core/messages/render.ts'
import type { Fix } from '../core/rules/rule.ts'
import type { TextEdit } from '../core/text/edit.ts'
import { CONFIG_FILE } from './configuration.ts'
import { fromRange, toDiagnostic, toWorkspaceEdit } from './convert.ts'
import type { Session } from './session.ts'
import type { Workspace } from './workspace.ts'

/** Repairs of the problems that touch the asked range. */
export async function codeActions(session: Session, { textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
  const place = session.find(textDocument.uri)
  if (place === undefined) return []
  const { workspace, file } = place
  await workspace.ready()
  const target = workspace.targetOf(file)
  const problems = await workspace.problems(file)
  if (target === undefined || problems === undefined || (context.only !== undefined && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind)))) return []
  const asked = fromRange(target.lines, range)
  return problems.filter((each) => each.range.start <= asked.end && asked.start <= each.range.end).flatMap((problem) => problem.fixes.flatMap((fix) => {
    const edit = toWorkspaceEdit(editOf(fix, file, workspace), session.support, (each) => workspace.targetOf(each), (each) => workspace.root.uriOf(each))
    if (edit === undefined) return []
    return [{
      title: render(fix.title, fix.data ?? {}, session.language), kind: CodeActionKind.QuickFix, edit, isPreferred: isPreferred(fix, problem),
      diagnostics: [toDiagnostic(problem, target.lines, session.language, (each) => workspace.targetOf(each))],
    }]
  }))
}

function isPreferred(fix: Fix, { fixes }: Problem): boolean {
  return fix.safe && fixes.filter((each) => each.safe).length === 1
}

function editOf({ edits, creates = [], settings = [] }: Fix, file: string, { settings: { text = '' } }: Workspace): RepositoryEdit {
  const config = settings.flatMap(({ path, value }): readonly TextEdit[] => writeSetting(text, path, value) ?? [])
  return { edits: new Map([[file, edits], [CONFIG_FILE, config]]), creates }
}
