import type { Message } from '../../messages/message.ts'
import { RULES } from '../../rules/index.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import type { Place } from './place.ts'
import { inChoice, propose } from './proposal.ts'

const MESSAGES = {
  silence: { en: 'silence a rule on the next line, with the reason', zh: '对下一行关闭某条规则，并写明原因' },
  reason: { en: 'why', zh: '原因' },
} satisfies Record<string, Message>

const WORD = 'convoke-disable-next-line'

/** In comments: the rules that `convoke-disable-next-line` can name, and the comment itself where one is begun. Undefined elsewhere. */
export function suppressionCompletions({ meeting, language }: LanguageContext, place: Place, offset: number): Completion[] | undefined {
  const named = new RegExp(`(?:#|<!--)\\s*${WORD}\\s+(?:(?!\\s--\\s).)*?([\\w-]*)$`).exec(place.before)
  if (named !== null) {
    if (/\s--(?:\s|$)/.test(place.before.slice(place.before.indexOf(WORD)))) return []
    const typed = named[1] ?? ''
    const range = { start: offset - typed.length, end: offset + (/^[\w-]*/.exec(place.after)?.[0].length ?? 0) }
    const reason = /\s--\s/.test(place.after) ? '' : ` -- \${1:${MESSAGES.reason[meeting.language]}}`
    return propose(range, RULES.map(({ id, summary }) => ({ label: id, kind: 'value', text: `${id}${reason}`, isSnippet: reason !== '', detail: summary[language] })))
  }
  const begun = /(?:^\s*#|<!--)\s*([\w-]*)$/.exec(place.before)
  if (begun === null || (place.kind === 'body' && !begun[0].startsWith('<!--'))) return undefined
  const typed = begun[1] ?? ''
  if (!WORD.startsWith(typed)) return undefined
  const range = { start: offset - typed.length, end: offset }
  const space = /\s$/.test(place.before.slice(0, place.before.length - typed.length)) ? '' : ' '
  const close = place.kind === 'body' && !place.after.includes('-->') ? ' -->' : ''
  const rules = `\${1|${RULES.map(({ id }) => inChoice(id)).join(',')}|}`
  return propose(range, [{ label: WORD, kind: 'snippet', text: `${space}${WORD} ${rules} -- \${2:${MESSAGES.reason[meeting.language]}}${close}`, isSnippet: true, detail: MESSAGES.silence[language] }])
}
