import type { Message, MessageData } from '../core/messages/message.ts'

/** The value of a secret by the name that the configuration gives; undefined where there is none. */
export type Secrets = (name: string) => string | undefined

/** Told of every text that must never be printed: a secret, and each form of it that a log could hold. */
export type Mask = (text: string) => void

/** Why a channel cannot be used, and what to do; holds names of secrets, never their values. */
export interface Unconfigured {
  readonly problem: Message
  readonly data: MessageData
}

/** Tells a channel that can be used from the reason why it cannot. */
export function isUnconfigured(joined: object): joined is Unconfigured {
  return 'problem' in joined
}
