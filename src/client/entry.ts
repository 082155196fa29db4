import type * as vscode from 'vscode'
import { start, type Api } from './extension.ts'

/*
 * The extension's one file, for VS Code on a machine and in a browser: the part for the other place lies in it and is never run, so that
 * what both need is carried once.
 */

/** Called by VS Code in a workspace with meetings, or for the first command. */
export function activate(context: vscode.ExtensionContext): Api {
  return start(context, async (own, options) => {
    const isNode = typeof process === 'object' && process.release.name === 'node'
    return isNode ? (await import('./node.ts')).makeClient(own, options) : (await import('./browser.ts')).makeClient(own, options)
  })
}
