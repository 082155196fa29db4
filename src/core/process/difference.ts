import { editDistance } from '../text/similar.ts'
import type { AnnouncedItem, Snapshot } from './snapshot.ts'

/**
 * True when everybody has to hear of the difference between two announcements (DELIVERY, "change"): start, zone, duration,
 * room, links, agenda, materials or notes. Spelling is no difference.
 */
export function concernsAll(before: Snapshot, after: Snapshot): boolean {
  const arrangement = (each: Snapshot): string => JSON.stringify([each.start, each.zone, each.duration, each.room?.key, each.link, each.backupLink, each.notes.map(plain)])
  const materials = (each: Snapshot): string => JSON.stringify(each.materials.map(({ path, url, asOf, readBefore }) => [path, url, asOf, readBefore]))
  return arrangement(before) !== arrangement(after) || materials(before) !== materials(after) || !sameAgenda(before.agenda, after.agenda)
}

/** Keys of those whose part in the meeting is another one: new, no longer asked, or asked in another role. */
export function concernedPeople(before: Snapshot, after: Snapshot): ReadonlySet<string> {
  const roles = (each: Snapshot): Map<string, string> => new Map([
    ...each.optional.map(({ key }) => [key, 'optional'] as const), ...each.required.map((key) => [key, 'required'] as const), [each.organizer, 'organizer'] as const,
  ])
  const old = roles(before)
  const now = roles(after)
  return new Set([...old.keys(), ...now.keys()].filter((key) => old.get(key) !== now.get(key)))
}

/** True when anything that is announced differs. */
export function differs(before: Snapshot, after: Snapshot): boolean {
  return concernsAll(before, after) || concernedPeople(before, after).size > 0
}

/** True when the start moved: the old reminders and the old deadline are void. */
export function movesStart(before: Snapshot, after: Snapshot): boolean {
  return before.start !== after.start || before.zone !== after.zone
}

function sameAgenda(before: readonly AnnouncedItem[], after: readonly AnnouncedItem[]): boolean {
  return before.length === after.length && before.every((item, at) => {
    const other = after[at]
    return other !== undefined && item.minutes === other.minutes && similar(item.title, other.title)
  })
}

/** True for two texts that differ in spelling at most. */
export function similar(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)]
  const longest = Math.max(one.length, other.length)
  return one === other || editDistance(one, other, Math.floor(longest / 6) + 1) <= Math.floor(longest / 6)
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]+/gu, '')
}
