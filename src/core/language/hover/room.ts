import { wallAt } from '../../arrangement/zone.ts'
import { whenOf } from '../../arrangement/when.ts'
import type { Message, MessageData } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'
import { closest } from '../../text/similar.ts'
import type { LanguageContext } from '../context.ts'
import { escapeMarkdown, markdownList } from '../markdown.ts'
import { holdersOnDay, judgeRooms, titleOf } from '../rooms.ts'
import type { Hover } from '../shapes.ts'

const MESSAGES = {
  seats: { en: 'Seats {count}', zh: '可坐 {count} 人' },
  equipment: { en: 'Has {things}', zh: '设备：{things}' },
  directions: { en: 'Way there: {text}', zh: '怎么走：{text}' },
  signIn: { en: 'Signing in: {text}', zh: '签到：{text}' },
  booking: { en: 'Has to be booked', zh: '需要预订' },
  against: { en: 'Does not suit: {reasons}', zh: '不合适：{reasons}' },
  others: { en: 'Held that day by:', zh: '当天其他占用：' },
  nobody: { en: 'Nobody else has it that day.', zh: '当天没有其他占用。' },
  unknown: { en: 'No room of this name in .convoke.yml.', zh: '.convoke.yml 中没有这间会议室。' },
  meant: { en: 'No room of this name in .convoke.yml. Did you mean {key}?', zh: '.convoke.yml 中没有这间会议室，是否想写 {key}？' },
} satisfies Record<string, Message>

/** A room: seats, equipment, the way there, why it does not suit, and who else has it that day. */
export function roomHover(context: LanguageContext, offset: number): Hover | undefined {
  const { meeting, config, language } = context
  const field = meeting.fields.room
  if (field === undefined || offset < field.range.start || offset > field.range.end) return undefined
  const say = (message: Message, data: MessageData = {}): string => render(message, data, language)
  const judged = judgeRooms(context).find(({ room }) => room.key === field.value)
  if (judged === undefined) {
    const meant = closest(field.value, config.rooms.keys())
    return { range: field.range, contents: meant === undefined ? say(MESSAGES.unknown) : say(MESSAGES.meant, { key: escapeMarkdown(meant) }) }
  }
  const { room, against } = judged
  const facts = [
    ...(room.capacity === undefined ? [] : [say(MESSAGES.seats, { count: room.capacity })]),
    ...(room.equipment.length === 0 ? [] : [say(MESSAGES.equipment, { things: { list: room.equipment.map((each) => escapeMarkdown(each)) } })]),
    ...(room.directions === undefined ? [] : [say(MESSAGES.directions, { text: escapeMarkdown(room.directions) })]),
    ...(room.signIn === undefined ? [] : [say(MESSAGES.signIn, { text: escapeMarkdown(room.signIn) })]),
    ...(room.bookingRequired ? [say(MESSAGES.booking)] : []),
    ...(against.length === 0 ? [] : [say(MESSAGES.against, { reasons: against.map((each) => escapeMarkdown(each)).join(language === 'zh' ? '；' : '; ') })]),
  ]
  const name = room.name === undefined || room.name === room.key ? escapeMarkdown(room.key) : `${escapeMarkdown(room.name)} · ${escapeMarkdown(room.key)}`
  return { range: field.range, contents: [`**${name}**`, markdownList(facts), ...holdersText(context, room, say)].filter((each) => each !== '').join('\n\n') }
}

function holdersText(context: LanguageContext, room: Parameters<typeof holdersOnDay>[1], say: (message: Message) => string): string[] {
  const when = whenOf(context.meeting, context.config)
  if (when === undefined) return []
  const others = holdersOnDay(context, room)
  if (others.length === 0) return [say(MESSAGES.nobody)]
  const clock = (instant: number): string => wallAt(instant, when.zone).slice(11)
  return [say(MESSAGES.others), markdownList(others.slice(0, 10).map((each) => `${clock(each.start)}–${clock(each.end)} ${escapeMarkdown(titleOf(each))}`))]
}
