import * as vscode from 'vscode'
import { extend } from '../../core/live/state.ts'
import { editFile } from '../edit-file.ts'
import type { Session } from '../session.ts'
import { lengthText } from '../time.ts'
import { tell } from './tell.ts'

const LENGTHS = [5, 10, 15, 20, 30]

/** Extends the meeting with its reason (E4): written into the file, added to the clock, and told to everybody on a click. */
export async function extendMeeting(session: Session): Promise<void> {
  const before = session.live.state
  if (before === undefined) return
  const minutes = await askMinutes(vscode.l10n.t('Extend'), vscode.l10n.t('By how long?'))
  if (minutes === undefined) return
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Extend'), prompt: vscode.l10n.t('Why? Everybody is told the reason, and it stands in the file.'), ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('An extension needs a reason.') : undefined),
  })
  const { state } = session.live
  if (reason === undefined || state === undefined) return
  session.live.set(extend(state, minutes, reason.trim()))
  const { extensionEdits } = await import('../../core/live/extension.ts')
  const written = await editFile(vscode.Uri.parse(state.uri), (text) => extensionEdits(text, minutes, reason))
  if (!written) void vscode.window.showWarningMessage(vscode.l10n.t('The extension could not be written into the front matter. Please add it by hand.'))
  await tell(session, state, { word: 'extend', minutes, reason: reason.trim() })
}

/** A number of minutes, of a few usual ones or any other up to eight hours. */
export async function askMinutes(title: string, placeHolder: string): Promise<number | undefined> {
  const other = { label: vscode.l10n.t('Another length…'), minutes: 0 }
  const chosen = await vscode.window.showQuickPick([...LENGTHS.map((minutes) => ({ label: lengthText(minutes * 60_000), minutes })), other], { title, placeHolder, ignoreFocusOut: true })
  if (chosen === undefined || chosen.minutes > 0) return chosen?.minutes
  const isLength = (text: string): boolean => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 480
  const text = await vscode.window.showInputBox({ title, prompt: vscode.l10n.t('Minutes'), ignoreFocusOut: true, validateInput: (each) => (isLength(each) ? undefined : vscode.l10n.t('A number from 1 to 480.')) })
  return text === undefined ? undefined : Number(text)
}
