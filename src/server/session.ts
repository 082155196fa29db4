import type { CancellationToken, Connection } from 'vscode-languageserver'
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { LanguageContext } from '../core/language/context.ts'
import type { Language } from '../core/messages/message.ts'
import type { EditSupport, Target } from './convert.ts'
import type { Documents } from './documents.ts'
import type { Host } from './host.ts'
import type { Workspace } from './workspace.ts'

/** What the client said it can do, as far as the server goes by it. */
export interface Support extends EditSupport {
  /** Asks for diagnostics itself. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly refreshesHints: boolean
  readonly refreshesLenses: boolean
  readonly refreshesTokens: boolean
  readonly snippets: boolean
  readonly watchesFiles: boolean
  readonly workspaceFolders: boolean
}

/** One client and what it works on. */
export interface Session {
  readonly connection: Connection
  readonly host: Host
  readonly documents: Documents
  readonly support: Support
  /** The reader's language. */
  readonly language: Language
  /** The client's own command that asks for proposals again. */
  readonly suggestCommand?: string
  readonly workspaces: () => readonly Workspace[]
  /** The repository that a file lies in, and its path there; undefined where it lies in none. */
  readonly find: (uri: string) => { readonly workspace: Workspace; readonly file: string } | undefined
}

/** An open meeting, as a feature looks at it. */
export interface Opened {
  readonly context: LanguageContext
  readonly workspace: Workspace
  readonly file: string
  readonly target: Target
}

/** The meeting at a URI; undefined for any other file. With `paths`, the other files of the repository are named as well. */
export async function at({ find, language }: Session, uri: string, token: CancellationToken, paths = false): Promise<Opened | undefined> {
  const place = find(uri)
  if (place === undefined) return undefined
  const { workspace, file } = place
  await workspace.loaded
  ifWanted(token)
  const context = await workspace.context(file, language, paths)
  const target = workspace.targetOf(file)
  return context === undefined || target === undefined ? undefined : { context, workspace, file, target }
}

/** Ends the answering of a request that nobody waits for any more. */
export function ifWanted(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
}
