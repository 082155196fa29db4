import { lineAt, lineRange } from '../../text/lines.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import { actionCompletions } from './actions.ts'
import { agendaCompletions } from './agenda.ts'
import { frameCompletions } from './frame.ts'
import { headingCompletions } from './headings.ts'
import { innerKeyCompletions, keyCompletions } from './keys.ts'
import { linkedFiles } from './materials.ts'
import { mentionedPeople } from './people.ts'
import { placeAt, type Place } from './place.ts'
import { rollCallCompletions } from './roll-call.ts'
import { suppressionCompletions } from './suppressions.ts'
import { valueCompletions } from './values.ts'

/**
 * Signs after which proposals are asked for unasked. Letters are among them since editors switch proposals off in Markdown otherwise; what
 * is offered behind one is only what it begins.
 */
export const TRIGGERS: readonly string[] = Array.from('@＠:：[(（,，-#/" 下本明后abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** Proposals at a place. */
export interface Completions {
  readonly items: readonly Completion[]
  /** They follow from what is typed (names by pinyin, dates by their words), so that the next letter may bring others. */
  readonly incomplete: boolean
}

/**
 * What may be written at an offset, the likely first; what is written follows the file's language, what is said of it the reader's. With
 * `trigger`, the sign that was merely typed, nothing is offered that anybody who writes running text would have to wave away.
 */
export function completions(context: LanguageContext, offset: number, trigger?: string): Completions {
  // Between the two units of a line end nobody can stand.
  const cursor = Math.min(offset, Math.max(context.lines.starts[0] ?? 0, lineRange(context.lines, context.text, lineAt(context.lines, offset)).end))
  const place = spaced(context.text, placeAt(context, cursor))
  const found = suppressionCompletions(context, place, cursor) ?? proposalsAt(context, place, cursor, trigger)
  return { items: found, incomplete: true }
}

function proposalsAt(context: LanguageContext, place: Place, offset: number, trigger: string | undefined): Completion[] {
  switch (place.kind) {
    case 'nothing': return []
    case 'key': return keyCompletions(context, place)
    case 'inner-key': return innerKeyCompletions(context, place)
    case 'value': return valueCompletions(context, place).map((each) => afterColon(context.text, place, each))
    case 'body': return bodyCompletions(context, place, offset, trigger)
  }
}

function bodyCompletions(context: LanguageContext, place: Place & { kind: 'body' }, offset: number, trigger: string | undefined): Completion[] {
  const { before } = place
  const isBare = context.meeting.frontMatter === undefined
  if (isBare && context.text.slice(0, offset).trim() === before.trim() && /^\ufeff?(?:-{0,3}|[\p{L}]*)$/u.test(before)) {
    return frameCompletions(context, { ...place, range: { start: offset - before.replace('\ufeff', '').length, end: place.range.end } })
  }
  if (/\]\([^()\s]*$/.test(before)) return linkedFiles(context, place)
  if (place.section === 'agenda' && /[(（][^()（）]*$/.test(before)) return agendaCompletions(context, place, offset)
  const line = place.section === 'attendance' ? rollCallCompletions(context, place, offset) : []
  if (line.length > 0) return line
  if (/(?:^|[^a-z\d._-])[@＠][\p{L}\p{N}._-]*$/iu.test(before)) return mentionedPeople(context, place)
  const headings = /^#{0,6}(?:\s*|\s?[\p{L}]+(?:\s[\p{L}]*)?)$/u.test(before) && place.after.trim() === '' ? headingCompletions(context, place) : []
  // Behind a space within a sentence a time or a date may be wanted, and mostly is not.
  if (trigger === ' ' && /\p{L}\S*\s$/u.test(before)) return []
  const own = place.section === 'agenda' ? agendaCompletions(context, place, offset) : place.section === 'actions' ? actionCompletions(context, place, offset) : []
  return [...own, ...headings]
}

/** A value right behind its colon needs a space before it to be YAML. */
function afterColon(text: string, place: Place, completion: Completion): Completion {
  const { start } = completion.edit.range
  const behind = text.charAt(start - 1)
  const tight = behind === ':' && /^\s*(?:-\s+)?[^\s:：]+\s*:$/.test(place.before.slice(0, place.before.length - place.typed.length))
  return tight ? { ...completion, edit: { ...completion.edit, text: ` ${completion.edit.text}` } } : completion
}

/** Nothing before the text's first unit is replaced, a byte order mark not either. */
function spaced(text: string, place: Place): Place {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0
  return place.range.start >= first ? place : { ...place, range: { start: first, end: Math.max(first, place.range.end) } }
}
