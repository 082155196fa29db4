import type { Message } from '../messages/message.ts'
import { informalities } from '../wording/slips.ts'
import { bodyProse, frontMatterProse } from './prose.ts'
import type { Rule } from './rule.ts'

const messages = {
  emoji: { en: '“{words}” is an emoji; an important meeting is announced in formal language.', zh: '“{words}”是表情符号；重要会议的通知应使用正式用语。' },
  slang: { en: '“{words}” is slang; an important meeting is announced in formal language.', zh: '“{words}”是口语俚语；重要会议的通知应使用正式用语。' },
  joke: { en: '“{words}” is a joke; an important meeting is announced in formal language.', zh: '“{words}”是玩笑话；重要会议的通知应使用正式用语。' },
  shouting: { en: '“{words}” shouts; an important meeting is announced in formal language.', zh: '“{words}”像在喊叫；重要会议的通知应使用正式用语。' },
  fixCalm: { en: 'Write “{calm}”', zh: '改为“{calm}”' },
  fixRemove: { en: 'Take it out', zh: '删去' },
} satisfies Record<string, Message>

/** E2: an important meeting is announced in formal language, from the title to the agenda. */
export const formalLanguage: Rule = {
  id: 'formal-language',
  clauses: ['E2'],
  severity: 'warning',
  speaks: 'always',
  summary: { en: 'An important meeting is announced in formal language', zh: '重要会议的通知使用正式用语' },
  messages,
  *check({ meeting, text }) {
    if (meeting.fields.importance?.value !== 'high') return
    const end = meeting.minutes?.section.headingRange.start ?? text.length
    const headings = meeting.sections.filter((each) => each.headingRange.start < end).map(({ heading: { range } }) => ({ start: range.start, text: text.slice(range.start, range.end) }))
    for (const stretch of [...frontMatterProse(meeting, text), ...headings, ...bodyProse(text, meeting.bodyStart, end)]) {
      for (const { form, from, to } of informalities(stretch.text)) {
        const range = { start: stretch.start + from, end: stretch.start + to }
        const words = stretch.text.slice(from, to)
        const calm = form === 'shouting' && /^[!！?？]+$/.test(words) ? calmed(words) : undefined
        const fixes = calm !== undefined
          ? [{ title: messages.fixCalm, data: { calm }, safe: false, edits: [{ range, text: calm }] }]
          : form === 'emoji' ? [{ title: messages.fixRemove, safe: false, edits: [{ range: text.charAt(range.end) === ' ' ? { start: range.start, end: range.end + 1 } : range, text: '' }] }] : []
        yield { message: messages[form], data: { words }, range, fixes }
      }
    }
  },
}

/** One sign for several: a question stays one, a shout becomes a full stop. */
function calmed(signs: string): string {
  const wide = /[！？]/.test(signs)
  if (/[?？]/.test(signs)) return wide ? '？' : '?'
  return wide ? '。' : '.'
}
