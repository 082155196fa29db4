import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The calendar UID of a meeting or of a series: UUIDv5 (RFC 9562 §5.5) of the repository's namespace and the id, so that it
 * is the same on every machine and no two repositories collide (DELIVERY, "Identity").
 * A namespace that is no UUID counts as text, hashed like one.
 */
export function calendarUid(namespace: string, id: string): string {
  const digits = namespace.replaceAll('-', '')
  const space = /^[0-9a-f]{32}$/i.test(digits) ? hexToBytes(digits.toLowerCase()) : utf8ToBytes(namespace)
  const hash = sha1(concatBytes(space, utf8ToBytes(id.normalize('NFC')))).slice(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = bytesToHex(hash)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
