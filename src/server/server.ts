import {
  CodeLensRefreshRequest, DiagnosticRefreshRequest, DidChangeWatchedFilesNotification, FileChangeType,
  InlayHintRefreshRequest, SemanticTokensRefreshRequest, TextDocumentSyncKind, type ClientCapabilities, type Connection, type InitializeParams, type InitializeResult, type ServerCapabilities,
} from 'vscode-languageserver'
import { VERSION } from '../app/version.ts'
import { TRIGGERS } from '../core/language/completion/complete.ts'
import { TOKEN_TYPES } from '../core/language/shapes.ts'
import type { Language } from '../core/messages/message.ts'
import { Diagnostics } from './diagnostics.ts'
import { Documents } from './documents.ts'
import { ACTION_KINDS } from './features/edits.ts'
import type { Host } from './host.ts'
import { OVERVIEW_CHANGED, type InitializationOptions } from './protocol.ts'
import { registerHandlers } from './handlers.ts'
import type { Session, Support } from './session.ts'
import { rootAt } from './uris.ts'
import { Workspace } from './workspace.ts'

/** Open files are judged anew so often, since time goes by; milliseconds. */
const MINUTES = 5 * 60_000
/** All files so often. */
const HOUR = 60 * 60_000

/** Serves one client over a connection; returns when it listens. */
export function serve(connection: Connection, host: Host, fallback: Language): void {
  connection.onInitialize((params) => {
    const options = readOptions(params.initializationOptions)
    const own: Host = { ...host, open: (uri) => host.open(uri, options.trusted), ...(options.now === undefined ? {} : { now: () => options.now ?? 0 }) }
    const session = openSession(connection, own, params, { ...options, language: options.language ?? languageOf(params.locale) ?? fallback })
    return { capabilities: capabilities(session.support, options.commands === true), serverInfo: { name: 'convoke', version: VERSION } } satisfies InitializeResult
  })
  connection.listen()
}

function openSession(connection: Connection, host: Host, params: InitializeParams, options: Options & { readonly language: Language }): Session {
  const documents = new Documents()
  const workspaces = new Map<string, Workspace>()
  const support = supportOf(params.capabilities)
  const session: Session = {
    connection, host, documents, support, language: options.language, ...(options.suggestCommand === undefined ? {} : { suggestCommand: options.suggestCommand }),
    workspaces: () => [...workspaces.values()],
    find: (uri) => {
      // The nearest folder around the file, where folders lie in each other.
      const holders = [...workspaces.values()].flatMap((workspace) => {
        const file = workspace.root.pathOf(uri)
        return file === undefined ? [] : [{ workspace, file }]
      })
      return holders.sort((a, b) => a.file.length - b.file.length)[0]
    },
  }
  const diagnostics = new Diagnostics(session)
  const changed = calmed(host, () => void refresh(session))
  const add = (uri: string): void => {
    const root = rootAt(uri)
    const place = host.open(root.uri)
    if (place === undefined || workspaces.has(root.uri)) return
    const tell = (): void => {
      diagnostics.changed()
      changed.ask()
    }
    workspaces.set(root.uri, new Workspace(root, place, host, tell, (error) => connection.console.error(`convoke: ${error instanceof Error ? error.message : String(error)}`)))
    for (const open of documents.all()) {
      const found = session.find(open.uri)
      if (found?.workspace.root.uri === root.uri) found.workspace.edit(found.file, open)
    }
  }
  follow(session, diagnostics)
  registerHandlers(session, diagnostics)
  connection.onInitialized(() => {
    // Only now may anything be asked of the client, and in a browser its files are the client's.
    for (const uri of foldersOf(params)) add(uri)
    if (support.watchesFiles) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] })
    if (support.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) workspaces.delete(rootAt(uri).uri)
        for (const { uri } of added) add(uri)
        diagnostics.changed()
        changed.ask()
      })
    }
  })
  const ends = [
    host.every(MINUTES, () => {
      for (const each of workspaces.values()) {
        each.tick(false)
        if (!support.watchesFiles) each.rescan()
      }
    }),
    host.every(HOUR, () => {
      for (const each of workspaces.values()) each.tick(true)
    }),
  ]
  // From here on nobody is told anything.
  connection.onShutdown(() => {
    for (const end of [...ends, changed.end, () => diagnostics.end()]) end()
  })
  return session
}

