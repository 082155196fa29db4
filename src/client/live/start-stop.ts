import * as vscode from 'vscode'
import { CHECKS } from '../../core/live/preflight.ts'
import { open, switchToBackup, type HeldMeeting, type LiveState } from '../../core/live/state.ts'
import { meetingFor } from '../commands/meeting-argument.ts'
import { openLink } from '../commands/open.ts'
import { editFile } from '../edit-file.ts'
import type { Session } from '../session.ts'
import { lengthText } from '../time.ts'
import { callRoll } from './roll-call.ts'

/** Opens a meeting: the pre-flight list where it is online (C1), then the clock, then the roll call (C3). */
export async function startMeeting(session: Session, argument?: unknown): Promise<void> {
  const now = Date.now()
  const meeting = await meetingFor(session, argument, { title: vscode.l10n.t('Start meeting'), suits: (each) => !each.isSeries && each.status !== 'cancelled' })
  if (meeting === undefined) return
  const held = await session.ask('convoke/live', { uri: meeting.uri })
  if ('refused' in held) {
    void vscode.window.showWarningMessage(held.refused)
    return
  }
  if (held.start !== undefined && held.start - now > 12 * 3_600_000 && !(await isSure(held, held.start - now))) return
  await vscode.window.showTextDocument(vscode.Uri.parse(held.uri), { preview: false })
  const checked = held.link === undefined ? { ids: [], toBackup: false } : await askPreflight([], held.backupLink !== undefined)
  if (checked === undefined) return
  const state: LiveState = { ...open(held, Date.now()), checked: checked.ids }
  session.live.set(checked.toBackup ? switchToBackup(state) : state)
  session.log.info(`live: started ${held.file}`)
  const link = checked.toBackup ? held.backupLink : held.link
  if (link !== undefined) void offerLink(link)
  await callRoll(session)
}

/** The pre-flight list of the running meeting once more. */
export async function runPreflight(session: Session): Promise<void> {
  const { state } = session.live
  if (state === undefined) return
  const checked = await askPreflight(state.checked, false)
  const latest = session.live.state
  if (checked !== undefined && latest !== undefined) session.live.set({ ...latest, checked: checked.ids })
}

/** Ends the meeting: the frame of its minutes is written where it is missing (D1), and the file is opened there. */
export async function stopMeeting(session: Session): Promise<void> {
  const { state } = session.live
  if (state === undefined) return
  const uri = vscode.Uri.parse(state.uri)
  session.live.set(undefined)
  const [{ minutesFrame }, { parse }] = await Promise.all([import('../../core/live/minutes-frame.ts'), import('../../core/meeting/parse.ts')])
  await editFile(uri, (text) => minutesFrame(text))
  const editor = await vscode.window.showTextDocument(uri, { preview: false })
  const text = editor.document.getText()
  const { minutes } = parse(text).meeting
  const place = minutes?.discussion?.section.headingRange.end ?? minutes?.section.headingRange.end
  if (place !== undefined) {
    const at = editor.document.positionAt(place)
    editor.selection = new vscode.Selection(at, at)
    editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.AtTop)
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('“{0}” took {1}. Its minutes are due within the next hours: discussion, decisions and action items.', state.title, lengthText(Date.now() - state.startedAt)))
}

async function askPreflight(known: readonly string[], hasBackup: boolean): Promise<{ readonly ids: readonly string[]; readonly toBackup: boolean } | undefined> {
  const zh = vscode.env.language.toLowerCase().startsWith('zh')
  const language = zh ? 'zh' : 'en'
  const chosen = await vscode.window.showQuickPick(CHECKS.map((check) => ({ label: check.name[language], detail: check.how[language], picked: known.includes(check.id), id: check.id })), {
    title: vscode.l10n.t('Before an online meeting: tick what you have tested'), placeHolder: vscode.l10n.t('Space ticks, Enter goes on'), canPickMany: true, ignoreFocusOut: true,
  })
  if (chosen === undefined) return undefined
  const ids = chosen.map(({ id }) => id)
  const open = CHECKS.filter(({ id }) => !ids.includes(id)).map(({ name }) => name[language])
  if (open.length === 0 || !hasBackup) return { ids, toBackup: false }
  const [start, backup] = [vscode.l10n.t('Start all the same'), vscode.l10n.t('Use the backup link')]
  const answer = await vscode.window.showWarningMessage(vscode.l10n.t('Not tested: {0}', open.join(zh ? '、' : ', ')), { modal: true }, start, backup)
  return answer === undefined ? undefined : { ids, toBackup: answer === backup }
}

async function isSure(held: HeldMeeting, ahead: number): Promise<boolean> {
  const start = vscode.l10n.t('Start now')
  return (await vscode.window.showWarningMessage(vscode.l10n.t('“{0}” begins only in {1}.', held.title, lengthText(ahead)), { modal: true }, start)) === start
}

async function offerLink(link: string): Promise<void> {
  const join = vscode.l10n.t('Join')
  if ((await vscode.window.showInformationMessage(vscode.l10n.t('The meeting is open. The clock runs.'), join)) === join) await openLink(link)
}
