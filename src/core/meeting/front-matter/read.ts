import type { YamlEntry, YamlNode } from '../../yaml/node.ts'
import { readYaml } from '../../yaml/read.ts'
import { lineEnd } from '../../text/lines.ts'
import { closest } from '../../text/similar.ts'
import { KEYS, type Key } from '../keys.ts'
import type { Entry, Fields, FrontMatter, Suppression, SyntaxProblem } from '../model.ts'
import { findFences, type Fences } from './fence.ts'
import { joinTime, readField, type MutableFields } from './fields.ts'
import { fault } from './problems.ts'
import { clip, type Reader } from './reader.ts'
import { readYamlSuppressions } from './suppressions.ts'

/** A front matter above this size, in UTF-16 units, is not read (FORMAT 1). */
export const LARGEST = 256 * 1024

export interface FrontMatterRead {
  readonly frontMatter?: FrontMatter
  readonly fields: Fields
  readonly problems: readonly SyntaxProblem[]
  readonly suppressions: readonly Suppression[]
  readonly bodyStart: number
  /** How many keys are written in each language. */
  readonly zhKeys: number
  readonly enKeys: number
}

let spellings: Map<string, Key> | undefined

/** The key that a written word is, in either language; case, spaces and hyphens do not count. */
export function canonicalKey(written: string): Key | undefined {
  if (spellings === undefined) {
    spellings = new Map()
    for (const [key, names] of Object.entries(KEYS) as [Key, { zh: string; also?: readonly string[] }][]) {
      for (const name of [key, names.zh, ...(names.also ?? [])]) spellings.set(name, key)
    }
  }
  return spellings.get(written) ?? spellings.get(written.trim().toLowerCase().replace(/[\s-]+/g, '_'))
}

/** Reads the front matter of a meeting file, where it has one. Never throws; all ranges are of the text as given. */
export function readFrontMatter(text: string): FrontMatterRead {
  const fences = findFences(text, (word) => canonicalKey(word) !== undefined)
  if (fences === undefined) return { fields: {}, problems: [], suppressions: [], bodyStart: text.charCodeAt(0) === 0xfeff ? 1 : 0, zhKeys: 0, enKeys: 0 }
  const { fence, content, range, bodyStart } = fences
  if (content.end - content.start > LARGEST) {
    const frontMatter = { range, fence, content, readable: false, entries: [] }
    return { frontMatter, fields: {}, problems: [fault('too-large', fence)], suppressions: [], bodyStart, zhKeys: 0, enKeys: 0 }
  }
  return readContent(text, fences)
}

function readContent(text: string, { fence, content, range, bodyStart, closed }: Fences): FrontMatterRead {
  const problems: SyntaxProblem[] = []
  const known = (name: string): boolean => canonicalKey(name) !== undefined
  const yaml = readYaml(text, { from: content.start, to: content.end, known })
  for (const { code, message, data, range: where, fix } of yaml.problems) {
    problems.push({ code, message, data, range: where, ...(fix === undefined ? {} : { fixes: [{ title: fix.title, data, edits: fix.edits, safe: true }] }) })
  }
  if (!closed) {
    const end = lineEnd(text)
    const before = /[\r\n]/.test(text.charAt(content.end - 1)) ? '' : end
    problems.push(fault('unclosed-fence', fence, {}, { title: 'close', edits: [{ range: { start: content.end, end: content.end }, text: `${before}---${end}` }] }))
  }
  const { entries, fields } = readEntries(text, yaml.root?.entries ?? [], problems)
  const zhKeys = entries.filter((each) => each.key !== undefined && /[^\x20-\x7e]/.test(each.written)).length
  return {
    frontMatter: { range, fence, content, readable: yaml.complete, entries },
    fields, problems: problems.sort((a, b) => a.range.start - b.range.start), suppressions: readYamlSuppressions(text, content), bodyStart,
    zhKeys, enKeys: entries.filter((each) => each.key !== undefined).length - zhKeys,
  }
}

function readEntries(text: string, written: readonly YamlEntry[], problems: SyntaxProblem[]): { entries: Entry[]; fields: Fields } {
  const entries: Entry[] = []
  const fields: MutableFields = {}
  const seen = new Set<Key>()
  const names = new Set(written.map((each) => canonicalKey(each.key)))
  let time: { entry: YamlEntry; node: YamlNode; at: number } | undefined
  for (const each of written) {
    const key = canonicalKey(each.key)
    const valueRange = each.value?.range ?? { start: each.keyRange.end, end: each.keyRange.end }
    const empty = isEmpty(each.value)
    const base = { written: each.key, keyRange: each.keyRange, valueRange, empty }
    const reader: Reader = { text, key: clip(each.key), problems }
    if (key === undefined) {
      const probably = isOwn(each.key) ? undefined : reportUnknown(each, names, problems)
      entries.push({ ...base, ...(probably === undefined ? {} : { probably }), readable: each.value !== undefined && !empty })
    } else if (seen.has(key)) {
      problems.push(fault('duplicate-key', each.keyRange, { key: clip(each.key) }))
      entries.push({ ...base, key, readable: false })
    } else {
      seen.add(key)
      if (key === 'time' && each.value !== undefined && !empty) time = { entry: each, node: each.value, at: entries.length }
      const readable = each.value !== undefined && !empty && readField(reader, key, each.keyRange, each.value, fields)
      entries.push({ ...base, key, readable })
    }
  }
  if (time !== undefined) {
    const reader: Reader = { text, key: clip(time.entry.key), problems }
    const entry = entries[time.at]
    const readable = joinTime(reader, time.entry.keyRange, time.node, seen.has('duration'), fields)
    if (entry !== undefined) entries[time.at] = { ...entry, readable }
  }
  return { entries, fields }
}

function isEmpty(value: YamlNode | undefined): boolean {
  return value?.kind === 'scalar' && value.text.trim() === '' && (value.value === null || value.value === '' || typeof value.value === 'string')
}

function isOwn(key: string): boolean {
  return /^x-/i.test(key)
}

/** Reports an unknown key, and gives the key that it probably was meant to be where that one is not there itself. */
function reportUnknown({ key, keyRange }: YamlEntry, present: ReadonlySet<Key | undefined>, problems: SyntaxProblem[]): Key | undefined {
  const candidates: string[] = []
  for (const [name, names] of Object.entries(KEYS) as [Key, { zh: string }][]) if (!present.has(name)) candidates.push(name, names.zh)
  const meant = closest(key.trim().replace(/[\s-]+/g, '_'), candidates)
  if (meant === undefined) {
    problems.push(fault('unknown-key', keyRange, { key: clip(key) }))
    return undefined
  }
  problems.push(fault('misspelt-key', keyRange, { key: clip(key), meant }, { title: 'rename', edits: [{ range: keyRange, text: meant }] }))
  return canonicalKey(meant)
}

