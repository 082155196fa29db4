import type { Chat, Mail } from '../ports/messages.ts'
import { DeliveryError } from '../ports/delivery.ts'

/** What may leave the repository's world. */
export interface Limits {
  /** Domains that mail may go to; absent: any. A domain does not stand for those below it; `*.example.org` does. */
  readonly domains?: readonly string[]
  /** Most mails and posts of one run; absent: any number. */
  readonly sends?: number
}

/** The ports that send, and how many sends the limits have held back. */
export interface Outbound {
  readonly mail: Mail
  readonly chat: Chat
  readonly held: () => number
}

/**
 * Sends within limits. A receiver at a domain that is not allowed is refused for good, so that the fall-back is used; above the
 * cap nothing is lost: a mail stays claimed and goes with the next run. A post above it fails, since one is tried only once.
 */
export function withinLimits({ mail, chat }: { readonly mail: Mail; readonly chat: Chat }, { domains, sends = Infinity }: Limits): Outbound {
  let sent = 0
  let held = 0
  const count = (): void => {
    if (sent >= sends) {
      held++
      throw new DeliveryError(`the cap of ${sends} sends a run is reached`, true)
    }
    sent++
  }
  return {
    held: () => held,
    mail: {
      async send(key, message, envelope) {
        if (domains !== undefined && !isAllowed(envelope.to, domains)) throw new DeliveryError('the receiver’s mail domain is not on the list of allowed domains', false)
        count()
        await mail.send(key, message, envelope)
      },
    },
    chat: {
      async post(channel, key, payload) {
        count()
        await chat.post(channel, key, payload)
      },
    },
  }
}

/** Whether an address is at one of the domains; small and capital letters are the same. */
export function isAllowed(address: string, domains: readonly string[]): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return domains.some((each) => {
    const allowed = each.trim().toLowerCase().replace(/^@/, '')
    return allowed.startsWith('*.') ? domain.endsWith(allowed.slice(1)) : domain === allowed
  })
}
