import { dayKind } from '../../arrangement/holidays/day.ts'
import { judgeTime, type Defect } from '../../arrangement/working-time.ts'
import { whenOf } from '../../arrangement/when.ts'
import { attendeesOf } from '../../arrangement/who.ts'
import { resolveWall, wallAt } from '../../arrangement/zone.ts'
import type { Message } from '../../messages/message.ts'
import { render, renderValue } from '../../messages/render.ts'
import type { Located } from '../../text/range.ts'
import type { LanguageContext } from '../context.ts'
import { dayLabel } from '../inlay-hints.ts'
import { escapeMarkdown, markdownList } from '../markdown.ts'
import type { Hover } from '../shapes.ts'
import { agendaTimeline } from '../timeline.ts'

const MESSAGES = {
  zone: { en: '{wall} in {zone}', zh: '{wall}（{zone}）' },
  gap: { en: 'The clocks are put forward over this time: it does not exist that day.', zh: '当天拨快时钟，这个时刻并不存在。' },
  twice: { en: 'The clocks are put back: this time comes twice that day, the first is meant.', zh: '当天拨慢时钟，这个时刻出现两次，取第一次。' },
  night: { en: 'at night', zh: '夜间' },
  holiday: { en: 'public holiday', zh: '公共假日' },
  weekend: { en: 'weekend', zh: '周末' },
  hours: { en: 'outside working hours', zh: '非工作时间' },
  budget: { en: 'The agenda takes {sum} of {length}.', zh: '议程合计 {sum}，会议时长 {length}。' },
  left: { en: '{left} are left.', zh: '还剩 {left}。' },
  over: { en: 'That is {over} too much.', zh: '超出 {over}。' },
  until: { en: 'Ends {wall}.', zh: '到{wall}结束。' },
  unpublished: { en: 'The public holidays of that year are not published yet.', zh: '当年的公共假日尚未公布。' },
} satisfies Record<string, Message>

const DEFECTS: Readonly<Record<Defect, Message>> = { night: MESSAGES.night, holiday: MESSAGES.holiday, weekend: MESSAGES.weekend, hours: MESSAGES.hours }

/** The start: what everybody's clock shows, and whom it does not suit (A5). */
export function startHover(context: LanguageContext, offset: number): Hover | undefined {
  const { meeting, config, language } = context
  const { start } = meeting.fields
  const when = whenOf(meeting, config)
  if (start === undefined || when === undefined || !isAt(start, offset)) return undefined
  const { status } = resolveWall(start.value, when.zone)
  const lines = [`**${render(MESSAGES.zone, { wall: { wall: start.value }, zone: escapeMarkdown(when.zone) }, language)}**`]
  if (status !== 'once') lines.push(MESSAGES[status][language])
  const people = judgeTime(attendeesOf(meeting, config), when.start, when.end, config).map(({ attendee, wall, defects }) => {
    const defect = defects[0] === undefined ? '' : ` · ⚠ ${DEFECTS[defects[0]][language]}`
    return `${escapeMarkdown(attendee.person?.name ?? attendee.key)}: ${renderValue({ wall }, language)}${defect}`
  })
  if (people.length > 0) lines.push(markdownList(people.slice(0, 40)))
  lines.push(render(MESSAGES.until, { wall: { wall: wallAt(when.end, when.zone) } }, language))
  return { range: start.range, contents: lines.join('\n\n') }
}

/** The duration against the sum of the agenda (A7, A17). */
export function durationHover({ meeting, language }: LanguageContext, offset: number): Hover | undefined {
  const { duration } = meeting.fields
  if (duration === undefined || !isAt(duration, offset)) return undefined
  const { sum, left = 0 } = agendaTimeline(meeting)
  const lines = [render(MESSAGES.budget, { sum: { minutes: sum }, length: { minutes: duration.value } }, language)]
  if (left > 0) lines.push(render(MESSAGES.left, { left: { minutes: left } }, language))
  if (left < 0) lines.push(render(MESSAGES.over, { over: { minutes: -left } }, language))
  return { range: duration.range, contents: lines.join(language === 'zh' ? '' : ' ') }
}

/** Any other date: its weekday, and whether it is a day off where the configuration's holidays are kept. */
export function dateHover(context: LanguageContext, offset: number): Hover | undefined {
  const { fields, minutes, looseActions } = context.meeting
  const dates: (Located<string> | undefined)[] = [
    fields.startDay, fields.start, fields.rsvpBy, fields.occurrence, fields.until, fields.review, ...fields.except?.value ?? [], ...(fields.move?.value ?? []).flatMap(({ from, to }) => [from, to]),
    ...(fields.materials?.value ?? []).map(({ asOf }) => asOf), ...[...minutes?.actions?.items ?? [], ...looseActions?.items ?? []].map(({ due }) => due),
  ]
  const found = dates.find((each) => each !== undefined && isAt(each, offset))
  if (found === undefined) return undefined
  const day = found.value.slice(0, 10)
  const unpublished = dayKind(day, context.config.holidayRegion) === 'unpublished' ? ` · ${MESSAGES.unpublished[context.language]}` : ''
  return { range: found.range, contents: `${escapeMarkdown(found.value.replace('T', ' '))} · ${dayLabel(day, context)}${unpublished}` }
}

function isAt({ range }: Located<unknown>, offset: number): boolean {
  return range.start <= offset && offset <= range.end
}
