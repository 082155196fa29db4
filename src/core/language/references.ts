import { placesOf } from '../config/places.ts'
import { resolvePerson } from '../arrangement/who.ts'
import type { MeetingFile } from '../rules/rule.ts'
import type { Range } from '../text/range.ts'
import type { Repository } from './context.ts'
import { personPlaces } from './people-places.ts'
import type { FilePlace } from './shapes.ts'
import type { Subject } from './subjects.ts'

/** The configuration's file. */
export const CONFIG_FILE = '.convoke.yml'

/** Where a subject has its entry: in `.convoke.yml`, or the file with a meeting's id. */
export function definitionsOf(subject: Subject, repository: Repository): FilePlace[] {
  if (subject.kind === 'meeting') return idPlaces(subject.key, repository.files)
  if (repository.configText === undefined) return []
  const places = placesOf(repository.configText)
  const entries = { person: places.people, group: places.groups, room: places.rooms }[subject.kind]
  return entries.filter(({ key }) => key === subject.key).map(({ range }) => ({ file: CONFIG_FILE, range }))
}

/**
 * Every place that names a subject, in the order of the files: by key, login or name for a person; mentions in running text only in
 * files whose text is at hand. With `declaration`, its own entry comes first.
 */
export function referencesOf(subject: Subject, repository: Repository, declaration: boolean): FilePlace[] {
  const own = declaration ? definitionsOf(subject, repository) : []
  const inConfig = subject.kind === 'person' && repository.configText !== undefined
    ? placesOf(repository.configText).members.filter(({ key }) => key === subject.key).map(({ range }) => ({ file: CONFIG_FILE, range })) : []
  return [...own, ...inConfig, ...repository.files.flatMap((each) => placesIn(each, subject, repository).map((range) => ({ file: each.file, range })))]
}

function placesIn(entry: MeetingFile, subject: Subject, repository: Repository): Range[] {
  const { fields } = entry.meeting
  if (subject.kind === 'meeting') return fields.series?.value === subject.key ? [fields.series.range] : []
  if (subject.kind === 'room') return fields.room?.value === subject.key ? [fields.room.range] : []
  const read = personPlaces(entry.meeting).filter(({ ref }) => {
    const found = resolvePerson(ref, repository.config)
    return found.kind === 'person' ? subject.kind === 'person' && found.person.key === subject.key : found.kind === 'group' && subject.kind === 'group' && found.group === subject.key
  }).map(({ ref }) => ref.range)
  const more = proseMentions(entry, subject.key, repository).filter((range) => !read.some((each) => each.start <= range.start && range.start < each.end))
  return [...read, ...more].sort((a, b) => a.start - b.start)
}

/** `@key` in running text, which the meeting's model does not hold. */
export function proseMentions({ file, meeting }: MeetingFile, key: string, { textOf }: Repository): Range[] {
  const text = textOf?.(file)
  if (text === undefined) return []
  const found: Range[] = []
  for (const sign of ['@', '＠']) {
    const written = `${sign}${key}`
    for (let at = text.indexOf(written, meeting.bodyStart); at !== -1; at = text.indexOf(written, at + written.length)) {
      const end = at + written.length
      const goesOn = /[\p{L}\d_]|[.-](?=[\p{Script=Latin}\d])|\/(?=[a-z])/uy
      goesOn.lastIndex = end
      if (!goesOn.test(text) && !/[a-z\d._-]/i.test(text.charAt(at - 1))) found.push({ start: at, end })
    }
  }
  return found
}

function idPlaces(id: string, files: readonly MeetingFile[]): FilePlace[] {
  return files.flatMap(({ file, meeting }) => (meeting.fields.id?.value === id ? [{ file, range: meeting.fields.id.range }] : []))
}
