import * as vscode from 'vscode'
import type { MeetingSummary } from '../server/protocol.ts'
import type { Session } from './session.ts'
import { clockText, dayText, lengthText, sameDay } from './time.ts'
import { nextMeeting } from './views/groups.ts'

/** The next meeting in the status bar; while one is held, live mode has its own entry there. */
export function showStatus(session: Session): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('convoke.next', vscode.StatusBarAlignment.Left, 10)
  session.shown.entries.set('convoke.next', item)
  item.name = vscode.l10n.t('Next meeting')
  const draw = (): void => {
    const now = Date.now()
    const next = session.live.state === undefined && vscode.workspace.getConfiguration('convoke').get<boolean>('statusBar.enabled', true) ? nextMeeting(session.overview.current?.meetings ?? [], now) : undefined
    if (next?.start === undefined) {
      item.hide()
      item.text = ''
      return
    }
    const { start } = next
    const under = start <= now
    const when = sameDay(start, now) ? clockText(start) : `${dayText(start, now)} ${clockText(start)}`
    item.text = `$(organization) ${when} ${shortened(next.title)}`
    item.tooltip = tooltip(next, under ? vscode.l10n.t('It has begun: {0} left.', lengthText((next.end ?? now) - now)) : vscode.l10n.t('It begins in {0}.', lengthText(start - now)))
    item.accessibilityInformation = { label: vscode.l10n.t('Next meeting: {0}, {1}', next.title, when) }
    item.command = { command: 'convoke.openMeeting', title: vscode.l10n.t('Open the meeting'), arguments: [next.uri] }
    item.backgroundColor = under ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined
    item.show()
  }
  draw()
  return vscode.Disposable.from(item, session.overview.onDidChange(draw), session.live.onDidChange(draw), vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('convoke.statusBar') && draw()))
}

function tooltip(meeting: MeetingSummary, line: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true)
  text.appendMarkdown('**').appendText(meeting.title).appendMarkdown('**\n\n').appendText(line)
  const place = [meeting.room, meeting.link].filter((each) => each !== undefined).join(' · ')
  if (place !== '') text.appendMarkdown('\n\n').appendText(place)
  return text
}

function shortened(title: string): string {
  const units = Array.from(title)
  return (units.length > 32 ? `${units.slice(0, 31).join('')}…` : title).replace(/\$\(/g, '$\u200b(')
}
