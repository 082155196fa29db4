import type { Requests } from './protocol.ts'
import type { Diagnostics } from './diagnostics.ts'
import { complete } from './features/completion.ts'
import { actions, format, prepare, renameKey } from './features/edits.ts'
import { definition, references, symbols } from './features/places.ts'
import { folding, hints, hovering, lensesOf, links, outline, tokens } from './features/reading.ts'
import { directory } from './requests/directory.ts'
import { invitation } from './requests/invitation.ts'
import { live } from './requests/live.ts'
import { nextOccurrence } from './requests/next-occurrence.ts'
import { overview } from './requests/overview.ts'
import { plan } from './requests/plan.ts'
import { report } from './requests/report.ts'
import { slots } from './requests/slots.ts'
import type { Session } from './session.ts'

/** Answers what clients ask. */
export function registerHandlers(session: Session, diagnostics: Diagnostics): void {
  const { connection, support } = session
  if (support.pullsDiagnostics) {
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) => diagnostics.ofDocument(textDocument.uri, previousResultId, token))
    connection.languages.diagnostics.onWorkspace((params, token, _done, progress) => diagnostics.ofWorkspace(params, token, progress))
  }
  connection.onCompletion((params, token) => complete(session, params, token))
  connection.onHover((params, token) => hovering(session, params, token))
  connection.languages.inlayHint.on((params, token) => hints(session, params, token))
  connection.onDocumentSymbol((params, token) => outline(session, params, token))
  connection.onFoldingRanges((params, token) => folding(session, params, token))
  connection.onDocumentLinks((params, token) => links(session, params, token))
  connection.onCodeLens((params, token) => lensesOf(session, params, token))
  connection.languages.semanticTokens.on((params, token) => tokens(session, params, token))
  connection.onCodeAction((params, token) => actions(session, params, token))
  connection.onDocumentFormatting((params, token) => format(session, params, token))
  connection.onPrepareRename((params, token) => prepare(session, params, token))
  connection.onRenameRequest((params, token) => renameKey(session, params, token))
  connection.onDefinition((params, token) => definition(session, params, token))
  connection.onReferences((params, token) => references(session, params, token))
  connection.onWorkspaceSymbol((params, token) => symbols(session, params, token))
  answer(session, 'convoke/overview', overview)
  answer(session, 'convoke/plan', plan)
  answer(session, 'convoke/invitation', invitation)
  answer(session, 'convoke/nextOccurrence', nextOccurrence)
  answer(session, 'convoke/slots', slots)
  answer(session, 'convoke/directory', directory)
  answer(session, 'convoke/live', live)
  answer(session, 'convoke/report', report)
}

function answer<Name extends keyof Requests>(session: Session, name: Name, by: (session: Session, params: Requests[Name]['params']) => Promise<Requests[Name]['result']>): void {
  session.connection.onRequest(name, (params: Requests[Name]['params']) => by(session, params))
}
