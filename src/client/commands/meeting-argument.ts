import * as vscode from 'vscode'
import type { MeetingSummary } from '../../server/protocol.ts'
import { meetingOf } from '../active-editor.ts'
import type { Session } from '../session.ts'
import { clockText, dayText } from '../time.ts'

/** What a choice of meetings is drawn from. */
export interface Choice {
  readonly title: string
  readonly suits?: (meeting: MeetingSummary) => boolean
}

/**
 * The meeting that a command is about: the one its argument names (a tree's node, an address, a path), else the file in front,
 * else one chosen from a list. Undefined where nothing is chosen; the person is told where there is nothing to choose.
 */
export async function meetingFor(session: Session, argument: unknown, choice: Choice): Promise<MeetingSummary | undefined> {
  if (session.overview.current === undefined) await session.overview.refresh()
  const suits = choice.suits ?? (() => true)
  const named = meetingNamed(session, argument) ?? meetingOf(session, vscode.window.activeTextEditor?.document.uri)
  if (named !== undefined && suits(named)) return named
  const all = (session.overview.current?.meetings ?? []).filter(suits)
  if (all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no meeting here that this is for.'))
    return undefined
  }
  const now = Date.now()
  const distance = ({ start, end }: MeetingSummary): number => (start === undefined ? Infinity : (end ?? start) >= now ? start - now : (now - start) * 4)
  const sorted = [...all].sort((a, b) => distance(a) - distance(b))
  const picked = await vscode.window.showQuickPick(sorted.map((meeting) => ({ label: meeting.title, description: meeting.start === undefined ? '' : `${dayText(meeting.start, now)} ${clockText(meeting.start)}`, detail: meeting.file, meeting })), {
    title: choice.title, placeHolder: vscode.l10n.t('Which meeting?'), matchOnDescription: true, matchOnDetail: true,
  })
  return picked?.meeting
}

function meetingNamed(session: Session, argument: unknown): MeetingSummary | undefined {
  if (typeof argument === 'string') return meetingOf(session, argument)
  if (argument instanceof vscode.Uri) return meetingOf(session, argument)
  if (typeof argument === 'object' && argument !== null && 'meeting' in argument) return argument.meeting as MeetingSummary
  if (typeof argument === 'object' && argument !== null && 'action' in argument) return meetingOf(session, (argument.action as { readonly uri: string }).uri)
  return undefined
}
