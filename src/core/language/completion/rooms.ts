import type { Message } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'
import type { LanguageContext } from '../context.ts'
import { judgeRooms } from '../rooms.ts'
import type { Completion } from '../shapes.ts'
import type { Place } from './place.ts'
import { keyText, propose } from './proposal.ts'

const MESSAGES = {
  seats: { en: 'seats {count}', zh: '可坐 {count} 人' },
  free: { en: 'free', zh: '空闲' },
  booking: { en: 'has to be booked', zh: '需要预订' },
} satisfies Record<string, Message>

/** Rooms that are free and large enough, the smallest first; then the others, with the reasons against each (A6). */
export function roomCompletions(context: LanguageContext, place: Place): Completion[] {
  const { language, meeting } = context
  const timed = meeting.fields.start !== undefined && meeting.fields.duration !== undefined
  return propose(place.range, judgeRooms(context).map(({ room, against }) => {
    const facts = [
      ...(room.capacity === undefined ? [] : [render(MESSAGES.seats, { count: room.capacity }, language)]), ...room.equipment,
      ...(timed && against.length === 0 ? [MESSAGES.free[language]] : []), ...(room.bookingRequired ? [MESSAGES.booking[language]] : []),
    ]
    const detail = against.length > 0 ? `✗ ${against.join(language === 'zh' ? '；' : '; ')}` : facts.join(' · ')
    return { label: room.key, kind: 'room', text: keyText(room.key), detail, also: room.name === undefined ? [] : [room.name] }
  }))
}
