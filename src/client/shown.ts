import type * as vscode from 'vscode'

/** A view and what fills it. */
export interface ShownTree {
  readonly view: Pick<vscode.TreeView<unknown>, 'badge' | 'message' | 'description'>
  readonly provider: vscode.TreeDataProvider<unknown>
}

/** What the extension has on show: VS Code tells nobody what a view or an entry of the status bar says, so tests ask here. An entry that is hidden has no text. */
export interface Shown {
  readonly trees: Map<string, ShownTree>
  readonly entries: Map<string, vscode.StatusBarItem>
}