/** Keeps texts and files as the client tells of them. */
function follow({ connection, documents, find, workspaces }: Session, diagnostics: Diagnostics): void {
  // A file that was deleted while its text was open is there again.
  const takeBack = (uri: string): void => {
    const [open, place] = [documents.get(uri), find(uri)]
    if (open !== undefined && place !== undefined && !place.workspace.texts.has(place.file)) place.workspace.edit(place.file, open)
  }
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    const open = documents.put(uri, version, text)
    const place = find(uri)
    place?.workspace.edit(place.file, open)
    diagnostics.changed()
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const open = documents.change(uri, version, contentChanges)
    const place = find(uri)
    if (open !== undefined) place?.workspace.edit(place.file, open)
    diagnostics.changed()
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri)
    const place = find(uri)
    place?.workspace.close(place.file)
    diagnostics.closed([uri])
    diagnostics.changed()
  })
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    takeBack(uri)
    const place = find(uri)
    place?.workspace.reread([place.file])
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) if (type !== FileChangeType.Deleted) takeBack(uri)
    const gone = changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri)
    if (gone.length > 0) diagnostics.closed(gone)
    for (const workspace of workspaces()) {
      const paths = (isGone: boolean): readonly string[] => changes.filter(({ type }) => (type === FileChangeType.Deleted) === isGone).flatMap(({ uri }) => workspace.root.pathOf(uri) ?? [])
      workspace.leave(paths(true))
      const all = [...paths(true), ...paths(false)]
      if (all.length > 0) workspace.reread(all)
    }
  })
}

/** Asks the client to ask again, once for many changes. A client that refuses, or is gone, asks when it likes. */
async function refresh({ connection, support }: Session): Promise<void> {
  const asked = [
    ...(support.refreshesDiagnostics ? [DiagnosticRefreshRequest.type] : []), ...(support.refreshesHints ? [InlayHintRefreshRequest.type] : []),
    ...(support.refreshesLenses ? [CodeLensRefreshRequest.type] : []), ...(support.refreshesTokens ? [SemanticTokensRefreshRequest.type] : []),
  ]
  const send = async (type: (typeof asked)[number]): Promise<void> => await connection.sendRequest(type)
  await Promise.allSettled([(async () => await connection.sendNotification(OVERVIEW_CHANGED))(), ...asked.map(send)])
}

/** Calls at most once in a while; `end` forgets what was still to be called. */
function calmed({ after }: Host, call: () => void): { readonly ask: () => void; readonly end: () => void } {
  let waiting: (() => void) | undefined
  return {
    ask: () => {
      waiting ??= after(200, () => {
        waiting = undefined
        call()
      })
    },
    end: () => {
      waiting?.()
      waiting = (): void => undefined
    },
  }
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders !== undefined && params.workspaceFolders !== null) return params.workspaceFolders.map((each) => each.uri)
  // Clients that know no workspace folders name the one root.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { rootUri } = params
  return rootUri === null ? [] : [rootUri]
}

function capabilities({ pullsDiagnostics, workspaceFolders }: Support, hasCommands: boolean): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    completionProvider: { triggerCharacters: [...TRIGGERS] },
    hoverProvider: true, inlayHintProvider: true, documentSymbolProvider: true, foldingRangeProvider: true, documentLinkProvider: {}, definitionProvider: true, referencesProvider: true,
    workspaceSymbolProvider: true, documentFormattingProvider: true,
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: Object.values(ACTION_KINDS) },
    semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] }, full: true },
    ...(hasCommands ? { codeLensProvider: {} } : {}),
    ...(pullsDiagnostics ? { diagnosticProvider: { identifier: 'convoke', interFileDependencies: true, workspaceDiagnostics: true } } : {}),
    ...(workspaceFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
  }
}

function supportOf({ textDocument, workspace }: ClientCapabilities): Support {
  const edit = workspace?.workspaceEdit
  return {
    documentChanges: edit?.documentChanges === true, create: edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined, refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true, refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true, snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true, workspaceFolders: workspace?.workspaceFolders === true,
  }
}

function languageOf(locale: string | undefined): Language | undefined {
  return locale === undefined ? undefined : /^zh/i.test(locale) ? 'zh' : 'en'
}

interface Options {
  readonly now?: number
  readonly language?: Language
  readonly suggestCommand?: string
  readonly commands?: boolean
  readonly trusted: boolean
}

/** What the client set; anything that is not as the protocol has it counts as not set. */
function readOptions(written: unknown): Options {
  const { now, language, suggestCommand, commands, trusted } = (typeof written === 'object' && written !== null ? written : {}) as { [Key in keyof InitializationOptions]?: unknown }
  const instant = typeof now === 'number' ? now : typeof now === 'string' ? Date.parse(now) : NaN
  return {
    ...(Number.isNaN(instant) ? {} : { now: instant }), ...(language === 'en' || language === 'zh' ? { language } : {}),
    ...(typeof suggestCommand === 'string' ? { suggestCommand } : {}), commands: commands === true, trusted: trusted !== false,
  }
}
