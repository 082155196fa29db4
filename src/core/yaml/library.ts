import { isAlias, isMap, isScalar, isSeq, parseDocument, visit, type Node, type ParsedNode } from 'yaml'
import type { Range } from '../text/range.ts'
import type { YamlNode, YamlProblem } from './node.ts'
import { emptyScalar } from './scalar.ts'
import { problem } from './problems.ts'

/** A stretch of text that holds one value. */
export interface Piece {
  readonly from: number
  readonly to: number
  /** Indentation of the key that it belongs to; -1 for a whole document. */
  readonly indent: number
  readonly key?: string
}

/**
 * Reads one value by the `yaml` library (1.2, core schema, no aliases). Gives undefined, and a problem, where it is no YAML.
 * The value stands behind its key in the file; the library gets it under a key of its own, so that its indentation rules hold.
 */
export function readWithLibrary(text: string, piece: Piece, problems: YamlProblem[]): YamlNode | undefined {
  const source = text.slice(piece.from, piece.to)
  const head = piece.indent < 0 ? '' : `${' '.repeat(piece.indent)}k: `
  const shift = piece.from - head.length
  const inside = (start: number, end: number): Range => ({ start: clamp(start + shift, piece), end: clamp(Math.max(start, end) + shift, piece) })
  const data = piece.key === undefined ? {} : { key: piece.key }
  const code = piece.key === undefined ? 'broken-yaml' : 'broken-value'
  if (depths(source).most > DEEPEST) {
    problems.push(problem(code, { start: piece.from, end: piece.to }, data))
    return undefined
  }
  let contents: ParsedNode | null
  try {
    // A tab indents like two spaces here: it was reported already, and the value can still be read.
    const document = parseDocument((head + source).replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length)), {
      version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent', strict: true,
    })
    // A bracket that closes at the margin is against the rules of indentation, and what everybody's editor writes.
    const closed = /[\]}]\s*$/.test(source) && depths(source).last === 0
    const error = document.errors.find((each) => each.code !== 'BAD_INDENT' || !closed)
    if (error !== undefined) {
      problems.push(problem(code, inside(error.pos[0], error.pos[1]), data))
      return undefined
    }
    let alias: Node | undefined
    visit(document, { Alias: (_, node) => { alias = node; return visit.BREAK } })
    if (alias !== undefined) {
      problems.push(problem('alias', inside(alias.range?.[0] ?? head.length, alias.range?.[1] ?? head.length)))
      return undefined
    }
    contents = document.contents
  } catch {
    // Absurd nesting exhausts the library's stack.
    problems.push(problem(code, { start: piece.from, end: piece.to }, data))
    return undefined
  }
  if (piece.indent >= 0) {
    if (!isMap(contents)) return undefined
    const pair = contents.items[0]
    return convert(pair?.value ?? null, piece.from, inside)
  }
  return contents === null ? undefined : convert(contents, piece.from, inside)
}

/** Nobody nests brackets this deep; the library needs seconds to find that it cannot either. */
const DEEPEST = 100

/** How many brackets are open at the end, and at most. Those inside quotes count as well: it only has to be near. */
function depths(source: string): { readonly last: number; readonly most: number } {
  let depth = 0
  let most = 0
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at)
    if (unit === 91 || unit === 123) depth++
    else if (unit === 93 || unit === 125) depth--
    if (depth > most) most = depth
  }
  return { last: depth, most }
}

function clamp(offset: number, piece: Piece): number {
  return Math.min(Math.max(offset, piece.from), piece.to)
}

function convert(node: ParsedNode | Node | null, fallback: number, inside: (start: number, end: number) => Range): YamlNode {
  if (node === null) return emptyScalar(fallback)
  const [start, end] = node.range ?? [0, 0]
  const range = inside(start, end)
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => convert(item as Node | null, range.end, inside)), range }
  if (isMap(node)) {
    const entries = node.items.map((pair) => {
      const key = pair.key as Node | null
      const keyNode = convert(key, range.start, inside)
      const value = convert(pair.value as Node | null, keyNode.range.end, inside)
      return { key: keyNode.kind === 'scalar' ? keyNode.text : '', keyRange: keyNode.range, value }
    })
    return { kind: 'map', entries, range }
  }
  if (isScalar(node) && !isAlias(node)) {
    const { value, type, source } = node
    const quoted = type !== undefined && type !== 'PLAIN'
    const text = typeof value === 'string' ? value : source ?? ''
    const known = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : text
    return { kind: 'scalar', value: known, text: quoted ? String(value) : text, range, quoted }
  }
  return emptyScalar(fallback)
}
