import * as vscode from 'vscode'
import { registerCommands } from './commands/register.ts'
import { watchActiveEditor } from './active-editor.ts'
import { makeController, type LiveMeetingController } from './live/controller.ts'
import { registerLive } from './live/register.ts'
import { previewPlugin } from './preview/plugin.ts'
import { startServer, type MakeClient, type Server } from './server.ts'
import { editorLanguage, keepOverview, type OverviewStore, type Session } from './session.ts'
import type { Shown } from './shown.ts'
import { showStatus } from './status-bar.ts'
import { showActions } from './views/actions.ts'
import { showMeetings } from './views/meetings.ts'
import { rootUri } from './workspace-files.ts'

/** What VS Code's own Markdown extension asks this one for. */
export interface Api {
  readonly extendMarkdownIt: (md: unknown) => unknown
  /** Settles once the server has answered for the first time, or at once in a workspace without meetings. */
  readonly ready: Promise<void>
  /** Only where VS Code runs tests: no other extension has a hand in here. */
  readonly inside?: Inside
}

/** What tests look at. */
export interface Inside {
  readonly shown: Shown
  readonly overview: OverviewStore
  readonly live: LiveMeetingController
  /** What is remembered for this workspace. */
  readonly memory: vscode.Memento
}

const MEETINGS = '{.convoke.yml,**/meetings/**/*.md}'
const MINUTE = 60_000

/** Starts the extension: commands at once, the server and the views only where there are meetings or a command asks for them. */
export function start(context: vscode.ExtensionContext, makeClient: MakeClient): Api {
  const began = performance.now()
  const log = vscode.window.createOutputChannel('Convoke', { log: true })
  let server: Promise<Server> | undefined
  const wake = (): Promise<Server> => (server ??= launch(context, makeClient, log, () => void session.overview.refresh()).catch((error: unknown) => {
    server = undefined
    throw error
  }))
  const ask: Session['ask'] = async (method, params) => (await wake()).request(method, params)
  const live = makeController(context.workspaceState)
  const overview = keepOverview(ask, log)
  const shown: Shown = { trees: new Map(), entries: new Map() }
  const session: Session = { ask, overview, live, log, shown, memory: context.workspaceState, language: editorLanguage(), extensionUri: context.extensionUri }

  context.subscriptions.push(log, overview, live, registerCommands(session), registerLive(session), { dispose: () => void server?.then((each) => each.stop(), () => undefined) })
  const show = once(() => {
    void vscode.commands.executeCommand('setContext', 'convoke.active', true)
    const turn = setInterval(() => vscode.window.state.focused && void overview.refresh(), MINUTE)
    const restart = vscode.workspace.onDidGrantWorkspaceTrust(() => {
      const before = server
      server = undefined
      void before?.then((each) => each.stop(), () => undefined).then(() => overview.refresh())
    })
    context.subscriptions.push(showMeetings(session), showActions(session), showStatus(session), watchActiveEditor(session), restart, { dispose: () => clearInterval(turn) })
    return overview.refresh()
  })
  const ready = hasMeetings(log).then(async (found) => {
    if (found) await show()
    else context.subscriptions.push(...whenMeetingsAppear(() => void show()))
  })
  context.subscriptions.push(live.onDidChange(() => void (live.state !== undefined && show())))
  log.info(`activated with ${(loadTime() + performance.now() - began).toFixed(1)} ms of own work`)
  const isTest = context.extensionMode === vscode.ExtensionMode.Test
  return { extendMarkdownIt: previewPlugin(session), ready, ...(isTest ? { inside: { shown, overview, live, memory: context.workspaceState } } : {}) }
}

/** Milliseconds that the bundle's own statements took; its first and last set marks (esbuild.mjs). */
function loadTime(): number {
  const [load, loaded] = [performance.getEntriesByName('convoke:load').at(-1), performance.getEntriesByName('convoke:loaded').at(-1)]
  return load === undefined || loaded === undefined ? 0 : loaded.startTime - load.startTime
}

async function launch(context: vscode.ExtensionContext, makeClient: MakeClient, log: vscode.LogOutputChannel, changed: () => void): Promise<Server> {
  const began = performance.now()
  const client = await makeClient(context, {
    documentSelector: [{ language: 'markdown' }, { pattern: '**/.convoke.yml' }],
    outputChannel: log,
    initializationOptions: { trusted: vscode.workspace.isTrusted, language: editorLanguage(), commands: true, suggestCommand: 'editor.action.triggerSuggest' },
    markdown: { isTrusted: false, supportHtml: false },
  })
  try {
    const server = await startServer(client, changed)
    log.info(`server ready after ${(performance.now() - began).toFixed(0)} ms`)
    return server
  } catch (error) {
    log.error(error instanceof Error ? error : String(error))
    throw new Error(vscode.l10n.t('The Convoke server did not start. The Convoke log says why.'), { cause: error })
  }
}

async function hasMeetings(log: vscode.LogOutputChannel): Promise<boolean> {
  if (rootUri() === undefined) return false
  try {
    return (await vscode.workspace.findFiles(MEETINGS, '**/node_modules/**', 1)).length > 0
  } catch (error) {
    log.error(`looking for meetings: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

function whenMeetingsAppear(show: () => void): vscode.Disposable[] {
  const root = rootUri()
  if (root === undefined) return []
  // A bare pattern is held against whole paths, in which no configuration stands at the beginning.
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, MEETINGS), false, true, true)
  return [watcher, watcher.onDidCreate(show)]
}

/** The function, called at most once; later calls get the first one's result. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
