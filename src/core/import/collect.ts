import type { Config } from '../config/model.ts'
import { DEFAULT_CONFIG } from '../config/parse.ts'
import { writeEntries, writeListItems } from '../config/write.ts'
import type { Fields } from '../meeting/model.ts'
import { parse } from '../meeting/parse.ts'
import { applyEdits } from '../text/edit.ts'
import { readCalendar, type CalendarMeeting } from './calendar.ts'
import { directoryEntries, proposeDirectory, type ProposedPerson } from './directory.ts'
import type { OtherKind } from './kind.ts'
import type { Named, Proposal } from './model.ts'
import { calendarFiles, templateFile, type NewFile } from './new-file.ts'
import { proposeMeeting } from './propose.ts'
import { writeMeeting, type Written } from './write.ts'

/** A file as it is given to be imported; its path is relative to the repository's root. */
export interface GivenFile {
  readonly path: string
  readonly text: string
}

/** Keys that a person still has to fill in: `place` is a room or a link. */
export type Lack = 'title' | 'purpose' | 'outcome' | 'start' | 'timezone' | 'duration' | 'organizer' | 'place' | 'required'

/** What importing makes of one file. */
export interface ImportedFile {
  readonly path: string
  readonly proposal: Proposal
  readonly written: Written
  readonly changed: boolean
  readonly lacks: readonly Lack[]
}

/** Meeting files made of a calendar or a template, which itself stays as it is. */
export interface ImportedSource {
  readonly path: string
  readonly kind: 'calendar' | 'template'
  readonly files: readonly (NewFile & { readonly lacks: readonly Lack[] })[]
  /** Names of zones in the calendar that are not known. */
  readonly unknownZones: readonly string[]
}

/** A file that is no meeting, and what it is instead. */
export interface SkippedFile {
  readonly path: string
  readonly kind: OtherKind
}

/** What importing makes of all files given, as data: nothing is written yet. */
export interface Import {
  readonly files: readonly ImportedFile[]
  readonly sources: readonly ImportedSource[]
  readonly people: readonly ProposedPerson[]
  /** Files named as calendars that are none. */
  readonly noCalendars: readonly string[]
  readonly skipped: readonly SkippedFile[]
}

/**
 * Reads all files, and only then writes: who people are and which ids are free depends on all of them. Ids of `taken` belong to other
 * meetings; new files are put into `folder`, which ends in `/` or is empty. Files that are no meetings are left out, but for those `anyway` has.
 */
export function importMeetings(given: readonly GivenFile[], config: Config, taken: Iterable<string> = [], folder = 'meetings/', anyway: ReadonlySet<string> = new Set()): Import {
  const isCalendar = ({ path }: GivenFile): boolean => /\.(?:ics|ical|ifb|icalendar)$/i.test(path)
  const fresh = new Set<string>()
  const templates = given.flatMap((file) => {
    const made = isCalendar(file) ? undefined : templateFile(file.text, folder, fresh)
    return made ? [{ file, made }] : []
  })
  const texts = given.filter((file) => !isCalendar(file) && !templates.some((each) => each.file === file)).map((file) => ({ file, proposal: proposeMeeting(file.text, file.path) }))
  const skipped = texts.flatMap(({ file: { path }, proposal: { other } }) => (other === undefined || anyway.has(path) ? [] : [{ path, kind: other }]))
  const kept = texts.filter(({ file: { path }, proposal: { other } }) => other === undefined || anyway.has(path))
  const calendars = given.filter(isCalendar).map(({ path, text }) => ({ path, meetings: readCalendar(text) }))
  const meetings = calendars.flatMap((each) => each.meetings ?? [])
  const { people, reference } = proposeDirectory([...kept.flatMap((each) => namedIn(each.proposal)), ...meetings.flatMap(invitedTo)], config)
  const ids = new Set(taken)
  for (const { file } of texts) {
    const id = parse(file.text).meeting.fields.id?.value
    if (id !== undefined) ids.add(id)
  }
  const withLacks = (file: NewFile): NewFile & { lacks: Lack[] } => ({ ...file, lacks: lacksOf(parse(file.text).meeting.fields, config) })
  const made = kept.map(({ file: { path, text }, proposal }) => {
    const written = writeMeeting(text, proposal, reference, ids)
    if (written.id !== undefined) ids.add(written.id)
    return { path, proposal, written, changed: written.text !== text, lacks: written.unreadable ? [] : lacksOf(parse(written.text).meeting.fields, config) }
  })
  return {
    people, files: made, skipped,
    sources: [
      ...calendars.flatMap(({ path, meetings: own }): ImportedSource[] => (own === undefined ? [] : [{
        path, kind: 'calendar', files: own.flatMap((each) => calendarFiles(each, folder, reference, fresh)).map(withLacks),
        unknownZones: [...new Set(own.flatMap((each) => each.unknownZone ?? []))],
      }])),
      ...templates.map(({ file, made: draft }): ImportedSource => ({ path: file.path, kind: 'template', files: [withLacks(draft)], unknownZones: [] })),
    ],
    noCalendars: calendars.filter((each) => each.meetings === undefined).map((each) => each.path),
  }
}

