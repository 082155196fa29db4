import { resolvePerson } from '../arrangement/who.ts'
import type { Config } from '../config/model.ts'
import type { Meeting } from '../meeting/model.ts'
import type { MeetingFile } from '../rules/rule.ts'
import { personPlaces } from './people-places.ts'

/** What a repository's meetings use, for putting the likely first. */
export interface Usage {
  /** In how many meetings somebody is named, by key. */
  readonly people: ReadonlyMap<string, number>
  /** In how many meetings a link is used. */
  readonly links: ReadonlyMap<string, number>
  /** Series by id, with their files. */
  readonly series: ReadonlyMap<string, MeetingFile>
}

const ofMeeting = new WeakMap<Meeting, { readonly config: Config; readonly people: readonly string[] }>()
const ofFiles = new WeakMap<readonly MeetingFile[], { readonly config: Config; readonly usage: Usage }>()

/** Counts what the meetings use. Each meeting is read once, and the counts are kept for as long as the list of files is the same. */
export function usageOf(files: readonly MeetingFile[], config: Config): Usage {
  const known = ofFiles.get(files)
  if (known?.config === config) return known.usage
  const people = new Map<string, number>()
  const links = new Map<string, number>()
  const series = new Map<string, MeetingFile>()
  for (const entry of files) {
    const { fields } = entry.meeting
    for (const key of peopleOf(entry.meeting, config)) people.set(key, (people.get(key) ?? 0) + 1)
    for (const link of [fields.link, fields.backupLink]) if (link !== undefined) links.set(link.value, (links.get(link.value) ?? 0) + 1)
    if (fields.repeat !== undefined && fields.id !== undefined) series.set(fields.id.value, entry)
  }
  const usage = { people, links, series }
  ofFiles.set(files, { config, usage })
  return usage
}

function peopleOf(meeting: Meeting, config: Config): readonly string[] {
  const known = ofMeeting.get(meeting)
  if (known?.config === config) return known.people
  const keys = new Set<string>()
  for (const { ref } of personPlaces(meeting)) {
    const found = resolvePerson(ref, config)
    if (found.kind === 'person') keys.add(found.person.key)
    else if (found.kind === 'group') keys.add(found.group)
  }
  const people = [...keys]
  ofMeeting.set(meeting, { config, people })
  return people
}
