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

/** In the order of the text: of two that overlap the first stays, and what is done is coloured around what stands in it. */
function apart(tokens: readonly SemanticToken[]): SemanticToken[] {
  const inOrder = [...tokens].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
  const kept: SemanticToken[] = []
  let last = 0
  for (const token of inOrder) {
    if (token.type === 'done' || token.range.start < last) continue
    kept.push(token)
    last = token.range.end
  }
  let next = 0
  const around: SemanticToken[] = []
  for (const { range, type } of inOrder) {
    if (type !== 'done') continue
    let from = range.start
    while (next < kept.length && (kept[next]?.range.end ?? 0) <= from) next++
    for (let at = next; at < kept.length && (kept[at]?.range.start ?? Infinity) < range.end; at++) {
      const inner = kept[at]?.range ?? range
      if (inner.start > from) around.push({ range: { start: from, end: inner.start }, type })
      from = Math.max(from, inner.end)
    }
    if (from < range.end) around.push({ range: { start: from, end: range.end }, type })
  }
  return [...kept, ...around].sort((a, b) => a.range.start - b.range.start)
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
