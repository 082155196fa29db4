import * as vscode from 'vscode'
import { clockAt, type Clock } from '../../core/live/clock.ts'
import type { LiveState } from '../../core/live/state.ts'
import type { Session } from '../session.ts'
import { countdownText, lengthText } from '../time.ts'

/** Under this, seconds are shown. */
const CLOSE = 120_000
const SECOND = 1000

/** Time left for the item and the meeting in the status bar (C5); a click shows what can be done. */
export function showLiveStatus(session: Session): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('convoke.live', vscode.StatusBarAlignment.Left, 11)
  session.shown.entries.set('convoke.live', item)
  item.name = vscode.l10n.t('Running meeting')
  item.command = 'convoke.live.focus'
  const draw = (): void => {
    const { state } = session.live
    if (state === undefined) {
      item.hide()
      item.text = ''
      return
    }
    const clock = clockAt(state, Date.now())
    const text = statusText(state, clock)
    // A changed text is read out again: it changes by the minute, and by the second only at the end.
    if (item.text !== text) {
      item.text = text
      item.tooltip = tooltip(state, clock)
      item.accessibilityInformation = { label: `${state.title}, ${text.replace(/\$\([a-z-]+\)\s*/g, '')}`, role: 'timer' }
      const isOver = (clock.meetingLeft ?? 1) <= 0 || (clock.itemLeft ?? 1) <= 0
      item.backgroundColor = isOver ? new vscode.ThemeColor('statusBarItem.errorBackground') : (clock.itemLeft ?? CLOSE) < CLOSE ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined
    }
    item.show()
  }
  draw()
  const timer = setInterval(() => session.live.state !== undefined && draw(), SECOND)
  return vscode.Disposable.from(item, session.live.onDidChange(draw), { dispose: () => clearInterval(timer) })
}

/** `$(watch) 2/4 Votes: 12 min · meeting 35 min`. */
export function statusText(state: LiveState, clock: Clock): string {
  const where = clock.item === undefined ? vscode.l10n.t('all items done') : `${clock.number}/${state.items.length} ${shortened(clock.item.title)}`
  const parts = [clock.itemLeft === undefined ? where : `${where}: ${leftText(clock.itemLeft)}`, ...(clock.meetingLeft === undefined ? [] : [vscode.l10n.t('meeting {0}', leftText(clock.meetingLeft))])]
  return `$(watch) ${parts.join(' · ')}`
}

function leftText(left: number): string {
  if (left <= 0) return vscode.l10n.t('over by {0}', -left < CLOSE ? countdownText(left) : lengthText(-left))
  return left < CLOSE ? countdownText(left) : lengthText(left)
}

function tooltip(state: LiveState, clock: Clock): vscode.MarkdownString {
  const text = new vscode.MarkdownString()
  text.appendMarkdown('**').appendText(state.title).appendMarkdown('**')
  if (clock.overrun > 0) text.appendMarkdown('\n\n').appendText(vscode.l10n.t('What is left of the agenda needs {0} more than there is.', lengthText(clock.overrun)))
  const next = state.items[state.current + 1]
  if (next !== undefined) text.appendMarkdown('\n\n').appendText(vscode.l10n.t('Next: {0}', next.title))
  return text
}

function shortened(title: string): string {
  const units = Array.from(title)
  return (units.length > 24 ? `${units.slice(0, 23).join('')}…` : title).replace(/\$\(/g, '$\u200b(')
}
