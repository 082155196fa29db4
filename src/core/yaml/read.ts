import { BOM } from '../text/lines.ts'
import { isOneOf, isSpace, readKey, reportColon, reportTabs, type Key, type KnownKey } from './key.ts'
import { readLines, type Line } from './lines.ts'
import { readWithLibrary } from './library.ts'
import type { YamlEntry, YamlMap, YamlProblem } from './node.ts'
import { problem } from './problems.ts'
import { readSimple } from './simple.ts'

export type { YamlEntry, YamlList, YamlMap, YamlNode, YamlProblem, YamlScalar } from './node.ts'

/** What was read. `complete` is false where some line could not be given to any key, or it is not known where a value ends. */
export interface YamlRead {
  readonly root?: YamlMap
  readonly problems: readonly YamlProblem[]
  readonly complete: boolean
}

export interface YamlOptions {
  /** Where the YAML begins and ends; the whole text by default. */
  readonly from?: number
  readonly to?: number
  readonly known?: KnownKey
}

/**
 * Reads a YAML mapping out of a text: never throws, and one key's broken value leaves the others readable.
 *
 * The text is cut at the keys of the outermost level and each piece is read for itself: the forms that nearly everybody
 * writes by a line reader, which also understands the traps of YAML that people fall into (`@name`, an unquoted colon, a
 * full-width colon, a tab), everything else by the `yaml` library. A property test holds the two to each other.
 */
export function readYaml(text: string, options: YamlOptions = {}): YamlRead {
  const { from = text.charCodeAt(0) === BOM ? 1 : 0, to = text.length, known = () => false } = options
  const lines = readLines(text, from, to)
  const content = lines.find((line) => !line.blank && !line.comment)
  if (content === undefined) return { problems: [], complete: true }
  const indent = content.first - content.start
  if (readKey(text, content.first, content.end, known) === undefined && isOneOf(text.charCodeAt(content.first), '{["\'&*!')) return readWhole(text, from, to)
  const entries: YamlEntry[] = []
  const problems: YamlProblem[] = []
  let complete = true
  for (let at = 0; at < lines.length;) {
    const line = lines[at]
    if (line === undefined) break
    const key = line.blank || line.comment ? undefined : readKey(text, line.first, line.end, known)
    if (key === undefined) {
      if (!line.blank && !line.comment) {
        problems.push(problem('stray-line', { start: line.first, end: line.end }))
        complete = false
      }
      at++
      continue
    }
    let next = at + 1
    while (next < lines.length && belongsAbove(text, lines[next], indent)) next++
    entries.push(readEntry(text, key, line, lines.slice(at + 1, next), known, problems))
    at = next
  }
  const last = entries[entries.length - 1]
  const end = last?.value?.range.end ?? last?.keyRange.end ?? content.end
  if (problems.some(({ code }) => code === 'unclosed-quote' || code === 'broken-value')) complete = false
  return { root: { kind: 'map', entries, range: { start: content.first, end } }, problems, complete }
}

/** Everything indented further, blank lines, comments, and `- item` at the key's own level belong to the key above. */
function belongsAbove(text: string, line: Line | undefined, indent: number): boolean {
  if (line === undefined) return false
  if (line.blank || line.comment || line.first - line.start > indent) return true
  const opening = text.charCodeAt(line.first)
  const item = opening === 45 && (line.first + 1 === line.end || isSpace(text.charCodeAt(line.first + 1)))
  return item || opening === 93 || opening === 125
}

function readEntry(text: string, key: Key, line: Line, rest: readonly Line[], known: KnownKey, problems: YamlProblem[]): YamlEntry {
  const entry = { key: key.name, keyRange: key.range }
  const filled = rest.filter((each) => !each.blank && !each.comment)
  reportColon(key, line.end, problems)
  reportTabs(text, filled, problems)
  const simple = readSimple({ text, key, end: line.end, lines: filled, known }, problems)
  if (simple === 'unreadable') return entry
  if (simple !== undefined) return { ...entry, value: simple }
  // A comment at the end may be the text of a block scalar, so all lines go to the library.
  const last = rest[rest.length - 1] ?? line
  const value = readWithLibrary(text, { from: key.value, to: last.end, indent: line.first - line.start, key: key.name }, problems)
  return value === undefined ? entry : { ...entry, value }
}

/** A text that does not begin with a plain key: a flow mapping, or something broken. */
function readWhole(text: string, from: number, to: number): YamlRead {
  const problems: YamlProblem[] = []
  const value = readWithLibrary(text, { from, to, indent: -1 }, problems)
  if (value?.kind === 'map') return { root: value, problems, complete: problems.length === 0 }
  if (problems.length === 0) problems.push(problem('broken-yaml', { start: from, end: to }))
  return { problems, complete: false }
}
