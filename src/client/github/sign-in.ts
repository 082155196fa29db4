import * as vscode from 'vscode'
import { call } from './call.ts'
import type { Repository } from './remote.ts'

/**
 * A token of the account that VS Code is signed in to GitHub with, asked for only when somebody has clicked on something that needs it. It may
 * do as little as possible: for a public repository, reading needs no right at all and writing only that to public ones; GitHub has no smaller
 * right than `repo` for a private one. Undefined where nobody signs in.
 */
export async function tokenFor(repository: Repository, wanted: 'read' | 'write'): Promise<string | undefined> {
  const isPublicHost = repository.host === 'github.com'
  // A token of one's own GitHub is for the host that the user named in the settings.
  const own = vscode.workspace.getConfiguration('github-enterprise').get<string>('uri', '')
  if (!isPublicHost && (own === '' || vscode.Uri.parse(own).authority.toLowerCase() !== repository.host)) return undefined
  const isPublic = isPublicHost && (await call(repository, '', undefined))?.status === 200
  const scopes = !isPublic ? ['repo'] : wanted === 'write' ? ['public_repo'] : []
  try {
    const { accessToken } = await vscode.authentication.getSession(isPublicHost ? 'github' : 'github-enterprise', scopes, { createIfNone: true })
    return accessToken
  } catch {
    return undefined
  }
}

/** Why GitHub did not do as asked, in words fit for a person. */
export function refusalText(outcome: { readonly status: number } | 'unreachable', { host, owner, repo }: Repository, issue: number): string {
  if (outcome === 'unreachable') return vscode.l10n.t('{0} could not be reached.', host)
  const { status } = outcome
  if (status === 404 || status === 410) return vscode.l10n.t('There is no issue #{0} in {1}, or this account may not see it.', issue, `${owner}/${repo}`)
  if (status === 401 || status === 403) return vscode.l10n.t('GitHub refused: this account has no right to that, or has asked too often.')
  return vscode.l10n.t('GitHub answered with {0}.', status)
}
