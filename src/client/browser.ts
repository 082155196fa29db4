import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import type { MakeClient } from './server.ts'
import { answerFiles } from './workspace-files.ts'

/** The web's own; the compiler knows Node's names only. */
declare const Worker: new (address: string) => object

/**
 * In a browser the server is a worker, and asks this side for files. It is started from its text: VS Code starts no worker from an address of
 * an extension that lies on a remote machine, and from other addresses only where they are of its own origin.
 */
export const makeClient: MakeClient = async (context, options) => {
  const text = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'dist/server/server.js'))
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  const client = new LanguageClient('convoke', 'Convoke', new Worker(address), options)
  context.subscriptions.push({ dispose: () => URL.revokeObjectURL(address) })
  answerFiles(client)
  return client
}
