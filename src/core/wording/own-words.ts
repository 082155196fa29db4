import type { OwnWords } from './judge.ts'
import { MARKS } from './marks.ts'
import { isKnownWord } from './weights.ts'

/** A name is learnt from headings when it stands in this many files. */
const FILES = 2
/** So many names are enough for a team; more would be a text's words. */
const MOST = 300

/**
 * What makes a team's own names one mark in a sentence, so that any name is worth the same: those that the configuration lists and
 * those learnt. None where there are no names.
 */
export function ownWords(names: Iterable<string>): OwnWords | undefined {
  const unique = [...new Set([...names].map((name) => name.normalize('NFKC').trim()).filter((name) => name.length > 1))]
  if (unique.length === 0) return undefined
  // Most sentences hold none of them, so a name is looked for only where its first word stands.
  const byFirst = new Map<string, string[]>()
  const others: string[] = []
  for (const name of unique.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
    const first = /^[\p{Script=Latin}\p{N}]+/u.exec(name)?.[0].toLowerCase()
    if (first === undefined) others.push(name)
    else byFirst.set(first, [...(byFirst.get(first) ?? []), name.toLowerCase()])
  }
  return (text) => {
    let out = text
    for (const name of others) if (out.includes(name)) out = out.replaceAll(name, MARKS.own)
    return byFirst.size === 0 ? out : replaceWords(out, byFirst)
  }
}

function replaceWords(text: string, byFirst: ReadonlyMap<string, readonly string[]>): string {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return text
  let out = ''
  let done = 0
  for (const match of lower.matchAll(/[\p{Script=Latin}\p{N}]+/gu)) {
    if (match.index < done) continue
    const name = byFirst.get(match[0])?.find((each) => lower.startsWith(each, match.index) && isEdge(lower, each, match.index + each.length))
    if (name === undefined) continue
    out += text.slice(done, match.index) + MARKS.own
    done = match.index + name.length
  }
  return done === 0 ? text : out + text.slice(done)
}

/** True where a name that ends in a letter or digit is not followed by another. */
function isEdge(text: string, name: string, end: number): boolean {
  const letter = /[\p{Script=Latin}\p{N}]/u
  return !letter.test(name.slice(-1)) || !letter.test(text.charAt(end))
}

/**
 * Proper nouns of a repository's titles and headings: words with a capital where none is due, that several files use and that the
 * rules do not know as a common word. "Weekly sync" a hundred times teaches nothing.
 */
export function learnNames(files: Iterable<readonly string[]>): string[] {
  const counts = new Map<string, number>()
  for (const texts of files) for (const name of namesOf(texts)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return sharedNames(counts)
}

/** What one file's texts could teach, each name once. */
export function namesOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(properNouns))
}

/** The names that stand in several files, by how many, the most frequent first. */
export function sharedNames(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].filter(([, count]) => count >= FILES).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST).map(([name]) => name)
}

function properNouns(text: string): string[] {
  const words = [...text.matchAll(/\p{Script=Latin}[\p{Script=Latin}\p{N}.+-]*[\p{Script=Latin}\p{N}]/gu)]
  // In a text all of capitals, or with a capital on each word, capitals say nothing.
  const capitals = words.filter(([word]) => /^\p{Lu}/u.test(word)).length
  const everywhere = words.length > 1 && capitals === words.length
  return words.filter((match) => {
    const [word] = match
    const inside = /\p{Ll}\p{Lu}|\p{L}\p{N}/u.test(word)
    const plain = /^\p{Lu}\p{Ll}+$/u.test(word)
    return (inside || (plain && !everywhere && match.index > 0)) && word.length > 2 && !isKnownWord(word)
  }).map(([word]) => word)
}
