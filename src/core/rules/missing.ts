import type { Range } from '../text/range.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Key } from '../meeting/keys.ts'

/** The first line of the front matter, or the start of a file without one: where complaints about missing keys stand. */
export function firstLine(meeting: Meeting): Range {
  return meeting.frontMatter?.fence ?? { start: meeting.bodyStart, end: meeting.bodyStart }
}

/**
 * True when a key may be called missing: it is not there (or has no value), no misspelt key stands for it, and the front
 * matter could be read at all (FORMAT 1). A value that cannot be read is `front-matter`'s, not missing.
 */
export function isMissing(meeting: Meeting, ...keys: readonly Key[]): boolean {
  if (meeting.frontMatter?.readable === false) return false
  const entries = meeting.frontMatter?.entries ?? []
  return !entries.some(({ key, probably, empty }) => {
    return (key !== undefined && keys.includes(key) && !empty) || (probably !== undefined && keys.includes(probably))
  })
}
