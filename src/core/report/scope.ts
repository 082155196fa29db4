import { isHistory, whenOf } from '../arrangement/when.ts'
import { attendeesOf } from '../arrangement/who.ts'
import { MINUTE, type Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import type { FileFact, Facts } from '../materials/facts.ts'
import { resolveMaterial } from '../materials/paths.ts'
import { requestFacts } from '../materials/requests.ts'
import type { Key } from '../meeting/keys.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Clause } from '../messages/clause.ts'
import type { Scope } from './model.ts'

/** What has to be looked at to say whether a clause has something to judge. */
export interface Case {
  readonly file: string
  readonly meeting: Meeting
  readonly config: Config
  readonly facts: Facts
  readonly now: Instant
}

interface ClauseScope {
  /** Keys whose unreadable value leaves nothing to judge: that value is `front-matter`'s complaint. */
  readonly keys?: readonly Key[]
  readonly applies?: (each: Case) => boolean
}

/**
 * When a clause has something to judge. Without this a meeting without slides would keep the clause about slides, and every
 * share would be near a hundred. A clause that is not named here applies to every meeting.
 */
const SCOPES: Readonly<Partial<Record<Clause, ClauseScope>>> = {
  A1: { keys: ['title'] },
  A2: { keys: ['purpose'] },
  A3: { keys: ['outcome'] },
  A4: { keys: ['start', 'date', 'time', 'duration', 'room', 'link'] },
  A5: { applies: ({ meeting, config }) => whenOf(meeting, config) !== undefined && attendeesOf(meeting, config).some((each) => each.role !== 'optional') },
  A6: { applies: ({ meeting: { fields }, config }) => fields.room !== undefined && config.rooms.has(fields.room.value) },
  A7: { applies: ({ meeting }) => meeting.fields.duration !== undefined },
  A8: { keys: ['required', 'optional'] },
  A10: { applies: ({ meeting }) => (meeting.fields.optional?.value.length ?? 0) > 0 },
  A11: { applies: ({ meeting, config }) => attendeesOf(meeting, config).some((each) => each.person?.outside === true) },
  A12: { applies: ({ meeting, file }) => requestFacts(meeting, file).length > 0 },
  A13: { applies: (each) => each.meeting.fields.materials?.value.some(({ asOf }) => asOf !== undefined) === true || factsOf(each).some(({ committed }) => typeof committed === 'number') },
  A14: { applies: (each) => factsOf(each).some(({ sheet }) => sheet !== undefined && !('unreadable' in sheet)) },
  A15: { applies: (each) => factsOf(each).some(({ deck }) => deck !== undefined && !('unreadable' in deck) && deck.slides.length > 0) },
  A16: { applies: ({ meeting }) => meeting.fields.link !== undefined },
  A18: { applies: ({ meeting }) => (meeting.fields.channels?.value.length ?? 0) > 0 },
  A19: { applies: isImportant },
  B2: { applies: ({ meeting }) => (meeting.fields.materials?.value.length ?? 0) > 0 },
  B3: { keys: ['rsvp_by'], applies: ({ meeting }) => meeting.fields.repeat === undefined && hasDay(meeting) },
  D1: { applies: minutesAreDue },
  D2: { applies: ({ meeting }) => (meeting.minutes?.actions?.items.length ?? 0) > 0 },
  E2: { applies: isImportant },
  E5: { applies: ({ meeting, config }) => hasDay(meeting) && attendeesOf(meeting, config).length > 0 },
}

/** Without a day nobody is asked for a reply, nor called. */
function hasDay({ fields }: Meeting): boolean {
  return fields.start !== undefined || fields.startDay !== undefined
}

/** Whether a clause has something to judge in a meeting. */
export function applies(clause: Clause, each: Case): boolean {
  const { keys = [], applies: own } = SCOPES[clause] ?? {}
  const entries = each.meeting.frontMatter?.entries ?? []
  if (entries.some(({ key, readable, empty }) => key !== undefined && keys.includes(key) && !readable && !empty)) return false
  return own?.(each) !== false
}

/** What sort of file it is to the report. */
export function sortOf(meeting: Meeting, config: Config, isRead: boolean, isNamed: boolean): Exclude<keyof Scope, 'files'> {
  if (!isRead || meeting.frontMatter?.readable === false) return 'unreadable'
  if (meeting.frontMatter === undefined && !isNamed) return 'bare'
  if (meeting.fields.status?.value === 'cancelled') return 'cancelled'
  return isHistory(meeting, config) ? 'history' : 'judged'
}

/** What was found out of a meeting's materials. */
function factsOf({ meeting, facts }: Case): FileFact[] {
  return (meeting.fields.materials?.value ?? []).flatMap(({ path }) => {
    const target = path === undefined ? undefined : resolveMaterial(path.value)
    const fact = target?.kind === 'inside' ? facts.get(target.path) : undefined
    return fact === undefined ? [] : [fact]
  })
}

function isImportant({ meeting }: Case): boolean {
  return meeting.fields.importance?.value === 'high'
}

function minutesAreDue({ meeting, config, now }: Case): boolean {
  const when = whenOf(meeting, config)
  if (when === undefined || meeting.fields.repeat !== undefined) return false
  const extended = (meeting.fields.extended?.value ?? []).reduce((sum, { by }) => sum + (by?.value ?? 0), 0)
  return now >= when.end + (extended + config.minutesWithin) * MINUTE
}
