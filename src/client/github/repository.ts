import * as vscode from 'vscode'
import { rootUri } from '../workspace-files.ts'
import { remoteOf, type Repository } from './remote.ts'

/**
 * The GitHub repository that the workspace folder belongs to: of github.com's virtual folders by their address, else of the remote
 * `origin` (or the first) in `.git/config`. Undefined where there is none. Nothing is asked of a network or a process.
 */
export async function repositoryOf(): Promise<Repository | undefined> {
  const root = rootUri()
  if (root === undefined) return undefined
  if (root.scheme === 'vscode-vfs' && root.authority.startsWith('github')) {
    const [, owner, repo] = root.path.split('/')
    return owner === undefined || repo === undefined ? undefined : remoteOf(`[remote "origin"]\nurl = https://github.com/${owner}/${repo}`)
  }
  for (const folder of parents(root)) {
    const config = await textOf(vscode.Uri.joinPath(folder, '.git', 'config'))
    if (config !== undefined) return remoteOf(config)
  }
  return undefined
}

/** The folder and those above it, nearest first: meetings may lie in a part of a repository. */
function parents(folder: vscode.Uri): readonly vscode.Uri[] {
  const found = [folder]
  for (let at = folder; at.path.lastIndexOf('/') > 0 && found.length < 12;) {
    at = at.with({ path: at.path.slice(0, at.path.lastIndexOf('/')) })
    found.push(at)
  }
  return found
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return undefined
  }
}
