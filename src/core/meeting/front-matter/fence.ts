import { BOM } from '../../text/lines.ts'
import type { Range } from '../../text/range.ts'

/** Where a front matter stands. */
export interface Fences {
  /** The opening line, `---`. */
  readonly fence: Range
  readonly content: Range
  /** Both fences included. */
  readonly range: Range
  /** Where the body begins: the line after the closing fence. */
  readonly bodyStart: number
  /** False where no closing fence was found and the end was guessed. */
  readonly closed: boolean
}

/**
 * Finds a front matter: a first line of three dashes, up to the next such line. Without a closing line there is one only if
 * keys follow at once; it then ends at the first line that cannot belong to it. Places are computed from the text itself.
 */
export function findFences(text: string, isKey: (word: string) => boolean): Fences | undefined {
  const start = text.charCodeAt(0) === BOM ? 1 : 0
  const first = lineEnds(text, start)
  if (!isFence(text, start, first.end)) return undefined
  for (let at = first.next; at < text.length;) {
    const line = lineEnds(text, at)
    if (isFence(text, at, line.end)) {
      return { fence: { start, end: start + 3 }, content: { start: first.next, end: at }, range: { start, end: at + 3 }, bodyStart: line.next, closed: true }
    }
    at = line.next
  }
  return guessEnd(text, start, first.next, isKey)
}

function guessEnd(text: string, start: number, from: number, isKey: (word: string) => boolean): Fences | undefined {
  let end = from
  let keys = 0
  for (let at = from; at < text.length;) {
    const line = lineEnds(text, at)
    const written = text.slice(at, line.end)
    const key = /^([^\s:：#-][^:：]{0,40}?)\s*[:：]/.exec(written)?.[1]
    if (key !== undefined && isKey(key)) keys++
    else if (written === '' || /^(?:#+\s|[^\s#-])/.test(written)) break
    at = line.next
    end = at
  }
  if (keys === 0) return undefined
  return { fence: { start, end: start + 3 }, content: { start: from, end }, range: { start, end }, bodyStart: end, closed: false }
}

function isFence(text: string, start: number, end: number): boolean {
  if (!text.startsWith('---', start)) return false
  for (let at = start + 3; at < end; at++) if (text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 9) return false
  return end >= start + 3
}

function lineEnds(text: string, from: number): { end: number; next: number } {
  let end = from
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
  const next = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : Math.min(end + 1, text.length)
  return { end, next }
}
