/*
 * Tests of single lines: what a line from `at` to `end` (its text after indentation) begins. All work on units,
 * so that a line costs a few comparisons.
 */

/** The number of `#` of an ATX heading, 0 where it is none. Without a space only `loose` ones count. */
export function atxLevel(text: string, at: number, end: number): { level: number; loose: boolean } | undefined {
  let next = at
  while (next < end && text.charCodeAt(next) === 35) next++
  const level = next - at
  if (level < 1 || level > 6) return undefined
  if (next >= end) return { level, loose: false }
  const unit = text.charCodeAt(next)
  if (unit === 32 || unit === 9) return { level, loose: false }
  return isLetter(unit) ? { level, loose: true } : undefined
}

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit >= 0x3400 || (unit >= 0xc0 && unit < 0x2000)
}

/** The text of an ATX heading without its marks and the white space around it. */
export function atxText(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  let hash = end
  while (hash > start && text.charCodeAt(hash - 1) === 35) hash--
  if (hash === start) end = start
  else if (hash < end && isSpace(text.charCodeAt(hash - 1))) {
    end = hash
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  }
  return { start, end }
}

/** Length of an opening code fence, 0 where there is none. */
export function fenceLength(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at)
  let next = at
  while (next < end && text.charCodeAt(next) === mark) next++
  if (next - at < 3) return 0
  if (mark === 96) {
    for (let rest = next; rest < end; rest++) if (text.charCodeAt(rest) === 96) return 0
  }
  return next - at
}

/** True for a line that closes a fence of that unit and length. */
export function closesFence(text: string, at: number, end: number, mark: number, length: number): boolean {
  let next = at
  while (next < end && text.charCodeAt(next) === mark) next++
  return next - at >= length && isBlank(text, next, end)
}

/** True for a thematic break. */
export function isRule(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at)
  let count = 0
  for (let next = at; next < end; next++) {
    const unit = text.charCodeAt(next)
    if (unit === mark) count++
    else if (!isSpace(unit)) return false
  }
  return count >= 3
}

/** 1 or 2 for a line of only `=` or only `-`, which underlines a heading; else 0. */
export function underlineLevel(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at)
  if (mark !== 61 && mark !== 45) return 0
  let next = at
  while (next < end && text.charCodeAt(next) === mark) next++
  return isBlank(text, next, end) ? (mark === 61 ? 1 : 2) : 0
}

/** A list marker: its length, its last unit (`-`, `.`, …) and, where ordered, its number. */
export interface Marker {
  readonly length: number
  readonly mark: number
  readonly ordered: boolean
  readonly number: number
}

/** The list marker at a place, which must be followed by white space or the line's end. */
export function listMarker(text: string, at: number, end: number): Marker | undefined {
  const unit = text.charCodeAt(at)
  if (unit === 45 || unit === 42 || unit === 43) {
    return at + 1 >= end || isSpace(text.charCodeAt(at + 1)) ? { length: 1, mark: unit, ordered: false, number: 0 } : undefined
  }
  let next = at
  let number = 0
  while (next < end && next - at < 10) {
    const digit = text.charCodeAt(next) - 48
    if (digit < 0 || digit > 9) break
    number = number * 10 + digit
    next++
  }
  if (next === at || next - at > 9 || next >= end) return undefined
  const mark = text.charCodeAt(next)
  if (mark !== 46 && mark !== 41) return undefined
  if (next + 1 < end && !isSpace(text.charCodeAt(next + 1))) return undefined
  return { length: next + 1 - at, mark, ordered: true, number }
}

/** Space or tab. */
export function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9
}

/** True when only spaces and tabs stand between two places. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at))) return false
  return true
}
