import type { ChannelName, Importance, Urgency } from '../config/model.ts'
import type { Language } from '../messages/message.ts'
import type { WallTime } from '../meeting/model.ts'
import type { Instant } from '../arrangement/zone.ts'

/**
 * What is announced of a meeting: everything that an invitation says and that a change is measured against (DELIVERY,
 * "change"). Plain JSON that lies in the ledger; people stand in it by key, never by an address.
 */
export interface Snapshot {
  readonly meeting: string
  /** The series' id, for an occurrence. */
  readonly series?: string
  /** Original start of an occurrence of a series, in the series' zone. */
  readonly occurrence?: WallTime
  /** Language of what is sent. */
  readonly language: Language
  readonly title: string
  readonly purpose: string
  readonly outcome: readonly string[]
  readonly importance: Importance
  readonly urgency: Urgency
  readonly start: WallTime
  readonly zone: string
  /** Minutes. */
  readonly duration: number
  readonly room?: AnnouncedRoom
  readonly link?: string
  readonly backupLink?: string
  readonly organizer: string
  readonly required: readonly string[]
  readonly optional: readonly { readonly key: string; readonly reason?: string }[]
  readonly remote: readonly string[]
  readonly channels: readonly ChannelName[]
  readonly rsvpBy: Instant
  readonly agenda: readonly AnnouncedItem[]
  readonly materials: readonly AnnouncedMaterial[]
  /** Markdown of the Preparation section. */
  readonly preparation?: string
  readonly notes: readonly string[]
}

export interface AnnouncedRoom {
  readonly key: string
  readonly name: string
  readonly directions?: string
  readonly signIn?: string
}

export interface AnnouncedItem {
  readonly title: string
  /** Minutes. */
  readonly minutes?: number
  /** Keys or names. */
  readonly owners: readonly string[]
}

export interface AnnouncedMaterial {
  readonly path?: string
  readonly url?: string
  readonly asOf?: string
  readonly readBefore?: boolean
  readonly note?: string
}
