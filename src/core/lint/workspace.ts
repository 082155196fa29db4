import type { Config } from '../config/model.ts'
import { occurrencesBetween } from '../arrangement/series.ts'
import { isHistory, whenOf } from '../arrangement/when.ts'
import { DAY, MINUTE, type Instant } from '../arrangement/zone.ts'
import type { WallTime } from '../meeting/model.ts'
import type { MeetingFile, Occupied, Workspace } from '../rules/rule.ts'
import type { OwnWords } from '../wording/judge.ts'
import { learnNames, ownWords } from '../wording/own-words.ts'

/** A series holds its times this far ahead of now. */
const AHEAD = 90 * DAY

/**
 * Indexes the meetings of a repository by id and by time, once a run. A series' file holds the times of its next meetings, but
 * not of those that have a file of their own.
 */
export function indexWorkspace(files: readonly MeetingFile[], config: Config, now: Instant): Workspace {
  const byId = new Map<string, MeetingFile[]>()
  const occupied: Occupied[] = []
  let longest = 0
  const own = new Set(files.flatMap(({ meeting: { fields } }) => (fields.series === undefined || fields.occurrence === undefined ? [] : [place(fields.series.value, fields.occurrence.value)])))
  for (const entry of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const { fields } = entry.meeting
    if (fields.id !== undefined) {
      const same = byId.get(fields.id.value)
      if (same === undefined) byId.set(fields.id.value, [entry])
      else same.push(entry)
    }
    if (fields.status?.value === 'cancelled' || isHistory(entry.meeting, config)) continue
    const when = whenOf(entry.meeting, config)
    if (when === undefined) continue
    longest = Math.max(longest, when.end - when.start)
    if (fields.repeat === undefined) occupied.push({ ...entry, start: when.start, end: when.end })
    else {
      for (const { original, start } of occurrencesBetween(entry.meeting, config, now - DAY, now + AHEAD)) {
        if (!own.has(place(fields.id?.value ?? '', original))) occupied.push({ ...entry, start, end: start + when.duration * MINUTE })
      }
    }
  }
  occupied.sort((a, b) => a.start - b.start)
  let names: OwnWords | undefined | false = false
  return {
    get ownWords() {
      // Learnt when a rule first asks: most of what is read is never judged by its wording.
      if (names === false) names = ownWords([...config.vocabulary, ...learnNames(files.map(namesIn))])
      return names
    },
    withId: (id) => byId.get(id) ?? [],
    overlapping: (start, end) => overlapping(occupied, longest, start, end),
    hasOwnFile: (series, original) => own.has(place(series, original)),
  }
}

function place(series: string, original: WallTime): string {
  return `${series} ${original}`
}

function namesIn({ meeting }: MeetingFile): string[] {
  const { title } = meeting.fields
  return [...(title === undefined ? [] : [title.value]), ...meeting.sections.map((each) => each.heading.value)]
}

/** No meeting is longer than `longest`, so only those that begin within it before `start` can reach into the span. */
function overlapping(occupied: readonly Occupied[], longest: number, start: Instant, end: Instant): readonly Occupied[] {
  let low = 0
  let high = occupied.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((occupied[middle]?.start ?? Infinity) < start - longest) low = middle + 1
    else high = middle
  }
  const found: Occupied[] = []
  for (let at = low; at < occupied.length; at++) {
    const each = occupied[at]
    if (each === undefined || each.start >= end) break
    if (each.end > start) found.push(each)
  }
  return found
}
