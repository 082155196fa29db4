import { whenOf } from '../arrangement/when.ts'
import { attendeesOf, type Attendee } from '../arrangement/who.ts'
import type { Message } from '../messages/message.ts'
import { moveStart } from './edits.ts'
import type { Context, Fix, Occupied, Rule } from './rule.ts'
import { slotAfter } from './slot-after.ts'

const messages = {
  twice: { en: '{who} must be in {file} at the same time.', zh: '{who}在同一时间还必须参加 {file}。' },
  optional: { en: '{who} is asked to {file} at the same time, in one of the two as optional.', zh: '{who}在同一时间也受邀参加 {file}，其中一场为可选参加。' },
  other: { en: 'begins {wall}', zh: '{wall}开始' },
  fixMove: { en: 'Move to {slot}', zh: '改到{slot}' },
} satisfies Record<string, Message>

/** Nobody is required in two meetings at once (a clash in time, so clause A5). */
export const doubleBooking: Rule = {
  id: 'double-booking',
  clauses: ['A5'],
  severity: 'warning',
  speaks: 'ahead',
  summary: { en: 'Nobody is required in two meetings at once', zh: '没有人同时必须参加两场会议' },
  messages,
  *check(context) {
    const { meeting, config, workspace, file } = context
    const when = whenOf(meeting, config)
    if (when === undefined) return
    const attendees = attendeesOf(meeting, config)
    for (const other of workspace.overlapping(when.start, when.end)) {
      if (other.file === file) continue
      const shared = inBoth(attendees, attendeesOf(other.meeting, config))
      const first = shared[0]
      if (first === undefined) continue
      const must = shared.filter((each) => each.must)
      const people = must.length > 0 ? must : shared
      const range = (people[0] ?? first).attendee.ref.range
      const data = { who: { list: people.map((each) => each.attendee.key) }, file: other.file }
      const related = [{ file: other.file, range: place(other), message: messages.other, data: { wall: { wall: other.meeting.fields.start?.value ?? '' } } }]
      if (must.length > 0) yield { message: messages.twice, data, range, related, fixes: otherTime(context) }
      else yield { message: messages.optional, data, range, related, severity: 'info' }
    }
  },
}

function inBoth(ours: readonly Attendee[], theirs: readonly Attendee[]): { attendee: Attendee; must: boolean }[] {
  return ours.flatMap((attendee) => {
    const other = theirs.find((each) => each.key === attendee.key)
    return other === undefined ? [] : [{ attendee, must: attendee.role !== 'optional' && other.role !== 'optional' }]
  })
}

function place({ meeting }: Occupied): { start: number; end: number } {
  return meeting.fields.start?.range ?? { start: 0, end: 0 }
}

function otherTime(context: Context): Fix[] {
  const { meeting, text, config } = context
  const when = whenOf(meeting, config)
  if (when === undefined || meeting.fields.repeat !== undefined) return []
  const attendees = attendeesOf(meeting, config).filter((each) => each.role !== 'optional')
  const slot = slotAfter(context, when, attendees)
  if (slot?.badness !== 0) return []
  return [{ title: messages.fixMove, data: { slot: { wall: slot.wall } }, safe: false, edits: moveStart(meeting, text, slot.wall) }]
}
