import * as vscode from 'vscode'
import type { TextEdit } from '../core/text/edit.ts'

/**
 * Changes a file as one step that can be undone. A document that was saved before is saved again; one with unsaved changes is left
 * for its writer to save. False where nothing was to be changed, or the editor refused. Fails, with words fit for a person, where the
 * file cannot be written; it then stands as before.
 */
export async function editFile(uri: vscode.Uri, change: (text: string) => readonly TextEdit[]): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri)
  const edits = change(document.getText())
  if (edits.length === 0) return false
  const wasSaved = !document.isDirty
  const edit = new vscode.WorkspaceEdit()
  for (const { range, text } of edits) edit.replace(uri, new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)), text)
  if (!(await vscode.workspace.applyEdit(edit))) return false
  if (!wasSaved || await document.save()) return true
  // Read-only, or changed on the disk meanwhile: what cannot be kept is not left standing as if it were.
  await vscode.window.showTextDocument(document)
  await vscode.commands.executeCommand('workbench.action.files.revert')
  throw new Error(vscode.l10n.t('{0} could not be written.', vscode.workspace.asRelativePath(uri)))
}
