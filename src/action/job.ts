import { VERSION } from '../app/version.ts'
import type { GitHubForgeOptions } from '../forges/github.ts'
import type { Files } from '../ports/files.ts'
import type { Event } from './event.ts'
import type { Inputs } from './inputs.ts'
import type { Reporter } from './reporter.ts'

/** What a run of the Action works with. */
export interface Job {
  readonly inputs: Inputs
  readonly event: Event
  readonly files: Files
  /** Absolute. */
  readonly root: string
  /** From the repository's root to `root`, with `/` at its end; empty where they are the same. */
  readonly prefix: string
  readonly apiUrl?: string
  readonly serverUrl?: string
  readonly now: number
  readonly reporter: Reporter
  readonly secrets: (name: string) => string | undefined
}

/** How the job reaches its repository. */
export function accessOf({ inputs, event, now, apiUrl, serverUrl }: Job): Pick<GitHubForgeOptions, 'owner' | 'repo' | 'token' | 'apiUrl' | 'serverUrl' | 'identities' | 'now' | 'version'> {
  return {
    owner: event.owner, repo: event.repo, token: inputs.token, identities: inputs.identities, now, version: VERSION,
    ...(apiUrl === undefined ? {} : { apiUrl }), ...(serverUrl === undefined ? {} : { serverUrl }),
  }
}
