import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { effectKey } from '../../process/effect.ts'

/**
 * What makes a repeat of a mail the same mail (DELIVERY, "Guarantees"): its Message-ID and the seed of its boundaries, both
 * from the effect's key, at the sender's domain. The key itself is not in them: it may name the receiver. The meeting's own
 * hash stands beside, so that an answer tells by its In-Reply-To which meeting it is about.
 */
export function mailIdentity(key: string, from: string): { readonly messageId: string; readonly boundarySeed: string } {
  const hash = digest(key).slice(0, 40)
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return { messageId: `${hash}.${digest(key.split('/')[0] ?? '').slice(0, 16)}@${domain}`, boundarySeed: hash.slice(0, 24) }
}

/** The meeting's part of a Message-ID, to be compared with `meetingToken`; undefined where the id is not one of ours. */
export function tokenIn(messageId: string): string | undefined {
  return /^[0-9a-f]{40}\.([0-9a-f]{16})@/.exec(messageId)?.[1]
}

/** What the Message-IDs of a meeting's mails have in common, by the meeting's id. */
export function meetingToken(meeting: string): string {
  return digest(effectKey({ meeting, kind: 'invitation', revision: 0, recipient: '' }).split('/')[0] ?? '').slice(0, 16)
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
