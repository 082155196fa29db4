import { addMinutes } from '../arrangement/zone.ts'
import { writeDuration } from '../config/duration.ts'
import type { Message } from '../messages/message.ts'
import { applyEdits } from '../text/edit.ts'
import type { AgendaItem } from '../meeting/model.ts'
import { moveStart, setKey } from './edits.ts'
import { numberOption } from './options.ts'
import type { Context, Fix, Rule } from './rule.ts'

const messages = {
  long: { en: 'The meeting takes {length}; more than {limit} is too long. Split it, or shorten it.', zh: '会议时长 {length}，超过了 {limit}，请拆成几次或缩短。' },
  fixShorten: { en: 'Shorten it to {limit}', zh: '缩短到 {limit}' },
  fixSplit: { en: 'Split it: the second part, from “{item}”, on {slot}', zh: '拆成两次：从“{item}”起放到{slot}' },
} satisfies Record<string, Message>

/** A7: one to two hours at most, breaks included. */
export const durationLimit: Rule = {
  id: 'duration-limit',
  clauses: ['A7'],
  severity: 'warning',
  speaks: 'always',
  options: {
    max_minutes: { type: 'integer', default: 120, minimum: 15, maximum: 480, description: { en: 'The longest meeting, in minutes', zh: '会议最长多少分钟' } },
  },
  summary: { en: 'A meeting takes two hours at most', zh: '会议最长两小时' },
  messages,
  *check(context) {
    const { meeting, text } = context
    const field = meeting.fields.duration
    const limit = numberOption(context, 'max_minutes')
    if (field === undefined || field.value <= limit) return
    const shorten: Fix = {
      title: messages.fixShorten, data: { limit: { minutes: limit } }, safe: false,
      edits: setKey(meeting, text, 'duration', writeDuration(limit, meeting.language)),
    }
    const usesKey = meeting.frontMatter?.entries.some((each) => each.key === 'duration' && each.readable) === true
    yield {
      message: messages.long, data: { length: { minutes: field.value }, limit: { minutes: limit } }, range: field.range,
      fixes: usesKey ? [...split(context, limit), shorten] : [],
    }
  },
}

/** Divides the agenda where the first part still fits, and writes the rest as a second meeting, a day later at the same hour. */
function* split({ meeting, text, file }: Context, limit: number): Iterable<Fix> {
  const items = meeting.agenda?.items ?? []
  const { start, id, duration } = meeting.fields
  if (start === undefined || id === undefined || duration === undefined || meeting.fields.repeat !== undefined || items.some((each) => each.form !== 'list')) return
  let sum = 0
  const cut = items.findIndex((item) => (sum += minutesOf(item)) > limit)
  const first = items[0]
  const second = items[cut]
  const last = items[items.length - 1]
  if (cut <= 0 || first === undefined || second === undefined || last === undefined) return
  const before = items.slice(0, cut).reduce((all, item) => all + minutesOf(item), 0)
  const after = items.slice(cut).reduce((all, item) => all + minutesOf(item), 0)
  if (items.some((item) => minutesOf(item) === 0) || after > limit) return
  const slot = addMinutes(start.value, 1440)
  const cutAt = lineStart(text, second.range.start)
  const whole = { start: lineStart(text, first.range.start), end: lineEndAfter(text, last.range.end) }
  const edits = [...setKey(meeting, text, 'duration', writeDuration(before, meeting.language)), { range: { start: cutAt, end: whole.end }, text: '' }]
  const other = applyEdits(text, [
    ...setKey(meeting, text, 'id', `${id.value}-2`), ...setKey(meeting, text, 'duration', writeDuration(after, meeting.language)),
    ...moveStart(meeting, text, slot), { range: { start: whole.start, end: cutAt }, text: '' },
  ])
  if (other === undefined) return
  yield {
    title: messages.fixSplit, data: { item: second.title.value, slot: { wall: slot } }, safe: false, edits,
    creates: [{ path: file.replace(/(\.md)?$/, '-2.md'), text: other }],
  }
}

function minutesOf({ minutes, clock }: AgendaItem): number {
  return minutes?.value ?? (clock?.value.end === undefined ? 0 : clock.value.end - clock.value.start)
}

function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !/[\r\n]/.test(text.charAt(at - 1))) at--
  return at
}

function lineEndAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end === -1 ? text.length : end + 1
}
