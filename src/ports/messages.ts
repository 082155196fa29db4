import type { GivenCommand } from '../core/process/command.ts'
import type { Reply } from '../core/process/ledger.ts'
import type { SeriesPlace } from '../core/process/upcoming.ts'

/** Sends mails that are composed already. May throw DeliveryError. */
export interface Mail {
  /** `key` names the effect; the same key always comes with the same bytes. */
  send(key: string, message: Uint8Array, envelope: { readonly from: string; readonly to: string }): Promise<void>
}

/** Posts to a channel. At most once: it is never called twice with one key. May throw DeliveryError. */
export interface Chat {
  post(channel: string, key: string, payload: unknown): Promise<void>
}

/** What an inbox is asked. */
export interface ReplyRequest {
  /** Meetings whose answers are wanted. */
  readonly meetings: readonly string[]
  /** Those among them that this run looks at for another reason: something is due or has changed. */
  readonly looked: ReadonlySet<string>
  /** Meetings by the numbers of their issues. */
  readonly byIssue: ReadonlyMap<number, string>
  /** Where those of the meetings that are occurrences of a series stand in it. */
  readonly places: ReadonlyMap<string, SeriesPlace>
  /** What the last answer gave, to go on from there. */
  readonly mark?: string
}

export interface Replies {
  /** By meeting, later ones last. */
  readonly replies: ReadonlyMap<string, readonly Reply[]>
  /** Commands by meeting: people as `@login`; whoever may give them is judged later. */
  readonly commands?: ReadonlyMap<string, readonly GivenCommand[]>
  /** Places that hold an answer which says nothing that can be read. */
  readonly unreadable: readonly string[]
  /** True where these are all answers as they stand; false where they are those since the mark. */
  readonly whole: boolean
  readonly mark?: string
  /** Why answers could not be read: they are unknown, not absent. Holds no address or secret. */
  readonly fault?: string
}

/** Answers to invitations. `name` tells its mark from others'. */
export interface Inbox {
  readonly name: string
  replies(request: ReplyRequest): Promise<Replies>
}
