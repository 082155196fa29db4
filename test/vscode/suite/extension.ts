/* The doors to what the extension has on show. */
import * as vscode from 'vscode'
import type { Api, Inside } from '../../../src/client/extension.ts'
import type { MeetingSummary } from '../../../src/server/protocol.ts'
import { root, until, uriOf, write } from './editor.ts'

/** A line of a view with those below it. */
export interface Row {
  readonly label: string
  readonly description: string
  readonly item: vscode.TreeItem
  readonly node: unknown
  readonly rows: readonly Row[]
}

/** The extension, started and with its first answer from the server. */
export async function extension(): Promise<Inside & { readonly preview: Api['extendMarkdownIt'] }> {
  const found = vscode.extensions.getExtension<Api>('convoke-meetings.convoke')
  if (found === undefined) throw new Error('VS Code does not know the extension')
  const { inside, ready, extendMarkdownIt: preview } = await found.activate()
  await ready
  if (inside === undefined) throw new Error('the extension does not know that it is tested')
  return { ...inside, preview }
}

/** All that a view shows now. */
export async function rowsOf(view: 'convoke.meetings' | 'convoke.actions' | 'convoke.live'): Promise<readonly Row[]> {
  const tree = (await extension()).shown.trees.get(view)
  if (tree === undefined) throw new Error(`${view} is not there`)
  const { provider } = tree
  const below = async (node?: unknown): Promise<readonly Row[]> => Promise.all((await provider.getChildren(node) ?? []).map(async (each): Promise<Row> => {
    const item = await provider.getTreeItem(each)
    return { label: typeof item.label === 'string' ? item.label : item.label?.label ?? '', description: String(item.description ?? ''), item, node: each, rows: await below(each) }
  }))
  return below()
}

/** Writes a meeting and waits until the server has it; returns what the server says of it. */
export async function writeMeeting(path: string, text: string): Promise<MeetingSummary> {
  const { overview } = await extension()
  const id = /^(?:id|编号): (.+)$/m.exec(text)?.[1]
  await write(path, text)
  return until(`meeting ${path}`, async () => {
    await overview.refresh()
    return overview.current?.meetings.find((each) => each.file === path && each.id === id)
  })
}

/** Closes every editor, with what is not saved in the folder, and takes files away. */
export async function clear(...paths: readonly string[]): Promise<void> {
  const { live, overview } = await extension()
  live.set(undefined)
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && uri.toString().startsWith(`${root().toString()}/`))) {
    await vscode.window.showTextDocument(document)
    await vscode.commands.executeCommand('workbench.action.files.revert')
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  for (const path of paths) {
    try {
      await vscode.workspace.fs.delete(uriOf(path), { recursive: true })
    } catch {
      // A test that failed early may have left nothing to take away.
    }
  }
  let looks = 0
  await until(`end of ${paths.join(', ')}`, async () => {
    await overview.refresh()
    const left = (overview.current?.meetings ?? []).flatMap(({ file }) => (paths.some((path) => file === path || file.startsWith(`${path}/`)) ? [file] : []))
    if (left.length > 0 && ++looks % 20 === 0) await deleteSlowly(left)
    return left.length === 0
  })
}

/** Of a file that is made and deleted within a moment the watcher of files may tell nothing, while VS Code still holds its text: so it is made and deleted again. */
async function deleteSlowly(files: readonly string[]): Promise<void> {
  for (const file of files) await vscode.workspace.fs.writeFile(uriOf(file), new Uint8Array())
  await new Promise((resolve) => setTimeout(resolve, 1000))
  for (const file of files) await vscode.workspace.fs.delete(uriOf(file))
}

/** The text of a file on the disk. */
export async function saved(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(path)))
}

/** Waits for a file on the disk to say something. */
export async function savedAs(path: string, pattern: RegExp): Promise<string> {
  let last = ''
  return until(`text like ${pattern.source} in ${path}`, async () => {
    last = await saved(path).catch(() => '')
    return pattern.test(last) && last
  }).catch((error: unknown) => {
    throw new Error(`${(error as Error).message}:\n${last}`)
  })
}
