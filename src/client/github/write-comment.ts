import type { Repository } from './remote.ts'

const WAIT = 15_000

/** What came of writing a comment: `unreachable` where no answer came, else GitHub's status, 201 where it is written. */
export type Outcome = { readonly status: number } | 'unreachable'

/**
 * Writes a comment on an issue. The token goes to the repository's own API and nowhere else: no redirect is followed. It is not tried
 * again, since a comment that may have been written must not be written twice.
 */
export async function writeComment({ api }: Pick<Repository, 'api'>, issue: number, body: string, token: string): Promise<Outcome> {
  try {
    const { status } = await fetch(`${api}/issues/${issue}/comments`, {
      method: 'POST', redirect: 'error', signal: AbortSignal.timeout(WAIT), body: JSON.stringify({ body }),
      headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-github-api-version': '2022-11-28' },
    })
    return { status }
  } catch {
    return 'unreachable'
  }
}
