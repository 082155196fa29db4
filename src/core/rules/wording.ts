import { overlaps, type Located } from '../text/range.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Message } from '../messages/message.ts'
import type { WordingKind } from '../wording/features.ts'
import { judgeWording, type Judgement } from '../wording/judge.ts'
import { lackOf, type Lack } from '../wording/lack.ts'
import { quote } from '../yaml/problems.ts'
import { yamlText } from './edits.ts'
import { numberOption } from './options.ts'
import type { Context, OptionSchema } from './rule.ts'

/** Options of every rule that judges wording. */
export const WORDING_OPTIONS: Readonly<Record<string, OptionSchema>> = {
  certainty: {
    type: 'integer', default: 50, minimum: 50, maximum: 99,
    description: { en: 'Complain only when at least this sure, in percent; the trained thresholds hold in any case', zh: '至少有这么大把握（百分比）才提出；训练所得的门槛始终有效' },
  },
}

/** A vague sentence and what leaves it so. */
export interface Vague {
  readonly judgement: Judgement
  readonly lack: Lack
}

/**
 * Judges a text of the file as its rule's options ask. None where the text is definite, where one can doubt it, or where it holds a
 * placeholder that a fix has left, which is `clear-wording`'s.
 */
export function vagueIn(context: Context, { value: sentence, range }: Located<string>, kind: WordingKind): Vague | undefined {
  // What was read in spite of an error may not be what was meant.
  if (context.syntax.some((each) => overlaps(each.range, range))) return undefined
  // A bare number may be a name; what has no letter but is more than that (a date, "1:1") is none.
  if (/^\W*\d*\W*$/.test(sentence) && !/\p{L}/u.test(sentence)) return undefined
  // What a link leads to nobody can say here; an act on it has its object there.
  if ((kind === 'action' ? /https?:\/\/\S{4}/ : /^\s*https?:\/\/\S+\s*$/).test(sentence)) return undefined
  if (PLACEHOLDER.test(sentence)) return undefined
  const judgement = judgeWording(sentence, kind, context.workspace.ownWords)
  if (!judgement.vague) return undefined
  const certainty = Math.min(99, Math.max(50, numberOption(context, 'certainty'))) / 100
  if (judgement.score < Math.log(certainty / (1 - certainty))) return undefined
  return { judgement, lack: lackOf(sentence, kind, judgement.language) }
}

/** What a fix leaves for a person to fill in: ‹…› in English, 〈…〉 in Chinese. */
export const PLACEHOLDER = /‹[^‹›]*›|〈[^〈〉]*〉/

/** The message for what a sentence lacks, by its form. */
export function messageFor({ lack }: Vague, forms: { readonly noun: Message; readonly activity: Message; readonly about: Message; readonly label: Message }): Message {
  if (lack.form === 'noun') return forms.noun
  if (lack.form === 'label') return forms.label
  return lack.about === '' ? forms.activity : forms.about
}

/** The edit that writes another text over a value of the front matter; none where the value goes over several lines. */
export function rewrite(text: string, { range }: Located<unknown>, value: string): TextEdit[] {
  const quoted = /['"]/.test(text.charAt(range.start - 1)) && text.charAt(range.end) === text.charAt(range.start - 1)
  const whole = quoted ? { start: range.start - 1, end: range.end + 1 } : range
  if (/[\r\n]/.test(text.slice(whole.start, whole.end))) return []
  return [{ range: whole, text: /[,[\]{}]/.test(value) ? quote(value) : yamlText(value) }]
}

/** The edit that adds to a text of the body, in place of the stop at its end. */
export function append(text: string, { range }: Located<unknown>, more: string): TextEdit[] {
  let at = range.end
  while (at > range.start && /[.。;；，,!！\s]/.test(text.charAt(at - 1))) at--
  return [{ range: { start: at, end: range.end }, text: more }]
}
