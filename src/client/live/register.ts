import * as vscode from 'vscode'
import { alarmsAt, type Alarm } from '../../core/live/clock.ts'
import { goTo } from '../../core/live/state.ts'
import { register } from '../commands/register.ts'
import type { Session } from '../session.ts'
import { lengthText } from '../time.ts'
import { extendMeeting } from './extend.ts'
import { showLiveStatus } from './status.ts'
import { callRoll } from './roll-call.ts'
import { runPreflight, startMeeting, stopMeeting } from './start-stop.ts'
import { beLate, switchLink, tellSomething } from './tell.ts'
import { showLiveView } from './view.ts'

const SECOND = 1000

/** Live mode: its commands, its clock, its entry in the status bar and its view. */
export function registerLive(session: Session): vscode.Disposable {
  const go = (by: number) => (): void => {
    const { state } = session.live
    if (state !== undefined) session.live.set(goTo(state, state.current + by, Date.now()))
  }
  const commands = register(session, {
    startMeeting, stopMeeting, rollCall: callRoll, preflight: runPreflight, extend: extendMeeting, backup: switchLink, late: beLate, notice: tellSomething, nextItem: go(1), previousItem: go(-1),
    goToItem: (_, index) => {
      const { state } = session.live
      if (state !== undefined && typeof index === 'number') session.live.set(goTo(state, index, Date.now()))
    },
  })
  const status = showLiveStatus(session)
  const view = showLiveView(session)
  let timer: ReturnType<typeof setInterval> | undefined
  const keepTime = (): void => {
    const isRunning = session.live.state !== undefined
    if (isRunning && timer === undefined) timer = setInterval(() => tick(session), SECOND)
    if (!isRunning && timer !== undefined) {
      clearInterval(timer)
      timer = undefined
    }
  }
  keepTime()
  return vscode.Disposable.from(...commands, status, view, session.live.onDidChange(keepTime), { dispose: () => clearInterval(timer) })
}

function tick(session: Session): void {
  const { state } = session.live
  if (state === undefined) return
  const warnBefore = vscode.workspace.getConfiguration('convoke').get<number>('live.warnBefore', 2)
  const { alarms, state: next } = alarmsAt(state, Date.now(), warnBefore)
  if (alarms.length === 0) return
  session.live.set(next)
  const title = state.items[state.current]?.title ?? state.title
  // One word at a time: that the meeting's time is over says more than that an item's is.
  const [alarm] = alarms
  if (alarm !== undefined) void sayAlarm(alarm, alarm.of === 'item' ? title : state.title)
}

async function sayAlarm(alarm: Alarm, title: string): Promise<void> {
  const [next, more, stop] = [vscode.l10n.t('Next item'), vscode.l10n.t('Extend…'), vscode.l10n.t('End the meeting')]
  const left = lengthText(alarm.left)
  const text = alarm.of === 'item'
    ? alarm.kind === 'soon' ? vscode.l10n.t('{0} left for “{1}”.', left, title) : vscode.l10n.t('The time for “{0}” is over.', title)
    : alarm.kind === 'soon' ? vscode.l10n.t('The meeting ends in {0}. To go on, say so now and why.', left) : vscode.l10n.t('The meeting’s time is over. Each further minute needs an extension with its reason.')
  const say = alarm.kind === 'over' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage
  const chosen = await say(text, ...(alarm.of === 'item' ? [next, more] : [more, stop]))
  const command = chosen === next ? 'convoke.nextItem' : chosen === more ? 'convoke.extend' : chosen === stop ? 'convoke.stopMeeting' : undefined
  if (command !== undefined) await vscode.commands.executeCommand(command)
}
