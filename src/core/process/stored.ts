import type { LedgerEntry } from './ledger.ts'
import type { RunIndex } from './run-index.ts'

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
