import { readActionList } from './action.ts'
import { readAgendaItems } from './agenda.ts'
import { readPeople, readOrganizer } from './attendance.ts'
import { readDecisionItems } from './decision.ts'
import { otherKind } from './kind.ts'
import { readLink } from './link.ts'
import type { Named, Proposal } from './model.ts'
import type { Line } from './outline.ts'
import { foundOn, readSource, type Source } from './source.ts'
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
  const people = readPeople(source)
  const speakers = speakersOf(people.attendees.map((each) => each.value))
  const agenda = readAgendaItems(source, speakers)
  const topics = topicLines(source, agenda)
  const proposal = {
    path, language: source.meeting.language, ...(title ? { title } : {}), ...when, ...readLink(source), ...(organizer ? { organizer } : {}), ...people,
    agenda, decisions: readDecisionItems(source), actions: readActionList(source, speakers, topics), parts: partsOf(source), several: source.several,
  }
  const other = otherKind(source, proposal)
  return other === undefined ? proposal : { ...proposal, other }
}

const PARTS = { attendees: 'attendance', discussion: 'discussion', decisions: 'decisions', actions: 'actions' } as const

/** The first heading of each part of minutes, under whatever name it stands there. */
function partsOf({ groups }: Source): Proposal['parts'] {
  return (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((meaning) => {
    const line = groups.find((group) => group.own && group.meaning === meaning)?.heading
    return line === undefined ? [] : [foundOn(line, PARTS[meaning], 0, line.piece.spaced.length)]
  })
}

/** Where the blocks begin that hold the topics of the agenda. */
function topicLines({ lines }: Source, agenda: Proposal['agenda']): Set<number> {
  const starts = new Set(agenda.map(({ place }) => place.range.start))
  const holds = (line: Line): boolean => [...starts].some((start) => start >= line.range.start && start <= line.range.end)
  return new Set(lines.filter(holds).map((line) => line.block.start))
}

/** The words by which minutes name those who were there: first names, initials, logins, whole names. */
function speakersOf(people: readonly Named[]): Set<string> {
  const words = new Set<string>()
  for (const { name, login } of people) {
    const parts = name.split(/[\s-]+/).filter((each) => each !== '')
    const initials = parts.map((each) => each.charAt(0)).join('')
    for (const word of [name, login, parts[0], initials]) if (word !== undefined && word.length > 1) words.add(word.toLowerCase())
  }
  return words
}
