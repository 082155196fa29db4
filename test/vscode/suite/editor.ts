/* The doors that all suites go through: open a file, wait for something to be so, take a fix. */
import * as vscode from 'vscode'

/** The folder that is open. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (folder === undefined) throw new Error('no folder is open')
  return folder.uri
}

export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), path)
}

/** Opens a file of the folder in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)))
}

/** Writes a file into the folder and opens it; what stood there before is gone. */
export async function write(path: string, text: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text))
  const editor = await open(path)
  if (editor.document.getText() !== text) {
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), text))
  }
  return editor
}

export async function remove(path: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  await vscode.workspace.fs.delete(uriOf(path))
}

/**
 * Looks again and again until something is there: markers and the like arrive when they arrive. A question that the editor gave up, since
 * something changed while it was asked, is asked again.
 */
export async function until<T>(what: string, look: () => T | undefined | false | Thenable<T | undefined | false>, timeout = 20_000): Promise<T> {
  const end = Date.now() + timeout
  for (;;) {
    const found = await lookOnce(look)
    if (found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`in ${timeout} ms there was no ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function lookOnce<T>(look: () => T | undefined | false | Thenable<T | undefined | false>): Promise<T | undefined | false> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Error && /cancell?ed/i.test(`${error.name} ${error.message}`)) return undefined
    throw error
  }
}

/** The rule of a diagnostic. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic
  return String(typeof code === 'object' ? code.value : code ?? '')
}

export function diagnosticsOf(editor: vscode.TextEditor): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(editor.document.uri).filter((each) => each.source === 'convoke')
}

/** Waits for the complaint of a rule. */
export async function complaint(editor: vscode.TextEditor, rule: string): Promise<vscode.Diagnostic> {
  return until(`complaint of ${rule}`, () => diagnosticsOf(editor).find((each) => ruleOf(each) === rule))
}

export async function noComplaint(editor: vscode.TextEditor, rule: string): Promise<void> {
  await until(`end of the complaints of ${rule}`, () => !diagnosticsOf(editor).some((each) => ruleOf(each) === rule))
}

/** The quick fixes that VS Code offers on a diagnostic. */
export async function fixes(editor: vscode.TextEditor, on: vscode.Diagnostic): Promise<readonly vscode.CodeAction[]> {
  return until(`fix of ${ruleOf(on)}`, async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, on.range, vscode.CodeActionKind.QuickFix.value, 20)
    // What comes back through the command has lost its diagnostics; what comes from others changes nothing.
    const own = found.filter((each) => each.edit !== undefined)
    return own.length > 0 && own
  })
}

/** Takes an action as the lightbulb would. */
export async function take(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined && !await vscode.workspace.applyEdit(action.edit)) throw new Error(`the edit of “${action.title}” was refused`)
  if (action.command !== undefined) await vscode.commands.executeCommand(action.command.command, ...action.command.arguments as unknown[] ?? [])
}

/** The place of a text in a document, from its beginning. */
export function placeOf(document: vscode.TextDocument, text: string, within = 0): vscode.Position {
  const at = document.getText().indexOf(text)
  if (at === -1) throw new Error(`“${text}” is not in the document`)
  return document.positionAt(at + within)
}

/** What completion proposes at a place. */
export async function proposals(editor: vscode.TextEditor, at: vscode.Position): Promise<readonly vscode.CompletionItem[]> {
  return until('proposal', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, at)
    const own = list.items.filter((each) => each.kind !== vscode.CompletionItemKind.Text)
    return own.length > 0 && own
  })
}

export function labelOf(item: vscode.CompletionItem): string {
  return typeof item.label === 'string' ? item.label : item.label.label
}
