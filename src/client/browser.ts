import * as vscode from 'vscode'
import { start, type Api } from './extension.ts'
import { answerFiles } from './workspace-files.ts'

/** The web's own; the compiler knows Node's names only. */
declare const Worker: new (address: string) => object

/** Entry in a browser: the server is a worker, and asks this side for files. */
export function activate(context: vscode.ExtensionContext): Api {
  return start(context, async (_, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser')
    const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/server/server.js').toString(true))
    const client = new LanguageClient('convoke', 'Convoke', worker, options)
    answerFiles(client)
    return client
  })
}
