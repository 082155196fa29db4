import type { Files } from '../ports/files.ts'

/** A file above this size is not read (FORMAT 1), bytes. */
export const LARGEST = 5 * 1024 * 1024

/** Every file that has to be read: what the globs hold, and what the user named, in the order of their paths. */
export async function listMeetings(files: Files, globs: readonly string[], named: readonly string[] = []): Promise<readonly string[]> {
  return [...new Set([...await files.list(globs), ...named])].sort()
}
