import type { ChannelName } from '../config/model.ts'
import type { LiveCommand } from './live.ts'
import type { Snapshot } from './snapshot.ts'

/** The minutes of a meeting, as they are written. */
export interface MinutesText {
  readonly present: readonly string[]
  readonly absent: readonly { readonly key: string; readonly note?: string }[]
  /** Markdown of the sections. */
  readonly discussion: string
  readonly decisions: string
  readonly actions: readonly ActionText[]
}

/** An action item as it is told. */
export interface ActionText {
  readonly text: string
  /** Key or name. */
  readonly owner?: string
  /** `YYYY-MM-DD`. */
  readonly due?: string
  readonly done?: boolean
  /** Number of the item's issue. */
  readonly issue?: number
}

/** An action item with the meeting that it comes from. */
export interface MeetingAction extends ActionText {
  /** Title of the meeting. */
  readonly meeting: string
  /** URL of the item's issue. */
  readonly url?: string
}

/** Something that was sent and may not have arrived, or failed. */
export interface Gap {
  readonly channel: ChannelName
  /** Keys; none for a post to a group. */
  readonly recipients: readonly string[]
  readonly outcome: 'unknown' | 'failed'
  /** What was used instead (E6). */
  readonly fallback?: ChannelName
}

/** Somebody to be called. */
export interface Call {
  readonly key: string
  /** Stands in the organizer's mail only; filled in when it is written, never in a plan. */
  readonly phone?: string
}

/** Calls that the organizer is asked to make. */
export interface CallSheet {
  readonly snapshot: Snapshot
  readonly calls: readonly Call[]
  /** An answer is missing (where nothing is said), the phone is the meeting's own channel, or another channel failed. */
  readonly why?: 'no-reply' | 'announced' | 'undelivered'
  /** What is to be told; the invitation where nothing is said. */
  readonly about?: 'invitation' | 'change' | 'withdrawal' | 'cancellation' | 'reminder' | 'other'
  /** Of a cancellation. */
  readonly reason?: string
}

/** Everything that people are ever told, as data. One effect is about one occasion; sinks and receivers differ. */
export type Occasion =
  /** `insteadOf`: key of the one for whom the receiver stands in. */
  | { readonly kind: 'invitation'; readonly snapshot: Snapshot; readonly insteadOf?: string }
  | { readonly kind: 'change'; readonly before: Snapshot; readonly snapshot: Snapshot }
  /** One person is no longer asked to come. */
  | { readonly kind: 'withdrawal'; readonly snapshot: Snapshot }
  | { readonly kind: 'cancellation'; readonly snapshot: Snapshot; readonly reason?: string }
  /** `who`: keys of those whose answer is awaited. */
  | { readonly kind: 'chase'; readonly snapshot: Snapshot; readonly who: readonly string[] }
  | ({ readonly kind: 'call-sheet' } & CallSheet)
  /** `before`: minutes from now to the start. `last`: the way there and the tests come with it (C1, C2). */
  | { readonly kind: 'reminder'; readonly snapshot: Snapshot; readonly before: number; readonly last: boolean }
  /** `within`: minutes after the end by which minutes are due. */
  | { readonly kind: 'minutes-reminder'; readonly snapshot: Snapshot; readonly late: boolean; readonly within: number }
  | { readonly kind: 'minutes'; readonly snapshot: Snapshot; readonly minutes: MinutesText }
  /** Something that everybody has to know at once (C5, E4). */
  | { readonly kind: 'live'; readonly snapshot: Snapshot; readonly command: LiveCommand }
  /** `issue`: URL of the meeting's issue. */
  | { readonly kind: 'action'; readonly snapshot: Snapshot; readonly action: ActionText; readonly issue?: string }
  | { readonly kind: 'action-reminder'; readonly action: MeetingAction; readonly today: boolean }
  | { readonly kind: 'overdue'; readonly actions: readonly MeetingAction[] }
  | { readonly kind: 'gap'; readonly snapshot: Snapshot; readonly gaps: readonly Gap[] }
