import { placesOf } from '../config/places.ts'
import { resolvePerson } from '../arrangement/who.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Range } from '../text/range.ts'
import type { Repository } from './context.ts'
import { bareRange, personPlaceAt } from './people-places.ts'

/** Something that has one entry and many mentions in a repository. */
export interface Subject {
  readonly kind: 'person' | 'group' | 'room' | 'meeting'
  /** Key of `.convoke.yml`, or a meeting's id. */
  readonly key: string
  /** Where it is written under the cursor. */
  readonly range: Range
  /** The text under the range is the key itself, not a login or a name that stands for it. */
  readonly isKey: boolean
}

/** What is named at an offset of a meeting file: a person, a group, a room, or a meeting by its id; people in running text only with the file's text. */
export function subjectAt(meeting: Meeting, offset: number, { config }: Repository, text?: string): Subject | undefined {
  const place = personPlaceAt(meeting, offset, text)
  if (place !== undefined) {
    const found = resolvePerson(place.ref, config)
    const range = bareRange(place.ref) ?? place.ref.range
    if (found.kind === 'person') return { kind: 'person', key: found.person.key, range, isKey: place.ref.value === found.person.key && bareRange(place.ref) !== undefined }
    if (found.kind === 'group') return { kind: 'group', key: found.group, range, isKey: bareRange(place.ref) !== undefined }
    return undefined
  }
  const { room, id, series } = meeting.fields
  const within = (range: Range): boolean => range.start <= offset && offset <= range.end
  if (room !== undefined && within(room.range)) return config.rooms.has(room.value) ? { kind: 'room', key: room.value, range: room.range, isKey: true } : undefined
  for (const field of [id, series]) if (field !== undefined && within(field.range)) return { kind: 'meeting', key: field.value, range: field.range, isKey: true }
  return undefined
}

/** The person, group or room whose key stands at an offset of `.convoke.yml`. */
export function subjectInConfig(configText: string, offset: number): Subject | undefined {
  const { people, groups, rooms, members } = placesOf(configText)
  const kinds = [['person', people], ['person', members], ['group', groups], ['room', rooms]] as const
  for (const [kind, places] of kinds) {
    const found = places.find(({ range }) => range.start <= offset && offset <= range.end)
    if (found !== undefined) return { kind, key: found.key, range: found.range, isKey: true }
  }
  return undefined
}
