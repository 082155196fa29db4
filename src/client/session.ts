import * as vscode from 'vscode'
import type { Overview, Requests } from '../server/protocol.ts'
import type { LiveMeetingController } from './live/controller.ts'
import type { Shown } from './shown.ts'

/** What commands and views share while the extension runs. */
export interface Session {
  /** Asks the server, which is started by the first question. */
  readonly ask: <M extends keyof Requests>(method: M, params: Requests[M]['params']) => Promise<Requests[M]['result']>
  readonly overview: OverviewStore
  readonly live: LiveMeetingController
  readonly log: vscode.LogOutputChannel
  readonly shown: Shown
  /** What is remembered for this workspace. */
  readonly memory: vscode.Memento
  /** The language that the editor speaks. */
  readonly language: 'en' | 'zh'
  readonly extensionUri: vscode.Uri
}

/** The server's last account of meetings and action items. */
export interface OverviewStore {
  readonly current: Overview | undefined
  readonly onDidChange: vscode.Event<void>
  /** Asks again; several calls in a row are one question. */
  refresh(): Promise<void>
  dispose(): void
}

/** Keeps the overview: asked anew when the server says so, and once a minute while the window has the focus, since "today" and "overdue" move with the clock. */
export function keepOverview(ask: Session['ask'], log: vscode.LogOutputChannel): OverviewStore {
  const changed = new vscode.EventEmitter<void>()
  let current: Overview | undefined
  let running: Promise<void> | undefined
  let again = false
  const load = async (): Promise<void> => {
    do {
      again = false
      try {
        current = await ask('convoke/overview', { now: Date.now() })
        changed.fire()
      } catch (error) {
        log.error(`overview: ${error instanceof Error ? error.message : String(error)}`)
      }
    } while (stillAsked())
  }
  const stillAsked = (): boolean => again
  return {
    get current() {
      return current
    },
    onDidChange: changed.event,
    refresh() {
      again = running !== undefined
      running ??= load().finally(() => (running = undefined))
      return running
    },
    dispose: () => changed.dispose(),
  }
}

/** The language that the editor speaks, of the two that the product has. */
export function editorLanguage(): 'en' | 'zh' {
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
