import { firstLine, isMissing } from './missing.ts'
import type { Rule } from './rule.ts'

const messages = {
  start: { en: 'No start: say when the meeting begins, such as “start: 2026-12-03 14:00”.', zh: '缺少开始时间，请写明会议何时开始，例如“开始时间: 2026-12-03 14:00”。' },
  clock: { en: 'The start has a day but no time of day: add one, such as {date} 14:00.', zh: '开始时间只有日期，请补上几点，例如 {date} 14:00。' },
  duration: { en: 'No duration: say how long the meeting takes, such as “duration: 60m”.', zh: '缺少时长，请写明会议开多久，例如“时长: 60分钟”。' },
  place: { en: 'Neither a room nor a link: say where the meeting takes place.', zh: '既没有会议室也没有会议链接，请写明在哪里开会。' },
}

/** A4: date and time, place or online link, and duration are all set. */
export const whenAndWhere: Rule = {
  id: 'when-and-where',
  clauses: ['A4'],
  severity: 'error',
  speaks: 'always',
  summary: { en: 'Start, duration, and a room or a link are set', zh: '写明开始时间、时长，以及会议室或会议链接' },
  messages,
  *check({ meeting }) {
    const range = firstLine(meeting)
    const { startDay, start } = meeting.fields
    if (start === undefined && startDay !== undefined) {
      if (isMissing(meeting, 'time')) yield { message: messages.clock, data: { date: startDay.value }, range: startDay.range }
    } else if (start === undefined && isMissing(meeting, 'start', 'date')) yield { message: messages.start, range }
    if (meeting.fields.duration === undefined && isMissing(meeting, 'duration')) yield { message: messages.duration, range }
    if (isMissing(meeting, 'room') && isMissing(meeting, 'link')) yield { message: messages.place, range }
  },
}
