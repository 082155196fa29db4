import { gitHub, type GitHub } from '../adapters/github/client.ts'
import { commentInbox } from '../adapters/github/comments.ts'
import { gitHubPullRequests } from '../adapters/github/pull-requests.ts'
import { reactionInbox } from '../adapters/github/reactions.ts'
import { gitHubIssues } from '../adapters/github/issues.ts'
import { gitHubLedger } from '../adapters/github/ledger.ts'
import { joinChat, type ChatOptions } from '../adapters/chat/chat.ts'
import { joinImap } from '../adapters/imap/imap.ts'
import { joinSmtp } from '../adapters/smtp/smtp.ts'
import { personAt } from '../app/addresses.ts'
import type { Forge } from '../app/forge.ts'
import { withinLimits, type Limits } from '../app/outbound.ts'
import type { Instant } from '../core/arrangement/zone.ts'
import type { Channel, Config } from '../core/config/model.ts'
import { render } from '../core/messages/render.ts'
import { DeliveryError } from '../ports/delivery.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { Inbox, Mail } from '../ports/messages.ts'
import { isUnconfigured, type Mask, type Secrets, type Unconfigured } from '../ports/secrets.ts'

export interface GitHubPlace {
  readonly owner: string
  readonly repo: string
}

export interface GitHubForgeOptions extends GitHubPlace {
  readonly token: string
  /** Of the REST API; GitHub's own unless it is said. */
  readonly apiUrl?: string
  /** Where people open the repository; `https://github.com` unless it is said. */
  readonly serverUrl?: string
  /** Logins under which the tool writes, or has written. */
  readonly identities: readonly string[]
  readonly config: Config
  readonly now: Instant
  readonly version: string
  readonly secrets: Secrets
  readonly mask: Mask
  readonly limits?: Limits
  /** Pull requests may be opened; the folder of the files in the repository, with `/` at its end, or nothing. */
  readonly proposesIn?: string
  /** Only looks: no secret is read and nothing can be sent. */
  readonly readOnly?: boolean
  /** Of receivers on a network of the team's own. */
  readonly chat?: Omit<ChatOptions, 'mask'>
}

/** A repository on GitHub with the channels that its configuration names. */
export interface JoinedForge extends Forge {
  /** Channels that cannot be used, and what to do about each. */
  readonly problems: readonly Unconfigured[]
  /** Sends that the limits have held back. */
  readonly held: () => number
  /** Ends connections. */
  readonly close: () => void
}

/** Joins GitHub, mail and chat to what the process reaches. Nothing is sent or looked up yet. */
export function gitHubForge(options: GitHubForgeOptions): JoinedForge {
  const { owner, repo, token, apiUrl, serverUrl = 'https://github.com', identities, config, now, version, secrets, mask, limits = {}, readOnly = false } = options
  mask(token)
  const hub = gitHub({ owner, repo, token, ...(apiUrl === undefined ? {} : { baseUrl: apiUrl }), identities, now, version })
  const chat = joinChat(readOnly ? new Map() : config.channels, secrets, { ...options.chat, mask })
  const { mail, inbox, problems, close } = joinMail(readOnly ? undefined : config.channels.get('mail'), options)
  const outbound = withinLimits({ mail, chat: chat.chat }, limits)
  return {
    issues: { ...gitHubIssues(hub), url: (number) => `${serverUrl}/${owner}/${repo}/issues/${number}` }, ledger: gitHubLedger(hub),
    mail: outbound.mail, chat: outbound.chat, held: outbound.held, inboxes: [reactionInbox(hub), commentInbox(hub), ...inbox],
    ...(options.proposesIn === undefined ? {} : { pullRequests: gitHubPullRequests(hub, options.proposesIn) }), problems: [...problems, ...chat.problems.values()], close,
  }
}

/** Who the token belongs to; none where it is an app's, which cannot ask. */
export async function loginOf(access: GitHubAccess): Promise<readonly string[]> {
  const { rest } = plainHub(access)
  try {
    return [(await rest.users.getAuthenticated()).data.login]
  } catch {
    return []
  }
}

/** The ledger alone, for whoever only reads it. */
export function gitHubLedgerAt(access: GitHubAccess): Ledger {
  return gitHubLedger(plainHub(access))
}

interface GitHubAccess extends GitHubPlace {
  readonly token: string
  readonly apiUrl?: string
  readonly version: string
}

function plainHub({ apiUrl, ...access }: GitHubAccess): GitHub {
  return gitHub({ ...access, ...(apiUrl === undefined ? {} : { baseUrl: apiUrl }), identities: [], now: 0 })
}

function joinMail(channel: Channel | undefined, { secrets, mask, config, now }: GitHubForgeOptions): { mail: Mail; inbox: Inbox[]; problems: Unconfigured[]; close: () => void } {
  const problems: Unconfigured[] = []
  if (channel === undefined) return { mail: refusing('the channel mail is not configured'), inbox: [], problems, close: nothing }
  const mail = joinSmtp(channel, secrets, { mask })
  const inbox = channel.inbox === undefined ? undefined : joinImap(channel, secrets, { mask, personOf: personAt(config), namespace: config.namespace ?? 'convoke', now })
  if (inbox !== undefined && isUnconfigured(inbox)) problems.push(inbox)
  const inboxes = inbox === undefined || isUnconfigured(inbox) ? [] : [inbox]
  if (isUnconfigured(mail)) return { mail: refusing(render(mail.problem, mail.data, 'en')), inbox: inboxes, problems: [mail, ...problems], close: nothing }
  return { mail, inbox: inboxes, problems, close: () => mail.close() }
}

function refusing(reason: string): Mail {
  return { send: () => Promise.reject(new DeliveryError(reason, false)) }
}

function nothing(): void {
  // There is no connection to end.
}
