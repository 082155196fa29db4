import type { Language } from '../messages/message.ts'
import { withoutActor } from './actor.ts'
import { weigh, type WordingKind } from './features.ts'
import { marked } from './marks.ts'
import { languageOfSentence } from './units.ts'
import { isKnown, weightsOf } from './weights.ts'

/** How a sentence was judged. */
export interface Judgement {
  readonly vague: boolean
  readonly language: Language
  /** Above 0 speaks for vague, below 0 for definite; one step of it doubles the odds and more. */
  readonly score: number
  /** The score above which this kind of sentence is called vague. */
  readonly threshold: number
}

/** Makes a team's own names one mark (see own-words.ts). */
export type OwnWords = (text: string) => string

/**
 * Judges one sentence by the labels of the wording rules: topic (A1), purpose (A2), outcome (A3), action (D2). In doubt it is not
 * vague. The same sentence always gives the same answer.
 */
export function judgeWording(sentence: string, kind: WordingKind, own?: OwnWords): Judgement {
  const { language, score, threshold } = readingOf(sentence, kind, own)
  return { vague: score > threshold, language, score, threshold }
}

/** A sentence as it was judged. */
export interface Reading extends Omit<Judgement, 'vague'> {
  /** The marked sentence. */
  readonly text: string
}

/** Of a sentence with a team's own names as marks and one with them as words, the more definite: a name never makes a matter vaguer. */
export function readingOf(sentence: string, kind: WordingKind, own?: OwnWords): Reading {
  const language = languageOfSentence(sentence)
  const judged = kind === 'action' ? withoutActor(sentence) : sentence
  const plain = readingAs(marked(judged), kind, language)
  if (own === undefined) return plain
  const text = marked(judged, own)
  if (text === plain.text) return plain
  const named = readingAs(text, kind, language)
  return named.score < plain.score ? named : plain
}

function readingAs(text: string, kind: WordingKind, language: Language): Reading {
  const weights = weightsOf(language)
  const { sum, count } = weigh(text, language, kind, (hash) => isKnown(weights, hash), weights.values)
  return { text, language, score: (sum * weights.step) / Math.sqrt(count), threshold: weights.thresholds[kind] }
}
