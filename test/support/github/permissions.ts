/*
 * A token of a job has the permissions that its workflow names. On the stand-in a token that reads `job:contents=read,issues=write`
 * has these and no other; any other token has all.
 */

type Permission = 'contents' | 'issues' | 'pull-requests'

export function isAllowed(authorization: string, method: string, path: string): boolean {
  const named = /job:([\w=,-]*)/.exec(authorization)?.[1]
  if (named === undefined) return true
  const held = new Map(named.split(',').map((each) => each.split('=') as [Permission, string]))
  const wanted = method === 'GET' ? 'read' : 'write'
  return needed(path).some((each) => held.get(each) === 'write' || held.get(each) === wanted)
}

/** One of these is enough, as GitHub's documentation of each endpoint says. */
function needed(path: string): Permission[] {
  if (/\/pulls(?:\/|$)/.test(path)) return ['pull-requests']
  if (/\/issues\/(?:comments|\d+\/comments|\d+\/reactions)/.test(path)) return ['issues', 'pull-requests']
  return /\/issues(?:\/|$)/.test(path) ? ['issues'] : ['contents']
}
