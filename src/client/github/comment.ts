import * as vscode from 'vscode'
import type { Repository } from './remote.ts'

const WAIT = 15_000

/**
 * Writes a comment on an issue with the account that VS Code is signed in to GitHub with; it asks for the sign-in where there is none.
 * Undefined once it is written, else why not, in words fit for a person. The token goes to the repository's own host and nowhere else.
 */
export async function postComment(repository: Repository, issue: number, body: string): Promise<string | undefined> {
  const token = await tokenFor(repository)
  if (token === undefined) return vscode.l10n.t('Nobody is signed in to {0}.', repository.host)
  try {
    const response = await fetch(`${repository.api}/issues/${issue}/comments`, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(WAIT), body: JSON.stringify({ body }),
      headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-github-api-version': '2022-11-28' },
    })
    return response.status === 201 ? undefined : refusal(response.status, repository, issue)
  } catch {
    return vscode.l10n.t('{0} could not be reached.', repository.host)
  }
}

async function tokenFor({ host }: Repository): Promise<string | undefined> {
  const isPublic = host === 'github.com'
  // A token of one's own GitHub is for the host that the user named in the settings.
  const own = vscode.workspace.getConfiguration('github-enterprise').get<string>('uri', '')
  if (!isPublic && (own === '' || vscode.Uri.parse(own).authority.toLowerCase() !== host)) return undefined
  try {
    const { accessToken } = await vscode.authentication.getSession(isPublic ? 'github' : 'github-enterprise', ['repo'], { createIfNone: true })
    return accessToken
  } catch {
    return undefined
  }
}

function refusal(status: number, { owner, repo }: Repository, issue: number): string {
  if (status === 404 || status === 410) return vscode.l10n.t('There is no issue #{0} in {1}, or this account may not see it.', issue, `${owner}/${repo}`)
  if (status === 401 || status === 403) return vscode.l10n.t('GitHub refused: this account may not comment there, or has done so too often.')
  return vscode.l10n.t('GitHub answered with {0}.', status)
}
