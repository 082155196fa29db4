import type { Language } from '../messages/message.ts'
import { unitsOf, type Unit } from './units.ts'

/** What is judged: a title or agenda item, a purpose, an expected outcome, an action item. */
export type WordingKind = 'topic' | 'purpose' | 'outcome' | 'action'

/** Features fall into this many buckets for each language: so many that hardly two share one. Most are empty. */
export const BUCKETS = 1 << 18
/** Bits of the set of words (English) or pairs of characters (Chinese) that the training text holds. */
export const KNOWN_BITS = 1 << 16

const KIND_SALT: Readonly<Record<WordingKind, number>> = { topic: 0x2f1b, purpose: 0x71c3, outcome: 0x1e55, action: 0x5a09 }

/** Families of features, so that the same text in two roles is two features. */
const Role = { Gram: 1, First: 2, FirstTwo: 3, Last: 4, Part: 5, Count: 6, Unknown: 7, Clause: 8, Sign: 9, Tail: 10, Head: 11, Opening: 12, Back: 13 } as const

/**
 * The features of a marked sentence as bucket numbers, each once for all kinds and once for its own kind.
 * `known` tells whether a word or pair occurs in the training text (its hash is given).
 */
export function featuresOf(text: string, language: Language, kind: WordingKind, known: (hash: number) => boolean): number[] {
  const ids: number[] = []
  collect(unitsOf(text), text, language, known, new Features(KIND_SALT[kind], (general, own) => ids.push(general, own)))
  return ids
}

/** The sum of the features' weights and how many features there are: the same as over `featuresOf`, without listing them. */
export function weigh(text: string, language: Language, kind: WordingKind, known: (hash: number) => boolean, values: Int8Array): { readonly sum: number; readonly count: number } {
  let sum = 0
  let count = 0
  collect(unitsOf(text), text, language, known, new Features(KIND_SALT[kind], (general, own) => {
    sum += (values[general] ?? 0) + (values[own] ?? 0)
    count += 2
  }))
  return { sum, count }
}

/** A feature's two buckets, and the units that it is made of, `to` not included; none for what is counted over the sentence. */
export interface Trace {
  readonly ids: readonly [number, number]
  readonly from: number
  readonly to: number
}

/** The same features with the places they come from, for explanations. */
export function traceFeatures(units: readonly Unit[], text: string, language: Language, kind: WordingKind, known: (hash: number) => boolean): Trace[] {
  const traces: Trace[] = []
  collect(units, text, language, known, new Features(KIND_SALT[kind], (general, own, from, to) => traces.push({ ids: [general, own], from, to })))
  return traces
}

function collect(units: readonly Unit[], text: string, language: Language, known: (hash: number) => boolean, found: Features): void {
  if (language === 'en') english(units, found, known)
  else chinese(units, found, known)
  units.forEach((unit, at) => {
    if (unit.kind === 'mark') found.add(Role.Sign, hashOf(unit.text), at, at + 1)
  })
  if (/[:：—]/.test(text)) found.add(Role.Sign, 1)
  if (/[,;、]/.test(text)) found.add(Role.Sign, 2)
  if (text.includes('?')) found.add(Role.Sign, 3)
}

/** Hashes of the words (English) or pairs of neighbours (Chinese) that are remembered as known. */
export function knowables(text: string, language: Language): number[] {
  const units = unitsOf(text)
  if (language === 'en') return units.filter((unit) => unit.kind === 'word').map((unit) => hashOf(unit.text))
  return units.flatMap((unit, at) => [
    ...(unit.kind === 'word' ? [hashOf(unit.text)] : []), ...(at > 0 ? [pair(hashOf(units[at - 1]?.text ?? ''), hashOf(unit.text))] : []),
  ])
}

type Take = (general: number, own: number, from: number, to: number) => void

class Features {
  private readonly salt: number
  private readonly take: Take
  constructor(salt: number, take: Take) {
    this.salt = salt * 0x9e3779b1
    this.take = take
  }

