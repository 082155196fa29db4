import type * as vscode from 'vscode'
import { start, type Api } from './extension.ts'

/** Entry on the desktop and on remote machines: the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): Api {
  return start(context, async (_, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node')
    const module = context.asAbsolutePath('dist/server/server.js')
    return new LanguageClient('convoke', 'Convoke', {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    }, options)
  })
}
