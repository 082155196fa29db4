import * as vscode from 'vscode'
import { escapeMarkdown } from '../../core/language/markdown.ts'
import { configuration } from '../configuration.ts'
import { answersOf, type AnswerLine } from '../github/answers.ts'
import { readReplies } from '../github/read-replies.ts'
import { repositoryOf } from '../github/repository.ts'
import { refusalText, tokenFor } from '../github/sign-in.ts'
import type { Session } from '../session.ts'
import { clockText } from '../time.ts'
import { meetingFor } from './meeting-argument.ts'

/** Shows a meeting's plan with something below it. */
export type ShowBelow = (uri: string, markdown: string) => Promise<void>

/** Reads the answers on a meeting's invitation issue with VS Code's own sign-in to GitHub, and shows them below its plan. Nothing is asked of GitHub before this is called. */
export async function showReplies(session: Session, argument: unknown, show: ShowBelow): Promise<void> {
  const meeting = await meetingFor(session, argument, { title: vscode.l10n.t('Show replies'), suits: (each) => !each.isSeries })
  if (meeting === undefined) return
  const [repository, live] = await Promise.all([repositoryOf(), session.ask('convoke/live', { uri: meeting.uri })])
  if (repository === undefined || 'refused' in live || live.issue === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The meeting’s issue is not known here.'))
    return
  }
  const token = await tokenFor(repository, 'read')
  if (token === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nobody is signed in to {0}.', repository.host))
    return
  }
  const replies = await readReplies(repository, live.issue, token)
  if (replies === 'unreachable' || 'status' in replies) {
    session.log.warn(`replies on #${live.issue}: ${JSON.stringify(replies)}`)
    void vscode.window.showWarningMessage(refusalText(replies, repository, live.issue))
    return
  }
  const { people } = await configuration()
  await show(meeting.uri, table(answersOf(replies, live.attendees, live.organizer, people), live.issue))
}

/** What stands below the plan of a meeting with an issue, until somebody asks for its replies; nothing where it has none. */
export async function repliesHint(session: Session, uri: string): Promise<string> {
  const live = await session.ask('convoke/live', { uri })
  if ('refused' in live || live.issue === undefined) return ''
  return `\n---\n\n${vscode.l10n.t('The replies on issue #{0} are not shown yet: “Convoke: Show Replies” signs in to GitHub and lists them here.', live.issue)}\n`
}

function table(lines: readonly AnswerLine[], issue: number): string {
  const head = [vscode.l10n.t('Person'), vscode.l10n.t('Answer'), vscode.l10n.t('Reason')]
  const rows = lines.map(({ name, reply }) => [name, answerText(reply), reply === undefined || reply.answer === 'delegate' ? '' : reply.note ?? ''].map((cell) => escapeMarkdown(cell)))
  const title = vscode.l10n.t('Replies on issue #{0}, as of {1}', issue, clockText(Date.now()))
  return `\n---\n\n#### ${title}\n\n${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

function answerText(reply: AnswerLine['reply']): string {
  switch (reply?.answer) {
    case undefined:
      return vscode.l10n.t('no answer yet')
    case 'yes':
      return vscode.l10n.t('comes')
    case 'no':
      return vscode.l10n.t('does not come')
    case 'maybe':
      return vscode.l10n.t('may come')
    case 'delegate':
      return vscode.l10n.t('sends {0} instead', reply.note ?? '')
  }
}
