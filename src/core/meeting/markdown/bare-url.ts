/**
 * The end of a URL written without brackets (GFM's literal autolinks) that begins at a place, 0 where none does.
 * `inLabel`: a square bracket is still open before it, where GFM's rules are a little stricter.
 */
export function bareUrlEnd(source: string, at: number, inLabel: boolean): number {
  const second = source.charCodeAt(at + 1) | 32
  const isWww = second === 119
  if (!isWww && second !== 116) return 0
  PREFIX.lastIndex = at
  const prefix = PREFIX.exec(source)?.[0]
  if (prefix === undefined) return 0
  const before = at === 0 ? '' : source.charAt(at - 1)
  if (!mayPrecede(before, isWww, inLabel)) return 0
  const domainStart = isWww ? at : at + prefix.length
  const domainEnd = endOfDomain(source, domainStart)
  if (domainEnd === domainStart || !isDomain(source.slice(domainStart, domainEnd), inLabel)) return 0
  const end = trimmedEnd(source, at, endOfPath(source, domainEnd, inLabel))
  return end > domainStart ? end : 0
}

const PREFIX = /https?:\/\/|www\./iy

function mayPrecede(before: string, isWww: boolean, inLabel: boolean): boolean {
  if (before === '') return true
  if (inLabel) return /[\s\p{P}\p{S}]/u.test(before)
  return isWww ? /[\s(*_[\]~]/.test(before) : !/[a-z]/i.test(before)
}

function endOfDomain(source: string, from: number): number {
  let at = from
  for (; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    const letter = (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 122)
    if (letter || unit === 45 || unit === 46 || unit === 95) continue
    if (unit < 128 || /[\s\p{P}\p{S}]/u.test(source.charAt(at))) break
  }
  return at
}

/** No underscore in its last two parts; in a label a point as well. */
function isDomain(domain: string, inLabel: boolean): boolean {
  const parts = domain.replace(/[._]+$/, '').split('.')
  if (inLabel && parts.length < 2) return false
  return parts.slice(-2).every((part) => part !== '' && !part.includes('_')) || parts.length === 1
}

function endOfPath(source: string, from: number, inLabel: boolean): number {
  let at = from
  for (; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (unit === 60 || unit <= 32 || (unit > 127 && /\s/.test(source.charAt(at)))) break
    if (inLabel && unit === 93) break
    if (unit === 93 && (source.charCodeAt(at + 1) === 40 || source.charCodeAt(at + 1) === 91)) break
  }
  return at
}

/** The end without punctuation that belongs to the sentence; a closing bracket stays where it closes one of the URL's own. */
function trimmedEnd(source: string, from: number, to: number): number {
  let depth = 0
  for (let at = from; at < to; at++) {
    const unit = source.charCodeAt(at)
    if (unit === 40) depth++
    else if (unit === 41) depth--
  }
  let end = to
  while (end > from) {
    const unit = source.charCodeAt(end - 1)
    if (unit === 41) {
      if (depth >= 0) break
      depth++
    } else if (unit === 59) {
      const entity = /&[a-z]+;$/i.exec(source.slice(Math.max(from, end - 40), end))
      end -= entity ? entity[0].length - 1 : 0
    } else if (!'!"\'*,.:?_~]'.includes(source.charAt(end - 1))) break
    end--
  }
  return end
}
