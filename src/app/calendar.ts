import { occurrencesBetween, ruleOf } from '../core/arrangement/series.ts'
import { whenOf } from '../core/arrangement/when.ts'
import { DAY, type Instant } from '../core/arrangement/zone.ts'
import type { Config } from '../core/config/model.ts'
import { takeSnapshot } from '../core/process/desired.ts'
import { calendarFeed, type CalendarSeries } from '../core/render/calendar/calendar.ts'
import { calendarDescription } from '../core/render/calendar/description.ts'
import type { CalendarEvent } from '../core/render/calendar/event.ts'
import { directoryOf } from '../core/render/notice/reader.ts'
import { calendarUid } from '../core/render/uid.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { ReadMeeting } from './meetings.ts'

export interface Calendar {
  readonly content: string
  /** Files that hold no time that a calendar can show, drafts and cancelled ones included. */
  readonly left: readonly string[]
  /** Entries for which no ledger says the SEQUENCE. */
  readonly unsequenced: number
}

/**
 * Calendar entries of meetings, for a feed: stable UIDs, no METHOD, no attendees (a published file tells nobody's address).
 * A series is one entry that repeats; its meetings that have files of their own stand in it as exceptions.
 */
export async function calendarOf(meetings: readonly ReadMeeting[], config: Config, ledger: Ledger | undefined, now: Instant): Promise<Calendar> {
  const left: string[] = []
  const events: { event: CalendarEvent; read: ReadMeeting }[] = []
  let unsequenced = 0
  for (const read of meetings) {
    const { meeting, file, text } = read
    const when = whenOf(meeting, config)
    const id = meeting.fields.id?.value
    const status = meeting.fields.status?.value ?? 'planned'
    if (when === undefined || text === undefined || status !== 'planned') {
      left.push(file)
      continue
    }
    const stored = id === undefined ? undefined : await ledger?.read(id)
    const known = stored === undefined || stored === 'unknown' ? undefined : stored.entry
    if (known === undefined) unsequenced++
    const snapshot = takeSnapshot({ file, meeting, text }, when, config, now)
    const directory = directoryOf(config)
    const description = calendarDescription(snapshot, { language: snapshot.language, sink: 'issue' }, directory)
    events.push({ read, event: { snapshot, uid: calendarUid(config.namespace ?? 'convoke', snapshot.series ?? (id ?? file)), sequence: known?.sequence ?? 0, stamp: known?.startAnnounced ?? now, description } })
  }
  return { content: calendarFeed(join(events, config), undefined), left, unsequenced }
}

function join(events: readonly { event: CalendarEvent; read: ReadMeeting }[], config: Config): (CalendarEvent | CalendarSeries)[] {
  const series = new Set(events.flatMap(({ read: { meeting } }) => (meeting.fields.repeat === undefined ? [] : meeting.fields.id?.value ?? [])))
  return events.flatMap(({ event, read: { meeting } }): (CalendarEvent | CalendarSeries)[] => {
    const rule = ruleOf(meeting)
    if (rule === undefined) return event.snapshot.series !== undefined && series.has(event.snapshot.series) ? [] : [event]
    const own = events.filter((each) => each.event.snapshot.series === meeting.fields.id?.value && each.event.snapshot.occurrence !== undefined).map((each) => each.event)
    const has = new Set(own.map((each) => each.snapshot.occurrence))
    const begin = whenOf(meeting, config)?.start ?? 0
    const moved = occurrencesBetween(meeting, config, begin, begin + 800 * DAY).filter((each) => each.original !== each.wall && !has.has(each.original))
    const moves = moved.map((each): CalendarEvent => ({ ...event, snapshot: { ...event.snapshot, series: meeting.fields.id?.value ?? '', occurrence: each.original, start: each.wall } }))
    const clock = event.snapshot.start.slice(10)
    const except = (meeting.fields.except?.value ?? []).map((each) => (each.value.length > 10 ? each.value : each.value + clock))
    const until = meeting.fields.until?.value
    const bounded = until === undefined || /UNTIL=|COUNT=/.test(rule) ? rule : `${rule};UNTIL=${until.replaceAll('-', '')}T235959Z`
    return [{ ...event, rule: bounded, except, occurrences: [...own, ...moves] }]
  })
}
