import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Meeting, SyntaxProblem } from '../../core/meeting/model.ts'
import { cacheFile, cacheHome, writeWhole } from './store.ts'

/** What was read from one text. */
export interface Parsed {
  readonly meeting: Meeting
  readonly problems: readonly SyntaxProblem[]
}

/** Remembers what was read from texts, by their content. It holds no verdict: nothing in it depends on time, settings or other files. */
export interface MeetingCache {
  readonly parse: (text: string) => Parsed
  /** Writes down what this run read, and drops what it did not need. Failing to is no failure. */
  readonly keep: () => void
}

/**
 * The cache of one repository, or of one part of its files: a file of lines, `hash, tab, JSON`, under a first line that names the build. Another build's cache,
 * a damaged one or none at all is the same: everything is read anew. Written beside its place and moved there, whole or not at all.
 */
export function meetingCache(root: string, build: string, parse: (text: string) => Parsed, part = '', home: string = cacheHome()): MeetingCache {
  const path = cacheFile(root, part === '' ? '.cache' : `-${part}.cache`, home)
  const known = readLines(path, build)
  const used = new Map<string, string>()
  let fresh = false
  return {
    parse: (text) => {
      const hash = createHash('sha1').update(text).digest('base64')
      const line = used.get(hash) ?? known.get(hash)
      const read = line === undefined ? undefined : readParsed(line)
      if (read !== undefined && line !== undefined) {
        used.set(hash, line)
        return read
      }
      const parsed = parse(text)
      fresh = true
      used.set(hash, JSON.stringify(parsed))
      return parsed
    },
    keep: () => {
      if (fresh || used.size < known.size) writeWhole(path, `${build}\n${[...used].map(([hash, line]) => `${hash}\t${line}\n`).join('')}`)
    },
  }
}

function readLines(path: string, build: string): Map<string, string> {
  const known = new Map<string, string>()
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return known
  }
  if (!text.startsWith(`${build}\n`)) return known
  for (let at = build.length + 1; at < text.length;) {
    const end = text.indexOf('\n', at)
    const tab = text.indexOf('\t', at)
    // The last line of a damaged file has no end.
    if (end === -1 || tab === -1 || tab > end) break
    known.set(text.slice(at, tab), text.slice(tab + 1, end))
    at = end + 1
  }
  return known
}

function readParsed(line: string): Parsed | undefined {
  try {
    const read = JSON.parse(line) as Partial<Parsed> | null
    return typeof read === 'object' && read?.meeting !== undefined && Array.isArray(read.problems) ? (read as Parsed) : undefined
  } catch {
    return undefined
  }
}
