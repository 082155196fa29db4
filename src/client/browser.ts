import * as vscode from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import type { MakeClient } from './server.ts'
import { answerFiles } from './workspace-files.ts'

/** The web's own; the compiler knows Node's names only. */
declare const Worker: new (address: string) => object

/** In a browser the server is a worker, and asks this side for files. */
export const makeClient: MakeClient = (context, options) => {
  const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/server/server.js').toString(true))
  const client = new LanguageClient('convoke', 'Convoke', worker, options)
  answerFiles(client)
  return client
}
