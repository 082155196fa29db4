import * as vscode from 'vscode'
import { configWith, foldersOf, importMeetings, type GivenFile, type SkippedFile } from '../../core/import/collect.ts'
import { parseConfig } from '../../core/config/parse.ts'
import type { Session } from '../session.ts'
import { below, rootUri } from '../workspace-files.ts'

const MOST_FILES = 2000
const LARGEST = 5_000_000

/**
 * Makes meeting files of the Markdown files in a folder: what they say of title, time and people is written into front matter, once
 * somebody agrees, at once or change by change. All of it is one step to undo.
 */
export async function importFolder(session: Session, argument?: unknown): Promise<void> {
  const root = rootUri()
  if (root === undefined) return
  const folder = argument instanceof vscode.Uri ? argument : (await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false, defaultUri: root, title: vscode.l10n.t('Folder of Markdown files to import'), openLabel: vscode.l10n.t('Import') }))?.[0]
  if (folder === undefined) return
  const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`
  if (folder.path !== root.path && !folder.path.startsWith(prefix)) throw new Error(vscode.l10n.t('{0} does not lie in this workspace.', folder.path))
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.{md,markdown}'), '**/node_modules/**', MOST_FILES)
  const given = (await Promise.all(found.map((uri) => read(uri, prefix)))).filter((each) => each !== undefined).sort((a, b) => (a.path < b.path ? -1 : 1))
  const configUri = below('.convoke.yml')
  const configText = configUri === undefined ? undefined : (await read(configUri, prefix))?.text
  const { config } = parseConfig(configText ?? '')
  const inside = new Set(given.map(({ path }) => path))
  const taken = (session.overview.current?.meetings ?? []).filter(({ file }) => !inside.has(file)).flatMap(({ id }) => id ?? [])
  const made = importMeetings(given, config, taken)
  const edit = new vscode.WorkspaceEdit()
  const changed = made.files.filter((each) => each.changed)
  tellSkipped(session, made.skipped)
  if (changed.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing in {0} can be made a meeting that is not one.', nameOf(folder)))
    return
  }
  const consent = await askConsent(folder, changed.length)
  if (consent === undefined) return
  const metadata = { needsConfirmation: consent === 'each', label: vscode.l10n.t('Meetings of {0}', nameOf(folder)) }
  for (const each of changed) replaceWhole(edit, below(each.path), given.find(({ path }) => path === each.path)?.text ?? '', each.written.text, metadata)
  const listed = (await Promise.all(config.meetings.map((each) => vscode.workspace.findFiles(new vscode.RelativePattern(root, each))))).flat()
  const known = new Set(configText === undefined ? [] : listed.map((uri) => uri.path.slice(prefix.length)))
  const unlisted = foldersOf(made.files.map(({ path }) => path).filter((path) => !known.has(path)))
  const proposed = made.people.length === 0 && unlisted.length === 0 ? undefined : configWith(configText, made.people, unlisted)
  if (proposed !== undefined && proposed !== configText && configUri !== undefined) {
    if (configText === undefined) edit.createFile(configUri, { ignoreIfExists: true, contents: new TextEncoder().encode(proposed) }, metadata)
    else replaceWhole(edit, configUri, configText, proposed, metadata)
  }
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) return
  await session.overview.refresh()
  if (unlisted.length > 0 && proposed === undefined) void vscode.window.showWarningMessage(vscode.l10n.t('.convoke.yml looks for meetings elsewhere: add {0} to its “meetings”, so that these are checked and convened.', unlisted.join(', ')))
  const problems = vscode.l10n.t('Show problems')
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Meetings proposed: {0}. What is still missing in them is among the problems.', changed.length), problems)
  if (chosen === problems) await vscode.commands.executeCommand('workbench.actions.view.problems')
}

/** The folder as a person knows it: its path in the workspace, or the workspace's own name. */
function nameOf(folder: vscode.Uri): string {
  const workspace = vscode.workspace.getWorkspaceFolder(folder)
  return workspace !== undefined && workspace.uri.path.replace(/\/$/, '') === folder.path.replace(/\/$/, '') ? workspace.name : vscode.workspace.asRelativePath(folder)
}

/** In VS Code's review each file has to be ticked, which is right for a few and too much for a hundred. */
async function askConsent(folder: vscode.Uri, count: number): Promise<'all' | 'each' | undefined> {
  const [all, each] = [vscode.l10n.t('Make them meetings'), vscode.l10n.t('Tick each change first')]
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Files in {0} that can be made meetings: {1}', nameOf(folder), count), {
    modal: true, detail: vscode.l10n.t('What they say of topic, time and people is written above their text, which stays as it is. One undo takes all of it back.'),
  }, all, each)
  return answer === all ? 'all' : answer === each ? 'each' : undefined
}

/** Files that are no meetings are left out, and whoever misses one can read which, in the log. */
function tellSkipped({ log }: Session, skipped: readonly SkippedFile[]): void {
  if (skipped.length === 0) return
  for (const { path, kind } of skipped) log.info(`import: ${path} is left out, taken for no meeting (${kind})`)
  const show = vscode.l10n.t('Show log')
  void vscode.window.showInformationMessage(vscode.l10n.t('Left out as no meetings (charters, reports, templates and the like): {0}. The log names them.', skipped.length), show)
    .then((chosen) => (chosen === show ? vscode.commands.executeCommand('convoke.showLog') : undefined))
}

async function read(uri: vscode.Uri, prefix: string): Promise<GivenFile | undefined> {
  try {
    const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())
    if (open !== undefined) return { path: uri.path.slice(prefix.length), text: open.getText() }
    const bytes = await vscode.workspace.fs.readFile(uri)
    return bytes.length > LARGEST ? undefined : { path: uri.path.slice(prefix.length), text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    // Not there, or no text in UTF-8: nothing to import.
    return undefined
  }
}

/** Replaces what differs between two texts: what they begin and end with stays as it is, for a review that shows the change alone. */
function replaceWhole(edit: vscode.WorkspaceEdit, uri: vscode.Uri | undefined, before: string, after: string, metadata: vscode.WorkspaceEditEntryMetadata): void {
  if (uri === undefined) return
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const place = (offset: number): vscode.Position => {
    const lines = before.slice(0, offset).split(/\r\n|\r|\n/)
    return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0)
  }
  edit.replace(uri, new vscode.Range(place(start), place(before.length - end)), after.slice(start, after.length - end), metadata)
}
