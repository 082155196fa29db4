import type { Config } from '../config/model.ts'
import { writeEntries } from '../config/write.ts'
import type { Fields } from '../meeting/model.ts'
import { parse } from '../meeting/parse.ts'
import { applyEdits } from '../text/edit.ts'
import { directoryEntries, proposeDirectory, type ProposedPerson } from './directory.ts'
import type { Named, Proposal } from './model.ts'
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

/** What importing makes of all files given, as data: nothing is written yet. */
export interface Import {
  readonly files: readonly ImportedFile[]
  readonly people: readonly ProposedPerson[]
}

/** Reads all files, and only then writes: who people are and which ids are free depends on all of them. Ids of `taken` belong to others. */
export function importMeetings(files: readonly GivenFile[], config: Config, taken: Iterable<string> = []): Import {
  const proposals = files.map(({ path, text }) => proposeMeeting(text, path))
  const { people, reference } = proposeDirectory(proposals.flatMap(namedIn), config)
  const ids = new Set(taken)
  for (const { text } of files) {
    const id = parse(text).meeting.fields.id?.value
    if (id !== undefined) ids.add(id)
  }
  return {
    people,
    files: files.map(({ path, text }, at) => {
      const proposal = proposals[at] ?? proposeMeeting(text, path)
      const written = writeMeeting(text, proposal, reference, ids)
      if (written.id !== undefined) ids.add(written.id)
      return { path, proposal, written, changed: written.text !== text, lacks: written.unreadable ? [] : lacksOf(parse(written.text).meeting.fields, config) }
    }),
  }
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
 * The configuration with the proposed people in it; a new one, with the folders that were imported, where there is none yet.
 * Undefined where its text has no place for them.
 */
export function configWith(text: string | undefined, people: readonly ProposedPerson[], folders: readonly string[]): string | undefined {
  const entries = directoryEntries(people)
  const base = text ?? `meetings: [${folders.map((folder) => JSON.stringify(folder)).join(', ')}]\n`
  if (entries.length === 0) return base
  const edits = writeEntries(base, 'people', entries)
  return edits && applyEdits(base, edits)
}

/** Patterns for the folders that the files lie in, the outermost ones. */
export function foldersOf(paths: readonly string[]): string[] {
  const folders = [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)))].sort()
  const outermost = folders.filter((folder) => !folders.some((other) => other !== folder && other !== '' && folder.startsWith(other)))
  return outermost.map((folder) => (folder === '' ? '*.md' : `${escapedPath(folder)}**/*.md`))
}

/** A folder's name in a pattern of paths, where brackets and stars would be wildcards. */
export function escapedPath(folder: string): string {
  return folder.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')
}
