import { Octokit } from '@octokit/rest'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { DeliveryError } from '../../ports/delivery.ts'

export interface GitHubOptions {
  readonly owner: string
  readonly repo: string
  readonly token: string
  /** Of the REST API; GitHub's own unless it is said. */
  readonly baseUrl?: string
  /** How requests are made; the platform's own unless it is said. */
  readonly fetch?: typeof fetch
  /** Logins under which this tool writes, or has written: only their objects count as its own. */
  readonly identities: readonly string[]
  /** Milliseconds since 1970; where nothing was read before, comments are read back for some weeks from here. */
  readonly now: number
  readonly version: string
}

/** A repository on GitHub, with GitHub's pace: writes one after another, a second apart, and waits as its answers ask. */
export interface GitHub extends Pick<GitHubOptions, 'owner' | 'repo' | 'now'> {
  readonly rest: Octokit['rest']
  readonly isOwn: (user: { readonly login: string } | null | undefined) => boolean
}

const Client = Octokit.plugin(retry, throttling)

/** A limit is waited for so long, in seconds; beyond it the run ends what it can and the next one goes on. */
const LONGEST_WAIT = 120

export function gitHub({ owner, repo, token, baseUrl, fetch, identities, now, version }: GitHubOptions): GitHub {
  const patient = (after: number, _options: object, _octokit: unknown, retries: number): boolean => retries < 2 && after <= LONGEST_WAIT
  const client = new Client({
    auth: token, userAgent: `convoke/${version}`, ...(baseUrl === undefined ? {} : { baseUrl }), ...(fetch === undefined ? {} : { request: { fetch } }),
    // What GitHub says of itself is for GitHub's pace; a server on this machine is somebody's trial, and needs none.
    throttle: isLocal(baseUrl) ? { enabled: false } : { onRateLimit: patient, onSecondaryRateLimit: patient },
    retry: { doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451], ...(isLocal(baseUrl) ? { retryAfterBaseValue: 10 } : {}) },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  const own = new Set(identities.map((each) => each.toLowerCase()))
  return { owner, repo, now, rest: client.rest, isOwn: (user) => user !== null && user !== undefined && own.has(user.login.toLowerCase()) }
}

function silent(): void {
  // A log of requests would hold what is written in them.
}

function isLocal(baseUrl: string | undefined): boolean {
  return baseUrl !== undefined && /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::|\/|$)/.test(baseUrl)
}

/** A request that is not repeated by itself: whether it was carried out has to be looked at first. */
export const ONCE = { request: { retries: 0 } } as const

/** The HTTP status of a failed request; undefined where there was no answer. */
export function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null ? (error as { status?: unknown }).status : undefined
  return typeof status === 'number' && status >= 100 && status !== 500 ? status : status === 500 && hasAnswer(error) ? 500 : undefined
}

function hasAnswer(error: unknown): boolean {
  return typeof (error as { response?: unknown }).response === 'object'
}

/** True where nobody knows whether the request was carried out. */
export function isUncertain(error: unknown): boolean {
  const status = statusOf(error)
  return status === undefined || status >= 500
}

const HINTS: Readonly<Record<number, string>> = {
  401: ', the token is not valid', 403: ', the token lacks the permission', 404: ', there is no such repository or the token does not reach it', 410: ', issues are switched off in the repository',
}

/**
 * A failed request as the run tells of it: what was asked for and the status, never the content. A permission that is missing is
 * given by a person, and then the next run does what was left.
 */
export function failure(what: string, error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  const status = statusOf(error)
  const limited = status === 429 || (status === 403 && /rate limit|abuse/i.test(error instanceof Error ? error.message : ''))
  return new DeliveryError(`GitHub could not ${what}: ${status === undefined ? 'no answer' : `status ${status}${limited ? ', its rate limit is reached' : HINTS[status] ?? ''}`}`, limited || isUncertain(error) || status === 401 || status === 403)
}
