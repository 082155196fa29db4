/** Longest address that a path can carry (RFC 5321 §4.5.3.1.3, without its brackets). */
const LONGEST = 254

/**
 * Why an address cannot be mailed to, in a few words for an error; undefined for one that can.
 * Only plain mailboxes pass: one `@`, no quoting, comment, route, list or control character. All of those are legal somewhere
 * and have each misled a mail library (FACTS 2.4); nobody's real mailbox needs them. The words hold nothing of the address.
 */
export function addressProblem(address: string): string | undefined {
  if (address.length > LONGEST) return 'mail address too long'
  const parts = address.split('@')
  if (parts.length !== 2) return 'mail address without exactly one @'
  const [local = '', domain = ''] = parts
  if (!/^[^\s\p{C}"(),:;<>@[\\\]]+$/u.test(local) || local.length > 64) return 'mail address with signs that no plain mailbox has'
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return 'mail address with misplaced dots'
  const labels = domain.split('.')
  const sound = labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(label))
  return sound && labels.length > 1 ? undefined : 'mail address without a proper domain'
}
