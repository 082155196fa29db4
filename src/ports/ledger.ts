import type { LedgerEntry } from '../core/process/ledger.ts'
import type { RunIndex } from '../core/process/run-index.ts'

export interface Stored {
  readonly entry: LedgerEntry
  /** What the entry has to be at when it is replaced. */
  readonly version: string
}

export interface StoredIndex {
  readonly index: RunIndex
  readonly version: string
}

/** The ledger: one entry a meeting, replaced only by whoever saw its last version, so that two runs cannot both claim. */
export interface Ledger {
  ids(): Promise<readonly string[]>
  /** Undefined where there is none; `unknown` where it cannot be read. */
  read(id: string): Promise<Stored | 'unknown' | undefined>
  /** The new version, or `conflict` where somebody else wrote since `expected` was read. */
  write(id: string, entry: LedgerEntry, expected: string | undefined): Promise<{ readonly version: string } | 'conflict'>
  /** Undefined where there is none, or none that can be read: it only saves work. */
  index(): Promise<StoredIndex | undefined>
  writeIndex(index: RunIndex, expected: string | undefined): Promise<'written' | 'conflict'>
}
