const known = new Map<string, boolean>()

/** True for a name of the IANA time zone database with its region (`Europe/Berlin`), and for UTC. Offsets and abbreviations are none. */
export function isZone(name: string): boolean {
  let answer = known.get(name)
  if (answer === undefined) {
    answer = name === 'UTC' || (name.includes('/') && name.length <= 64 && isKnownToHost(name))
    if (known.size < 2000) known.set(name, answer)
  }
  return answer
}

function isKnownToHost(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** True for something that is meant as an offset from UTC: `+08:00`, `UTC+8`, `GMT-5`. */
export function isOffset(name: string): boolean {
  return /^(?:utc|gmt)?\s*[+-]\s*\d{1,2}(?::?\d{2})?$/i.test(name.trim()) || /^(?:z|gmt)$/i.test(name.trim())
}
