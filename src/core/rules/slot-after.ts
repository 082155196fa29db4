import { nextSlot, type Slot } from '../arrangement/free-slot.ts'
import type { When } from '../arrangement/when.ts'
import { attendeesOf, type Attendee } from '../arrangement/who.ts'
import { MINUTE } from '../arrangement/zone.ts'
import type { Context } from './rule.ts'

/** The next slot within a week after the meeting's time that suits the people given and is free; undefined where nothing is. */
export function slotAfter(context: Context, { start, duration, zone }: When, attendees: readonly Attendee[]): Slot | undefined {
  const { config, present } = context
  // While the whole search lies ahead, it finds the same whenever it is made.
  const first = start - 30 * MINUTE
  return nextSlot({ attendees, start, duration, zone, config, now: present.isBefore(first) ? first : present.exactly(), isFree: isFree(context, attendees) })
}

/** Whether nobody who has to come is in another meeting, and the room is not held. */
export function isFree({ workspace, file, meeting, config }: Context, required: readonly Attendee[]): (start: number, end: number) => boolean {
  const wanted = new Set(required.map((each) => each.key))
  const room = meeting.fields.room?.value
  return (start, end) => !workspace.overlapping(start, end).some((other) => {
    if (other.file === file) return false
    if (room !== undefined && other.meeting.fields.room?.value === room) return true
    return attendeesOf(other.meeting, config).some(({ key, role }) => role !== 'optional' && wanted.has(key))
  })
}
