import type { Range } from '../text/range.ts'
import { isOneOf, isSpace, trimEnd } from './key.ts'
import type { YamlEntry, YamlNode, YamlProblem, YamlScalar } from './node.ts'
import { problem, quote } from './problems.ts'
import { plainScalar, quotedScalar } from './scalar.ts'

/** Brackets in brackets up to here; deeper ones are the library's to refuse. */
const DEEPEST = 10

/** The signs that no plain value begins with, apart from the reserved ones. */
const NO_BEGINNING = '[]{}|>&*!%,?#:"\''

/**
 * Reads `[a, 'b', @c]` and `{ path: a, of: [b] }`, one in another too, that begin at `from` and close on the same line.
 * Gives undefined for every rarer form, which is the library's.
 */
export function readFlow(text: string, from: number, end: number, problems: YamlProblem[]): { readonly node: YamlNode; readonly end: number } | undefined {
  const flow: Flow = { text, end, reserved: [], at: from }
  const node = readCollection(flow, 0)
  if (node === undefined) return undefined
  reportReserved(text, flow.reserved, problems)
  return { node, end: flow.at }
}

interface Flow {
  readonly text: string
  readonly end: number
  /** Values that begin with a reserved sign, read as if they were quoted. */
  readonly reserved: Range[]
  /** How far it is read. */
  at: number
}

function readCollection(flow: Flow, depth: number): YamlNode | undefined {
  const start = flow.at
  const isMap = unitAt(flow) === 123
  const close = isMap ? 125 : 93
  const items: YamlNode[] = []
  const entries: YamlEntry[] = []
  flow.at++
  for (skipSpace(flow); unitAt(flow) !== close; skipSpace(flow)) {
    const key = isMap ? readKey(flow) : undefined
    if (isMap && key === undefined) return undefined
    const value = readValue(flow, depth)
    if (value === undefined) return undefined
    if (key === undefined) items.push(value)
    else entries.push({ key: flow.text.slice(key.start, key.end), keyRange: key, value })
    skipSpace(flow)
    if (unitAt(flow) === 44) flow.at++
    else if (unitAt(flow) !== close) return undefined
  }
  flow.at++
  const range = { start, end: flow.at }
  return isMap ? { kind: 'map', entries, range } : { kind: 'list', items, range }
}

function readValue(flow: Flow, depth: number): YamlNode | undefined {
  const opening = unitAt(flow)
  if (opening === 91 || opening === 123) return depth < DEEPEST ? readCollection(flow, depth + 1) : undefined
  return opening === 34 || opening === 39 ? readQuoted(flow) : readPlain(flow)
}

/** A quoted text without escapes. */
function readQuoted(flow: Flow): YamlScalar | undefined {
  const { text, end, at } = flow
  const sign = text.charAt(at)
  const close = text.indexOf(sign, at + 1)
  if (close === -1 || close >= end) return undefined
  const inner = text.slice(at + 1, close)
  if (inner.includes('\\') || text.charAt(close + 1) === sign) return undefined
  flow.at = close + 1
  return quotedScalar(inner, { start: at, end: close + 1 })
}

function readPlain(flow: Flow): YamlScalar | undefined {
  const { text, end, at } = flow
  const opening = unitAt(flow)
  if (!beginsPlain(flow)) return undefined
  let stop = at
  while (stop < end && !isOneOf(text.charCodeAt(stop), ',[]{}')) stop++
  const range = { start: at, end: trimEnd(text, at, stop) }
  const plain = text.slice(range.start, range.end)
  if (stop >= end || isOneOf(text.charCodeAt(stop), '[{') || /:[ \t]|:$|[ \t]#/.test(plain)) return undefined
  flow.at = stop
  if (opening !== 64 && opening !== 96) return plainScalar(plain, range)
  flow.reserved.push(range)
  return quotedScalar(plain, range)
}

/** A plain key, with the colon and the space behind it passed over. */
function readKey(flow: Flow): Range | undefined {
  const { text, end, at } = flow
  if (!beginsPlain(flow) || isOneOf(unitAt(flow), '@`')) return undefined
  for (let colon = at; colon < end; colon++) {
    const unit = text.charCodeAt(colon)
    if (isOneOf(unit, ',[]{}') || (unit === 35 && isSpace(text.charCodeAt(colon - 1)))) return undefined
    if (unit !== 58 || !isSpace(text.charCodeAt(colon + 1))) continue
    flow.at = colon + 1
    skipSpace(flow)
    return { start: at, end: trimEnd(text, at, colon) }
  }
  return undefined
}

function beginsPlain({ text, end, at }: Flow): boolean {
  const opening = text.charCodeAt(at)
  if (at >= end || isOneOf(opening, NO_BEGINNING)) return false
  return opening !== 45 || !isOneOf(text.charCodeAt(at + 1), ' \t,[]{}')
}

function unitAt({ text, end, at }: Flow): number {
  return at < end ? text.charCodeAt(at) : NaN
}

function skipSpace(flow: Flow): void {
  while (flow.at < flow.end && isSpace(flow.text.charCodeAt(flow.at))) flow.at++
}

/** One problem for all the reserved signs of a collection, on the first. */
function reportReserved(text: string, reserved: readonly Range[], problems: YamlProblem[]): void {
  const first = reserved[0]
  if (first === undefined) return
  const edits = reserved.map((range) => ({ range, text: quote(text.slice(range.start, range.end)) }))
  problems.push(problem('reserved-sign', first, { sign: text.charAt(first.start) }, { title: 'quote', edits }))
}
