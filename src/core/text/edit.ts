import type { Range } from './range.ts'

/** Replaces the text under `range`; an empty range inserts. */
export interface TextEdit {
  readonly range: Range
  readonly text: string
}

/**
 * The text after the edits. Ranges refer to the text before any of them; edits that insert at one place keep
 * their order. Returns undefined when two edits overlap or one lies outside the text: nothing is half applied.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.order - b.order)
  let result = ''
  let last = 0
  for (const { edit } of sorted) {
    const { start, end } = edit.range
    if (start < last || end < start || end > text.length) return undefined
    result += text.slice(last, start) + edit.text
    last = end
  }
  return result + text.slice(last)
}
