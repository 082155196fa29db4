import { traceFeatures, type WordingKind } from './features.ts'
import { readingOf, type Judgement, type OwnWords } from './judge.ts'
import { MARKS, type MarkName } from './marks.ts'
import { unitsOf, type Unit } from './units.ts'
import { isKnown, weightsOf } from './weights.ts'

/** A stretch of a sentence and what it added to the score. */
export interface Evidence {
  /** Words as judged: lower case. A mark's name stands for a date, a number and the like. */
  readonly parts: readonly ({ readonly word: string } | { readonly mark: MarkName })[]
  /** Above 0 speaks for vague. */
  readonly worth: number
}

/** A judgement with the stretches that weighed most, the heaviest first; stretches do not overlap. */
export interface Explanation extends Judgement {
  readonly evidence: readonly Evidence[]
  /** What length, new words and signs added, which stand at no single place. */
  readonly rest: number
}

/** Says what a sentence's score is made of. */
export function explainWording(sentence: string, kind: WordingKind, own?: OwnWords): Explanation {
  const { text, ...reading } = readingOf(sentence, kind, own)
  const judgement: Judgement = { ...reading, vague: reading.score > reading.threshold }
  const weights = weightsOf(judgement.language)
  const units = unitsOf(text)
  const traces = traceFeatures(units, text, judgement.language, kind, (hash) => isKnown(weights, hash))
  const scale = weights.step / Math.sqrt(traces.length * 2)
  const worths = new Map<string, { from: number; to: number; worth: number }>()
  let rest = 0
  for (const { ids, from, to } of traces) {
    const worth = ((weights.values[ids[0]] ?? 0) + (weights.values[ids[1]] ?? 0)) * scale
    const begin = Math.max(0, from)
    const end = Math.min(units.length, to)
    if (from === -1 && to === -1) rest += worth
    else {
      const key = `${begin} ${end}`
      const there = worths.get(key)
      worths.set(key, { from: begin, to: end, worth: worth + (there?.worth ?? 0) })
    }
  }
  const chosen: { from: number; to: number; worth: number }[] = []
  for (const each of [...worths.values()].sort((a, b) => Math.abs(b.worth) - Math.abs(a.worth))) {
    if (chosen.length === 5) break
    if (each.to > each.from && !chosen.some((other) => each.from < other.to && other.from < each.to)) chosen.push(each)
  }
  return { ...judgement, rest, evidence: chosen.map(({ from, to, worth }) => ({ parts: units.slice(from, to).map(partOf), worth })) }
}

function partOf(unit: Unit): Evidence['parts'][number] {
  const mark = unit.kind === 'mark' ? (Object.keys(MARKS) as MarkName[]).find((name) => MARKS[name] === unit.text) : undefined
  return mark === undefined ? { word: unit.text } : { mark }
}
