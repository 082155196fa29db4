import type { Located } from '../text/range.ts'
import type { RollCallEntry } from './model.ts'
import type { Block } from './markdown/block.ts'
import { bounded, itemRange, itemText, topItems } from './items.ts'
import { bareName, mentionsIn, type FoundPerson } from './people.ts'
import { bracketsOf, pieceOf, rangeIn, trimmed, type Piece } from './piece.ts'
import { locatedText } from './remainder.ts'

/**
 * The roll call: `- [x] @name`, `- [ ] @name (minutes by mail)`, brackets of either width. A box says who is there; an
 * item without one names somebody as present.
 */
export function readAttendance(text: string, blocks: readonly Block[]): RollCallEntry[] {
  return topItems(blocks).flatMap((item) => readEntry(text, item) ?? [])
}

function readEntry(text: string, item: Block): RollCallEntry | undefined {
  const span = bounded(itemText(item))
  const piece = pieceOf(text, span)
  const note = noteIn(piece)
  const end = note ? note.outerFrom : piece.spaced.length
  const person = personIn(piece, end)
  if (!person) return undefined
  const located = note ? noteText(text, piece, note) : undefined
  return {
    range: itemRange(item),
    present: item.box ? item.checked : true,
    person: person.ref,
    ...(located ? { note: located } : {}),
  }
}

function noteIn(piece: Piece): ReturnType<typeof bracketsOf>[number] | undefined {
  const brackets = bracketsOf(piece)
  return brackets.find((bracket) => bracket.to > bracket.from && bracket.outerFrom > 0)
}

function noteText(text: string, piece: Piece, note: { from: number; to: number }): Located<string> | undefined {
  const located = locatedText(text, rangeIn(piece, note.from, note.to))
  return located.value === '' ? undefined : located
}

/** The first mention, else the name that the text before the note is. */
function personIn(piece: Piece, end: number): FoundPerson | undefined {
  const [mention] = mentionsIn(piece, 0, end)
  if (mention) return mention
  const stop = /[:：,，;；–—]|\s-\s/.exec(piece.spaced.slice(0, end))
  const span = trimmed(piece, 0, stop ? stop.index : end)
  return bareName(piece, span.from, span.to)
}
