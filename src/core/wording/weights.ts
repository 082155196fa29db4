import type { Language } from '../messages/message.ts'
import { BUCKETS, hashOf, KNOWN_BITS, type WordingKind } from './features.ts'
import { WEIGHTS } from './weights.generated.ts'

/** What training found for one language. */
export interface Weights {
  /** One for each bucket; positive speaks for vague. */
  readonly values: Int8Array
  /** What one step of `values` is worth. */
  readonly step: number
  /** A sentence is called vague above this, so that few called so are not. */
  readonly thresholds: Readonly<Record<WordingKind, number>>
  readonly known: Uint8Array
}

/**
 * Weights as they are kept, `values` and `known` in base 64. Of the values only those that are not 0, a byte each: in the upper three
 * bits its distance from the one before less one, in the lower five the value plus 16. A byte whose lower bits are 0 only goes on by eight.
 */
export interface StoredWeights {
  readonly values: string
  readonly step: number
  readonly thresholds: Readonly<Record<WordingKind, number>>
  readonly known: string
}

const read = new Map<Language, Weights>()

/** The weights of a language, unpacked when they are first asked for. */
export function weightsOf(language: Language): Weights {
  const there = read.get(language)
  if (there !== undefined) return there
  const { values, known, step, thresholds } = WEIGHTS[language]
  const weights = { values: spread(fromBase64(values)), step, thresholds, known: fromBase64(known) }
  read.set(language, weights)
  return weights
}

/** True when the training text holds the word or pair with this hash. */
export function isKnown({ known }: Weights, hash: number): boolean {
  const bit = hash & (KNOWN_BITS - 1)
  return ((known[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0
}

/** True for a common word of the English training text, however it is written. */
export function isKnownWord(word: string): boolean {
  return isKnown(weightsOf('en'), hashOf(word.toLowerCase()))
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function spread(bytes: Uint8Array): Int8Array {
  const values = new Int8Array(BUCKETS)
  let at = -1
  for (const byte of bytes) {
    at += (byte >>> 5) + 1
    const value = (byte & 31) - 16
    if (value > -16) values[at] = value
  }
  return values
}

function fromBase64(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let at = 0; at < DIGITS.length; at++) values[DIGITS.charCodeAt(at)] = at
  const bytes = new Uint8Array((text.replace(/=+$/, '').length * 3) >> 2)
  let bits = 0
  let held = 0
  let next = 0
  for (let at = 0; at < text.length && next < bytes.length; at++) {
    held = (held << 6) | (values[text.charCodeAt(at)] ?? 0)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[next++] = (held >>> bits) & 255
  }
  return bytes
}
