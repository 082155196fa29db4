import type { RollCallEntry } from './model.ts'
import type { Block } from './markdown/block.ts'

/** The roll call. */
export function readAttendance(_text: string, _blocks: readonly Block[]): RollCallEntry[] {
  return []
}
