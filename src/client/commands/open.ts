import * as vscode from 'vscode'
import { repositoryOf } from '../github/repository.ts'
import type { Session } from '../session.ts'
import { meetingFor } from './meeting-argument.ts'

/** Opens a meeting's file. */
export async function openMeeting(session: Session, argument?: unknown): Promise<void> {
  const meeting = await meetingFor(session, argument, { title: vscode.l10n.t('Open a meeting') })
  if (meeting !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(meeting.uri))
}

/** Opens the file of an action item at its line. */
export async function openAction(_: Session, uri?: unknown, line?: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof line !== 'number') return
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: new vscode.Range(line, 0, line, 0) })
}

/** Opens the meeting's link in whatever the system opens links with. */
export async function joinMeeting(session: Session, argument?: unknown): Promise<void> {
  if (typeof argument === 'string' && /^https?:/.test(argument)) {
    await openLink(argument)
    return
  }
  const meeting = await meetingFor(session, argument, { title: vscode.l10n.t('Join'), suits: (each) => each.link !== undefined })
  if (meeting?.link !== undefined) await openLink(meeting.link)
}

/** Opens a link of the web; what a file says may be anything, so nothing else is opened. */
export async function openLink(link: string): Promise<void> {
  const uri = vscode.Uri.parse(link)
  if (!['http', 'https'].includes(uri.scheme)) throw new Error(vscode.l10n.t('“{0}” is not a link of the web and is not opened.', link))
  await vscode.env.openExternal(uri)
}

/** Opens the invitation issue, which is the meeting's channel for feedback (C6); where its number is not known, the issues that name the meeting. */
export async function openIssue(session: Session, argument?: unknown): Promise<void> {
  const item = issueOfItem(argument)
  const running = argument === undefined ? session.live.state?.uri : undefined
  const meeting = item === undefined ? await meetingFor(session, argument ?? running, { title: vscode.l10n.t('Open issue'), suits: (each) => !each.isSeries }) : undefined
  if (meeting === undefined && item === undefined) return
  const repository = await repositoryOf()
  if (repository === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This folder has no GitHub repository as its remote, so there is no issue to open.'))
    return
  }
  const live = meeting === undefined ? undefined : await session.ask('convoke/live', { uri: meeting.uri })
  const number = item ?? (live === undefined || 'refused' in live ? undefined : live.issue)
  const base = `${repository.web}/issues`
  await openLink(number === undefined ? `${base}?q=${encodeURIComponent(`is:issue "${(meeting?.id ?? meeting?.title ?? '').replace(/"/g, '')}"`)}` : `${base}/${number}`)
}

function issueOfItem(argument: unknown): number | undefined {
  if (typeof argument === 'number') return argument
  if (typeof argument !== 'object' || argument === null || !('action' in argument)) return undefined
  return (argument.action as { readonly issue?: number }).issue
}
