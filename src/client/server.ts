import type * as vscode from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { OVERVIEW_CHANGED, type Requests } from '../server/protocol.ts'

/** The language server as the rest of the extension sees it. */
export interface Server {
  /** Asks the server; fails where it does not run or refuses, with words fit for a person. */
  request<M extends keyof Requests>(method: M, params: Requests[M]['params']): Promise<Requests[M]['result']>
  stop(): Promise<void>
}

/** How an entry (desktop or web) makes its client. */
export type MakeClient = (context: vscode.ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient | Promise<BaseLanguageClient>

/** Starts a client and hands the server over, once it runs. `changed` is called whenever what views show has changed. */
export async function startServer(client: BaseLanguageClient, changed: () => void): Promise<Server> {
  client.onNotification(OVERVIEW_CHANGED, changed)
  await client.start()
  return {
    request: (method, params) => client.sendRequest(method, params),
    stop: () => client.dispose(),
  }
}
