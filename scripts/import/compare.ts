import type { Found, Named, Proposal } from '../../src/core/import/model.ts'
import { plainText } from '../../src/core/meeting/markdown/plain.ts'
import { indexLines } from '../../src/core/text/lines.ts'

interface Quotation { readonly text?: string, readonly name?: string, readonly title?: string, readonly value?: string | number, readonly line: number | 'name', readonly start: number, readonly end: number, readonly owner?: string, readonly due?: string, readonly minutes?: number, readonly also?: readonly Quotation[] }
export interface Annotation {
  readonly path: string
  readonly sha256: string
  readonly fields: Readonly<Record<string, Quotation | readonly Quotation[] | null | undefined>>
}

export const FIELDS = ['date', 'title', 'attendees', 'agenda', 'actions', 'start', 'zone', 'duration', 'link', 'organizer', 'absentees', 'decisions', 'agenda time', 'agenda owner', 'action owner', 'action due'] as const
export type Field = (typeof FIELDS)[number]

/** How one file's proposal agrees with its annotation in one field: right of what was proposed, found of what is there. */
export interface Tally {
  readonly right: number
  readonly proposed: number
  readonly found: number
  readonly annotated: number
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

/** Something proposed or annotated: its words for comparison, and where it stands. */
interface Thing { readonly words: string, readonly start: number, readonly end: number, readonly inPath: boolean, readonly shown: string }

/**
 * Compares a proposal with an annotation. Values (date, time, zone, length) have to be equal; a title has to have the same words, day,
 * time and “minutes” at its end aside; people the same name; what is quoted by its beginning (agenda, decisions, actions) has to stand at the same place and
 * to begin alike, or to have the same words. Times and owners are compared for the items that were found.
 */
export function compare({ fields }: Annotation, proposal: Proposal, text: string): Map<Field, Tally> {
  const starts = indexLines(text).starts
  const one = (name: string): readonly Quotation[] => {
    const field = fields[name]
    return field === undefined || field === null ? [] : 'line' in field ? [field] : field
  }
  const tallies = new Map<Field, Tally>()
  const value = (field: Field, found: Found<string | number> | undefined): void => {
    const annotated = one(field).map((each) => String(each.value ?? each.text))
    tallies.set(field, count(found ? [String(found.value)] : [], annotated, (a, b) => a === b))
  }
  value('date', proposal.date)
  value('start', proposal.start)
  value('zone', proposal.zone)
  value('duration', proposal.duration)
  value('link', proposal.link)
  const titles = one('title').map((each) => [each, ...each.also ?? []].map((also) => titleWords(also.text ?? '')))
  tallies.set('title', count(proposal.title ? [titleWords(proposal.title.value)] : [], titles, (a, b) => b.includes(a) || b.includes(a.replace(/(?:纪要|minutes|notes)$/, ''))))
  const organizer = one('organizer').map((each) => nameWords(each.text ?? each.name ?? ''))
  tallies.set('organizer', count(proposal.organizer ? [proposal.organizer.value] : [], organizer, samePerson))
  for (const field of ['attendees', 'absentees'] as const) {
    tallies.set(field, count(proposal[field].map((each) => each.value), one(field).map((each) => nameWords(each.name ?? '')), samePerson))
  }
  const thing = (each: Quotation): Thing => {
    const words = each.title ?? each.text ?? ''
    const start = (starts[typeof each.line === 'number' ? each.line - 1 : 0] ?? 0) + each.start - 1
    return { words: itemWords(words), start, end: start + each.end - each.start, inPath: each.line === 'name', shown: `${each.line}: ${words}` }
  }
  const proposed = (found: readonly Found<unknown>[], words: (value: never) => string): Thing[] => found.map((each) => {
    const own = words(each.value as never)
    return { words: itemWords(own), ...each.place.range, inPath: each.place.in === 'path', shown: `${lineOf(starts, each.place.range.start)}: ${own}` }
  })
  const agenda = pairs(proposed(proposal.agenda, ({ title }: { title: string }) => title), one('agenda').map(thing))
  tallies.set('agenda', agenda.tally)
  tallies.set('decisions', pairs(proposed(proposal.decisions, (own: string) => own), one('decisions').map(thing)).tally)
  const actions = pairs(proposed(proposal.actions, (own: { text: string }) => own.text), one('actions').map(thing))
  tallies.set('actions', actions.tally)
  tallies.set('agenda time', beside(agenda.pairs, (index) => proposal.agenda[index]?.value.minutes?.toString(), (index) => one('agenda')[index]?.minutes?.toString()))
  tallies.set('agenda owner', beside(agenda.pairs, (index) => proposal.agenda[index]?.value.owners.map(nameWords).join(), (index) => owners(one('agenda')[index]?.owner)))
  tallies.set('action owner', beside(actions.pairs, (index) => proposal.actions[index]?.value.owners.map(nameWords).join(), (index) => owners(one('actions')[index]?.owner)))
  tallies.set('action due', beside(actions.pairs, (index) => proposal.actions[index]?.value.due, (index) => one('actions')[index]?.due))
  return tallies
}

function owners(written: string | undefined): string | undefined {
  return written?.split(/[,，、/@]|\band\b/).map(nameWords).filter((each) => each !== '').join()
}

/** One field of the items that were found. */
function beside(matched: readonly (readonly [number, number])[], mine: (index: number) => string | undefined, theirs: (index: number) => string | undefined): Tally {
  const all = matched.map(([own, other]) => [mine(own) ?? '', theirs(other) ?? ''] as const)
  const right = all.filter(([own, other]) => own !== '' && own === other).length
  return {
    right, proposed: all.filter(([own]) => own !== '').length, found: right, annotated: all.filter(([, other]) => other !== '').length,
    wrong: all.filter(([own, other]) => own !== '' && own !== other).map(([own, other]) => `${own} for ${other}`), missed: all.filter(([own, other]) => own === '' && other !== '').map(([, other]) => other),
  }
}

/** Pairs each proposed one with an annotated one at its place, else one of the same words. */
function pairs(mine: readonly Thing[], theirs: readonly Thing[]): { tally: Tally, pairs: (readonly [number, number])[] } {
  const taken = new Set<number>()
  const matched = new Map<number, number>()
  const take = (fits: (a: Thing, b: Thing) => boolean): void => mine.forEach((own, at) => {
    const other = matched.has(at) ? -1 : theirs.findIndex((each, index) => !taken.has(index) && fits(own, each))
    if (other === -1) return
    taken.add(other)
    matched.set(at, other)
  })
  take((a, b) => a.inPath === b.inPath && a.start < b.end && b.start < a.end && (a.words.includes(b.words) || b.words.includes(a.words)))
  take((a, b) => a.words === b.words || (b.words.length >= 20 && a.words.startsWith(b.words)))
  const tally = {
    right: matched.size, proposed: mine.length, found: taken.size, annotated: theirs.length,
    wrong: mine.filter((_, at) => !matched.has(at)).map((each) => each.shown), missed: theirs.filter((_, at) => !taken.has(at)).map((each) => each.shown),
  }
  return { tally, pairs: [...matched] }
}

function count<A, B>(mine: readonly A[], theirs: readonly B[], same: (a: A, b: B) => boolean): Tally {
  const right = mine.filter((own) => theirs.some((other) => same(own, other)))
  const found = theirs.filter((other) => mine.some((own) => same(own, other)))
  const shown = (each: A | B): string => (typeof each === 'string' ? each : JSON.stringify(each))
  return {
    right: right.length, proposed: mine.length, found: found.length, annotated: theirs.length,
    wrong: mine.filter((each) => !right.includes(each)).map(shown), missed: theirs.filter((each) => !found.includes(each)).map(shown),
  }
}

function samePerson({ name, login }: Named, annotated: string): boolean {
  return nameWords(name) === annotated || (login !== undefined && nameWords(login) === annotated)
}

function nameWords(name: string): string {
  return plainText(name).toLowerCase().replace(/[\s.@’'"“”·(（)）-]+/gu, '')
}

function titleWords(title: string): string {
  const days = /(?:19|20)\d{2}\s*[-/._年]\s*\d{1,2}\s*[-/._月]\s*\d{1,2}\s*[日号]?|(?:19|20)\d{6}/g
  return plainText(title).replace(days, ' ').toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')
}

/** Words without marks, the end of a link that the quotation cuts off, and the “to” before an act. */
function itemWords(words: string): string {
  return plainText(words.replace(/\]\([^)]*$/, '').replace(/^to\s+/i, '')).toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')
}

function lineOf(starts: readonly number[], offset: number): number {
  return starts.filter((start) => start <= offset).length
}
