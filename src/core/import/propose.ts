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
  const speakers = new Set([...speakersOf(people.attendees.map((each) => each.value)), ...initialsIn(source)])
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

const NO_INITIALS = new Set(['AI', 'AOB', 'API', 'CEP', 'CLI', 'FAQ', 'FYI', 'HTML', 'IRC', 'KEP', 'NB', 'NEW', 'NOTE', 'OLD', 'PR', 'PS', 'RFC', 'SIG', 'TBA', 'TBD', 'TL', 'TODO', 'UI', 'URL', 'UTC', 'WG'])

/** Initials by which somebody speaks at least twice, or which a table of those present has: `JL: …`. */
function initialsIn({ lines, groups, text }: Source): string[] {
  const said = lines.flatMap((line) => (line.label !== undefined && /^[A-Z]{2,4}$/.test(line.label.words) ? line.label.words : []))
  const cells = groups.filter((group) => group.meaning === 'attendees').flatMap((group) => group.lines.flatMap((line) => (line.cells ?? []).map((cell) => text.slice(cell.start, cell.end).trim())))
  const all = [...said.filter((each, at) => said.indexOf(each) !== at), ...cells.filter((each) => /^[A-Z]{2,4}$/.test(each))]
  return [...new Set(all)].filter((each) => !NO_INITIALS.has(each)).map((each) => each.toLowerCase())
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
