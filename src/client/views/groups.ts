import type { ActionSummary, MeetingSummary } from '../../server/protocol.ts'

/** Meetings that a view shows under one heading, in the order shown. */
export interface MeetingGroup {
  readonly name: 'today' | 'upcoming' | 'minutes' | 'undated' | 'series' | 'past'
  readonly meetings: readonly MeetingSummary[]
}

/** Open action items of one person, or of nobody, in the order shown. */
export interface OwnerGroup {
  /** Directory key; absent for items without an owner. */
  readonly owner?: string
  readonly name?: string
  readonly overdue: number
  readonly actions: readonly ActionSummary[]
}

/** How many meetings of the past are worth listing: older ones are found by search. */
const PAST = 30

/** The groups that hold anything, today first. Cancelled meetings are in none; a meeting that is over and waits for its minutes is called by that, not by its day. */
export function groupMeetings(meetings: readonly MeetingSummary[], now: number, sameDay: (a: number, b: number) => boolean): readonly MeetingGroup[] {
  const groups: Record<MeetingGroup['name'], MeetingSummary[]> = { today: [], upcoming: [], minutes: [], undated: [], series: [], past: [] }
  for (const each of meetings) {
    if (each.status !== 'cancelled') groups[groupOf(each, now, sameDay)].push(each)
  }
  const byStart = (a: MeetingSummary, b: MeetingSummary): number => (a.start ?? 0) - (b.start ?? 0) || (a.file < b.file ? -1 : 1)
  for (const name of ['today', 'upcoming', 'minutes'] as const) groups[name].sort(byStart)
  groups.past = groups.past.sort((a, b) => byStart(b, a)).slice(0, PAST)
  return (['today', 'upcoming', 'minutes', 'undated', 'series', 'past'] as const).filter((name) => groups[name].length > 0).map((name) => ({ name, meetings: groups[name] }))
}

function groupOf(meeting: MeetingSummary, now: number, sameDay: (a: number, b: number) => boolean): MeetingGroup['name'] {
  if (meeting.isSeries) return 'series'
  if (meeting.start === undefined) return 'undated'
  if (meeting.waitsForMinutes && (meeting.end ?? meeting.start) <= now) return 'minutes'
  if ((meeting.end ?? meeting.start) > now) return sameDay(meeting.start, now) || meeting.start <= now ? 'today' : 'upcoming'
  return 'past'
}

/** Open items by owner: `me` first, then whoever has the most overdue; within an owner overdue first, then by date, undated last. */
export function groupActions(actions: readonly ActionSummary[], me?: string): readonly OwnerGroup[] {
  const owners = new Map<string | undefined, ActionSummary[]>()
  for (const each of actions) {
    if (each.done) continue
    const own = owners.get(each.owner?.key)
    if (own === undefined) owners.set(each.owner?.key, [each])
    else own.push(each)
  }
  const groups = [...owners].map(([owner, items]): OwnerGroup => {
    const name = items[0]?.owner?.name
    return {
      ...(owner === undefined ? {} : { owner }), ...(name === undefined ? {} : { name }), overdue: items.filter((each) => each.overdue).length,
      actions: items.sort((a, b) => Number(b.overdue) - Number(a.overdue) || order(a.due ?? '9', b.due ?? '9') || order(a.file, b.file) || a.line - b.line),
    }
  })
  const isMe = (group: OwnerGroup): boolean => me !== undefined && me !== '' && group.owner === me
  return groups.sort((a, b) => Number(isMe(b)) - Number(isMe(a)) || Number(a.owner === undefined) - Number(b.owner === undefined) || b.overdue - a.overdue || order(a.name ?? '', b.name ?? ''))
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