/** Everybody whom an event of a calendar invites. */
function invitedTo({ organizer, required, optional, occurrences }: CalendarMeeting): Named[] {
  const own = [...(organizer ? [organizer] : []), ...required, ...optional]
  return [...own, ...occurrences.flatMap(({ event }) => [...(event.organizer ? [event.organizer] : []), ...event.required, ...event.optional])]
}

/** Everybody whom a file names as taking part; owners of items are written too variously to be people of a directory. */
function namedIn({ organizer, attendees, absentees }: Proposal): Named[] {
  return [...(organizer ? [organizer] : []), ...attendees, ...absentees].map((each) => each.value)
}

function lacksOf(fields: Fields, config: Config): Lack[] {
  const there: readonly (readonly [Lack, boolean])[] = [
    ['title', fields.title !== undefined], ['purpose', fields.purpose !== undefined], ['outcome', fields.outcome !== undefined], ['start', fields.start !== undefined],
    ['timezone', fields.timezone !== undefined || config.timezone !== undefined], ['duration', fields.duration !== undefined], ['place', fields.room !== undefined || fields.link !== undefined],
    ['organizer', fields.organizer !== undefined], ['required', (fields.required?.value.length ?? 0) > 0],
  ]
  return there.filter(([, is]) => !is).map(([lack]) => lack)
}

/**
 * The configuration with the proposed people in it, and with patterns of folders in which it did not look for meetings so far; a new
 * one where there is none yet. Undefined where its text has no place for them.
 */
export function configWith(text: string | undefined, people: readonly ProposedPerson[], folders: readonly string[]): string | undefined {
  const patterns = folders.map((folder) => JSON.stringify(folder))
  const listed = folders.length === 0 ? [] : writeListItems(text ?? '', 'meetings', patterns, text === undefined ? [] : DEFAULT_CONFIG.meetings.map((each) => JSON.stringify(each)))
  const base = listed && applyEdits(text ?? '', listed)
  const entries = directoryEntries(people)
  if (base === undefined || entries.length === 0) return base
  const edits = writeEntries(base, 'people', entries)
  return edits && applyEdits(base, edits)
}

/** Patterns for the folders that the files lie in, the outermost ones. */
export function foldersOf(paths: readonly string[]): string[] {
  const folders = [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)))].sort()
  const outermost = folders.filter((folder) => !folders.some((other) => other !== folder && other !== '' && folder.startsWith(other)))
  return outermost.map((folder) => (folder === '' ? '*.md' : `${escapedPath(folder)}**/*.md`))
}

/** A folder's name in a pattern of paths, where brackets and stars would be wildcards; `+`, `@` and `|` mean something only beside brackets. */
export function escapedPath(folder: string): string {
  return folder.replace(/[\\*?[\]{}()!]/g, '\\$&')
}