  add(role: number, hash: number, from = -1, to = -1): void {
    const mixed = finish(Math.imul(hash ^ (role * 0x9e3779b1), 0x85ebca6b))
    this.take(mixed & (BUCKETS - 1), finish(mixed ^ this.salt) & (BUCKETS - 1), from, to)
  }
}

function english(units: readonly Unit[], found: Features, known: (hash: number) => boolean): void {
  const hashes = units.map((unit) => hashOf(unit.text))
  const words = units.filter((unit) => unit.kind === 'word')
  found.add(Role.First, hashes[0] ?? 0, 0, 1)
  found.add(Role.Last, hashes[hashes.length - 1] ?? 0, hashes.length - 1, hashes.length)
  found.add(Role.FirstTwo, pair(hashes[0] ?? 0, hashes[1] ?? 0), 0, 2)
  head(units, hashes, found)
  // How a sentence begins weighs otherwise where nothing follows than where an end does.
  const goesOn = units.some((unit, at) => at > 0 && opensClause(unit)) ? 1 : 0
  found.add(Role.Opening, pair(hashes[0] ?? 0, goesOn), 0, 1)
  found.add(Role.Opening, pair(pair(hashes[0] ?? 0, hashes[1] ?? 0), goesOn), 0, 2)
  let unknown = 0
  units.forEach((unit, at) => {
    const hash = hashes[at] ?? 0
    found.add(Role.Gram, hash, at, at + 1)
    if (at + 1 < units.length) found.add(Role.Gram, pair(hash, hashes[at + 1] ?? 0), at, at + 2)
    if (at > 0 && opensClause(units[at - 1])) found.add(Role.Clause, hash, at, at + 1)
    if (unit.kind !== 'word') return
    if (!known(hash)) unknown++
    if (unit.text.length > 4) parts(`^${unit.text}$`, found, at)
  })
  backedOff(units, hashes, found, known)
  count(found, Role.Unknown, unknown, [1, 2, 3, 4])
  if (unknown === 0) found.add(Role.Unknown, 100 + Math.min(units.length, 6))
  count(found, Role.Count, words.length, [1, 2, 3, 4, 6, 9, 12])
  found.add(Role.Count, 100 + Math.min(words.length, 12))
}

/** Runs of units in which a word that is not known stands only for its ending: what a sentence is built like, whatever it speaks about. */
function backedOff(units: readonly Unit[], hashes: readonly number[], found: Features, known: (hash: number) => boolean): void {
  // Several new words in a row are one; `starts` says where each kind begins.
  const kinds = [EDGE]
  const starts = [-1]
  units.forEach((unit, at) => {
    const hash = hashes[at] ?? 0
    const kind = unit.kind !== 'word' || known(hash) ? hash : endingOf(unit.text)
    if (kind === kinds[kinds.length - 1] && kind !== hash) return
    kinds.push(kind)
    starts.push(at)
  })
  kinds.push(EDGE)
  starts.push(units.length)
  for (let at = 0; at + 1 < kinds.length; at++) {
    let hash = kinds[at] ?? 0
    for (let length = 2; length <= 4 && at + length <= kinds.length; length++) {
      hash = pair(hash, kinds[at + length - 1] ?? 0)
      found.add(Role.Back, hash, starts[at] ?? 0, starts[at + length] ?? units.length)
    }
  }
}

const ENDINGS = ['ing', 'ed', 'tion', 'ment', 'er', 'ly', 's']

function endingOf(word: string): number {
  const place = word.length > 4 ? ENDINGS.findIndex((ending) => word.endsWith(ending)) : -1
  return 0x51ed270b + place
}

