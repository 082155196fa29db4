import * as vscode from 'vscode'
import { restored, type LiveState } from '../../core/live/state.ts'

/** The meeting that is being held in this window, if one is; it is kept in the workspace's memory, so that a reload changes nothing. */
export interface LiveMeetingController {
  readonly state: LiveState | undefined
  readonly onDidChange: vscode.Event<void>
  /** Replaces the state and keeps it. */
  set(state: LiveState | undefined): void
  dispose(): void
}

const KEY = 'convoke.live'
/** A meeting that was left running so long ago is over. */
const FORGOTTEN = 24 * 3_600_000

/** Takes up the meeting that a window before this one was holding. */
export function makeController(memory: vscode.Memento): LiveMeetingController {
  const changed = new vscode.EventEmitter<void>()
  const kept = restored(memory.get<unknown>(KEY))
  let state = kept !== undefined && Date.now() - kept.startedAt < FORGOTTEN ? kept : undefined
  tellContexts(state)
  return {
    get state() {
      return state
    },
    onDidChange: changed.event,
    set(next) {
      state = next
      void memory.update(KEY, next)
      tellContexts(next)
      changed.fire()
    },
    dispose: () => changed.dispose(),
  }
}

function tellContexts(state: LiveState | undefined): void {
  void vscode.commands.executeCommand('setContext', 'convoke.running', state !== undefined)
  void vscode.commands.executeCommand('setContext', 'convoke.hasBackupLink', state?.backupLink !== undefined && !state.onBackup)
}
