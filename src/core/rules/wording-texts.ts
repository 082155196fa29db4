import type { Located } from '../text/range.ts'
import type { Meeting } from '../meeting/model.ts'
import type { WordingKind } from '../wording/features.ts'

/** A text whose wording is judged by weights, and the rule that does it. */
export interface JudgedText {
  readonly rule: string
  readonly kind: WordingKind
  readonly text: Located<string>
}

/** Every text of a file that a rule judges by its wording, in the order of the rules. */
export function judgedTexts({ fields: { title, purpose, outcome }, agenda, minutes }: Meeting): JudgedText[] {
  return [
    ...(title === undefined ? [] : [{ rule: 'specific-topic', kind: 'topic' as const, text: title }]),
    ...(purpose === undefined ? [] : [{ rule: 'definite-purpose', kind: 'purpose' as const, text: purpose }]),
    ...(outcome?.value ?? []).map((text) => ({ rule: 'measurable-outcome', kind: 'outcome' as const, text })),
    ...(agenda?.items ?? []).map((item) => ({ rule: 'clear-wording', kind: 'topic' as const, text: item.title })),
    ...(minutes?.actions?.items ?? []).map((item) => ({ rule: 'definite-action', kind: 'action' as const, text: item.text })),
    ...(minutes?.decisions?.items ?? []).map((text) => ({ rule: 'clear-wording', kind: 'outcome' as const, text })),
  ]
}