function chinese(units: readonly Unit[], found: Features, known: (hash: number) => boolean): void {
  const hashes = [EDGE, ...units.map((unit) => (unit.kind === 'word' && !known(hashOf(unit.text)) ? LATIN : hashOf(unit.text))), EDGE]
  let unknown = 0
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0
    for (let length = 1; length <= 4 && at + length <= hashes.length; length++) {
      hash = pair(hash, hashes[at + length - 1] ?? 0)
      if (length > 1 || (at > 0 && at + 1 < hashes.length)) found.add(Role.Gram, hash, at - 1, at - 1 + length)
    }
    if (at > 0 && at + 1 < hashes.length - 1 && !known(pair(hashes[at] ?? 0, hashes[at + 1] ?? 0))) unknown++
    if (at > 0 && opensClause(units[at - 2])) found.add(Role.Clause, pair(hashes[at] ?? 0, hashes[at + 1] ?? 0), at - 1, at + 1)
  }
  const goesOn = units.some((unit, at) => at > 0 && opensClause(unit)) ? 1 : 0
  for (const length of [2, 3]) {
    found.add(Role.Opening, pair(join(hashes, 1, 1 + length), goesOn), 0, length)
    found.add(Role.First, join(hashes, 1, 1 + length), 0, length)
    found.add(Role.Tail, join(hashes, hashes.length - 1 - length, hashes.length - 1), units.length - length, units.length)
  }
  count(found, Role.Unknown, unknown, [1, 2, 3, 4, 5, 6, 7, 8])
  found.add(Role.Unknown, 100 + Math.round((unknown / Math.max(1, units.length - 1)) * 4))
  count(found, Role.Count, units.length, [4, 6, 8, 10, 13, 17])
}

/** The last word before dates, numbers and signs, with whether anything joins a matter to it: "meeting 2024-05-01", "meeting on …". */
function head(units: readonly Unit[], hashes: readonly number[], found: Features): void {
  let at = units.length - 1
  while (at > 0 && units[at]?.kind !== 'word') at--
  const joined = units.some((unit) => JOINING.has(unit.text)) ? 1 : 0
  const hash = hashes[at] ?? 0
  found.add(Role.Head, hash, at, at + 1)
  found.add(Role.Head, pair(hash, joined), at, at + 1)
  found.add(Role.Head, pair(pair(hash, joined), units.length > 1 && at < units.length - 1 ? 1 : 0), at, at + 1)
}

const JOINING = new Set([':', '-', '–', '—', 'on', 'about', 'to', 'for', 'of', 'with', 'how', 'why', 'what', 'who', 'which', 'whether', 'and'])

function count(found: Features, role: number, value: number, steps: readonly number[]): void {
  for (const step of steps) if (value >= step) found.add(role, step)
}

/** Parts of a word, so that a form never seen is like its kin. */
function parts(word: string, found: Features, place: number): void {
  for (let at = 0; at + 4 <= word.length; at++) {
    let hash = 0
    for (let next = at; next < at + 5 && next < word.length; next++) {
      hash = pair(hash, word.charCodeAt(next))
      if (next >= at + 3) found.add(Role.Part, hash, place, place + 1)
    }
  }
}

const CLAUSE_WORDS = new Set(['and', 'then', 'by', 'until', 'so', 'to', 'that', 'with', 'or', 'whether', '后', '并'])

function opensClause(unit: Unit | undefined): boolean {
  return unit !== undefined && (unit.kind === 'sign' ? ',;:。、'.includes(unit.text) : CLAUSE_WORDS.has(unit.text))
}

function join(hashes: readonly number[], from: number, to: number): number {
  let hash = 0
  for (let at = Math.max(0, from); at < to && at < hashes.length; at++) hash = pair(hash, hashes[at] ?? 0)
  return hash
}

const EDGE = 0x1234567
const LATIN = 0x2345678

/** The hash of a unit's text. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

function pair(left: number, right: number): number {
  return finish(Math.imul(left, 31) + right)
}

function finish(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x45d9f3b)
  return hash ^ (hash >>> 15)
}
