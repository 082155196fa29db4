import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const KINDS = ['topic', 'purpose', 'outcome', 'action'] as const
export const LANGUAGES = ['en', 'zh'] as const
export type Kind = (typeof KINDS)[number]
export type Language = (typeof LANGUAGES)[number]

/** A labelled sentence. */
export interface Row {
  readonly language: Language
  readonly kind: Kind
  readonly vague: boolean
  readonly text: string
  /** Trade that it was written for, or what a foreign table says of where it comes from. */
  readonly source: string
}

export interface Data {
  /** Written one by one. */
  readonly written: readonly Row[]
  /** Frames filled with objects, for training only. */
  readonly filled: readonly Row[]
}

const FOLDER = join(import.meta.dirname, '../../data/wording')
/** How many sentences are made of a frame. */
const FILLINGS = 8

interface Frame {
  readonly row: Row
  readonly times: number
}

/** The project's own sentences: `data/wording/*.txt`, read in the order of their names, frames filled by a fixed seed. */
export function readData(): Data {
  const written: Row[] = []
  const filled: Row[] = []
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).sort()) {
    const objects = new Map<string, string[]>()
    const frames: Frame[] = []
    readFile(file, written, objects, frames)
    const random = generator(file.length * 7919)
    for (const { row, times } of frames) {
      for (let count = 0; count < times; count++) filled.push({ ...row, text: fill(row.text, objects, random) })
    }
  }
  return { written: unique(written), filled: unique(filled) }
}

/** Tables of other people's sentences with their labels (evaluation only): one file, or every `.tsv` of a folder. Columns: lang, kind, text, label, source. */
export function readTable(path: string): Row[] {
  if (statSync(path).isDirectory()) return readdirSync(path).filter((name) => name.endsWith('.tsv')).sort().flatMap((name) => readTable(join(path, name)))
  const lines = readFileSync(path, 'utf8').split(/\r?\n/).slice(1).filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [language, kind, text = '', label, source = ''] = line.split('\t')
    return { language: language === 'zh' ? 'zh' : 'en', kind: KINDS.find((each) => each === kind) ?? 'topic', vague: label === 'vague', text, source }
  })
}

/** Every seventh sentence, by its own text, is kept for measuring and never trained on. */
export function isAside({ text }: Row): boolean {
  let hash = 2166136261
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  return (hash >>> 8) % 7 === 0
}

/** Numbers in [0, 1), the same for the same seed. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

function readFile(file: string, written: Row[], objects: Map<string, string[]>, frames: Frame[]): void {
  let head: readonly string[] | undefined
  readFileSync(join(FOLDER, file), 'utf8').split('\n').forEach((line, index) => {
    if (line.trim() === '' || line.startsWith('# ')) return
    if (line.startsWith('[') && line.endsWith(']') && /^\[(?:en|zh) /.test(line)) {
      head = line.slice(1, -1).split(' ')
      return
    }
    if (head === undefined) throw new Error(`${file}:${index + 1}: a sentence before the first heading`)
    const [language, what, label, how, ...rest] = head
    const more = rest.length === 0 ? undefined : rest.join(' ')
    if (what === 'objects') {
      objects.set(label ?? '', [...(objects.get(label ?? '') ?? []), line])
      return
    }
    const kind = KINDS.find((each) => each === what)
    if (kind === undefined || (label !== 'ok' && label !== 'vague')) throw new Error(`${file}:${index + 1}: the heading is not “language kind label”`)
    const row: Row = { language: language === 'zh' ? 'zh' : 'en', kind, vague: label === 'vague', text: line, source: (how === '|' ? more : how) ?? '' }
    if (how === 'frames') frames.push({ row, times: more === undefined ? FILLINGS : FILLINGS * Number(more.slice(1)) })
    else written.push(row)
  })
}

function fill(frame: string, objects: ReadonlyMap<string, readonly string[]>, random: () => number): string {
  const text = frame.replace(/\{(\w)\}/g, (_, slot: string) => {
    const all = objects.get(slot) ?? []
    return all[Math.floor(random() * all.length)] ?? ''
  })
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function unique(rows: readonly Row[]): Row[] {
  const seen = new Map<string, Row>()
  for (const row of rows) {
    const key = `${row.kind} ${row.text.toLowerCase()}`
    const same = seen.get(key)
    if (same !== undefined && same.vague !== row.vague) throw new Error(`“${row.text}” has both labels as ${row.kind}`)
    if (same === undefined) seen.set(key, row)
  }
  return [...seen.values()]
}
