import { resolvePerson } from '../arrangement/who.ts'
import type { Range } from '../text/range.ts'
import type { LanguageContext } from './context.ts'
import { personPlaces } from './people-places.ts'
import type { SemanticToken, TokenType } from './shapes.ts'

/**
 * What a grammar cannot know: which words are people or groups of the directory and which are nobody, rooms that there are, keys that
 * mean something, and the text of what is done. In the order of the text, none over another, each on one line.
 */
export function semanticTokens({ meeting, text, config }: LanguageContext): SemanticToken[] {
  const found: SemanticToken[] = []
  const add = (range: Range, type: TokenType): void => {
    if (range.end > range.start) found.push({ range, type })
  }
  for (const { key, keyRange } of meeting.frontMatter?.entries ?? []) if (key !== undefined) add(keyRange, 'key')
  const { room, start, duration } = meeting.fields
  if (room !== undefined && config.rooms.has(room.value)) add(room.range, 'room')
  if (start !== undefined) add(start.range, 'time')
  if (duration !== undefined && duration.range.start !== start?.range.start) add(duration.range, 'duration')
  for (const { ref } of personPlaces(meeting)) {
    const { kind } = resolvePerson(ref, config)
    add(ref.range, kind === 'person' ? 'person' : kind === 'group' ? 'group' : kind === 'unknown' ? 'unknown' : 'login')
  }
  for (const { clock, minutes } of meeting.agenda?.items ?? []) {
    if (clock !== undefined) add(clock.range, 'time')
    if (minutes !== undefined) add(minutes.range, 'duration')
  }
  for (const item of [...meeting.minutes?.actions?.items ?? [], ...meeting.looseActions?.items ?? []]) {
    if (item.due !== undefined) add(item.due.range, 'date')
    if (item.done) add(item.text.range, 'done')
  }
  return apart(found).flatMap((token) => byLine(text, token))
}

/** Tokens that overlap cut so that the shorter one keeps its place and the longer one what is left around it. */
function apart(tokens: readonly SemanticToken[]): SemanticToken[] {
  const kept: SemanticToken[] = []
  for (const token of [...tokens].sort((a, b) => length(a) - length(b) || a.range.start - b.range.start)) {
    let free: Range[] = [token.range]
    for (const { range } of kept) {
      free = free.flatMap((each) => (range.start >= each.end || range.end <= each.start ? [each]
        : [{ start: each.start, end: range.start }, { start: range.end, end: each.end }].filter(({ start, end }) => end > start)))
    }
    for (const range of free) kept.push({ range, type: token.type })
  }
  return kept.sort((a, b) => a.range.start - b.range.start)
}

function length({ range }: SemanticToken): number {
  return range.end - range.start
}

function byLine(text: string, { range, type }: SemanticToken): SemanticToken[] {
  const parts: SemanticToken[] = []
  let start = range.start
  for (const line of text.slice(range.start, range.end).split(/(\r\n|\n|\r)/)) {
    const end = start + line.length
    if (!/^[\r\n]*$/.test(line)) parts.push({ range: { start, end }, type })
    start = end
  }
  return parts
}
