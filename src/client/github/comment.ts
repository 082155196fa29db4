import * as vscode from 'vscode'
import type { Repository } from './remote.ts'
import { refusalText, tokenFor } from './sign-in.ts'
import { writeComment } from './write-comment.ts'

/**
 * Writes a comment on an issue with the account that VS Code is signed in to GitHub with; it asks for the sign-in where there is none.
 * Undefined once it is written, else why not, in words fit for a person.
 */
export async function postComment(repository: Repository, issue: number, body: string): Promise<string | undefined> {
  const token = await tokenFor(repository, 'write')
  if (token === undefined) return vscode.l10n.t('Nobody is signed in to {0}.', repository.host)
  const outcome = await writeComment(repository, issue, body, token)
  return outcome !== 'unreachable' && outcome.status === 201 ? undefined : refusalText(outcome, repository, issue)
}
