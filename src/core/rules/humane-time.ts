import { attendeesOf, type Attendee } from '../arrangement/who.ts'
import { whenOf, type When } from '../arrangement/when.ts'
import type { Slot } from '../arrangement/free-slot.ts'
import { badness, judgeTime, losesHours, type Defect, type Suits } from '../arrangement/working-time.ts'
import type { Message, MessageValue } from '../messages/message.ts'
import { moveStart } from './edits.ts'
import type { Context, Finding, Rule } from './rule.ts'
import { slotAfter } from './slot-after.ts'

const messages = {
  unfit: { en: 'This time does not suit {who}.', zh: '这个时间不合适：{who}。' },
  best: { en: 'This time does not suit {who}; no free slot within a week suits better.', zh: '这个时间不合适：{who}；一周之内没有更好的空档。' },
  night: { en: '{person} ({clock} there, at night)', zh: '{person}（当地 {clock}，是夜间）' },
  holiday: { en: '{person} (public holiday on {date})', zh: '{person}（{date}是公共假日）' },
  weekend: { en: '{person} (weekend, {date})', zh: '{person}（{date}是周末）' },
  hours: { en: '{person} ({clock} there, outside working hours)', zh: '{person}（当地 {clock}，不在工作时间）' },
  unpublished: { en: 'The public holidays of {year} are not published yet for {who}; only weekends were checked.', zh: '{year} 年的公共假日（{who}）尚未公布，只检查了周末。' },
  fixMove: { en: 'Move to {slot}', zh: '改到{slot}' },
} satisfies Record<string, Message>

/** A5: the time suits those who have to come, each judged in their own zone. */
export const humaneTime: Rule = {
  id: 'humane-time',
  clauses: ['A5'],
  severity: 'warning',
  speaks: 'ahead',
  summary: { en: 'Nobody required meets at night, on a day off, or mostly outside working hours', zh: '不让必须参加的人在夜间、休息日开会，也不让多数人在工作时间之外开会' },
  messages,
  *check(context) {
    const { meeting, config } = context
    const when = whenOf(meeting, config)
    if (when === undefined || meeting.fields.start === undefined) return
    const required = attendeesOf(meeting, config).filter((each) => each.role !== 'optional')
    const judged = judgeTime(required, when.start, when.end, config)
    const bad = badness(judged)
    if (bad > 0) yield describe(context, when, required, judged, bad)
    const unpublished = judged.filter((each) => each.unpublished)
    if (bad === 0 && unpublished.length > 0) {
      const who = { list: unpublished.map((each) => each.attendee.key) }
      yield { message: messages.unpublished, data: { year: meeting.fields.start.value.slice(0, 4), who }, range: meeting.fields.start.range, severity: 'info' }
    }
  },
}

function describe(context: Context, when: When, required: readonly Attendee[], judged: readonly Suits[], bad: number): Finding {
  const { meeting, text } = context
  const hours = losesHours(judged)
  const reasons = judged.flatMap((each) => {
    const defect = each.defects.find((one) => one !== 'hours' || hours)
    return defect === undefined ? [] : [reason(each, defect)]
  })
  const who = { list: reasons.length > 4 ? [...reasons.slice(0, 3), `+${reasons.length - 3}`] : reasons }
  const range = meeting.fields.start?.range ?? { start: 0, end: 0 }
  const slot = slotAfter(context, when, required)
  if (slot === undefined || slot.badness >= bad) return { message: messages.best, data: { who }, range, severity: 'info' }
  const finding = { message: messages.unfit, data: { who }, range }
  // A series is moved by a person, who knows what else hangs on its day.
  if (slot.badness > 0 || meeting.fields.repeat !== undefined) return finding
  return { ...finding, fixes: [fixMove(context, slot, text)] }
}

function fixMove({ meeting }: Context, slot: Slot, text: string): NonNullable<Finding['fixes']>[number] {
  return { title: messages.fixMove, data: { slot: { wall: slot.wall } }, safe: false, edits: moveStart(meeting, text, slot.wall) }
}

function reason({ attendee, wall, until }: Suits, defect: Defect): MessageValue {
  return { message: messages[defect], data: { person: attendee.key, clock: `${wall.slice(11)}–${until.slice(11)}`, date: { date: wall.slice(0, 10) } } }
}
