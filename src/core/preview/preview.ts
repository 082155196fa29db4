import { whenOf, zoneOfAttendee } from '../arrangement/when.ts'
import { attendeesOf, resolvePerson, type Attendee } from '../arrangement/who.ts'
import { wallAt, type Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import { agendaTimeline } from '../language/timeline.ts'
import type { AgendaItem, Meeting, PersonRef } from '../meeting/model.ts'
import { indexLines, lineAt } from '../text/lines.ts'

/** What the preview shows of a meeting beside its own words; nothing in it is marked up yet. */
export interface Preview {
  readonly meeting: Meeting
  readonly facts: Facts
  readonly people: readonly PersonRow[]
  readonly agenda: readonly AgendaRow[]
  readonly actions: readonly ActionRow[]
  /** Zero-based line on which the body begins. */
  readonly bodyLine: number
  /** Zero-based line of the heading that an agenda or a list of action items stands under. */
  readonly agendaLine?: number
  readonly actionsLine?: number
}

export interface Facts {
  readonly title?: string
  readonly status: 'planned' | 'draft' | 'cancelled'
  readonly important: boolean
  readonly urgent: boolean
  readonly purpose?: string
  readonly outcome: readonly string[]
  /** Wall times in `zone`. */
  readonly start?: string
  readonly end?: string
  readonly zone?: string
  /** Minutes. */
  readonly duration?: number
  readonly room?: string
  readonly link?: string
  readonly rsvpBy?: string
}

export interface PersonRow {
  readonly name: string
  readonly role: Attendee['role']
  readonly reason?: string
  readonly outside: boolean
  readonly remote: boolean
  /** Their wall times; absent where their zone or the meeting's time is not known. */
  readonly start?: string
  readonly end?: string
  readonly zone?: string
}

export interface AgendaRow {
  readonly title: string
  readonly owner?: string
  /** Minutes after midnight of the meeting's day. */
  readonly from?: number
  readonly to?: number
  readonly minutes?: number
  /** Part of the meeting's time, 0 to 1. */
  readonly share?: number
  /** It reaches beyond the meeting's end. */
  readonly over: boolean
  /** Zero-based line on which the item begins. */
  readonly line: number
  readonly form: AgendaItem['form']
}

export interface ActionRow {
  readonly text: string
  readonly owner?: string
  readonly due?: string
  readonly done: boolean
  readonly overdue: boolean
  readonly issue?: number
  readonly line: number
}

/** Reads what the preview shows out of a meeting. `now` tells what is overdue. */
export function previewOf(meeting: Meeting, text: string, config: Config, now: Instant): Preview {
  const lines = indexLines(text)
  const lineOf = (offset: number): number => lineAt(lines, offset)
  const { agenda } = meeting
  const actions = meeting.minutes?.actions ?? meeting.looseActions
  return {
    meeting, bodyLine: lineOf(meeting.bodyStart), facts: factsOf(meeting, config), people: peopleOf(meeting, config), agenda: agendaOf(meeting, config, lineOf), actions: actionsOf(meeting, config, now, lineOf),
    ...(agenda === undefined ? {} : { agendaLine: lineOf(agenda.section.headingRange.start) }), ...(actions === undefined ? {} : { actionsLine: lineOf(actions.section.headingRange.start) }),
  }
}

function factsOf(meeting: Meeting, config: Config): Facts {
  const { title, purpose, outcome, status, importance, urgency, room, link, rsvpBy, duration } = meeting.fields
  const when = whenOf(meeting, config)
  return {
    status: status?.value ?? 'planned', important: importance?.value === 'high', urgent: urgency?.value === 'urgent', outcome: (outcome?.value ?? []).map(({ value }) => value),
    ...optional('title', title?.value), ...optional('purpose', purpose?.value), ...optional('duration', duration?.value), ...optional('link', link?.value), ...optional('rsvpBy', rsvpBy?.value),
    ...optional('room', room === undefined ? undefined : config.rooms.get(room.value)?.name ?? room.value),
    ...(when === undefined ? optional('start', meeting.fields.start?.value) : { start: wallAt(when.start, when.zone), end: wallAt(when.end, when.zone), zone: when.zone }),
  }
}

function peopleOf(meeting: Meeting, config: Config): readonly PersonRow[] {
  const when = whenOf(meeting, config)
  return attendeesOf(meeting, config).map((attendee): PersonRow => {
    const zone = zoneOfAttendee(attendee, config)
    const local = when === undefined || zone === undefined ? {} : { start: wallAt(when.start, zone), end: wallAt(when.end, zone), zone }
    // An address stays out of what others may see on a shared screen.
    const name = attendee.person?.name ?? attendee.person?.key ?? (attendee.login === undefined ? attendee.ref.value.replace(/@.*$/, '') : `@${attendee.login}`)
    return { name, role: attendee.role, outside: attendee.person?.outside === true, remote: attendee.remote, ...optional('reason', attendee.reason), ...local }
  })
}

function agendaOf(meeting: Meeting, config: Config, lineOf: (offset: number) => number): readonly AgendaRow[] {
  const start = meeting.fields.start?.value.slice(11)
  const length = meeting.fields.duration?.value
  const end = start === undefined || length === undefined ? undefined : Number(start.slice(0, 2)) * 60 + Number(start.slice(3, 5)) + length
  return agendaTimeline(meeting).items.map(({ item, from, to, minutes }) => ({
    title: item.title.value, line: lineOf(item.range.start), form: item.form, over: end !== undefined && to !== undefined && to > end,
    ...optional('owner', ownersOf(item.owners, config)), ...optional('from', from), ...optional('to', to), ...optional('minutes', minutes),
    ...(minutes === undefined || length === undefined || length === 0 ? {} : { share: Math.min(1, minutes / length) }),
  }))
}

function actionsOf(meeting: Meeting, config: Config, now: Instant, lineOf: (offset: number) => number): readonly ActionRow[] {
  const items = (meeting.minutes?.actions ?? meeting.looseActions)?.items ?? []
  const today = wallAt(now, meeting.fields.timezone?.value ?? config.timezone ?? 'UTC').slice(0, 10)
  return items.map((item) => ({
    text: item.text.value, done: item.done, line: lineOf(item.range.start), overdue: !item.done && item.due !== undefined && item.due.value < today,
    ...optional('owner', ownersOf(item.owners, config)), ...optional('due', item.due?.value ?? item.dueText?.value), ...optional('issue', item.issue?.value),
  }))
}

function ownersOf(owners: readonly PersonRef[], config: Config): string | undefined {
  const names = owners.map((owner) => {
    const meant = resolvePerson(owner, config)
    return meant.kind === 'person' ? meant.person.name ?? meant.person.key : owner.form === 'login' ? `@${owner.value}` : owner.value
  })
  return names.length === 0 ? undefined : names.join(', ')
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>)
}
