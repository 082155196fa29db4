import * as vscode from 'vscode'
import type { TextEdit } from '../core/text/edit.ts'

/**
 * Changes a file as one step that can be undone. A document that was saved before is saved again; one with unsaved changes is left
 * for its writer to save. False where nothing was to be changed, or the editor refused.
 */
export async function editFile(uri: vscode.Uri, change: (text: string) => readonly TextEdit[]): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri)
  const edits = change(document.getText())
  if (edits.length === 0) return false
  const wasSaved = !document.isDirty
  const edit = new vscode.WorkspaceEdit()
  for (const { range, text } of edits) edit.replace(uri, new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)), text)
  if (!(await vscode.workspace.applyEdit(edit))) return false
  if (wasSaved) await document.save()
  return true
}
