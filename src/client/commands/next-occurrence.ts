import * as vscode from 'vscode'
import type { Session } from '../session.ts'
import { below } from '../workspace-files.ts'
import { meetingFor } from './meeting-argument.ts'

/** Writes the file of a series' next meeting, with the open action items carried over (D4), and opens it. A file that is there is opened as it is. */
export async function nextOccurrence(session: Session, argument?: unknown): Promise<void> {
  const series = await meetingFor(session, argument, { title: vscode.l10n.t('Next occurrence'), suits: (each) => each.isSeries })
  if (series === undefined) return
  const next = await session.ask('convoke/nextOccurrence', { uri: series.uri })
  if ('refused' in next) {
    void vscode.window.showInformationMessage(next.refused)
    return
  }
  const uri = below(next.path)
  if (uri === undefined) throw new Error(vscode.l10n.t('{0} does not lie in this workspace.', next.path))
  await createFile(uri, next.text)
  await vscode.window.showTextDocument(uri)
}

/** Writes a new file as one step that can be undone; false, and nothing done, where the file is there already. */
export async function createFile(uri: vscode.Uri, text: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri)
    return false
  } catch {
    // Not there, as it should be.
  }
  const edit = new vscode.WorkspaceEdit()
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) })
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('{0} could not be written.', vscode.workspace.asRelativePath(uri)))
  return true
}
