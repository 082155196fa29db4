import {
  LSPErrorCodes, ResponseError, type CancellationToken, type CodeAction as LspCodeAction, type CodeActionParams, type DocumentFormattingParams, type PrepareRenameParams,
  type Range as LspRange, type RenameParams, type TextEdit as LspTextEdit, type WorkspaceEdit,
} from 'vscode-languageserver'
import { codeActions, fixAll } from '../../core/language/code-actions.ts'
import { formatAgenda } from '../../core/language/format.ts'
import { prepareRename, rename } from '../../core/language/rename.ts'
import type { CodeAction, RepositoryEdit } from '../../core/language/shapes.ts'
import type { Problem } from '../../core/lint/lint.ts'
import { fromRange, toDiagnostic, toRange, toTextEdit, toWorkspaceEdit } from '../convert.ts'
import { at, type Opened, type Session } from '../session.ts'
import type { Workspace } from '../workspace.ts'
import { subjectOf } from './subject.ts'

/** Names under which actions are told; a client asks for them by these or by what they begin with. */
export const ACTION_KINDS = { quickfix: 'quickfix', 'source.fixAll': 'source.fixAll.convoke', refactor: 'refactor' } as const

/** Repairs of the problems that touch the asked range, changes that mend nothing, and all safe repairs at once. */
export async function actions(session: Session, { textDocument, range, context: { only } }: CodeActionParams, token: CancellationToken): Promise<LspCodeAction[]> {
  const place = await at(session, textDocument.uri, token)
  if (place === undefined) return []
  const { context, target, workspace, file } = place
  const problems = await workspace.problems(file) ?? []
  const all = fixAll(context, problems)
  const found = [...codeActions(context, problems, fromRange(target.lines, range)), ...(all === undefined ? [] : [all])]
  const wanted = found.filter(({ kind }) => only === undefined || only.some((each) => ACTION_KINDS[kind] === each || ACTION_KINDS[kind].startsWith(`${each}.`)))
  return wanted.flatMap((action) => toAction(action, problems, session, place) ?? [])
}

function toAction({ title, kind, problem, preferred, edit }: CodeAction, problems: readonly Problem[], session: Session, { workspace, target: { lines } }: Opened): LspCodeAction | undefined {
  const change = toChange(edit, session, workspace)
  const mended = problem === undefined ? undefined : problems[problem]
  if (change === undefined) return undefined
  return {
    title, kind: ACTION_KINDS[kind], edit: change, ...(preferred ? { isPreferred: true } : {}),
    ...(mended === undefined ? {} : { diagnostics: [toDiagnostic(mended, lines, session.language, (file) => workspace.targetOf(file))] }),
  }
}

/** The lengths of time of the agenda in one form. */
export async function format(session: Session, { textDocument }: DocumentFormattingParams, token: CancellationToken): Promise<LspTextEdit[]> {
  const place = await at(session, textDocument.uri, token)
  return place === undefined ? [] : formatAgenda(place.context).map((each) => toTextEdit(place.target.lines, each))
}

/** The key under the cursor; refused with the reason where it cannot be renamed. */
export async function prepare(session: Session, { textDocument, position }: PrepareRenameParams, token: CancellationToken): Promise<{ range: LspRange; placeholder: string }> {
  const found = await subjectOf(session, textDocument.uri, position, token)
  const ready = found === undefined ? undefined : prepareRename(found.subject, found.repository, found.written)
  if (found === undefined || ready === undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, session.language === 'zh' ? '此处没有可以重命名的内容。' : 'There is nothing to rename here.')
  if ('refused' in ready) throw new ResponseError(LSPErrorCodes.RequestFailed, ready.refused)
  return { range: toRange(found.lines, ready.range), placeholder: ready.placeholder }
}

/** Renames a key in `.convoke.yml` and in every meeting; while files are changing it is refused, so that nothing is half done. */
export async function renameKey(session: Session, { textDocument, position, newName }: RenameParams, token: CancellationToken): Promise<WorkspaceEdit> {
  const found = await subjectOf(session, textDocument.uri, position, token, true)
  const done = found === undefined ? undefined : rename(found.subject, newName, found.repository)
  if (done !== undefined && 'refused' in done) throw new ResponseError(LSPErrorCodes.RequestFailed, done.refused)
  const change = found === undefined || done === undefined || !found.isCurrent() ? undefined : toChange(done, session, found.workspace)
  if (change === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, session.language === 'zh' ? '文件正在变化，请再试一次。' : 'Files are changing; try again.')
  return change
}

function toChange(edit: RepositoryEdit, { support }: Session, workspace: Workspace): WorkspaceEdit | undefined {
  return toWorkspaceEdit(edit, support, (file) => workspace.targetOf(file), (file) => workspace.root.uriOf(file))
}
