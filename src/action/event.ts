import { readFileSync } from 'node:fs'

/** What started the run, as far as it matters. */
export interface Event {
  readonly name: string
  readonly owner: string
  readonly repo: string
  /** The branch or tag that is checked out. */
  readonly ref: string
  readonly defaultBranch?: string
  /** Who did it; a login. */
  readonly sender?: string
  readonly pullRequest?: { readonly number: number; readonly base: string; readonly isFork: boolean }
}

type Json = Readonly<Record<string, unknown>>

/** Reads what GitHub tells a job. Nothing of it is run or trusted to be well formed. */
export function readEvent(env: Readonly<Record<string, string | undefined>>): Event {
  const payload = readPayload(env['GITHUB_EVENT_PATH'])
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const pull = map(payload['pull_request'])
  const [head, base] = [map(pull['head']), map(pull['base'])]
  const number = pull['number']
  const sender = map(payload['sender'])['login']
  const branch = map(payload['repository'])['default_branch']
  return {
    name: env['GITHUB_EVENT_NAME'] ?? '', owner, repo, ref: env['GITHUB_REF'] ?? '',
    ...(typeof branch === 'string' ? { defaultBranch: branch } : {}), ...(typeof sender === 'string' ? { sender } : {}),
    ...(typeof number === 'number' && typeof base['sha'] === 'string' && /^[0-9a-f]{40,64}$/.test(base['sha'])
      ? { pullRequest: { number, base: base['sha'], isFork: map(head['repo'])['full_name'] !== map(base['repo'])['full_name'] } } : {}),
  }
}

function readPayload(path: string | undefined): Json {
  try {
    return map(JSON.parse(readFileSync(path ?? '', 'utf8')))
  } catch {
    return {}
  }
}

function map(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Json : {}
}
