import { attendeesOf } from '../arrangement/who.ts'
import { whenOf, zoneOfAttendee } from '../arrangement/when.ts'
import type { Room } from '../config/model.ts'
import type { Message } from '../messages/message.ts'
import { moveStart, setKey, yamlText } from './edits.ts'
import { isMissing } from './missing.ts'
import type { Context, Finding, Fix, Rule } from './rule.ts'
import { slotAfter } from './slot-after.ts'

const messages = {
  capacity: { en: 'Room {room} seats {seats}, {people} are expected to come.', zh: '会议室 {room} 可坐 {seats} 人，预计到场 {people} 人。' },
  equipment: { en: 'Room {room} has no {thing}.', zh: '会议室 {room} 没有 {thing}。' },
  booking: { en: 'Room {room} has to be booked: write the reference of the reservation as “booking”.', zh: '会议室 {room} 需要预订，请在“预订”中写明预订号或链接。' },
  clash: { en: 'Room {room} is held at this time by {file} as well.', zh: '会议室 {room} 在这段时间也被 {file} 占用。' },
  other: { en: 'holds {room} from {wall}', zh: '从{wall}起占用 {room}' },
  directions: { en: 'Room {room} has no directions, and {who} comes from outside.', zh: '会议室 {room} 没有写明怎么走，而{who}来自外部。' },
  fixRoom: { en: 'Take room {room}, which fits and is free', zh: '改用合适且空闲的会议室 {room}' },
  fixMove: { en: 'Move to {slot}', zh: '改到{slot}' },
} satisfies Record<string, Message>

/** A6: the room fits those who come, has what is needed, is booked, and nobody else holds it. */
export const roomFits: Rule = {
  id: 'room-fits',
  clauses: ['A6'],
  severity: 'warning',
  speaks: 'ahead',
  summary: { en: 'The room fits, is equipped and booked, and is held by one meeting only', zh: '会议室坐得下、设备齐全、已预订，且同一时间只有一场会议' },
  messages,
  *check(context) {
    const { meeting, config } = context
    const field = meeting.fields.room
    const room = field === undefined ? undefined : config.rooms.get(field.value)
    if (field === undefined || room === undefined) return
    const people = headCount(context, room)
    const fixes = [...otherRoom(context, room, people)]
    if (room.capacity !== undefined && people > room.capacity) {
      yield { message: messages.capacity, data: { room: room.key, seats: room.capacity, people }, range: field.range, fixes }
    }
    for (const thing of meeting.fields.equipment?.value ?? []) {
      if (!hasEquipment(room, thing.value)) yield { message: messages.equipment, data: { room: room.key, thing: thing.value }, range: thing.range, fixes }
    }
    if (room.bookingRequired && isMissing(meeting, 'booking')) yield { message: messages.booking, data: { room: room.key }, range: field.range }
    yield* checkClash(context, room, field.range, fixes)
    const outside = attendeesOf(meeting, config).filter((each) => each.person?.outside === true).map((each) => each.key)
    if (room.directions === undefined && outside.length > 0) {
      yield { message: messages.directions, data: { room: room.key, who: { list: outside } }, range: field.range, severity: 'info' }
    }
  },
}

function* checkClash(context: Context, room: Room, range: Finding['range'], fixes: readonly Fix[]): Iterable<Finding> {
  const { meeting, config, workspace, file } = context
  const when = whenOf(meeting, config)
  if (when === undefined) return
  for (const other of workspace.overlapping(when.start, when.end)) {
    const theirs = other.meeting.fields.room
    if (other.file === file || theirs?.value !== room.key) continue
    const wall = { wall: other.meeting.fields.start?.value ?? '' }
    yield {
      message: messages.clash, data: { room: room.key, file: other.file }, range, severity: 'error',
      related: [{ file: other.file, range: theirs.range, message: messages.other, data: { room: room.key, wall } }],
      fixes: [...fixes, ...otherTime(context)],
    }
  }
}

/** Everybody in a room-only meeting; in a hybrid one all but those who join remotely, are from outside or live in another zone. */
export function headCount({ meeting, config }: Context, room: Room): number {
  const attendees = attendeesOf(meeting, config)
  if (meeting.fields.link === undefined && isMissing(meeting, 'link')) return attendees.length
  const zone = room.timezone ?? config.timezone
  return attendees.filter((each) => {
    const theirs = zoneOfAttendee(each, config)
    return !each.remote && each.person?.outside !== true && (theirs === undefined || zone === undefined || theirs === zone)
  }).length
}

/** Whether a room has a thing, by its name; case does not count. */
export function hasEquipment(room: Room, thing: string): boolean {
  return room.equipment.some((each) => each.toLowerCase() === thing.toLowerCase())
}

function* otherRoom(context: Context, room: Room, people: number): Iterable<Fix> {
  const { meeting, text, config, workspace, file } = context
  const when = whenOf(meeting, config)
  const needs = meeting.fields.equipment?.value ?? []
  const fits = [...config.rooms.values()]
    .filter((each) => each.key !== room.key && (each.timezone ?? config.timezone) === (room.timezone ?? config.timezone))
    .filter((each) => each.capacity !== undefined && each.capacity >= people && needs.every((thing) => hasEquipment(each, thing.value)))
    .filter((each) => !each.bookingRequired && when !== undefined
      && !workspace.overlapping(when.start, when.end).some((other) => other.file !== file && other.meeting.fields.room?.value === each.key))
    .sort((a, b) => (a.capacity ?? 0) - (b.capacity ?? 0))[0]
  if (fits !== undefined) yield { title: messages.fixRoom, data: { room: fits.key }, safe: false, edits: setKey(meeting, text, 'room', yamlText(fits.key)) }
}

function* otherTime(context: Context): Iterable<Fix> {
  const { meeting, text, config } = context
  const when = whenOf(meeting, config)
  if (when === undefined || meeting.fields.repeat !== undefined) return
  const attendees = attendeesOf(meeting, config).filter((each) => each.role !== 'optional')
  const slot = slotAfter(context, when, attendees)
  if (slot?.badness === 0) yield { title: messages.fixMove, data: { slot: { wall: slot.wall } }, safe: false, edits: moveStart(meeting, text, slot.wall) }
}

