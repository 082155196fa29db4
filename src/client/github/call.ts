import type { Repository } from './remote.ts'

const WAIT = 15_000

/** The API of a repository; nothing else is called. */
export type Api = Pick<Repository, 'api'>

/**
 * Calls a repository's API; undefined where no answer came. A token goes to that API and nowhere else: no redirect is followed. Nothing is
 * tried again.
 */
export async function call({ api }: Api, path: string, token: string | undefined, body?: Readonly<Record<string, unknown>>): Promise<Response | undefined> {
  try {
    return await fetch(`${api}${path}`, {
      redirect: 'error', signal: AbortSignal.timeout(WAIT), ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    })
  } catch {
    return undefined
  }
}
