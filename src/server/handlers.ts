import type { Requests } from './protocol.ts'
import type { Diagnostics } from './diagnostics.ts'
import { directory } from './requests/directory.ts'
import { invitation } from './requests/invitation.ts'
import { live } from './requests/live.ts'
import { nextOccurrence } from './requests/next-occurrence.ts'
import { overview } from './requests/overview.ts'
import { plan } from './requests/plan.ts'
import { slots } from './requests/slots.ts'
import type { Session } from './session.ts'

/** Answers what clients ask. */
export function registerHandlers(session: Session, diagnostics: Diagnostics): void {
  const { connection, support } = session
  if (support.pullsDiagnostics) {
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) => diagnostics.ofDocument(textDocument.uri, previousResultId, token))
    connection.languages.diagnostics.onWorkspace((params, token, _done, progress) => diagnostics.ofWorkspace(params, token, progress))
  }
  answer(session, 'convoke/overview', overview)
  answer(session, 'convoke/plan', plan)
  answer(session, 'convoke/invitation', invitation)
  answer(session, 'convoke/nextOccurrence', nextOccurrence)
  answer(session, 'convoke/slots', slots)
  answer(session, 'convoke/directory', directory)
  answer(session, 'convoke/live', live)
}

function answer<Name extends keyof Requests>(session: Session, name: Name, by: (session: Session, params: Requests[Name]['params']) => Promise<Requests[Name]['result']>): void {
  session.connection.onRequest(name, (params: Requests[Name]['params']) => by(session, params))
}
