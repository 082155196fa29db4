import { whenOf, startOf, zoneOf } from '../arrangement/when.ts'
import { attendeesOf } from '../arrangement/who.ts'
import { dayFor } from '../arrangement/working-time.ts'
import { workdayOnOrBefore } from '../arrangement/free-slot.ts'
import { addDays, DAY, HOUR, resolveWall, wallAt, type Instant } from '../arrangement/zone.ts'
import type { Message } from '../messages/message.ts'
import { setKey } from './edits.ts'
import { firstLine, isMissing } from './missing.ts'
import type { Context, Fix, Rule } from './rule.ts'

const messages = {
  missing: { en: 'No reply deadline; without one, replies are asked for until one day before the meeting.', zh: '没有写回复截止时间；不写则以会前一天为准。' },
  late: { en: 'The reply deadline is not before the start.', zh: '回复截止时间不在会议开始之前。' },
  hour: { en: 'The reply deadline is less than an hour before the start; nobody can be asked again in time.', zh: '回复截止距会议开始不到一小时，来不及再次询问。' },
  short: { en: 'The reply deadline is less than {least} before the start; leave time to ask again, or mark the meeting as urgent.', zh: '回复截止距会议开始不到 {least}，请留出再次询问的时间，或标为紧急。' },
  early: { en: 'The reply deadline is more than four weeks before the start; few can answer for so far ahead.', zh: '回复截止早于会议四周以上，那时很少有人能确定行程。' },
  fixSet: { en: 'Ask for replies by {wall}', zh: '请在{wall}前回复' },
} satisfies Record<string, Message>

/** B3: a reply deadline, by default one day before the meeting. */
export const replyDeadline: Rule = {
  id: 'reply-deadline',
  clauses: ['B3'],
  severity: 'warning',
  speaks: 'ahead',
  summary: { en: 'There is a reply deadline, neither too late nor too early', zh: '写明回复截止时间，且不过晚也不过早' },
  messages,
  *check(context) {
    const { meeting, config } = context
    // A series asks for replies meeting by meeting: each one's own file has its deadline.
    if (meeting.fields.repeat !== undefined) return
    const written = meeting.fields.rsvpBy
    if (written === undefined) {
      // Without a start, which is asked for elsewhere, there is nothing to answer by; notes without a day are of the past.
      if (isMissing(meeting, 'rsvp_by') && (meeting.fields.startDay !== undefined || !isMissing(meeting, 'start'))) yield { message: messages.missing, range: firstLine(meeting), severity: 'info', fixes: propose(context) }
      return
    }
    const start = startOf(meeting, config)
    const zone = zoneOf(meeting, config)
    if (start === undefined || zone === undefined) return
    const ahead = start - resolveWall(written.value, zone).instant
    const urgent = meeting.fields.urgency?.value === 'urgent'
    const { range } = written
    if (ahead <= 0) yield { message: messages.late, range, severity: 'error', fixes: propose(context) }
    else if (ahead < HOUR) yield { message: messages.hour, range, fixes: propose(context) }
    else if (!urgent && ahead < 12 * HOUR) yield { message: messages.short, data: { least: { minutes: 720 } }, range, fixes: propose(context) }
    else if (ahead > 28 * DAY) yield { message: messages.early, range, fixes: propose(context) }
  },
}

/** One day before, at the start's hour, on a workday of everybody who has to come; for a meeting that is near, halfway. */
function propose(context: Context): Fix[] {
  const { meeting, text, config, present } = context
  const when = whenOf(meeting, config)
  if (when === undefined || meeting.fields.repeat !== undefined || meeting.frontMatter === undefined) return []
  const wall = proposeWall(context, when.start, when.zone)
  const instant = resolveWall(wall, when.zone).instant
  const urgent = meeting.fields.urgency?.value === 'urgent'
  // A proposal that the rule would refuse, or that has passed, is none.
  if (!present.isBefore(instant) || when.start - instant < (urgent ? HOUR : 12 * HOUR)) return []
  return [{ title: messages.fixSet, data: { wall: { wall } }, safe: false, edits: setKey(meeting, text, 'rsvp_by', wall.replace('T', ' ')) }]
}

/** The wall time of that proposal, in the zone given. */
export function proposeWall({ meeting, config, present }: Context, start: Instant, zone: string): string {
  const wall = wallAt(start, zone)
  const attendees = attendeesOf(meeting, config).filter((each) => each.role !== 'optional')
  const isOff = (day: string): boolean => attendees.some((each) => ['holiday', 'weekend'].includes(dayFor(each, day, config)))
  const day = workdayOnOrBefore(addDays(wall.slice(0, 10), -1), isOff)
  const asked = `${day}T${wall.slice(11)}`
  if (present.isBefore(resolveWall(asked, zone).instant - HOUR)) return asked
  const now = present.exactly()
  return `${wallAt(now + (start - now) / 2, zone).slice(0, 13)}:00`
}
