import { readPeople, readOrganizer } from './attendance.ts'
import { readLink } from './link.ts'
import type { Proposal } from './model.ts'
import { readSource } from './source.ts'
import { readTitle } from './title.ts'
import { readWhen } from './when.ts'

/**
 * What a file's text and path say of its meeting, in every form that people write: each value with its place and how sure it is.
 * What is not said is absent; nothing is guessed from elsewhere. Never throws.
 */
export function proposeMeeting(text: string, path: string): Proposal {
  const source = readSource(text, path)
  const when = readWhen(source)
  const title = readTitle(source, when.date?.value)
  const organizer = readOrganizer(source)
  return {
    path, language: source.meeting.language, ...(title ? { title } : {}), ...when, ...readLink(source), ...(organizer ? { organizer } : {}), ...readPeople(source),
    agenda: [], decisions: [], actions: [], parts: [],
  }
}
