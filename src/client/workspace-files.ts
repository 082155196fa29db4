import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { FileRequests } from '../server/protocol.ts'

const SKIPPED = '**/{node_modules,.git,dist,out}/**'

/** Answers the server's questions about files where it has no file system: out of the first workspace folder, and nothing above it. */
export function answerFiles(client: BaseLanguageClient): void {
  const on = <M extends keyof FileRequests>(method: M, answer: (params: FileRequests[M]['params']) => Promise<FileRequests[M]['result']>): void => {
    client.onRequest(method, answer)
  }
  on('convoke/files.list', async ({ globs }) => {
    const root = rootUri()
    if (root === undefined) return []
    const found = await Promise.all(globs.map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(root, glob), SKIPPED)))
    const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`
    return [...new Set(found.flat().filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length)))].sort()
  })
  on('convoke/files.read', async ({ path, limit }) => {
    const uri = below(path)
    if (uri === undefined) return { unread: 'missing' }
    try {
      const { size } = await vscode.workspace.fs.stat(uri)
      if (size > limit) return { unread: 'too-large' }
      return { base64: toBase64(await vscode.workspace.fs.readFile(uri)) }
    } catch (error) {
      return { unread: error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? 'missing' : 'unreadable' }
    }
  })
  on('convoke/files.stat', async ({ path }) => {
    const uri = below(path)
    if (uri === undefined) return null
    try {
      const { type, size, mtime } = await vscode.workspace.fs.stat(uri)
      return { kind: (type & vscode.FileType.File) !== 0 ? 'file' : (type & vscode.FileType.Directory) !== 0 ? 'folder' : 'other', size, changed: mtime }
    } catch {
      // What cannot be looked at is not there, as for a file system.
      return null
    }
  })
  on('convoke/files.names', async ({ folder }) => {
    const uri = below(folder)
    if (uri === undefined) return []
    try {
      return (await vscode.workspace.fs.readDirectory(uri)).map(([name]) => name).sort()
    } catch {
      return []
    }
  })
}

/** The workspace folder that meetings are read from. */
export function rootUri(): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri
}

/** A path below the root; undefined where it would lead out of it. */
export function below(path: string): vscode.Uri | undefined {
  const root = rootUri()
  if (root === undefined || path.startsWith('/') || path.split(/[\\/]/).includes('..')) return undefined
  return vscode.Uri.joinPath(root, path)
}

function toBase64(bytes: Uint8Array): string {
  let units = ''
  for (let at = 0; at < bytes.length; at += 0x8000) units += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(units)
}
