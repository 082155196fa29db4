import { languageOfSentence } from '../../src/core/wording/units.ts'
import type { Kind, Language, Row } from './data.ts'
import { KINDS, LANGUAGES } from './data.ts'
import { learn, scoreOf, type Lesson } from './learn.ts'

/** How much a sentence made of a frame counts against a written one. */
export const FILLED_WEIGHT = 0.5

/** A sentence with the score that it got. */
export interface Scored {
  readonly row: Row
  readonly score: number
}

/** Counts over sentences called vague, and those that are. */
export interface Figures {
  readonly language: Language
  readonly kind: Kind | 'all'
  readonly right: number
  readonly wrong: number
  readonly missed: number
}

/** Every written sentence scored by a model that saw none of its group (a trade, or one of seven parts). */
export function crossValidate(rows: readonly Row[], filled: readonly Row[], groupOf: (row: Row) => string): Scored[] {
  const scored: Scored[] = []
  for (const language of LANGUAGES) {
    const own = rows.filter((row) => languageOfSentence(row.text) === language)
    for (const group of [...new Set(own.map(groupOf))].sort()) {
      const learnt = learn(language, lessonsOf(own.filter((row) => groupOf(row) !== group), filled))
      for (const row of own) if (groupOf(row) === group) scored.push({ row, score: scoreOf(learnt, row.text, row.kind) })
    }
  }
  return scored
}

/** One of seven parts that a sentence belongs to, by its text. */
export function partOf({ text }: Row): string {
  let hash = 5381
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(at)) >>> 0
  return String(hash % 7)
}

/** One of twelve groups of trades: a trade is judged by what was learnt from the trades of the other groups. */
export function tradesOf({ source }: Row): string {
  let hash = 5381
  for (let at = 0; at < source.length; at++) hash = (Math.imul(hash, 33) ^ source.charCodeAt(at)) >>> 0
  return String(hash % 12)
}

/** What is learnt from: the written sentences whole, the filled frames with less weight. */
export function lessonsOf(written: readonly Row[], filled: readonly Row[]): Lesson[] {
  return [...written.map((row) => ({ row, weight: 1 })), ...filled.map((row) => ({ row, weight: FILLED_WEIGHT }))]
}

/** Counts by language and kind of sentences called vague or not. */
export function figuresOf(judged: readonly { readonly row: Row; readonly vague: boolean }[]): Figures[] {
  return LANGUAGES.flatMap((language) => ([...KINDS, 'all'] as const).map((kind) => {
    const own = judged.filter(({ row }) => row.language === language && (kind === 'all' || row.kind === kind))
    return {
      language, kind, right: own.filter(({ row, vague }) => vague && row.vague).length, wrong: own.filter(({ row, vague }) => vague && !row.vague).length,
      missed: own.filter(({ row, vague }) => !vague && row.vague).length,
    }
  }))
}

/** Of those called vague, how many are. */
export function precision({ right, wrong }: Figures): number {
  return right + wrong === 0 ? 1 : right / (right + wrong)
}

/** Of those that are vague, how many were called so. */
export function recall({ right, missed }: Figures): number {
  return right + missed === 0 ? 1 : right / (right + missed)
}

/** Wilson's interval at 95 % for `hits` of `all`. */
export function interval(hits: number, all: number): readonly [number, number] {
  if (all === 0) return [0, 1]
  const z = 1.96
  const share = hits / all
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const half = (z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all)
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

/** A table of figures as text. */
export function tableOf(title: string, figures: readonly Figures[]): string {
  const lines = figures.filter(({ right, wrong, missed }) => right + wrong + missed > 0).map((each) => {
    const called = each.right + each.wrong
    const vague = each.right + each.missed
    return `| ${each.language} | ${each.kind} | ${vague} | ${shown(each.right, called)} | ${shown(each.right, vague)} | ${each.wrong} | ${each.missed} |`
  })
  return [`### ${title}`, '', '| language | kind | vague | precision (95 %) | recall (95 %) | wrong | missed |', '|---|---|---|---|---|---|---|', ...lines, ''].join('\n')
}

function shown(hits: number, all: number): string {
  const [low, high] = interval(hits, all)
  return `${(all === 0 ? 1 : hits / all).toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)})`
}
