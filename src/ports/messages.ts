import type { Reply } from '../core/process/ledger.ts'

/** Sends mails that are composed already. May throw DeliveryError. */
export interface Mail {
  /** `key` names the effect; the same key always comes with the same bytes. */
  send(key: string, message: Uint8Array, envelope: { readonly from: string; readonly to: string }): Promise<void>
}

/** Posts to a channel. At most once: it is never called twice with one key. May throw DeliveryError. */
export interface Chat {
  post(channel: string, key: string, payload: unknown): Promise<void>
}

/** Answers to invitations, as they stand now, later ones last. Lines that say nothing that can be read are told apart. */
export interface Inbox {
  replies(meetings: readonly string[]): Promise<{ readonly replies: ReadonlyMap<string, readonly Reply[]>; readonly unreadable: readonly string[] }>
}
