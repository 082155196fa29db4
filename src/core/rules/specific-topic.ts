import type { Message } from '../messages/message.ts'
import type { Rule } from './rule.ts'
import { messageFor, rewrite, vagueIn, WORDING_OPTIONS } from './wording.ts'

const messages = {
  label: { en: '“{text}” fits any meeting: name the matter at stake and its scope.', zh: '“{text}”放在哪场会议上都说得通，请写明具体事项和范围。' },
  noun: { en: '“{text}” names no object: {word} of what, and for when?', zh: '“{text}”没有说明对象：什么的{word}？哪个时期？' },
  fix: { en: 'Write “{proposal}”', zh: '改为“{proposal}”' },
} satisfies Record<string, Message>

/** A1: the topic names what is at stake and its scope, not a label that fits any meeting. */
export const specificTopic: Rule = {
  id: 'specific-topic',
  clauses: ['A1'],
  severity: 'warning',
  speaks: 'always',
  options: WORDING_OPTIONS,
  summary: { en: 'The title names what is at stake and its scope', zh: '主题写明具体事项和范围' },
  messages,
  *check(context) {
    const { title } = context.meeting.fields
    const vague = title === undefined ? undefined : vagueIn(context, title, 'topic')
    if (title === undefined || vague === undefined) return
    const zh = vague.judgement.language === 'zh'
    const bare = title.value.trim().replace(/[.。!！:：\s]+$/, '')
    const proposal = vague.lack.form === 'noun'
      ? bare + (zh ? '：〈什么事项，哪个时期〉' : ': ‹of what, for when›')
      : bare + (zh ? '：〈具体事项和范围〉' : ': ‹the matter and its scope›')
    const message = messageFor(vague, { noun: messages.noun, activity: messages.label, about: messages.label, label: messages.label })
    yield {
      message, data: { text: title.value, ...(message === messages.noun ? { word: vague.lack.word } : {}) }, range: title.range,
      fixes: fixOf(rewrite(context.text, title, proposal), proposal),
    }
  },
}

function fixOf(edits: ReturnType<typeof rewrite>, proposal: string) {
  return edits.length === 0 ? [] : [{ title: messages.fix, data: { proposal }, safe: false, edits }]
}
