import * as vscode from 'vscode'
import type { ActionSummary } from '../../server/protocol.ts'
import { editFile } from '../edit-file.ts'
import type { Session } from '../session.ts'
import { groupActions, type OwnerGroup } from './groups.ts'

/** An owner, or one of their items. */
export type ActionNode = { readonly kind: 'owner'; readonly group: OwnerGroup } | { readonly kind: 'action'; readonly action: ActionSummary }

/** The view of open action items by owner; a tick edits the file that the item stands in. The badge counts what is overdue. */
export function showActions(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>()
  const groups = (): readonly OwnerGroup[] => groupActions(session.overview.current?.actions ?? [], vscode.workspace.getConfiguration('convoke').get<string>('me'))
  const provider: vscode.TreeDataProvider<ActionNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => (node.kind === 'owner' ? ownerItem(node.group) : actionItem(node.action)),
    getChildren: (node) => {
      if (node === undefined) return groups().map((group) => ({ kind: 'owner', group }))
      return node.kind === 'owner' ? node.group.actions.map((action) => ({ kind: 'action', action })) : []
    },
  }
  const view = vscode.window.createTreeView('convoke.actions', { treeDataProvider: provider, showCollapseAll: true, manageCheckboxStateManually: true })
  session.shown.trees.set('convoke.actions', { view, provider })
  const draw = (): void => {
    changed.fire(undefined)
    const overdue = groups().reduce((sum, each) => sum + each.overdue, 0)
    view.badge = overdue === 0 ? undefined : { value: overdue, tooltip: vscode.l10n.t('{0} overdue action items', overdue) }
  }
  const ticked = view.onDidChangeCheckboxState(async ({ items }) => {
    for (const [node, state] of items) if (node.kind === 'action') await tick(session, node.action, state === vscode.TreeItemCheckboxState.Checked)
    await session.overview.refresh()
  })
  // Space opens an item, as in every tree; this is the tick for the keyboard. The list gives the item that is chosen in it, the editor
  // the one at the cursor: an item that is chosen in the list meanwhile is not what a person in the editor means.
  const byKey = vscode.commands.registerCommand('convoke.tickAction', async (given?: ActionNode | 'cursor') => {
    const chosen = given === 'cursor' ? undefined : given ?? (view.visible ? view.selection[0] : undefined)
    const action = chosen?.kind === 'action' ? chosen.action : atCursor(session)
    if (action === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Choose an action item in the list, or put the cursor on one.'))
      return
    }
    await tick(session, action, !action.done)
    await session.overview.refresh()
  })
  draw()
  return vscode.Disposable.from(view, changed, ticked, byKey, session.overview.onDidChange(draw))
}

function atCursor({ overview }: Session): ActionSummary | undefined {
  const editor = vscode.window.activeTextEditor
  return overview.current?.actions.find(({ uri, line }) => uri === editor?.document.uri.toString() && line === editor.selection.active.line)
}

async function tick(session: Session, action: ActionSummary, done: boolean): Promise<void> {
  const { tickItem } = await import('../../core/proposal/tick.ts')
  try {
    if (await editFile(vscode.Uri.parse(action.uri), (text) => tickItem(text, { text: action.text, line: action.line }, done))) return
  } catch (error) {
    session.log.warn(`tick: ${String(error)}`)
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error))
    return
  }
  session.log.warn(`tick: ${action.file} no longer has the item on line ${action.line + 1}`)
  void vscode.window.showWarningMessage(vscode.l10n.t('The item “{0}” has changed in {1}. Nothing was ticked.', action.text, action.file))
}

function ownerItem(group: OwnerGroup): vscode.TreeItem {
  const name = group.name ?? vscode.l10n.t('Without an owner')
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded)
  item.id = `owner:${group.owner ?? ''}`
  item.iconPath = new vscode.ThemeIcon(group.owner === undefined ? 'question' : 'person')
  const count = group.overdue > 0 ? vscode.l10n.t('{0} open, {1} overdue', group.actions.length, group.overdue) : vscode.l10n.t('{0} open', group.actions.length)
  item.description = count
  item.contextValue = 'owner'
  item.accessibilityInformation = { label: `${name}, ${count}` }
  return item
}

function actionItem(action: ActionSummary): vscode.TreeItem {
  const item = new vscode.TreeItem(action.text, vscode.TreeItemCollapsibleState.None)
  const due = action.due === undefined ? vscode.l10n.t('no date') : dueText(action.due)
  item.id = `action:${action.file}:${action.line}:${action.text}`
  item.description = action.overdue ? vscode.l10n.t('overdue since {0}', due) : due
  item.checkboxState = { state: action.done ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked, tooltip: vscode.l10n.t('Tick to mark as done in {0}', action.file) }
  if (action.overdue) item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'))
  item.contextValue = action.issue === undefined ? 'action' : 'action issue'
  const text = new vscode.MarkdownString()
  text.appendText(action.text).appendMarkdown('\n\n').appendText(`${action.meeting} · ${action.file}`)
  item.tooltip = text
  item.command = { command: 'convoke.openAction', title: vscode.l10n.t('Open the item in its meeting'), arguments: [action.uri, action.line] }
  item.accessibilityInformation = { label: [action.text, item.description, action.meeting].join(', '), role: 'checkbox' }
  return item
}

/** `2026-12-10` as the editor's language writes a day. */
function dueText(day: string): string {
  return new Intl.DateTimeFormat(vscode.env.language, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
}
