import type { MailTemplates } from '../core/render/mail/content.ts'
import type { Files } from '../ports/files.ts'
import type { History } from '../ports/history.ts'
import type { Issues } from '../ports/issues.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { PullRequests } from '../ports/pull-requests.ts'
import type { Chat, Inbox, Mail } from '../ports/messages.ts'

/** Everything outside that the process reaches. An entry joins adapters to it; nothing here knows which they are. */
export interface Forge {
  readonly issues: Issues
  readonly mail: Mail
  readonly chat: Chat
  readonly inboxes: readonly Inbox[]
  readonly ledger: Ledger
  /** Absent where nothing may be proposed. */
  readonly pullRequests?: PullRequests
}

export interface World extends Forge {
  readonly files: Files
  /** Without it every run looks at every file. */
  readonly history?: History
  /** The team's own, beside the built-in ones. */
  readonly templates?: MailTemplates
}
