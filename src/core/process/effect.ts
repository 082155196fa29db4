import type { ChannelName } from '../config/model.ts'
import type { Clause } from '../messages/clause.ts'
import type { Message, MessageData } from '../messages/message.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { Reply } from './ledger.ts'
import type { Occasion } from './occasion.ts'
import type { Change } from './proposal.ts'
import type { Snapshot } from './snapshot.ts'

/** The steps of the process that reach the world outside. */
export const KINDS = [
  'invitation', 'response', 'change', 'cancellation', 'chase', 'reminder', 'minutes-reminder', 'minutes', 'action', 'action-reminder', 'overdue', 'gap', 'notice', 'proposal',
] as const
export type Kind = (typeof KINDS)[number]

/** Why something is done, or is not: a clause and a sentence. */
export interface Because {
  readonly clause: Clause
  readonly reason: Message
  readonly data?: MessageData
}

/** What every effect carries. People stand in it by key, never by an address. */
interface Common {
  /** Its identity for ever: the same wish has the same key in every run (`effectKey`). */
  readonly key: string
  readonly kind: Kind
  /** The meeting's id. */
  readonly meeting: string
  /** Original start, for an occurrence of a series. */
  readonly occurrence?: string
  readonly file: string
  readonly because: Because
  readonly recipients: readonly string[]
  /** When it was planned; a mail's Date and DTSTAMP, so that a repeat is the same to the byte. */
  readonly at: Instant
  readonly occasion: Occasion
}

/** Opens an issue, or finds the one that carries the key. */
export interface OpenIssue extends Common {
  readonly way: 'issue'
  readonly act: 'open'
  readonly labels: readonly string[]
  /** Keys of those whom it is assigned to. */
  readonly assignees: readonly string[]
  /** The issue above it: its number, or the key of the effect that opens it in the same run. */
  readonly parent?: number | string
  /** Called by a mention in it. */
  readonly mentions: readonly string[]
}

/** Rewrites the managed part of an issue, and its title where nobody has changed it. */
export interface UpdateIssue extends Common {
  readonly way: 'issue'
  readonly act: 'update'
  readonly issue: number
  /** What was announced before: the title that the issue has if nobody has changed it follows from it. */
  readonly before: Snapshot
  readonly mentions: readonly string[]
}

export interface CloseIssue extends Common {
  readonly way: 'issue'
  readonly act: 'close'
  readonly issue: number
}

/** Comments on an issue, once: the comment carries the key. */
export interface Comment extends Common {
  readonly way: 'comment'
  /** The issue's number, or the key of the effect that opens it in the same run. */
  readonly issue: number | string
  readonly mentions: readonly string[]
}

export interface MailEffect extends Common {
  readonly way: 'mail'
  /** Key of the one receiver. */
  readonly to: string
  /** With a calendar part: which revision of the entry it is, and who stands on it. */
  readonly calendar?: { readonly sequence: number; readonly attendees: readonly CalendarRole[] }
  /** Used when it cannot be delivered (E6). */
  readonly instead?: readonly Effect[]
}

export interface CalendarRole {
  readonly key: string
  readonly role: 'organizer' | 'required' | 'optional'
}

/** A post to a channel that a group reads. */
export interface ChatEffect extends Common {
  readonly way: 'chat'
  readonly channel: Exclude<ChannelName, 'github' | 'mail' | 'phone'>
  /** Used when the post fails, or may not have arrived (E6). */
  readonly instead?: readonly Effect[]
}

/** Shows somebody on their comment that it was understood. Repeating it changes nothing. */
export interface Acknowledge extends Omit<Common, 'occasion'> {
  readonly way: 'reaction'
  /** The answer that was understood; none for a command. */
  readonly reply?: Reply
  /** The comment's id in the forge. */
  readonly comment: string
}

/** Proposes a change of the meeting's file, for somebody to merge: the file is the contract. */
export interface ProposalEffect extends Omit<Common, 'occasion'> {
  readonly way: 'pull-request'
  readonly change: Change
  readonly snapshot: Snapshot
  /** Number of the invitation issue, which the pull request names. */
  readonly issue?: number
}

/** One thing done outside. Plain JSON: printed, stored and carried out as it is. */
export type Effect = OpenIssue | UpdateIssue | CloseIssue | Comment | Acknowledge | MailEffect | ChatEffect | ProposalEffect

/** Something that was looked at and deliberately not done. */
export interface Kept {
  readonly meeting: string
  readonly file: string
  readonly kind: Kind
  readonly because: Because
  /** Key of the one concerned, where it is one person's. */
  readonly recipient?: string
}

/** What a key is made of. */
export interface KeyParts {
  readonly meeting: string
  readonly occurrence?: string
  readonly kind: Kind
  /** Tells steps of one kind apart: a reminder's lead, an action's number. */
  readonly part?: string
  /** Number of the announced revision. */
  readonly revision: number
  /** The way and whom it reaches: `issue`, `comment`, `mail:han-meimei`, `chat:feishu`. */
  readonly recipient: string
}

/** The one builder of keys: `id / occurrence / kind / revision / recipient` (DELIVERY, "Identity"). */
export function effectKey({ meeting, occurrence, kind, part, revision, recipient }: KeyParts): string {
  const step = part === undefined ? kind : `${kind}@${part}`
  return [meeting, occurrence ?? '-', step, String(revision), recipient].map((each) => each.replace(/[%/\s<>]/g, encodeURIComponent)).join('/')
}
