import * as vscode from 'vscode'
import type { Instead, LiveState, RollEntry } from '../../core/live/state.ts'
import { configuration } from '../configuration.ts'
import { editFile } from '../edit-file.ts'
import type { Session } from '../session.ts'

/** Calls the roll (C3): who is there, and what happens for each absentee (C4); written into the file in one step. */
export async function callRoll(session: Session): Promise<void> {
  const { state } = session.live
  if (state === undefined || state.attendees.length === 0) return
  const { rollCallEdits, rollIn } = await import('../../core/live/roll-call.ts')
  const config = await configuration()
  const uri = vscode.Uri.parse(state.uri)
  const document = await vscode.workspace.openTextDocument(uri)
  const inFile = rollIn(document.getText(), config)
  const isThere = (person: LiveState['attendees'][number]): boolean => state.roll.find((each) => each.key === person.key)?.present ?? inFile(person) ?? true
  const chosen = await vscode.window.showQuickPick(state.attendees.map((person) => ({ label: person.name, description: person.key, picked: isThere(person), person })), {
    title: vscode.l10n.t('Roll call'), placeHolder: vscode.l10n.t('Who is here? Untick whoever is absent, then press Enter'), canPickMany: true, ignoreFocusOut: true, matchOnDescription: true,
  })
  if (chosen === undefined) return
  const present = new Set(chosen.map(({ person }) => person.key))
  const roll: RollEntry[] = []
  for (const { key, name } of state.attendees) {
    if (present.has(key)) roll.push({ key, name, present: true })
    else {
      const instead = await askInstead(name)
      if (instead === undefined) return
      roll.push({ key, name, present: false, instead })
    }
  }
  const latest = session.live.state
  if (latest !== undefined) session.live.set({ ...latest, roll })
  await editFile(uri, (text) => rollCallEdits(text, roll, config))
}

async function askInstead(name: string): Promise<Instead | undefined> {
  const options: (vscode.QuickPickItem & { readonly instead: Instead['kind'] })[] = [
    { label: `$(mail) ${vscode.l10n.t('Minutes are sent to them')}`, instead: 'minutes' },
    { label: `$(person-add) ${vscode.l10n.t('Somebody stands in for them…')}`, instead: 'substitute' },
    { label: `$(comment-discussion) ${vscode.l10n.t('A talk afterwards')}`, instead: 'talk' },
    { label: `$(question) ${vscode.l10n.t('To be settled')}`, instead: 'open' },
  ]
  const chosen = await vscode.window.showQuickPick(options, { title: vscode.l10n.t('{0} is absent', name), placeHolder: vscode.l10n.t('What happens instead?'), ignoreFocusOut: true })
  if (chosen === undefined) return undefined
  if (chosen.instead !== 'substitute') return { kind: chosen.instead }
  const substitute = await vscode.window.showInputBox({ title: vscode.l10n.t('{0} is absent', name), prompt: vscode.l10n.t('Who stands in for them?'), ignoreFocusOut: true })
  return substitute === undefined || substitute.trim() === '' ? undefined : { kind: 'substitute', name: substitute.trim() }
}
