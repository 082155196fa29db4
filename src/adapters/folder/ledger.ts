import { join } from 'node:path'
import type { LedgerEntry } from '../../core/process/ledger.ts'
import type { Ledger } from '../../ports/ledger.ts'
import type { Disk } from './durable.ts'

/**
 * The ledger as `ledger/<id>/000001.json`, a file a version. Whoever makes the next number first has written; everybody else
 * sees a conflict. No lock is needed, and a run that dies leaves either the old version or the new one.
 */
export function folderLedger(folder: string, disk: Disk): Ledger {
  const root = join(folder, 'ledger')
  const versions = (id: string): string[] => disk.names(join(root, encode(id))).filter((name) => /^\d{6}\.json$/.test(name))
  return {
    ids: () => Promise.resolve(disk.names(root).map(decode)),
    read: (id) => {
      const name = versions(id).pop()
      const text = name === undefined ? undefined : disk.read(join(root, encode(id), name))
      if (name === undefined || text === undefined) return Promise.resolve(undefined)
      const entry = readEntry(text)
      return Promise.resolve(entry === undefined ? 'unknown' : { entry, version: name })
    },
    write: (id, entry, expected) => {
      const last = versions(id).pop()
      if (last !== expected) return Promise.resolve('conflict')
      const name = `${String(Number(last?.slice(0, 6) ?? '0') + 1).padStart(6, '0')}.json`
      const path = join(root, encode(id), name)
      if (!disk.create(path, `${JSON.stringify(entry, undefined, 1)}\n`)) return Promise.resolve('conflict')
      const now = versions(id)
      // Somebody who was two versions ahead had cleared this number already.
      if (now[now.length - 1] !== name) {
        disk.remove(path)
        return Promise.resolve('conflict')
      }
      for (const old of now.slice(0, -2)) disk.remove(join(root, encode(id), old))
      return Promise.resolve({ version: name })
    },
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
