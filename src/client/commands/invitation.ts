import * as vscode from 'vscode'
import type { Session } from '../session.ts'
import { meetingFor } from './meeting-argument.ts'

/** Puts the invitation of a meeting on the clipboard as plain text; as Markdown with one more click. */
export async function copyInvitation(session: Session, argument?: unknown): Promise<void> {
  const meeting = await meetingFor(session, argument, { title: vscode.l10n.t('Copy invitation'), suits: (each) => !each.isSeries })
  if (meeting === undefined) return
  const invitation = await session.ask('convoke/invitation', { uri: meeting.uri })
  if (invitation === null) {
    void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” has no invitation yet: it needs a start, a duration and somebody to invite.', meeting.title))
    return
  }
  await vscode.env.clipboard.writeText(invitation.text)
  const markdown = vscode.l10n.t('Copy as Markdown')
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('The invitation to “{0}” is on the clipboard.', meeting.title), markdown)
  if (chosen === markdown) await vscode.env.clipboard.writeText(invitation.markdown)
}
