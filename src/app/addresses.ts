import type { ChannelName, Config } from '../core/config/model.ts'
import { mailKey } from '../core/arrangement/who.ts'
import type { Desired } from '../core/process/desired.ts'

/** Somebody's address on a channel, by key; undefined where none is known. Looked up when something is sent, never before. */
export type Addresses = (key: string, channel: ChannelName) => string | undefined

/** Addresses of the directory, the people input merged over it, and of those whom a file names by their bare address. */
export function addressesOf(config: Config, desired: readonly Desired[]): Addresses {
  const bare = new Map<string, string>()
  for (const { meeting: { fields } } of desired) {
    const refs = [...(fields.organizer === undefined ? [] : [fields.organizer.value]), ...(fields.required?.value ?? []), ...(fields.optional?.value ?? []), ...(fields.attendees?.value ?? [])]
    for (const { form, value } of refs) if (form === 'mail') bare.set(mailKey(value), value)
  }
  return (key, channel) => {
    const written = config.people.get(key)?.addresses.get(channel)
    if (written?.kind === 'written') return written.value
    return channel === 'mail' ? bare.get(key) : undefined
  }
}

export function mailAddress(key: string, addresses: Addresses): string | undefined {
  return addresses(key, 'mail')
}

/**
 * Who is invited at a mail address: the key of the one person of the directory who has it, else that of a bare address. Undefined
 * where several people share it: nobody can be told from the others by it.
 */
export function personAt(config: Config): (address: string) => string | undefined {
  const keys = new Map<string, string | undefined>()
  for (const person of config.people.values()) {
    const mail = person.addresses.get('mail')
    if (mail?.kind !== 'written') continue
    const address = mail.value.toLowerCase()
    keys.set(address, keys.has(address) ? undefined : person.key)
  }
  return (address) => (keys.has(address.toLowerCase()) ? keys.get(address.toLowerCase()) : mailKey(address))
}
