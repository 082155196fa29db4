import { withoutActor } from '../../src/core/wording/actor.ts'
import { BUCKETS, featuresOf, knowables, KNOWN_BITS } from '../../src/core/wording/features.ts'
import { MARKS, marked } from '../../src/core/wording/marks.ts'
import { languageOfSentence } from '../../src/core/wording/units.ts'
import { generator, type Kind, type Language, type Row } from './data.ts'

/** What learning gives: one weight a bucket and the set of what was seen. */
export interface Learnt {
  readonly language: Language
  readonly weights: Float64Array
  readonly known: ReadonlySet<number>
}

/** A sentence to learn from, and how much it counts. */
export interface Lesson {
  readonly row: Row
  readonly weight: number
}

/** So many features are learnt at most: English gains by more of them, as its words have more forms, Chinese does not. */
const KEPT = { en: 110_000, zh: 36_000 } as const
const EPOCHS = 15
const RATE = 0.15
const DECAY = 1e-4

/** A word, or in Chinese a pair of neighbours, is common when so many trades use it. */
const TRADES = { en: 6, zh: 3 } as const

/** Made-up names that stand for a team's own words in the data. */
const OWN = /\b(?:Atlas|Falcon|Heron|Contoso|Hartmann|Hartwell|Nordbank|Kessler|Concur)\b|天枢|恒信|嘉盛/g

/** Logistic regression over hashed features by AdaGrad, in a fixed order from a fixed seed. */
export function learn(language: Language, lessons: readonly Lesson[]): Learnt {
  const all = lessons.filter(({ row }) => languageOfSentence(row.text) === language).flatMap(withOwnWords)
  const texts = all.map(({ row }) => judged(row.text, row.kind))
  const known = commonWords(all, texts, language)
  const features = all.map(({ row }, index) => featuresOf(texts[index] ?? '', language, row.kind, (hash) => known.has(bitOf(hash))))
  const kept = commonest(features, KEPT[language])
  const weights = new Float64Array(BUCKETS)
  const squares = new Float64Array(BUCKETS)
  const random = generator(1)
  const order = all.map((_, index) => index)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const { row, weight } = all[index]!
      step(weights, squares, kept, features[index]!, row.vague ? 1 : 0, weight)
    }
  }
  return { language, weights, known }
}

/** Words that several trades use: only these are known, so that while learning one meets as many new words as later. */
function commonWords(lessons: readonly Lesson[], texts: readonly string[], language: Language): Set<number> {
  const trades = new Map<number, Set<string>>()
  texts.forEach((text, index) => {
    for (const hash of knowables(text, language)) {
      const bit = bitOf(hash)
      const there = trades.get(bit)
      const source = lessons[index]!.row.source
      if (there === undefined) trades.set(bit, new Set([source]))
      else there.add(source)
    }
  })
  return new Set([...trades].filter(([, sources]) => sources.size >= TRADES[language]).map(([bit]) => bit))
}
/** The score of a sentence: above 0 speaks for vague. */
export function scoreOf({ language, weights, known }: Learnt, text: string, kind: Kind): number {
  const ids = featuresOf(judged(text, kind), language, kind, (hash) => known.has(bitOf(hash)))
  let sum = 0
  for (const id of ids) sum += weights[id]!
  return sum / Math.sqrt(ids.length)
}

/** A sentence as its features are taken, just as `judgeWording` reads it. */
function judged(text: string, kind: Kind): string {
  return marked(kind === 'action' ? withoutActor(text) : text)
}

/** The place of a hash in the set of known ones. */
export function bitOf(hash: number): number {
  return hash & (KNOWN_BITS - 1)
}

function step(weights: Float64Array, squares: Float64Array, kept: Uint8Array, ids: readonly number[], label: number, weight: number): void {
  const norm = 1 / Math.sqrt(ids.length)
  let sum = 0
  for (const id of ids) sum += weights[id]! * norm
  const error = (1 / (1 + Math.exp(-sum)) - label) * norm * weight
  for (const id of ids) {
    if (kept[id] === 0) continue
    const slope = error + DECAY * weights[id]!
    squares[id] = squares[id]! + slope * slope
    weights[id] = weights[id]! - (RATE * slope) / Math.sqrt(squares[id] + 1e-8)
  }
}

/** Which features are learnt: those that most sentences have; one that few have will hardly be met again. */
function commonest(features: readonly (readonly number[])[], most: number): Uint8Array {
  const counts = new Uint32Array(BUCKETS)
  for (const ids of features) for (const id of new Set(ids)) counts[id] = counts[id]! + 1
  const least = Math.max(2, counts.toSorted().at(-most) ?? 2)
  return Uint8Array.from(counts, (count) => (count >= least ? 1 : 0))
}

function withOwnWords(lesson: Lesson): Lesson[] {
  const text = lesson.row.text.replace(OWN, MARKS.own)
  return text === lesson.row.text ? [lesson] : [lesson, { row: { ...lesson.row, text }, weight: lesson.weight / 2 }]
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const held = order[at]!
    order[at] = order[other]!
    order[other] = held
  }
}
