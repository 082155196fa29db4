import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * What makes a repeat of a mail the same mail (DELIVERY, "Guarantees"): its Message-ID and the seed of its boundaries, both
 * from the effect's key, at the sender's domain. The key itself is not in them: it may name the receiver.
 */
export function mailIdentity(key: string, from: string): { readonly messageId: string; readonly boundarySeed: string } {
  const hash = bytesToHex(sha256(utf8ToBytes(key))).slice(0, 40)
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return { messageId: `${hash}@${domain}`, boundarySeed: hash.slice(0, 24) }
}
