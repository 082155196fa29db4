import { readFlow } from './flow.ts'
import { isOneOf, isSpace, readKey, reportColon, trimEnd, type Key, type KnownKey } from './key.ts'
import type { Line } from './lines.ts'
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlProblem } from './node.ts'
import { problem, quote } from './problems.ts'
import { emptyScalar, plainScalar, quotedScalar } from './scalar.ts'

/** A key's value as lines: what stands behind the colon up to `end`, and the filled lines below. */
export interface Value {
  readonly text: string
  readonly key: Pick<Key, 'value' | 'colon'>
  readonly end: number
  readonly lines: readonly Line[]
  readonly known: KnownKey
}

/** A value that only the library can read gives undefined; one that nobody can read, with its problem reported, 'unreadable'. */
type Simple = YamlNode | 'unreadable' | undefined

/** Reads a value in one of the simple forms: one line, a list of one-line items, a list of small mappings, a small mapping. */
export function readSimple(value: Value, problems: YamlProblem[]): Simple {
  const { text, key, end, lines } = value
  const first = lines[0]
  if (first === undefined) return readInline(text, key.value, end, key.colon + 1, problems)
  if (key.value < end && text.charCodeAt(key.value) !== 35) return undefined
  // Problems of a form that turns out not to be simple are not told: the library reads the whole value again.
  const found: YamlProblem[] = []
  const made = text.charCodeAt(first.first) === 45 ? readList(value, column(first), found) : readMap(value, lines, column(first), found)
  if (made === undefined) return undefined
  problems.push(...mergeReserved(found))
  return made
}

/** Reserved signs of one value are one problem, whose repair quotes them all. */
function mergeReserved(found: readonly YamlProblem[]): YamlProblem[] {
  const reserved = found.filter((each) => each.code === 'reserved-sign')
  const first = reserved[0]
  if (first?.fix === undefined || reserved.length === 1) return [...found]
  const edits = reserved.flatMap((each) => each.fix?.edits ?? [])
  return [{ ...first, fix: { ...first.fix, edits } }, ...found.filter((each) => each.code !== 'reserved-sign')]
}

function column(line: Line): number {
  return line.first - line.start
}

function readList({ text, lines, known }: Value, dash: number, problems: YamlProblem[]): YamlList | undefined {
  const items: YamlNode[] = []
  let end = 0
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (line === undefined || column(line) !== dash || text.charCodeAt(line.first) !== 45) return undefined
    let from = line.first + 1
    while (from < line.end && isSpace(text.charCodeAt(from))) from++
    if (from === line.first + 1 && from < line.end) return undefined
    let next = at + 1
    while (next < lines.length && column(lines[next] as Line) > dash) next++
    const below = lines.slice(at + 1, next)
    const key = readKey(text, from, line.end, known)
    const own = { ...line, first: from }
    const item = key === undefined
      ? below.length === 0 ? readInline(text, from, line.end, line.first + 1, problems) : undefined
      : readMap({ text, key, end: line.end, lines: below, known }, [own, ...below], from - line.start, problems)
    if (item === undefined || item === 'unreadable') return undefined
    items.push(item)
    end = Math.max(item.range.end, line.first + 1)
    at = next
  }
  return { kind: 'list', items, range: { start: (lines[0] as Line).first, end } }
}

/** `key: value` lines of one column, each value on its line. */
function readMap({ text, known }: Value, lines: readonly Line[], indent: number, problems: YamlProblem[]): YamlMap | undefined {
  const entries: YamlEntry[] = []
  for (const line of lines) {
    const key = column(line) === indent ? readKey(text, line.first, line.end, known) : undefined
    if (key === undefined) return undefined
    reportColon(key, line.end, problems)
    const value = readInline(text, key.value, line.end, key.colon + 1, problems)
    if (value === undefined || value === 'unreadable') return undefined
    entries.push({ key: key.name, keyRange: key.range, value })
  }
  const first = entries[0]
  const last = entries[entries.length - 1]
  if (first === undefined || last === undefined) return undefined
  return { kind: 'map', entries, range: { start: first.keyRange.start, end: last.value?.range.end ?? last.keyRange.end } }
}

function readInline(text: string, from: number, end: number, empty: number, problems: YamlProblem[]): Simple {
  const opening = text.charCodeAt(from)
  if (from >= end || opening === 35) return emptyScalar(empty)
  if (opening === 34 || opening === 39) return readQuoted(text, from, end, problems)
  if (opening === 91 || opening === 123) return readBrackets(text, from, end, problems)
  if (isOneOf(opening, '}]|>&*!%,') || (isOneOf(opening, '-?:') && (from + 1 === end || isSpace(text.charCodeAt(from + 1))))) return undefined
  const stop = trimEnd(text, from, commentStart(text, from, end))
  const range = { start: from, end: stop }
  const plain = text.slice(from, stop)
  if (opening === 64 || opening === 96) {
    problems.push(problem('reserved-sign', range, { sign: text.charAt(from) }, { title: 'quote', edits: [{ range, text: quote(plain) }] }))
    return quotedScalar(plain, range)
  }
  if (plain.includes(': ') || plain.includes(':\t') || plain.endsWith(':')) {
    problems.push(problem('colon-in-value', range, {}, { title: 'quote', edits: [{ range, text: quote(plain) }] }))
    return quotedScalar(plain, range)
  }
  return plainScalar(plain, range)
}

/** Where a comment begins on a line; the line's end where there is none. */
function commentStart(text: string, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) if (text.charCodeAt(at) === 35 && isSpace(text.charCodeAt(at - 1))) return at
  return end
}

function readQuoted(text: string, from: number, end: number, problems: YamlProblem[]): Simple {
  const sign = text.charAt(from)
  const close = text.indexOf(sign, from + 1)
  if (close === -1 || close >= end) {
    const range = { start: from, end: trimEnd(text, from, end) }
    problems.push(problem('unclosed-quote', range, {}, { title: 'close', edits: [{ range: { start: range.end, end: range.end }, text: sign }] }))
    return quotedScalar(text.slice(from + 1, range.end), range)
  }
  const inner = text.slice(from + 1, close)
  if (inner.includes('\\') || text.charAt(close + 1) === sign) return undefined
  if (trimEnd(text, close + 1, commentStart(text, close, end)) !== close + 1) return undefined
  return quotedScalar(inner, { start: from, end: close + 1 })
}

/** A collection in brackets on one line, with nothing but a comment behind it. */
function readBrackets(text: string, from: number, end: number, problems: YamlProblem[]): Simple {
  const found: YamlProblem[] = []
  const read = readFlow(text, from, end, found)
  if (read === undefined || trimEnd(text, read.end, commentStart(text, read.end - 1, end)) !== read.end) return undefined
  problems.push(...found)
  return read.node
}
