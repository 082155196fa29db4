import { zoneOf, zoneOfAttendee } from '../arrangement/when.ts'
import { attendeesOf } from '../arrangement/who.ts'
import type { Config } from '../config/model.ts'
import type { Message } from '../messages/message.ts'
import { isMissing } from './missing.ts'
import type { Fix, Rule } from './rule.ts'

const messages = {
  zone: { en: '{person} comes from outside and has no time zone: write one in .convoke.yml, so that the invitation tells the local time.', zh: '{person} 来自外部但没有写明时区，请在 .convoke.yml 中补上，邀请里才能给出当地时间。' },
  join: { en: '{person} comes from outside and is not told how to join: add a link, or directions to the room.', zh: '{person} 来自外部，但没有写明如何参加，请加上会议链接，或会议室的路线。' },
  travel: { en: '{person} is from outside and in another zone ({zone}), and there is only a room: will they travel? Else add a link.', zh: '{person} 来自外部且在另一个时区（{zone}），而会议只有会议室：对方会到场吗？否则请加上会议链接。' },
  fixZone: { en: 'Write into .convoke.yml that {person} is in {zone}', zh: '在 .convoke.yml 中写明 {person} 的时区是 {zone}' },
} satisfies Record<string, Message>

/** A11: for people outside the organisation, the time difference and the way to join are settled beforehand. */
export const outsideAttendees: Rule = {
  id: 'outside-attendees',
  clauses: ['A11'],
  severity: 'warning',
  speaks: 'always',
  summary: { en: 'People from outside have a known zone and a way to join', zh: '外部人员的时区和参加方式都已写明' },
  messages,
  *check({ meeting, config }) {
    const outside = attendeesOf(meeting, config).filter((each) => each.person?.outside === true)
    if (outside.length === 0) return
    const linked = meeting.fields.link !== undefined || !isMissing(meeting, 'link')
    const room = meeting.fields.room === undefined ? undefined : config.rooms.get(meeting.fields.room.value)
    const meetingZone = zoneOf(meeting, config)
    const roomZone = room?.timezone ?? config.timezone ?? meetingZone
    for (const attendee of outside) {
      const { range } = attendee.ref
      const person = attendee.key
      const zone = zoneOfAttendee(attendee, config)
      if (zone === undefined) yield { message: messages.zone, data: { person }, range, fixes: zoneFixes(person, meetingZone, config) }
      // No place at all is A4's complaint and an unknown room `front-matter`'s; one is enough.
      if (linked || room === undefined) continue
      if (zone !== undefined && zone !== roomZone) yield { message: messages.travel, data: { person, zone }, range, severity: 'info' }
      else if (room.directions === undefined) yield { message: messages.join, data: { person }, range }
    }
  },
}

/** The zones that somebody may be in: the meeting's, then those of others from outside. Which one, a person has to say. */
function zoneFixes(person: string, meetingZone: string | undefined, config: Config): Fix[] {
  const others = [...config.people.values()].flatMap((each) => (each.outside && each.timezone !== undefined ? [each.timezone] : []))
  const zones = [...new Set([...(meetingZone === undefined ? [] : [meetingZone]), ...others])].slice(0, 5)
  return zones.map((zone) => ({
    title: messages.fixZone, data: { person, zone }, safe: false, edits: [], settings: [{ path: ['people', person, 'timezone'], value: zone }],
  }))
}
