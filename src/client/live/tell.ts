import * as vscode from 'vscode'
import { commandOf, wordsOf, type LiveNotice } from '../../core/live/notice.ts'
import { switchToBackup, type LiveState } from '../../core/live/state.ts'
import { meetingFor } from '../commands/meeting-argument.ts'
import { openLink } from '../commands/open.ts'
import { postComment } from '../github/comment.ts'
import type { Repository } from '../github/remote.ts'
import { repositoryOf } from '../github/repository.ts'
import type { Session } from '../session.ts'
import { askMinutes } from './extend.ts'

/** Which meeting is told of. */
type Told = Pick<LiveState, 'uri' | 'title' | 'language' | 'issue' | 'backupLink'>

const CONSENT = 'convoke.comments'

/** C5: switches to the backup link, and tells everybody. */
export async function switchLink(session: Session): Promise<void> {
  const { state } = session.live
  if (state?.backupLink === undefined) return
  session.live.set(switchToBackup(state))
  await openLink(state.backupLink)
  await tell(session, state, { word: 'backup' })
}

/** C5: the meeting starts late. */
export async function beLate(session: Session, argument?: unknown): Promise<void> {
  const meeting = await toldMeeting(session, argument, vscode.l10n.t('Running late'))
  if (meeting === undefined) return
  const minutes = await askMinutes(vscode.l10n.t('Running late'), vscode.l10n.t('How much later does it start?'))
  if (minutes === undefined) return
  const reason = await vscode.window.showInputBox({ title: vscode.l10n.t('Running late'), prompt: vscode.l10n.t('Reason (may be left empty)'), ignoreFocusOut: true })
  if (reason !== undefined) await tell(session, meeting, { word: 'late', minutes, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) })
}

/** A word to everybody in the meeting. */
export async function tellSomething(session: Session, argument?: unknown): Promise<void> {
  const meeting = await toldMeeting(session, argument, vscode.l10n.t('Notice to everybody'))
  if (meeting === undefined) return
  const text = await vscode.window.showInputBox({ title: vscode.l10n.t('Notice to everybody'), prompt: vscode.l10n.t('What shall everybody know?'), ignoreFocusOut: true })
  if (text !== undefined && text.trim() !== '') await tell(session, meeting, { word: 'notice', text: text.trim().slice(0, 480) })
}

/**
 * Tells everybody: as a comment on the invitation issue, which the Action relays, once somebody has agreed that comments are written in
 * their name; where there is no issue, or it cannot be reached, the words are put on the clipboard.
 */
export async function tell(session: Session, meeting: Told, notice: LiveNotice): Promise<void> {
  const repository = await repositoryOf()
  const words = wordsOf(notice, { title: meeting.title, ...(meeting.backupLink === undefined ? {} : { backupLink: meeting.backupLink }) }, meeting.language)
  const issue = meeting.issue ?? (repository === undefined ? undefined : await knownIssue(session, meeting.uri))
  if (repository === undefined || issue === undefined) {
    await copy(words, vscode.l10n.t('The meeting’s issue is not known here.'))
    return
  }
  const comment = commandOf(notice)
  const answer = await askConsent(session, repository, issue, comment)
  if (answer === 'copy') await copy(words)
  if (answer !== 'post') return
  const failure = await postComment(repository, issue, comment)
  if (failure === undefined) {
    const show = vscode.l10n.t('Open issue')
    void vscode.window.showInformationMessage(vscode.l10n.t('Written on issue #{0}: {1}', issue, comment), show).then((chosen) => (chosen === show ? openLink(`${repository.web}/issues/${issue}`) : undefined))
  } else {
    session.log.warn(`comment on #${issue}: ${failure}`)
    await copy(words, failure)
  }
}

async function askConsent(session: Session, repository: Repository, issue: number, comment: string): Promise<'post' | 'copy' | undefined> {
  const known = session.memory.get<readonly string[]>(CONSENT, [])
  const name = `${repository.host}/${repository.owner}/${repository.repo}`
  if (known.includes(name)) return 'post'
  const [post, always, copyInstead] = [vscode.l10n.t('Write it'), vscode.l10n.t('Write it, and do not ask again here'), vscode.l10n.t('Copy the words instead')]
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Tell everybody by a comment on issue #{0} of {1}?', issue, `${repository.owner}/${repository.repo}`), {
    modal: true, detail: vscode.l10n.t('The comment is written with your GitHub account: {0}\nThe repository’s Action sends it on to everybody in the meeting.', comment),
  }, post, always, copyInstead)
  if (answer === always) await session.memory.update(CONSENT, [...known, name])
  return answer === post || answer === always ? 'post' : answer === copyInstead ? 'copy' : undefined
}

async function copy(words: string, why?: string): Promise<void> {
  await vscode.env.clipboard.writeText(words)
  void vscode.window.showInformationMessage(`${why === undefined ? '' : `${why} `}${vscode.l10n.t('The notice is on the clipboard: {0}', words)}`)
}

async function knownIssue(session: Session, uri: string): Promise<number | undefined> {
  const live = await session.ask('convoke/live', { uri }).catch(() => undefined)
  return live === undefined || 'refused' in live ? undefined : live.issue
}

async function toldMeeting(session: Session, argument: unknown, title: string): Promise<Told | undefined> {
  return argument === undefined && session.live.state !== undefined ? session.live.state : meetingFor(session, argument, { title, suits: (each) => !each.isSeries && each.status === 'planned' })
}
