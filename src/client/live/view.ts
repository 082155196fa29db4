import * as vscode from 'vscode'
import { clockAt } from '../../core/live/clock.ts'
import { CHECKS } from '../../core/live/preflight.ts'
import type { LiveState } from '../../core/live/state.ts'
import type { Session } from '../session.ts'
import { clockText, lengthText } from '../time.ts'

type LiveNode = { readonly index: number } | { readonly row: 'end' | 'people' | 'preflight' }

const MINUTE = 60_000

/** The running meeting as a list: its agenda with times, who is there, what was tested. Enter on an item takes it up. */
export function showLiveView(session: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>()
  const provider: vscode.TreeDataProvider<LiveNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => {
      const { state } = session.live
      if (state === undefined) return new vscode.TreeItem('')
      return 'index' in node ? agendaItem(state, node.index) : rowItem(state, node.row)
    },
    getChildren: (node) => {
      const { state } = session.live
      if (node !== undefined || state === undefined) return []
      return [...state.items.map((_, index) => ({ index })), { row: 'end' }, { row: 'people' }, ...(state.link === undefined ? [] : [{ row: 'preflight' } as const])]
    },
  }
  const view = vscode.window.createTreeView('convoke.live', { treeDataProvider: provider })
  session.shown.trees.set('convoke.live', { view, provider })
  const draw = (): void => {
    changed.fire(undefined)
    view.description = session.live.state?.title ?? ''
  }
  draw()
  const timer = setInterval(() => session.live.state !== undefined && view.visible && changed.fire(undefined), MINUTE / 4)
  return vscode.Disposable.from(view, changed, session.live.onDidChange(draw), { dispose: () => clearInterval(timer) })
}

function agendaItem(state: LiveState, index: number): vscode.TreeItem {
  const { title, minutes, owner } = state.items[index] ?? { title: '' }
  const item = new vscode.TreeItem(title)
  const clock = clockAt(state, Date.now())
  const isCurrent = index === state.current
  const spent = state.spent[index] ?? 0
  const left = clock.itemLeft === undefined ? '' : clock.itemLeft > 0 ? vscode.l10n.t('{0} left', lengthText(clock.itemLeft)) : vscode.l10n.t('over by {0}', lengthText(clock.itemLeft))
  const planned = minutes === undefined ? '' : lengthText(minutes * MINUTE)
  const time = isCurrent ? left : spent > 0 ? vscode.l10n.t('{0} of {1}', lengthText(spent), planned === '' ? '–' : planned) : planned
  item.id = `item:${index}`
  item.description = [time, owner].filter(Boolean).join(' · ')
  item.iconPath = isCurrent
    ? new vscode.ThemeIcon('debug-stackframe', new vscode.ThemeColor((clock.itemLeft ?? 1) <= 0 ? 'list.errorForeground' : 'charts.blue'))
    : new vscode.ThemeIcon(index < state.current ? 'pass' : 'circle-outline')
  item.command = { command: 'convoke.goToItem', title: vscode.l10n.t('Take up this item'), arguments: [index] }
  item.contextValue = isCurrent ? 'current' : 'item'
  const place = isCurrent ? vscode.l10n.t('under discussion') : index < state.current ? vscode.l10n.t('done') : vscode.l10n.t('ahead')
  item.accessibilityInformation = { label: [title, place, item.description].filter(Boolean).join(', ') }
  return item
}

function rowItem(state: LiveState, row: 'end' | 'people' | 'preflight'): vscode.TreeItem {
  if (row === 'end') {
    const item = new vscode.TreeItem(state.endsAt === undefined ? vscode.l10n.t('No end is set') : vscode.l10n.t('Ends at {0}', clockText(state.endsAt)))
    const { overrun } = clockAt(state, Date.now())
    item.id = 'end'
    item.description = overrun > 0 ? vscode.l10n.t('the agenda needs {0} more', lengthText(overrun)) : state.extensions.length > 0 ? vscode.l10n.t('extended by {0}', lengthText(state.extensions.reduce((sum, each) => sum + each.minutes, 0) * MINUTE)) : ''
    item.iconPath = new vscode.ThemeIcon('watch', overrun > 0 ? new vscode.ThemeColor('list.warningForeground') : undefined)
    item.command = { command: 'convoke.extend', title: vscode.l10n.t('Extend…') }
    return item
  }
  if (row === 'people') {
    const absent = state.roll.filter((each) => !each.present)
    const item = new vscode.TreeItem(state.roll.length === 0 ? vscode.l10n.t('The roll has not been called') : vscode.l10n.t('{0} of {1} are here', state.roll.length - absent.length, state.roll.length))
    item.id = 'people'
    item.description = absent.map(({ name }) => name).join(', ')
    item.iconPath = new vscode.ThemeIcon('organization')
    item.command = { command: 'convoke.rollCall', title: vscode.l10n.t('Roll call') }
    return item
  }
  const item = new vscode.TreeItem(vscode.l10n.t('Tested: {0} of {1}', state.checked.length, CHECKS.length))
  item.id = 'preflight'
  item.description = state.onBackup ? vscode.l10n.t('on the backup link') : ''
  item.iconPath = new vscode.ThemeIcon('checklist')
  item.command = { command: 'convoke.preflight', title: vscode.l10n.t('Pre-flight list') }
  return item
}
