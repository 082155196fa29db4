import type { Range } from '../text/range.ts'
import type { PersonRef } from '../meeting/model.ts'
import { mentionsIn } from '../meeting/people.ts'
import { pieceOf } from '../meeting/piece.ts'
import { isName } from './name.ts'

/** A topic without what only stands beside it: number, status sign, issue link, owners at its edges. */
export interface Topic {
  readonly title: string
  readonly range: Range
  readonly owners: readonly string[]
}

const FRONT = /^(?:[\s\0*_~#>•·-]+|\[[ xX]?\]\s*|(?:议[程题]|主题|topic|item)\s*[一二三四五六七八九十\d]{1,3}\s*[：:、.．)）]?\s*|\d{1,2}\s*[.、．)）](?!\d)\s*|\d{1,2}\s+[-–]\s+|[一二三四五六七八九十]{1,3}\s*[、.．)）]\s*|[\p{Extended_Pictographic}\u200d\ufe0f]+\s*)+/iu
const INITIALS = /^\(([A-Z][A-Za-z]{0,4}(?:\s*[/,&]\s*[A-Z][A-Za-z]{0,4})*)\)\s*:?\s+/
/** `[Tim Allclair] Change the contract`: who brings it, by name and surname or by one that is known. */
const BRACKETED = /^\[\s*@?([\p{L}][\p{L}\d_.-]*(?: \p{Lu}[\p{L}.'’-]*){0,2})\s*\]\s*[:：]?\s*(?=[\p{L}`])/u
const END = /(?:\d{0,3}[\s\0]*&[\s\0]*#?39;|[\s\0,，:：;；、|·*_~–—-]+|[[(（]?\s*(?:[\w.-]+\/[\w.-]+|[\w.-]+)?#\d+\s*[\])）]?|[(（]?\s*https?:\/\/[^\s)）]*\s*[)）]?|[(（[]\s*[\])）])$/u

/**
 * Reads a topic out of a stretch; `owners` are those that stand there in so many words. A name that only follows a dash is one where the
 * file names that person as there, or names nobody.
 */
export function topicOf(text: string, range: Range, owners: readonly PersonRef[], speakers: ReadonlySet<string>): Topic {
  const piece = pieceOf(text, range)
  const plain = piece.spaced
  const found = owners.map((each) => each.value)
  let from = FRONT.exec(plain)?.[0].length ?? 0
  const linked = /^\[([\w-]+)\]\(https?:\/\/(?:github|gitee)\.com\/\1\/?\)\s+(?=\S)/.exec(text.slice(range.start, range.end))
  if (linked) {
    found.push(linked[1] ?? '')
    from = linked[0].length
  }
  let to = plain.length
  const initials = INITIALS.exec(plain.slice(from))
  if (initials) {
    found.push(...(initials[1] ?? '').split(/\s*[/,&]\s*/))
    from += initials[0].length
  }
  const bracketed = BRACKETED.exec(plain.slice(from).trimStart())
  const bringer = bracketed?.[1] ?? ''
  if (bracketed && (speakers.has(bringer.toLowerCase()) || /^\p{Lu}\S* \p{Lu}/u.test(bringer) || /^[a-z]+\d+$/i.test(bringer))) {
    found.push(bringer)
    from += plain.slice(from).length - plain.slice(from).trimStart().length + bracketed[0].length
  }
  const spoken = /^([A-Z][A-Za-z]{1,11}(?:\s*\/\s*[A-Z][A-Za-z]{1,11}){0,3})(?:\s*\([^()]{1,30}\))?:\s+/.exec(plain.slice(from))
  const saying = spoken?.[1]?.split(/\s*\/\s*/) ?? []
  if (spoken && saying.every((each) => speakers.has(each.toLowerCase()))) {
    found.push(...saying)
    from += spoken[0].length
  }
  // Signs, links and mentions at the end are taken off one after another.
  for (let again = true; again && to > from;) {
    const before = to
    // An issue's link or an address is no longer than that.
    const tail = Math.max(from, to - 300)
    const end = END.exec(plain.slice(tail, to))
    if (end) to = tail + end.index
    const mention = mentionsIn(piece, from, to).find((each) => each.to === to && each.ref.form === 'login')
    if (mention) {
      to = mention.from
      if (!found.includes(mention.ref.value)) found.unshift(mention.ref.value)
    }
    again = to < before
  }
  const names = to - from > 400 ? undefined : namesAtEnd(plain.slice(from, to), speakers)
  if (names && (names.sure || speakers.size === 0 || names.names.some((name) => speakers.has(name.toLowerCase())))) {
    if (found.length === 0) found.push(...names.names)
    to = from + names.at
  }
  // An issue's address may be all that there is.
  if (to <= from && /\/(?:issues|pull|pulls|merge_requests)\/\d+\s*$/.test(plain)) to = from + plain.slice(from).trimEnd().length
  const title = plain.slice(from, to).replace(/[\s\0]+/g, ' ').trim()
  const start = range.start + from
  return { title, range: { start, end: Math.max(start, range.start + to) }, owners: [...new Set(found)].filter((name) => !/^(?:all|everyone|everybody|team|全体|全员|所有人|大家)$/i.test(name)) }
}

/** ` - Alex, Hadley, Travis (pending feedback)`, `(Dawn)`, ` — kyle/adam`, ` by name` at the end of a topic. */
function namesAtEnd(plain: string, speakers: ReadonlySet<string>): { names: string[]; at: number; sure: boolean } | undefined {
  const match = /\s*[-–—]{2,}\s*(\p{Script=Han}{2,4}(?:[、,，/]\p{Script=Han}{2,4}){0,4})\s*$|\s+[-–—]+\s+([\p{L}][\p{L}’'. ,/&-]{1,60}?)(?:\s*\([^()]*\))?\s*$|\s*[(（]\s*([\p{Lu}\p{Script=Han}][\p{L} ,，、/&-]{0,30})\s*[)）]\s*$|\s+by\s+([\p{L}\d][\p{L}\d-]{1,30})\s*$/u.exec(plain)
  const written = match?.slice(1).find((each: string | undefined) => each !== undefined)
  if (match === null || written === undefined || match.index === 0) return undefined
  const names = written.split(/\s*(?:[,，、/&]|\band\b)\s*/).filter((each) => each !== '')
  // A single word with a capital, or a short one among several: a topic's second half has more.
  const fits = names.length <= 6 && names.every((name) => isName(name) && name.split(' ').length <= 2 && (/^[\p{Lu}\p{Script=Han}]/u.test(name) || names.length > 1 || match[4] !== undefined))
  return fits && (match[2] === undefined || names.every((name) => name.split(' ').length === 1 || speakers.has(name.toLowerCase()))) ? { names, at: match.index, sure: names.length > 1 || match[4] !== undefined || /\p{Script=Han}/u.test(written) } : undefined
}
