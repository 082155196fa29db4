import { keysOf } from '../arrangement/who.ts'
import type { PersonRef } from '../meeting/model.ts'
import type { Message } from '../messages/message.ts'
import { keyName, removeItem } from './edits.ts'
import { firstLine, isMissing } from './missing.ts'
import type { Context, Finding, Rule } from './rule.ts'

const messages = {
  nobody: { en: 'Nobody is required: list those who have to come as “required”.', zh: '没有必须参加的人，请在“必须参加”中列出。' },
  undivided: { en: 'One list for all does not say who has to come; divide it into “required” and “optional”.', zh: '一份名单看不出谁必须来，请分成“必须参加”和“可选参加”。' },
  both: { en: 'Listed as required and as optional: {person}. Keep one of the two.', zh: '既是必须参加又是可选参加：{person}，请只保留一处。' },
  fixRename: { en: 'Make all of them required', zh: '全部列为必须参加' },
  fixKeep: { en: 'Keep {person} as required only', zh: '{person} 只保留为必须参加' },
} satisfies Record<string, Message>

/** A8: attendees are listed as required and optional. */
export const attendeesListed: Rule = {
  id: 'attendees-listed',
  clauses: ['A8'],
  severity: 'warning',
  speaks: 'always',
  summary: { en: 'Attendees are listed as required and optional', zh: '参会人员分为必须参加和可选参加' },
  messages,
  *check(context) {
    const { meeting } = context
    const { required, attendees } = meeting.fields
    const none = required === undefined ? isMissing(meeting, 'required') : required.value.length === 0
    if (attendees !== undefined && attendees.value.length > 0) yield undivided(context, none)
    else if (none) yield { message: messages.nobody, range: required?.range ?? firstLine(meeting), severity: 'error' }
    yield* twice(context)
  },
}

function undivided({ meeting }: Context, renameable: boolean): Finding {
  const field = meeting.fields.attendees
  const range = field?.keyRange ?? firstLine(meeting)
  const empty = meeting.frontMatter?.entries.some((each) => each.key === 'required') === true
  const fixes = renameable && !empty ? [{ title: messages.fixRename, safe: false, edits: [{ range, text: keyName(meeting, 'required') }] }] : []
  return { message: messages.undivided, range, fixes }
}

function* twice({ meeting, text, config }: Context): Iterable<Finding> {
  // A group stands for its members (FORMAT 2); somebody unknown is the same only as the same word.
  const keysOrWord = (ref: PersonRef): string[] => {
    const keys = keysOf(ref, config)
    return keys.length > 0 ? keys : [ref.value.toLowerCase()]
  }
  const required = new Set((meeting.fields.required?.value ?? []).flatMap(keysOrWord))
  const optional = meeting.fields.optional?.value ?? []
  for (const ref of optional) {
    const keys = keysOrWord(ref)
    const doubled = keys.filter((key) => required.has(key))
    if (doubled.length === 0) continue
    // A bare address is shown nowhere; a group is named by those of it who are in both lists.
    const data = { person: keys.length > 1 ? { list: doubled } : ref.form === 'mail' ? doubled[0] ?? '' : ref.value }
    // The last one cannot be taken out of its list, and of a group only some may be doubled.
    const removable = optional.length > 1 && doubled.length === keys.length
    yield { message: messages.both, data, range: ref.range, fixes: removable ? [{ title: messages.fixKeep, data, safe: false, edits: [removeItem(text, ref.item)] }] : [] }
  }
}
