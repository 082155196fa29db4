import type { Diagnostics } from './diagnostics.ts'
import type { Session } from './session.ts'

/** Answers what clients ask. */
export function registerRequests({ connection, support }: Session, diagnostics: Diagnostics): void {
  if (support.pullsDiagnostics) {
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) => diagnostics.ofDocument(textDocument.uri, previousResultId, token))
    connection.languages.diagnostics.onWorkspace((params, token, _done, progress) => diagnostics.ofWorkspace(params, token, progress))
  }
}
