import type { Located, Range } from '../text/range.ts'
import type { PersonRef } from './model.ts'
import { findClock, type Clock } from './clock.ts'
import { findMinutes, minutesAt, type FoundMinutes } from './minutes.ts'
import { bareName, labelledIn, mentionsIn, namesIn, type FoundPerson } from './people.ts'
import { bracketsOf, partsOf, rangeIn, trimmed, type Piece, type Span } from './piece.ts'

/** Time and people of one agenda item's text, and the spans that they take of it. */
export interface ItemFacts {
  minutes?: Located<number>
  clock?: Clock
  readonly owners: PersonRef[]
  readonly used: Range[]
}

/** Words beside a time in brackets that are nobody's name. */
const NO_NAME: ReadonlySet<string> = new Set([
  'about', 'approx', 'approx.', 'approximately', 'around', 'circa', 'ca', 'ca.', 'est', 'est.', 'estimated', 'max', 'max.',
  'min.', 'maximum', 'up to',
  'total', 'each', 'timebox', 'timeboxed', 'time', 'first', 'last', 'next', 'optional', 'all', 'everyone', 'everybody', 'team',
  'group',
  'vote', 'voting', 'discuss', 'discussion', 'decision', 'decide', 'info', 'information', 'fyi', 'update', 'review', 'demo',
  'break',
  'presentation', 'talk', 'q&a', 'async', 'online', 'remote', 'per person', 'per item', 'hard stop', 'if needed',
  'plus questions', 'with questions',
  '约', '大约', '预计', '用时', '时长', '时间', '最多', '共', '共计', '总计', '每人', '可选', '投票', '讨论', '决定', '决策', '分享', '汇报',
  '休息', '茶歇', '自由讨论', '含问答', '问答', '全员', '全体', '所有人', '大家',
])

/** Words that make a time in brackets something else than a time box: "every 10 minutes", "10 minutes ago". */
const NO_BOX: ReadonlySet<string> = new Set([
  'every', 'after', 'within', 'in', 'take', 'takes', 'took', 'lasts', 'ago', 'later', 'before', 'earlier', 'late', 'per',
  'less than', 'more than', 'at least', 'each way', '每', '每隔', '之后', '后', '以前', '前', '以内', '内',
])

/** What may stand before a time in brackets and belongs to it. */
const TIME_LABEL = new RegExp(
  '(?:(?:(?:estimated|planned|expected)\\s+)?(?:time(?:\\s*box)?|duration|length)|预计用时|预计时间|预计时长|用时|时长|时间)\\s*[:：]?\\s*$'
  + '|(?:about|approx\\.?|approximately|around|ca\\.?|est\\.?|max\\.?|up\\s+to|first|last|~|≈|约|大约|预计|最多|共)\\s*$',
  'i',
)

/** `Time:`, 用时： before a time anywhere in the text. */
const LABEL = new RegExp(
  '(?:^|[\\s,，;；(（])((?:(?:estimated|planned|expected)\\s+)?(?:time(?:\\s*box)?|duration|length)|预计用时|预计时间|预计时长|用时|时长|时间)'
  + '\\s*[:：]\\s*(?:about|约|大约)?\\s*',
  'gi',
)

/** Words that a time at the end of a sentence belongs to: "takes 10 minutes". */
const NOT_AFTER = new RegExp(
  '\\b(?:takes?|took|spend|spent|every|last|past|for|in|after|within|of'
  + '|least|than|to|by|the|next|first|are|is|about|and|most|per|under|over)\\s*$',
  'i',
)

/** What follows a time that begins a text and is its time box: a separator, or a title that is not about that time. */
const AFTER_FIRST = /^(?:\s*[-–—:：|,，、.]|\s+(?!(?:of|after|before|later|ago|per|wide|long|into|for)\b))/i

/** Reads time and owners out of an item's text in every form of DESIGN 2. */
export function readFacts(piece: Piece): ItemFacts {
  const facts: ItemFacts = { owners: [], used: [] }
  if (/[\d半一二两三四五六七八九十]/.test(piece.spaced)) {
    readBrackets(piece, facts)
    readClock(piece, facts)
    if (!facts.minutes) readLabelled(piece, facts)
    if (!facts.minutes) readEdges(piece, facts)
  }
  for (const person of [...labelledIn(piece, 0, piece.spaced.length), ...mentionsIn(piece, 0, piece.spaced.length)]) {
    addOwner(piece, facts, person)
  }
  return facts
}

function addOwner(piece: Piece, facts: ItemFacts, person: FoundPerson): void {
  const { range } = person.ref
  if (facts.owners.some((known) => known.range.start < range.end && range.start < known.range.end)) return
  facts.owners.push(person.ref)
  facts.used.push(rangeIn(piece, person.from, person.to))
}

function setMinutes(piece: Piece, facts: ItemFacts, found: FoundMinutes): void {
  facts.minutes = { value: found.minutes, range: rangeIn(piece, found.from, found.to) }
}

function readBrackets(piece: Piece, facts: ItemFacts): void {
  for (const bracket of bracketsOf(piece)) {
    const parts = partsOf(piece, bracket.from, bracket.to)
    let timed = false
    const rest: Span[] = []
    for (const part of parts) {
      const left = takeTime(piece, facts, part)
      if (left) timed = true
      for (const one of left ?? [part]) if (one.from < one.to) rest.push(one)
    }
    const clock = timed || facts.clock ? undefined : findClock(piece, bracket.from, bracket.to, true)
    if (clock) facts.clock = clock
    if (!timed && !clock) continue
    for (const part of rest) {
      const text = piece.spaced.slice(part.from, part.to).trim()
      if (NO_NAME.has(text.toLowerCase()) || clock) continue
      const people = labelledIn(piece, part.from, part.to)
      for (const person of people.length > 0 ? people : namesIn(piece, part.from, part.to)) {
        if (looksLikeName(person)) addOwner(piece, facts, person)
      }
    }
    facts.used.push(rangeIn(piece, bracket.outerFrom, bracket.outerTo))
  }
}

