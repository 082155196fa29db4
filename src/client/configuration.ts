import * as vscode from 'vscode'
import type { Config } from '../core/config/model.ts'
import { below } from './workspace-files.ts'

let known: { readonly text: string; readonly config: Config } | undefined

/** The repository's `.convoke.yml`, read anew where it has changed; that of an empty one where there is none. */
export async function configuration(): Promise<Config> {
  const [text, { parseConfig }] = await Promise.all([configurationText(), import('../core/config/parse.ts')])
  if (known?.text !== text) known = { text, config: parseConfig(text).config }
  return known.config
}

/** What was read last, for places that cannot wait. */
export function lastConfiguration(): Config | undefined {
  return known?.config
}

async function configurationText(): Promise<string> {
  const uri = below('.convoke.yml')
  if (uri === undefined) return ''
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())
  if (open !== undefined) return open.getText()
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return ''
  }
}
