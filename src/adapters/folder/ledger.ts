import { join } from 'node:path'
import type { LedgerEntry } from '../../core/process/ledger.ts'
import type { RunIndex } from '../../core/process/run-index.ts'
import type { Ledger } from '../../ports/ledger.ts'
import type { Disk } from './durable.ts'

/**
 * The ledger as `ledger/<id>/000001.json`, a file a version. Whoever makes the next number first has written; everybody else
 * sees a conflict. No lock is needed, and a run that dies leaves either the old version or the new one.
 */
export function folderLedger(folder: string, disk: Disk): Ledger {
  const root = join(folder, 'ledger')
  const entries = versionedFiles(root, disk)
  const indexes = versionedFiles(join(folder, 'index'), disk)
  return {
    ids: () => Promise.resolve(disk.names(root).map(decode)),
    read: (id) => {
      const last = entries.last(encode(id))
      if (last === undefined) return Promise.resolve(undefined)
      const entry = readEntry(last.text)
      return Promise.resolve(entry === undefined ? 'unknown' : { entry, version: last.version })
    },
    write: (id, entry, expected) => {
      const version = entries.add(encode(id), `${JSON.stringify(entry, undefined, 1)}\n`, expected)
      return Promise.resolve(version === undefined ? 'conflict' : { version })
    },
    index: () => {
      const last = indexes.last('.')
      const index = last === undefined ? undefined : readIndex(last.text)
      return Promise.resolve(last === undefined || index === undefined ? undefined : { index, version: last.version })
    },
    writeIndex: (index, expected) => Promise.resolve(indexes.add('.', `${JSON.stringify(index, undefined, 1)}\n`, expected) === undefined ? 'conflict' : 'written'),
  }
}

interface VersionedFiles {
  last(name: string): { readonly text: string; readonly version: string } | undefined
  /** The new version; undefined where another one than `expected` is the last. */
  add(name: string, text: string, expected: string | undefined): string | undefined
}

function versionedFiles(root: string, disk: Disk): VersionedFiles {
  const versions = (name: string): string[] => disk.names(join(root, name)).filter((each) => /^\d{6}\.json$/.test(each))
  return {
    last: (name) => {
      const version = versions(name).pop()
      const text = version === undefined ? undefined : disk.read(join(root, name, version))
      return version === undefined || text === undefined ? undefined : { text, version }
    },
    add: (name, text, expected) => {
      const last = versions(name).pop()
      if (last !== expected) return undefined
      const version = `${String(Number(last?.slice(0, 6) ?? '0') + 1).padStart(6, '0')}.json`
      const path = join(root, name, version)
      if (!disk.create(path, text)) return undefined
      const now = versions(name)
      // Somebody who was two versions ahead had cleared this number already.
      if (now[now.length - 1] !== version) {
        disk.remove(path)
        return undefined
      }
      for (const old of now.slice(0, -2)) disk.remove(join(root, name, old))
      return version
    },
  }
}

function readIndex(text: string): RunIndex | undefined {
  try {
    const index = JSON.parse(text) as Partial<Record<keyof RunIndex, unknown>>
    const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
    return index.version === 1 && typeof index.swept === 'number' && isMap(index.marks) && isMap(index.meetings) ? (index as unknown as RunIndex) : undefined
  } catch {
    return undefined
  }
}

/** An entry of another version of this tool, or a damaged one, is unknown: nothing is done rather than done twice. */
function readEntry(text: string): LedgerEntry | undefined {
  try {
    const entry = JSON.parse(text) as Partial<Record<keyof LedgerEntry, unknown>>
    return entry.version === 1 && Array.isArray(entry.intents) && typeof entry.done === 'object' ? (entry as unknown as LedgerEntry) : undefined
  } catch {
    return undefined
  }
}

function encode(id: string): string {
  return encodeURIComponent(id)
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
