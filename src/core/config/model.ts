import type { Range } from '../text/range.ts'
import type { Language, Message, MessageData } from '../messages/message.ts'

/** Every channel there is; the invitation issue is opened in any case, `github` means a mention there. */
export const CHANNELS = [
  'github', 'mail', 'phone', 'slack', 'teams', 'feishu', 'dingtalk', 'wecom', 'discord', 'webhook',
] as const
export type ChannelName = (typeof CHANNELS)[number]

export type Importance = 'normal' | 'high'
export type Urgency = 'normal' | 'urgent'

/** Minutes after midnight; `end` may be 1440. */
export interface ClockSpan {
  readonly start: number
  readonly end: number
}

/** How a person's address on a channel is known: written here, or kept in the secret `people` input. */
export type Address = { readonly kind: 'written'; readonly value: string } | { readonly kind: 'secret' }

/** Somebody of the directory. */
export interface Person {
  readonly key: string
  readonly name?: string
  /** GitHub login, without `@`. */
  readonly github?: string
  /** Addresses by channel: mail under `mail` (written `email:`), GitHub login under `github`. */
  readonly addresses: ReadonlyMap<ChannelName, Address>
  readonly language?: Language
  /** IANA name, already known to be one. */
  readonly timezone?: string
  readonly workingHours?: ClockSpan
  /** Region whose public holidays are kept (`CN`, `DE-BY`), or `none`. */
  readonly holidayRegion?: string
  /** Not of this organisation (A11). */
  readonly outside: boolean
}

/** A room that can be held. */
export interface Room {
  readonly key: string
  readonly name?: string
  readonly capacity?: number
  readonly equipment: readonly string[]
  readonly directions?: string
  readonly signIn?: string
  readonly bookingRequired: boolean
  readonly timezone?: string
}

/** A configured channel. What it needs to send lies in secrets named here; the core never sees their values. */
export interface Channel {
  readonly name: ChannelName
  readonly secret?: string
  /** Sender's mailbox of `mail`. */
  readonly from?: string
  /** Name of the secret that signs posts (Feishu, DingTalk, webhook). */
  readonly sign?: string
  /** Name of the secret with the mailbox in which answers to mails are read (`mail`). */
  readonly inbox?: string
}

export type Severity = 'error' | 'warning' | 'info'

/** What the configuration says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity | 'off'
  readonly options: Readonly<Record<string, unknown>>
  readonly range: Range
}

/** `.convoke.yml`, read; every default filled in. */
export interface Config {
  readonly meetings: readonly string[]
  /** Language of what is sent; absent: each file's own. */
  readonly language?: Language
  /** Zone of meetings and people that name none. */
  readonly timezone?: string
  readonly workingHours: ClockSpan
  readonly holidayRegion?: string
  /** `YYYY-MM-DD`; meetings that ended before are history: read, not judged. */
  readonly adopted?: string
  /** Reminders before the start, in minutes, longest first. */
  readonly remind: readonly number[]
  /** Minutes of a meeting are late this many minutes after its end (D1). */
  readonly minutesWithin: number
  readonly digest: 'daily' | 'weekly'
  readonly people: ReadonlyMap<string, Person>
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly rooms: ReadonlyMap<string, Room>
  readonly channels: ReadonlyMap<ChannelName, Channel>
  /** importance → urgency → channels; absent: the built-in policy. */
  readonly policy?: Readonly<Record<Importance, Readonly<Record<Urgency, readonly ChannelName[]>>>>
  readonly fallback: ReadonlyMap<ChannelName, ChannelName>
  /** Further hosts of conferencing software. */
  readonly conferenceHosts: readonly string[]
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** UUID that calendar UIDs are derived from; `convoke init` writes it. */
  readonly namespace?: string
  /** The teams' own words: products, projects, teams. */
  readonly vocabulary: readonly string[]
  /** Logins whose markers on GitHub objects are this tool's own. */
  readonly identity: readonly string[]
}

/** Something wrong with the configuration's text. */
export interface ConfigProblem {
  readonly message: Message
  readonly data: MessageData
  readonly range: Range
}