/** Takes a time box out of a bracket's part; gives what is left of the part, or undefined where it is no time box. */
function takeTime(piece: Piece, facts: ItemFacts, part: Span): Span[] | undefined {
  if (facts.minutes) return undefined
  const found = findMinutes(piece.spaced, part.from, part.to)
  if (!found) return undefined
  const label = TIME_LABEL.exec(piece.spaced.slice(part.from, found.from))
  const before = trimJoin(piece, part.from, label ? part.from + label.index : found.from)
  const after = trimJoin(piece, found.to, part.to)
  const rest = [before, after].filter((one) => one.from < one.to)
  const fits = rest.every((one) => {
    const text = piece.spaced.slice(one.from, one.to).trim()
    if (NO_BOX.has(text.toLowerCase())) return false
    if (NO_NAME.has(text.toLowerCase())) return true
    if (mentionsIn(piece, one.from, one.to).length > 0 || labelledIn(piece, one.from, one.to).length > 0) return true
    if (one === rest[0] && findClock(piece, one.from, one.to, true)) return true
    const person = bareName(piece, one.from, one.to)
    return person !== undefined && looksLikeName(person)
  })
  if (!fits) return undefined
  setMinutes(piece, facts, found)
  return rest
}

/** A capital, Chinese letters, or one word that may be a key or login. */
function looksLikeName({ ref }: FoundPerson): boolean {
  if (ref.form !== 'name') return true
  if (NO_NAME.has(ref.value.toLowerCase()) || /^\d/.test(ref.value)) return false
  return /\p{Script=Han}/u.test(ref.value) || /^[a-z\d]+(?:[-_.][a-z\d]+)*$/.test(ref.value)
    || ref.value.split(' ').every((word) => /^[\p{Lu}]|^(?:van|von|de|der|da|di|del|la|le|bin)$/u.test(word))
}

function trimJoin(piece: Piece, from: number, to: number): Span {
  const span = { ...trimmed(piece, from, to) }
  while (span.from < span.to && /[\s\-–—:：.~·]/.test(piece.spaced.charAt(span.from))) span.from++
  while (span.to > span.from && /[\s\-–—:：.~·]/.test(piece.spaced.charAt(span.to - 1))) span.to--
  return span
}

function readClock(piece: Piece, facts: ItemFacts): void {
  if (facts.clock) return
  const clock = findClock(piece, 0, piece.spaced.length)
  if (!clock) return
  facts.clock = clock
  facts.used.push(clock.range)
}

/** `Time: 5 minutes`, 用时：5分钟 anywhere in the text. */
function readLabelled(piece: Piece, facts: ItemFacts): void {
  if (!/[:：]/.test(piece.spaced)) return
  for (const match of piece.spaced.matchAll(LABEL)) {
    const found = minutesAt(piece.spaced, match.index + match[0].length)
    if (!found) continue
    setMinutes(piece, facts, found)
    facts.used.push(rangeIn(piece, match.index + match[0].indexOf(match[1] ?? ''), found.to))
    return
  }
}

/** A time before a separator at the beginning (`10 min - title`) or at the end of the text (`title - 10 min`). */
function readEdges(piece: Piece, facts: ItemFacts): void {
  const { spaced } = piece
  const start = trimmed(piece, 0, spaced.length).from
  const first = minutesAt(spaced, start)
  if (first && AFTER_FIRST.test(spaced.slice(first.to))) {
    setMinutes(piece, facts, first)
    facts.used.push(rangeIn(piece, first.from, first.to))
    return
  }
  for (const at of lastNumbers(spaced)) {
    const found = minutesAt(spaced, at)
    if (!found || !/^[\s.。]*$/.test(withoutUsed(piece, facts, found.to))) continue
    const before = spaced.slice(0, at)
    if (before.trim() === '' || (/[a-z]$/i.test(before) && !/\s$/.test(before)) || NOT_AFTER.test(before)) continue
    const label = /(?:~|≈|约|大约|about|approx\.?)\s*$/i.exec(before)
    setMinutes(piece, facts, found)
    facts.used.push(rangeIn(piece, label ? label.index : found.from, found.to))
    return
  }
}

/** Places near the end where a length of time may begin. */
function lastNumbers(spaced: string): number[] {
  const from = Math.max(0, spaced.length - 60)
  const places: number[] = []
  for (let at = from; at < spaced.length; at++) {
    const unit = spaced.charCodeAt(at)
    if (unit < 48) continue
    if (unit <= 57) {
      const before = spaced.charCodeAt(at - 1)
      if (before !== 46 && !(before >= 48 && before <= 57)) places.push(at)
    } else if (unit > 0x4e00 && '半一二两三四五六七八九十'.includes(spaced.charAt(at))) places.push(at)
  }
  return places
}

/** The text after a place, with mentions of people blanked, so that `title 10m @name` ends in its time. */
function withoutUsed(piece: Piece, facts: ItemFacts, from: number): string {
  let rest = piece.spaced.slice(from)
  const people = [...labelledIn(piece, from, piece.spaced.length), ...mentionsIn(piece, from, piece.spaced.length)]
  for (const person of people) {
    rest = rest.slice(0, person.from - from) + ' '.repeat(person.to - person.from) + rest.slice(person.to - from)
  }
  for (const used of facts.used) {
    const start = Math.max(used.start - piece.range.start - from, 0)
    const end = used.end - piece.range.start - from
    if (end > start) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  }
  return rest.replace(/[\s,，、]+$/, '')
}
