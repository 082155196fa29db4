import type { Message } from '../messages/message.ts'
import type { Rule } from './rule.ts'
import { append, messageFor, vagueIn, WORDING_OPTIONS } from './wording.ts'

const messages = {
  activity: { en: '“{word}” names no object and no end: do what with what, and how does one see that it is done?', zh: '“{word}”没有对象，也没有完成标志：对什么做什么，怎样算完成？' },
  about: { en: '“{word}” has no end: what exists once this is done?', zh: '“{word}”没有完成标志：完成后会交出什么？' },
  noun: { en: '“{text}” names no act: do what with it, and how does one see that it is done?', zh: '“{text}”没有说做什么：要做到哪一步，怎样算完成？' },
  label: { en: '“{text}” has no definite act, object or end: how does one see that it is done?', zh: '“{text}”没有明确的动作、对象或完成标志：怎样算完成？' },
  fix: { en: 'Write behind it “{proposal}”', zh: '在后面补上“{proposal}”' },
} satisfies Record<string, Message>

/** D2, E1: an action item is a definite act on a definite object with an end that can be checked. */
export const definiteAction: Rule = {
  id: 'definite-action',
  clauses: ['D2', 'E1'],
  severity: 'warning',
  speaks: 'always',
  options: WORDING_OPTIONS,
  summary: { en: 'Every action item is a definite act with an end that can be checked', zh: '每个行动项都是明确的动作，完成与否可以核对' },
  messages,
  *check(context) {
    for (const { text, done } of context.meeting.minutes?.actions?.items ?? []) {
      const vague = done ? undefined : vagueIn(context, text, 'action')
      if (vague === undefined) continue
      const message = messageFor(vague, messages)
      const proposal = vague.judgement.language === 'zh' ? '：〈完成时交出什么〉' : ': ‹what exists when it is done›'
      yield {
        message, range: text.range,
        data: message === messages.activity ? { word: vague.lack.word }
          : message === messages.about ? { word: vague.lack.word + (vague.judgement.language === 'zh' ? '……' : ' …') } : { text: text.value },
        fixes: [{ title: messages.fix, data: { proposal }, safe: false, edits: append(context.text, text, proposal) }],
      }
    }
  },
}
