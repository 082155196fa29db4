import * as vscode from 'vscode'
import type { MeetingSummary } from '../server/protocol.ts'
import type { Session } from './session.ts'

/** Keeps the contexts that menus and keys look at: is the file in front a meeting's, is it a series'. */
export function watchActiveEditor(session: Session): vscode.Disposable {
  const tell = (): void => {
    const meeting = meetingOf(session, vscode.window.activeTextEditor?.document.uri)
    void vscode.commands.executeCommand('setContext', 'convoke.isMeeting', meeting !== undefined)
    void vscode.commands.executeCommand('setContext', 'convoke.isSeries', meeting?.isSeries === true)
    void vscode.commands.executeCommand('setContext', 'convoke.loaded', session.overview.current !== undefined)
  }
  tell()
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(tell), session.overview.onDidChange(tell))
}

/** The meeting that a document is, as the server last told. */
export function meetingOf(session: Session, uri: vscode.Uri | string | undefined): MeetingSummary | undefined {
  if (uri === undefined) return undefined
  const wanted = typeof uri === 'string' ? uri : uri.toString()
  const same = normal(wanted)
  return session.overview.current?.meetings.find((each) => normal(each.uri) === same || each.file === wanted)
}

/** An address in one spelling: VS Code and others encode differently. */
function normal(uri: string): string {
  try {
    return vscode.Uri.parse(uri, true).toString()
  } catch {
    return uri
  }
}
