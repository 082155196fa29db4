import type { Located, Range } from '../../text/range.ts'
import type { Suppression } from '../model.ts'

const WORD = 'convoke-disable-next-line'

/** The suppressions in YAML comments: `# convoke-disable-next-line rule, rule -- reason`, each for the next line that is not blank. */
export function readYamlSuppressions(text: string, content: Range): Suppression[] {
  const found: Suppression[] = []
  for (let at = text.indexOf(WORD, content.start); at !== -1 && at < content.end; at = text.indexOf(WORD, at + WORD.length)) {
    const open = text.lastIndexOf('#', at)
    if (open < content.start || text.slice(open + 1, at).trim() !== '') continue
    let end = at
    while (end < content.end && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
    const inside = text.slice(at + WORD.length, end)
    const dashes = inside.search(/\s--(?:\s|$)/)
    const reason = dashes === -1 ? '' : inside.slice(dashes + 3).trim()
    found.push({
      rules: names(inside.slice(0, dashes === -1 ? inside.length : dashes), at + WORD.length),
      ...(reason === '' ? {} : { reason }),
      range: { start: open, end },
      line: nextFilledLine(text, end),
    })
  }
  return found
}

function names(part: string, from: number): Located<string>[] {
  return [...part.matchAll(/[^\s,，、]+/g)].map((match) => {
    const start = from + match.index
    return { value: match[0], range: { start, end: start + match[0].length } }
  })
}

/** Zero-based number of the next line that holds more than white space. */
function nextFilledLine(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  let line = 0
  for (let place = 0; place < at; place++) {
    const unit = text.charCodeAt(place)
    if (unit === 10 || (unit === 13 && text.charCodeAt(place + 1) !== 10)) line++
  }
  return line
}
