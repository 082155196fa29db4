import type { Config } from '../config/model.ts'
import { isHistory, whenOf } from '../arrangement/when.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { MeetingFile, Occupied, Workspace } from '../rules/rule.ts'

/** Indexes the meetings of a repository by id and by time, once a run. */
export function indexWorkspace(files: readonly MeetingFile[], config: Config): Workspace {
  const byId = new Map<string, MeetingFile[]>()
  const occupied: Occupied[] = []
  let longest = 0
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
    occupied.push({ ...entry, start: when.start, end: when.end })
    longest = Math.max(longest, when.end - when.start)
  }
  occupied.sort((a, b) => a.start - b.start)
  return {
    withId: (id) => byId.get(id) ?? [],
    overlapping: (start, end) => overlapping(occupied, longest, start, end),
  }
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
