import type { GivenFile, Import } from '../../core/import/collect.ts'
import type { Found, Place } from '../../core/import/model.ts'
import { indexLines, positionAt, type LineIndex } from '../../core/text/lines.ts'
import type { Refused } from '../commands/import.ts'

/** Everything that is said of an import. */
export interface ImportView {
  readonly made: Import
  readonly given: readonly GivenFile[]
  readonly refused: readonly Refused[]
  /** Paths of new files that are there already. */
  readonly there: ReadonlySet<string>
  /** The configuration's new text, where it changes. */
  readonly config: string | undefined
  readonly configured: boolean
  /** Patterns of imported files in which the configuration did not look for meetings. */
  readonly patterns: readonly string[]
  /** Files were written, not only proposed. */
  readonly written: boolean
}

/** Where something was found, as people and editors count: line and column from 1; columns of a path from 1. */
export interface ShownPlace {
  readonly in: 'text' | 'path'
  readonly line?: number
  readonly column: number
  readonly length: number
}

/** The import as JSON, version 1: each value with its place and how sure it is. Mail addresses and phone numbers are left out. */
export function formatImportJson({ made, given, refused, there, config, patterns, written }: ImportView): string {
  const texts = new Map(given.map((each) => [each.path, each.text]))
  const files = made.files.map(({ path, proposal, written: file, changed, lacks }) => {
    const lines = indexLines(texts.get(path) ?? '')
    const show = (found: Found<unknown>) => ({ value: found.value, sureness: found.sureness, place: placeOf(found.place, lines) })
    const { title, date, start, zone, duration, link, provider, organizer } = proposal
    const single = { title, date, start, zone, duration, link, organizer }
    return {
      file: path, language: proposal.language, changed, id: file.id, added: file.added, kept: file.kept, foreign: file.foreign, unreadable: file.unreadable, missing: lacks,
      fields: Object.fromEntries(Object.entries(single).flatMap(([name, found]) => (found === undefined ? [] : [[name, show(found)]]))),
      ...(provider === undefined ? {} : { provider }),
      attendees: proposal.attendees.map(show), absentees: proposal.absentees.map(show), agenda: proposal.agenda.map(show),
      decisions: proposal.decisions.map(show), actions: proposal.actions.map(show), parts: proposal.parts.map(show), several: proposal.several,
    }
  })
  const sources = made.sources.map(({ path, kind, files: own, unknownZones }) => ({
    file: path, kind, unknownZones, meetings: own.map(({ id, path: file, lacks }) => ({ id, file, there: there.has(file), missing: lacks })),
  }))
  const people = made.people.map(({ key, name, login, mail }) => ({ key, name, ...(login === undefined ? {} : { github: login }), ...(mail ? { email: 'secret' } : {}) }))
  const skipped = made.skipped.map(({ path, kind }) => ({ file: path, kind }))
  return `${JSON.stringify({ version: 1, written, files, sources, skipped, refused, people, config: config !== undefined, meetings: patterns }, (_, value: unknown) => (typeof value === 'string' ? withoutAddresses(value) : value), 2)}\n`
}

/** A place in lines and columns. */
export function placeOf({ in: where, range }: Place, lines: LineIndex): ShownPlace {
  const length = range.end - range.start
  if (where === 'path') return { in: 'path', column: range.start + 1, length }
  const { line, character } = positionAt(lines, range.start)
  return { in: 'text', line: line + 1, column: character + 1, length }
}

/** A text without the mail addresses and phone numbers in it; they belong into no log. Addresses of the web stay. */
export function withoutAddresses(text: string): string {
  return text.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 === 1 ? part : part
    .replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '…@…')
    .replace(/(?<![\p{L}\p{N}._/-])\+?\d[\d ()-]{8,16}\d(?![\p{L}\p{N}._/-])/gu, (number) => (isDate(number) ? number : '…')))).join('')
}

function isDate(number: string): boolean {
  return /^(?:19|20)\d{2}[- ]?\d{2}[- ]?\d{2}(?:[- ]\d{1,4})*$/.test(number)
}
