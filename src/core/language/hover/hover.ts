import { resolvePerson } from '../../arrangement/who.ts'
import type { Problem } from '../../lint/lint.ts'
import type { LanguageContext } from '../context.ts'
import { personPlaceAt } from '../people-places.ts'
import type { Hover } from '../shapes.ts'
import { agendaHover } from './agenda.ts'
import { keyHover } from './key.ts'
import { personHover } from './person.ts'
import { problemHover } from './problem.ts'
import { roomHover } from './room.ts'
import { dateHover, durationHover, startHover } from './time.ts'

/**
 * What is told of the text at an offset, in the reader's language: a person, a room, a time, what a key means; below it why the problems
 * there are problems. Undefined where there is nothing to tell.
 */
export function hover(context: LanguageContext, offset: number, problems: readonly Problem[] = []): Hover | undefined {
  const own = hoverOf(context, offset)
  const why = problemHover(context, offset, problems)
  if (own === undefined || why === undefined) return own ?? why
  return { range: own.range, contents: `${own.contents}\n\n---\n\n${why.contents}` }
}

function hoverOf(context: LanguageContext, offset: number): Hover | undefined {
  const place = personPlaceAt(context.meeting, offset, context.text)
  // A sign and a word in running text may be anything; only somebody who is known is told of.
  if (place !== undefined && (place.part !== 'prose' || ['person', 'group'].includes(resolvePerson(place.ref, context.config).kind))) return personHover(context, place)
  return roomHover(context, offset) ?? startHover(context, offset) ?? durationHover(context, offset) ?? dateHover(context, offset)
    ?? agendaHover(context, offset) ?? keyHover(context, offset)
}
