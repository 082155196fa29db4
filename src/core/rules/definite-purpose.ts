import type { Message } from '../messages/message.ts'
import type { Rule } from './rule.ts'
import { messageFor, rewrite, vagueIn, WORDING_OPTIONS } from './wording.ts'

const messages = {
  activity: { en: '“{word}” is an activity without an object: what is decided or drawn up at the end?', zh: '“{word}”只是活动，没有对象：会上要决定什么，或拿出什么？' },
  about: { en: '“{word}” is an activity: what is decided or drawn up about {about}?', zh: '“{word}”只是活动：关于{about}，要决定什么，或拿出什么？' },
  noun: { en: '“{text}” names no object: {word} of what, and what is decided about it?', zh: '“{text}”没有说明对象：什么的{word}？要决定什么？' },
  label: { en: '“{text}” names neither a decision nor a product: what is decided or drawn up, and how far does it reach?', zh: '“{text}”既没有决定也没有成果：要决定什么或拿出什么，范围多大？' },
  fix: { en: 'Write “{proposal}”', zh: '改为“{proposal}”' },
} satisfies Record<string, Message>

/** A2: the purpose is a decision or a product with a definite object and scope, not an activity. */
export const definitePurpose: Rule = {
  id: 'definite-purpose',
  clauses: ['A2'],
  severity: 'warning',
  speaks: 'always',
  options: WORDING_OPTIONS,
  summary: { en: 'The purpose is a decision or a product with a definite object and scope', zh: '目的是对象和范围明确的决定或成果' },
  messages,
  *check(context) {
    const { purpose } = context.meeting.fields
    const vague = purpose === undefined ? undefined : vagueIn(context, purpose, 'purpose')
    if (purpose === undefined || vague === undefined) return
    const { lack: { word, about }, judgement } = vague
    const message = messageFor(vague, messages)
    const proposal = judgement.language === 'zh'
      ? `确定${about === '' ? '〈什么〉' : about}的〈方案、数量或期限〉`
      : `Decide ‹what exactly›${about === '' ? '' : ` on ${about}`}: ‹scope, number or date›`
    const edits = rewrite(context.text, purpose, proposal)
    yield {
      message, range: purpose.range,
      data: { ...(message === messages.noun || message === messages.label ? { text: purpose.value } : {}), ...(word === '' ? {} : { word }), ...(about === '' ? {} : { about }) },
      fixes: edits.length === 0 ? [] : [{ title: messages.fix, data: { proposal }, safe: false, edits }],
    }
  },
}
