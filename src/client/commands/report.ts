import * as vscode from 'vscode'
import type { Session } from '../session.ts'

let panel: vscode.WebviewPanel | undefined

/** Shows how far the repository's meetings keep to the procedure: a page without script, drawn anew each time it is asked for. */
export async function report(session: Session): Promise<void> {
  const made = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Report on meetings') }, () => session.ask('convoke/report', {}))
  if (made === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no meeting here that this is for.'))
    return
  }
  if (panel === undefined) {
    panel = vscode.window.createWebviewPanel('convoke.report', vscode.l10n.t('Report on meetings'), vscode.ViewColumn.Active, { enableScripts: false, localResourceRoots: [], enableFindWidget: true })
    panel.onDidDispose(() => {
      panel = undefined
    })
  }
  panel.webview.html = made.html
  panel.reveal()
}
