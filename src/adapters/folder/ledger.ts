import { join } from 'node:path'
import { isEntry, isIndex } from '../../core/process/stored.ts'
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
      const entry = parse(last.text)
      return Promise.resolve(isEntry(entry) ? { entry, version: last.version } : 'unknown')
    },
    write: (id, entry, expected) => {
      const version = entries.add(encode(id), `${JSON.stringify(entry, undefined, 1)}\n`, expected)
      return Promise.resolve(version === undefined ? 'conflict' : { version })
    },
    index: () => {
      const last = indexes.last('.')
      const index = last === undefined ? undefined : parse(last.text)
      return Promise.resolve(last !== undefined && isIndex(index) ? { index, version: last.version } : undefined)
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
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
