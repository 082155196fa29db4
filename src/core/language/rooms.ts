import { whenOf, type When } from '../arrangement/when.ts'
import type { Room } from '../config/model.ts'
import type { Message } from '../messages/message.ts'
import { render } from '../messages/render.ts'
import { hasEquipment, headCount } from '../rules/room-fits.ts'
import type { Context, Occupied } from '../rules/rule.ts'
import { Present } from '../arrangement/present.ts'
import { DAY, resolveWall, wallAt } from '../arrangement/zone.ts'
import type { LanguageContext } from './context.ts'

const MESSAGES = {
  small: { en: 'seats {seats}, {people} come', zh: '可坐 {seats} 人，到场 {people} 人' },
  held: { en: 'held by “{title}” from {clock}', zh: '{clock} 起被“{title}”占用' },
  lacks: { en: 'no {thing}', zh: '没有 {thing}' },
} satisfies Record<string, Message>

/** A room with why it does not suit the meeting; no reason where it does. */
export interface Judged {
  readonly room: Room
  /** In the reader's language. */
  readonly against: readonly string[]
}

/** What the rules look at, of a document in the editor. */
export function ruleContext(context: LanguageContext): Context {
  return { ...context, present: new Present(context.now), named: false, option: () => undefined }
}

/** Every room with what speaks against it: too small, held by another meeting, without what is needed (A6). Those that suit come first, the smallest before. */
export function judgeRooms(context: LanguageContext): Judged[] {
  const when = whenOf(context.meeting, context.config)
  const judged = [...context.config.rooms.values()].map((room) => ({ room, against: against(context, room, when) }))
  const size = ({ room }: Judged): number => room.capacity ?? 0
  return judged.sort((a, b) => Number(a.against.length > 0) - Number(b.against.length > 0) || size(a) - size(b) || (a.room.key < b.room.key ? -1 : 1))
}

function against(context: LanguageContext, room: Room, when: When | undefined): string[] {
  const { meeting, language } = context
  const found: string[] = []
  const people = headCount(ruleContext(context), room)
  if (room.capacity !== undefined && people > room.capacity) found.push(render(MESSAGES.small, { seats: room.capacity, people }, language))
  for (const thing of meeting.fields.equipment?.value ?? []) if (!hasEquipment(room, thing.value)) found.push(render(MESSAGES.lacks, { thing: thing.value }, language))
  if (when !== undefined) {
    const other = holders(context, room, when.start, when.end)[0]
    if (other !== undefined) found.push(render(MESSAGES.held, { title: titleOf(other), clock: wallAt(other.start, when.zone).slice(11) }, language))
  }
  return found
}

/** Who else has a room on the day of the meeting, in the order of their starts. */
export function holdersOnDay(context: LanguageContext, room: Room): readonly Occupied[] {
  const when = whenOf(context.meeting, context.config)
  if (when === undefined) return []
  const midnight = resolveWall(`${wallAt(when.start, when.zone).slice(0, 10)}T00:00`, when.zone).instant
  return holders(context, room, midnight, midnight + DAY)
}

function holders({ workspace, file }: LanguageContext, room: Room, start: number, end: number): Occupied[] {
  return workspace.overlapping(start, end).filter((other) => other.file !== file && other.meeting.fields.room?.value === room.key)
}

/** A meeting's title, or its file where it has none. */
export function titleOf({ file, meeting }: Pick<Occupied, 'file' | 'meeting'>): string {
  return meeting.fields.title?.value ?? file
}
