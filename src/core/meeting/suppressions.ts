import type { Located } from '../text/range.ts'
import type { Suppression } from './model.ts'

const WORD = 'convoke-disable-next-line'

/**
 * The suppressions in the body's HTML comments: `<!-- convoke-disable-next-line rule, rule -- reason -->`. Each
 * silences the next line that is not blank.
 */
export function readSuppressions(text: string, from: number): Suppression[] {
  const found: Suppression[] = []
  let line = 0
  let counted = 0
  for (let at = text.indexOf(WORD, from); at !== -1; at = text.indexOf(WORD, at + WORD.length)) {
    let open = at
    while (open > from && /\s/.test(text.charAt(open - 1))) open--
    open -= 4
    if (open < from || !text.startsWith('<!--', open)) continue
    const end = text.indexOf('-->', at)
    if (end === -1) break
    const inside = at + WORD.length
    const dashes = text.slice(inside, end).search(/\s--(?:\s|$)/)
    const rulesEnd = dashes === -1 ? end : inside + dashes
    const reason = dashes === -1 ? '' : text.slice(rulesEnd + 3, end).replace(/\s+/g, ' ').trim()
    const next = nextFilledLine(text, end + 3)
    line += lineEnds(text, counted, next)
    counted = next
    found.push({
      rules: ruleNames(text, inside, rulesEnd),
      ...(reason === '' ? {} : { reason }),
      range: { start: open, end: end + 3 },
      line,
    })
  }
  return found
}

function ruleNames(text: string, from: number, to: number): Located<string>[] {
  const names: Located<string>[] = []
  const name = /[^\s,，、]+/g
  const part = text.slice(from, to)
  for (let match = name.exec(part); match; match = name.exec(part)) {
    const start = from + match.index
    names.push({ value: match[0], range: { start, end: start + match[0].length } })
  }
  return names
}

/** The start of the next line after an offset that holds more than white space; the text's end where there is none. */
function nextFilledLine(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  return at
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) count++
  }
  return count
}
