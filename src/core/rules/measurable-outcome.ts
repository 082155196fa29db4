import type { Message } from '../messages/message.ts'
import type { Rule } from './rule.ts'
import { messageFor, rewrite, vagueIn, WORDING_OPTIONS } from './wording.ts'

const messages = {
  activity: { en: 'At the end nobody can say yes or no to “{text}”: what exists then that did not before?', zh: '会议结束时无法判断“{text}”是否达到：届时会多出什么文件、决定或名单？' },
  about: { en: '“{word}” cannot be checked when the meeting ends: which document, decision or list about {about} exists then?', zh: '“{word}”在会议结束时无法核对：关于{about}，届时会有哪份文件、决定或名单？' },
  noun: { en: '“{text}” names no object: {word} of what, in which form?', zh: '“{text}”没有说明对象：什么的{word}，以什么形式？' },
  fix: { en: 'Write “{proposal}”', zh: '改为“{proposal}”' },
} satisfies Record<string, Message>

/** A3: the expected outcome exists or does not exist when the meeting ends. */
export const measurableOutcome: Rule = {
  id: 'measurable-outcome',
  clauses: ['A3'],
  severity: 'warning',
  speaks: 'always',
  options: WORDING_OPTIONS,
  summary: { en: 'Whether each expected outcome exists can be said when the meeting ends', zh: '每项预期成果在会议结束时都能判断有没有' },
  messages,
  *check(context) {
    for (const outcome of context.meeting.fields.outcome?.value ?? []) {
      const vague = vagueIn(context, outcome, 'outcome')
      if (vague === undefined) continue
      const { lack: { word, about }, judgement } = vague
      const message = messageFor(vague, { ...messages, label: messages.activity })
      const proposal = judgement.language === 'zh'
        ? `${about === '' ? '' : `${about}的`}〈文件、决定或名单〉，〈由谁确认〉`
        : `‹Document, decision or list›${about === '' ? '' : ` on ${about}`}, ‹confirmed by whom›`
      const edits = rewrite(context.text, outcome, proposal)
      yield {
        message, range: outcome.range,
        data: message === messages.about ? { word, about } : message === messages.noun ? { text: outcome.value, word } : { text: outcome.value },
        fixes: edits.length === 0 ? [] : [{ title: messages.fix, data: { proposal }, safe: false, edits }],
      }
    }
  },
}
