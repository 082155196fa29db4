import type { Named } from './model.ts'

/** A person read from a stretch of text, and where the name stands in it. */
export interface FoundName extends Named {
  readonly from: number
  readonly to: number
}

/** Words that no person's name has: groups, sentences, remarks. */
const NO_PERSON = /(?:^|\s)(?:foundation|council|committee|board|team|teams|group|maintainers?|members?|everyone|everybody|all|none|nobody|n\/a|tbd|tba|anyone|people|person|community|project|projects|quorum|apologies|regrets|attendees?|present|guests?|observers?|voting|working|link|links|agenda|notes|recording|video|the|and|or|is|are|was|were|to|will|for|of|with|from|this|that|you|we|http|https|yes|no)(?=$|\s|\/)|-SIG$|^(?:x|etc\.?|cancell?ed)$|^(?:无|暂无|全体|全员|所有人|大家|等|同上|待定|其他|成员|以及|会议|姓名|线上|线下)|(?:会议|成员|工程师|同学们|共有|名单|公司|社区|主席|组织|参会|人员|链接|记录|时间)/iu
const STOP = /\s+[\p{L}\d._%+-]+@(?=[\p{L}\d-]+\.)|\s*(?:[(（@＠,，：;；、|/[【\]】<>•·→=~+]|(?<=\p{Script=Han})[-–—](?=\p{Script=Han})|:(?=\s|$)|\s[-–—]+\s|[-–—]{2,}|\s[-–—]|\/\/)/u

/**
 * The person that a line of a list of people names: their name up to bracket, comma or dash, and the login beside it.
 * Undefined where it names none: a group, a sentence, a remark.
 */
export function personIn(plain: string, start = 0, end = plain.length): FoundName | undefined {
  let from = start
  const skip = (pattern: RegExp): void => {
    const match = pattern.exec(plain.slice(from, end))
    if (match) from += match[0].length
  }
  skip(/^[\s\0\d.、)）*_•[【-]*/u)
  // `MvN: Marius van Niekerk`, `JK, John Kirkham`: initials stand before the name.
  skip(/^\(?[A-Z][A-Za-z]{0,3}\)?\s*[:,]\s*(?=\p{Lu}[\p{L}’'.-]+\s+\p{L})/u)
  const login = /[@＠]([\p{Script=Latin}\d][\p{Script=Latin}\d._-]*)(?![\p{Script=Latin}\d/])/u.exec(withoutMail(plain.slice(from, end)))?.[1]?.replace(/[._-]+$/, '')
  const mail = /[a-z\d._%+-]+@[a-z\d-]+\.[a-z]{2,}/i.test(plain.slice(from, end))
  const more = { ...(login === undefined ? {} : { login }), ...(mail ? { mail: true as const } : {}) }
  if (/^[@＠]/.test(plain.slice(from, end))) return loginFirst(plain, from, end, more)
  const stop = STOP.exec(plain.slice(from, end))
  let to = stop ? from + stop.index : end
  while (to > from && /[\s\0.*_。…]/.test(plain.charAt(to - 1)) && !/\b\p{Lu}\.$/u.test(plain.slice(from, to))) to--
  const name = plain.slice(from, to).replace(/[\s\0]+/g, ' ').trim()
  return isName(name) ? { name, from, to, ...more } : undefined
}

/** `@MylesBorins (Myles Borins)`: the login comes first, the name in brackets; a login alone is its own name. */
function loginFirst(plain: string, from: number, end: number, more: Pick<Named, 'login'>): FoundName | undefined {
  const rest = plain.slice(from, end)
  const bracket = /^[@＠][^\s(（]+\s*[(（]\s*([^()（）]+?)\s*[)）]/.exec(rest)
  const inside = bracket?.[1]
  if (bracket && inside !== undefined && isName(inside)) {
    const at = from + bracket[0].indexOf(inside)
    return { name: inside, from: at, to: at + inside.length, ...more }
  }
  const word = /^[@＠]([\p{L}\d·_.-]+)/u.exec(rest)
  const name = word?.[1]?.replace(/[._-]+$/, '')
  if (name === undefined || rest.charAt((word?.[0].length ?? 0)) === '/') return undefined
  // A bare mention may be of any service, so it is a name and no login.
  return { name, from: from + 1, to: from + 1 + name.length }
}

/** True for a text that can be the name of one person. */
export function isName(name: string): boolean {
  if (name === '' || name.length > 40 || !/^\p{L}/u.test(name) || NO_PERSON.test(name) || /[?？!！。#=<>{}]|\d{3,}/.test(name.replace(/\d+$/, ''))) return false
  const han = /\p{Script=Han}/u.test(name)
  const words = name.split(/\s+/)
  if (han) return name.length <= 12 && words.length <= 4 && (name.match(/\p{Script=Han}/gu) ?? []).length <= 6
  if (words.length === 1) return true
  // A sentence has small words; names have them only as `de` and `van`.
  return words.length <= 5 && words.filter((word) => /^[\p{Ll}]/u.test(word) && !/^(?:van|von|de|der|den|da|di|del|della|la|le|el|al|bin|ben|dos|du|st\.?|y|e|ter|ten)$/.test(word)).length <= 1
}

const JOINT = /\s*(?:[,，、;；&]|\s(?:and|\/)\s|(?<=\p{Script=Han}{2})和(?=\p{Script=Han}{2})|以及|(?<=\p{Ll}{2})\.\s+(?=\p{Lu})|(?=[@＠]))\s*/giu

/** The text with spaces for its mail addresses, so that none of them is taken for a mention. */
export function withoutMail(text: string): string {
  return text.includes('@') ? text.replace(/[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu, (mail) => ' '.repeat(mail.length)) : text
}

/** The people of one line that lists several; undefined where some part of it is no name, so that it is a sentence. */
export function peopleIn(plain: string, start = 0, end = plain.length): FoundName[] | undefined {
  // What stands in brackets or behind a mark of its own belongs to the person before it.
  const bare = withoutMail(plain)
  const mentions = bare.slice(start, end).match(/[@＠]/g)?.length ?? 0
  if (mentions >= 3) return mentioned(bare, start, end)
  const flat = bare.slice(0, end).replace(/[(（][^()（）]*[)）]/g, (bracket) => '\0'.repeat(bracket.length))
  const parts: { from: number; to: number }[] = []
  let from = start
  for (const match of [...flat.matchAll(JOINT)].filter((each) => each.index >= start && each[0].length + each.index > from)) {
    if (match.index > from) parts.push({ from, to: match.index })
    from = match.index + match[0].length
  }
  parts.push({ from, to: end })
  const filled = parts.filter((part) => /[\p{L}\p{N}]/u.test(plain.slice(part.from, part.to)))
  const people = filled.map((part) => personIn(plain, part.from, trimmedEnd(plain, part)))
  const known = people.filter((each) => each !== undefined)
  return known.length === 0 || known.length * 3 < filled.length * 2 ? undefined : known
}

/** `@Ann@Bob Ray @Li, Wei`: each mention reaches to the next one. */
function mentioned(plain: string, start: number, end: number): FoundName[] {
  const people: FoundName[] = []
  for (const match of plain.slice(start, end).matchAll(/[@＠]\s*([^@＠(（：:;；、]+)/gu)) {
    const name = (match[1] ?? '').replace(/[\s\0]+/g, ' ').replace(/[\s,，.。]+$/, '').trim()
    if (name === '' || name.length > 40 || !/\p{L}/u.test(name)) continue
    const from = start + match.index + match[0].indexOf(match[1] ?? '')
    people.push({ name, from, to: from + (match[1] ?? '').trimEnd().length })
  }
  return people
}

/** 等 ("and others") and a full stop end a list. */
function trimmedEnd(plain: string, { from, to }: { from: number; to: number }): number {
  const rest = plain.slice(from, to)
  return from + rest.replace(/(?:等(?:人|\d+人)?)?[\s.。]*$/u, '').length
}
