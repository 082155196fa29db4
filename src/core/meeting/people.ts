import type { PersonRef } from './model.ts'
import { MARK } from './markdown/plain.ts'
import { partsOf, rangeIn, trimmed, type Piece } from './piece.ts'

/** Somebody found in a stretch, and what to take away with them. */
export interface FoundPerson {
  readonly ref: PersonRef
  /** The stretch with its label (`owner:`) and the marks around it, as places in the piece. */
  readonly from: number
  readonly to: number
}

const AT = new RegExp(
  `[@＠]([${MARK}[]*)([\\p{Script=Latin}\\d](?:[\\p{Script=Latin}\\d._-]*[\\p{Script=Latin}\\d])?(?:/[a-z\\d_-]+)?|[\\p{L}·]+)`,
  'giu',
)
const MAIL = /[a-z\d.!#$%&'*+/=?^_`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi

/** Every `@name` and mail address of a stretch. The range covers `@name` as written, without marks around it. */
export function mentionsIn(piece: Piece, from: number, end: number): FoundPerson[] {
  const part = piece.masked.slice(from, end)
  if (!/[@＠]/.test(part)) return []
  const found: FoundPerson[] = []
  for (const match of part.matchAll(MAIL)) {
    const at = from + match.index
    const to = at + match[0].length
    found.push({ ref: { value: match[0], range: rangeIn(piece, at, to), form: 'mail' }, from: at, to })
  }
  for (const match of part.matchAll(AT)) {
    const at = from + match.index
    const name = match[2] ?? ''
    // `EDA@大鹏` is nobody's mail address.
    if ((/[a-z\d._-]/i.test(piece.masked.charAt(at - 1)) && !/^\p{Script=Han}/u.test(name)) || found.some((mail) => at >= mail.from && at < mail.to)) continue
    const marks = match[1] ?? ''
    const start = marks === '' ? at : at + 1 + marks.length
    const to = at + match[0].length
    found.push({ ref: { value: name, range: rangeIn(piece, start, to), form: 'login' }, from: at, to })
  }
  return found.sort((a, b) => a.from - b.from)
}

const LABEL = new RegExp(
  '(?:^|[\\s(（[【,，;；。.、|*_-])((?:action\\s+)?owners?|presenters?|speakers?|responsible|assignees?|assigned\\s+to|facilitators?'
  + '|负责人|责任人|主讲人?|主持人?|汇报人|发言人|分享人|经办人|承办人|执行人)\\s*[:：]{1,2}\\s*',
  'giu',
)

/** People named after a label: `owner: name`, `负责人：张三、李四`. */
export function labelledIn(piece: Piece, from: number, to: number): FoundPerson[] {
  const part = piece.spaced.slice(from, to)
  if (!/[:：]/.test(part)) return []
  const found: FoundPerson[] = []
  for (const match of part.matchAll(LABEL)) {
    const label = from + match.index + match[0].indexOf(match[1] ?? '')
    const start = from + match.index + match[0].length
    const end = labelEnd(piece.spaced, start, to)
    found.push(...namesIn(piece, start, end).map((person, index) => (index === 0 ? { ...person, from: label } : person)))
  }
  return found
}

/** Where the names after a label end: at a separator, or where a word comes that is no name's. */
function labelEnd(spaced: string, from: number, to: number): number {
  let end = from
  while (end < to && !/[,，;；。()（）[\]【】|\n\r📅⏰⏳🗓]/u.test(unitAt(spaced, end))) end++
  const word = /\S+/g
  const names = spaced.slice(from, end)
  let last = 0
  for (let match = word.exec(names); match; match = word.exec(names)) {
    const written = match[0]
    const joins = /^(?:and|&|\/|\+|、|和|与|van|von|de|der|da|di|del|la|le)$/i.test(written)
    const before = names.slice(0, last).trimEnd()
    // The second word of a name has a capital; after a name in Chinese or a key a new one comes only behind a joint.
    const goesOn = before === '' || joins || /(?:\band|&|\/|\+|、|和|与)$/i.test(before) || /^[、&/+]/.test(written)
      || (/^\p{Lu}/u.test(written) && /(?:^|\s)\p{Lu}\S*$/u.test(before))
    if (!goesOn) break
    last = match.index + written.length
  }
  return from + last
}

function unitAt(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

/** The people that a stretch names: mentions, or bare names joined by a comma, `、`, "and", `&`, `/`, 和. */
export function namesIn(piece: Piece, from: number, to: number): FoundPerson[] {
  const people: FoundPerson[] = []
  for (const part of partsOf(piece, from, to, ',，;；、&/|+')) {
    const mentioned = mentionsIn(piece, part.from, part.to)
    if (mentioned.length > 0) people.push(...mentioned)
    else people.push(...splitByWords(piece, part.from, part.to))
  }
  return people
}

function splitByWords(piece: Piece, from: number, to: number): FoundPerson[] {
  const part = piece.spaced.slice(from, to)
  const people: FoundPerson[] = []
  let start = 0
  for (const match of [...part.matchAll(/\s+(?:and|with)\s+|和|与/gi), undefined]) {
    const end = match ? match.index : part.length
    const span = trimmed(piece, from + start, from + end)
    const name = bareName(piece, span.from, span.to)
    if (name) people.push(name)
    start = match ? match.index + match[0].length : end
  }
  return people
}

/** A stretch that can be a name: few words, no digits alone, no sentence. */
export function bareName(piece: Piece, from: number, to: number): FoundPerson | undefined {
  const value = piece.masked.slice(from, to).replaceAll(MARK, '').replace(/\s+/g, ' ').trim()
  if (value === '' || value.length > 40 || !/\p{L}/u.test(value) || /[:：?？!！<>=。@＠]/.test(value)) return undefined
  if (value.split(' ').length > 4 || (/\p{Script=Han}/u.test(value) && value.length > 12)) return undefined
  return { ref: { value, range: rangeIn(piece, from, to), form: 'name' }, from, to }
}
