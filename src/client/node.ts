import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import type { MakeClient } from './server.ts'

/** On the desktop and on remote machines the server is a process of its own. */
export const makeClient: MakeClient = (context, options) => {
  const module = context.asAbsolutePath('dist/server/server.js')
  return new LanguageClient('convoke', 'Convoke', {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
  }, options)
}
