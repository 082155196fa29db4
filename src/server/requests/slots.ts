import { freeSlots } from '../../core/arrangement/free-slot.ts'
import { attendeesOf, type Attendee } from '../../core/arrangement/who.ts'
import { resolveWall } from '../../core/arrangement/zone.ts'
import type { Person } from '../../core/config/model.ts'
import { isZone } from '../../core/config/zone-name.ts'
import { renderValue } from '../../core/messages/render.ts'
import type { Requests } from '../protocol.ts'
import type { Session } from '../session.ts'

/** So many slots are proposed. */
const MOST = 12
/** Minutes that a meeting lasts at most where slots are sought. */
const LONGEST = 24 * 60

/**
 * Free slots within a week that suit the people named, those that suit everybody first. A slot is free where nobody of them has to be
 * in another meeting of the repository and nobody holds the room.
 */
export async function slots(session: Session, { people, room, duration, from, zone, uri }: Requests['convoke/slots']['params']): Promise<Requests['convoke/slots']['result']> {
  const workspace = (uri === undefined ? undefined : session.find(uri)?.workspace) ?? session.workspaces()[0]
  await workspace?.ready()
  const wanted = zone !== undefined && isZone(zone) ? zone : workspace?.config.timezone ?? 'UTC'
  if (workspace === undefined || !(duration > 0 && duration <= LONGEST)) return { zone: wanted, slots: [] }
  const { config, index, now } = workspace
  const keys = new Set(people.flatMap((key) => config.groups.get(key) ?? [key]))
  const attendees = [...keys].flatMap((key): Attendee[] => {
    // Whoever's zone nobody knows is taken to live where the meeting is: a time in the night suits nobody.
    const known: Person = config.people.get(key) ?? { key, addresses: new Map(), outside: false }
    const person = { ...known, timezone: known.timezone ?? wanted }
    return [{ key, person, ref: { value: key, range: { start: 0, end: 0 }, form: 'key' }, role: 'required', remote: false }]
  })
  const own = uri === undefined ? undefined : session.find(uri)?.file
  const found = freeSlots({
    attendees, duration, zone: wanted, config, now,
    start: from !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(from) ? Math.max(now, resolveWall(from, wanted).instant) : now,
    isFree: (start, end) => !index.overlapping(start, end).some(({ file, meeting }) => {
      if (file === own) return false
      if (room !== undefined && meeting.fields.room?.value === room) return true
      return attendeesOf(meeting, config).some(({ key, role }) => role !== 'optional' && keys.has(key))
    }),
  }, MOST)
  return { zone: wanted, slots: found.map(({ wall, unsuited }) => ({ wall, label: renderValue({ wall }, session.language), suitsEverybody: unsuited === 0 })) }
}
