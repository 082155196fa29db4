import type { LedgerEntry } from './ledger.ts'
import type { RunIndex } from './run-index.ts'

/** The branch that keeps the ledger beside the code, and the file of it that keeps a meeting's entry. */
export const LEDGER_BRANCH = 'convoke-ledger'

export function ledgerPath(id: string): string {
  return `meetings/${encodeURIComponent(id)}.json`
}

/** The meeting whose entry a file of the branch keeps; undefined for another file. */
export function idOfLedgerPath(path: string): string | undefined {
  const name = /^meetings\/(.+)\.json$/.exec(path)?.[1]
  try {
    return name === undefined ? undefined : decodeURIComponent(name)
  } catch {
    return undefined
  }
}

/** Whether stored data is an entry that this version understands. One of another version, or a damaged one, is unknown: nothing is done rather than done twice. */
export function isEntry(data: unknown): data is LedgerEntry {
  return isMap(data) && data['version'] === 1 && typeof data['meeting'] === 'string' && Array.isArray(data['intents']) && isMap(data['done'])
}

/** Whether stored data is an index that this version understands. */
export function isIndex(data: unknown): data is RunIndex {
  return isMap(data) && data['version'] === 1 && typeof data['swept'] === 'number' && isMap(data['marks']) && isMap(data['meetings'])
}

function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}
