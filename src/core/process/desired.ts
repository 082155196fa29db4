import { channelsOf } from '../arrangement/channels.ts'
import { replyDeadline, whenOf, type When } from '../arrangement/when.ts'
import { attendeesOf, keysOf } from '../arrangement/who.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Message } from '../messages/message.ts'
import type { AnnouncedMaterial, Snapshot } from './snapshot.ts'

/** A meeting file as it is merged. */
export interface Desired {
  readonly file: string
  readonly text: string
  readonly meeting: Meeting
}

/** What an announcement needs and a file lacks. */
export type Lacking = 'id' | 'title' | 'start' | 'duration' | 'timezone' | 'organizer' | 'place' | 'required'

export const LACKING: Readonly<Record<Lacking, Message>> = {
  id: { en: 'id', zh: '编号' }, title: { en: 'title', zh: '主题' }, start: { en: 'start', zh: '开始时间' }, duration: { en: 'duration', zh: '时长' },
  timezone: { en: 'timezone', zh: '时区' }, organizer: { en: 'organizer', zh: '组织者' }, place: { en: 'room or link', zh: '会议室或会议链接' },
  required: { en: 'required', zh: '必须参加' },
}

/** What the invitation would lack (B1); an announcement waits until nothing does. */
export function lackingFields({ meeting }: Desired, config: Config): Lacking[] {
  const { fields } = meeting
  const lacking: Lacking[] = []
  if (fields.id === undefined) lacking.push('id')
  if (fields.title === undefined) lacking.push('title')
  if (fields.start === undefined) lacking.push('start')
  if (fields.duration === undefined) lacking.push('duration')
  if (fields.start !== undefined && fields.duration !== undefined && whenOf(meeting, config) === undefined) lacking.push('timezone')
  const attendees = attendeesOf(meeting, config)
  if (!attendees.some((each) => each.role === 'organizer')) lacking.push('organizer')
  if (fields.room === undefined && fields.link === undefined) lacking.push('place')
  if (!attendees.some((each) => each.role === 'required')) lacking.push('required')
  return lacking
}

/** What would be announced of a meeting now. `since`: when this start was or is announced first, for the reply deadline. */
export function takeSnapshot({ meeting, text }: Desired, when: When, config: Config, since: Instant): Snapshot {
  const { fields } = meeting
  const attendees = attendeesOf(meeting, config)
  const remote = new Set((fields.remote?.value ?? []).flatMap((ref) => keysOf(ref, config)))
  const room = fields.room === undefined ? undefined : config.rooms.get(fields.room.value)
  const preparation = meeting.preparation?.hasContent === true ? text.slice(meeting.preparation.section.content.start, meeting.preparation.section.content.end).trim() : undefined
  return {
    meeting: fields.id?.value ?? '',
    ...(fields.series === undefined ? {} : { series: fields.series.value }),
    ...(fields.occurrence === undefined ? {} : { occurrence: fields.occurrence.value }),
    language: config.language ?? meeting.language,
    title: fields.title?.value ?? '', purpose: fields.purpose?.value ?? '', outcome: (fields.outcome?.value ?? []).map((each) => each.value),
    importance: fields.importance?.value ?? 'normal', urgency: fields.urgency?.value ?? 'normal',
    start: fields.start?.value ?? '', zone: when.zone, duration: when.duration,
    ...(fields.room === undefined ? {} : {
      room: {
        key: fields.room.value, name: room?.name ?? fields.room.value, ...(room?.directions === undefined ? {} : { directions: room.directions }),
        ...(room?.signIn === undefined ? {} : { signIn: room.signIn }),
      },
    }),
    ...(fields.link === undefined ? {} : { link: fields.link.value }),
    ...(fields.backupLink === undefined ? {} : { backupLink: fields.backupLink.value }),
    organizer: attendees.find((each) => each.role === 'organizer')?.key ?? '',
    required: attendees.filter((each) => each.role === 'required').map((each) => each.key),
    optional: attendees.filter((each) => each.role === 'optional').map(({ key, reason }) => ({ key, ...(reason === undefined ? {} : { reason }) })),
    remote: attendees.filter((each) => remote.has(each.key)).map((each) => each.key),
    channels: channelsOf(meeting, config),
    rsvpBy: replyDeadline(meeting, when, since),
    agenda: (meeting.agenda?.items ?? []).map((item) => {
      const span = item.clock?.value.end === undefined ? undefined : (item.clock.value.end - item.clock.value.start + 1440) % 1440
      const minutes = item.minutes?.value ?? span
      const owners = item.owners.map((ref) => keysOf(ref, config)[0] ?? ref.value)
      return { title: item.title.value, ...(minutes === undefined ? {} : { minutes }), owners }
    }),
    materials: (fields.materials?.value ?? []).map(({ path, url, asOf, readBefore, note }): AnnouncedMaterial => ({
      ...(path === undefined ? {} : { path: path.value }), ...(url === undefined ? {} : { url: url.value }), ...(asOf === undefined ? {} : { asOf: asOf.value }),
      ...(readBefore === undefined ? {} : { readBefore: readBefore.value }), ...(note === undefined ? {} : { note: note.value }),
    })),
    ...(preparation === undefined ? {} : { preparation }),
    notes: (fields.notes?.value ?? []).map((each) => each.value),
  }
}

/** Everybody who is asked to come, organizer first, then required, then optional (A9). */
export function audience(snapshot: Snapshot): { readonly key: string; readonly role: 'organizer' | 'required' | 'optional' }[] {
  const found = new Map<string, 'organizer' | 'required' | 'optional'>([[snapshot.organizer, 'organizer']])
  for (const key of snapshot.required) if (!found.has(key)) found.set(key, 'required')
  for (const { key } of snapshot.optional) if (!found.has(key)) found.set(key, 'optional')
  return [...found].map(([key, role]) => ({ key, role }))
}
