/** One line of a block, as places in the text. */
export interface Line {
  readonly start: number
  /** Without the line end. */
  readonly end: number
  /** Of the first unit that is neither a space nor a tab. */
  readonly first: number
  /** True when a tab stands in the indentation. */
  readonly tab: boolean
  readonly blank: boolean
  /** Begins with `#`. */
  readonly comment: boolean
}

/** The lines of text between two places, each one's indentation measured. */
export function readLines(text: string, from: number, to: number): Line[] {
  const lines: Line[] = []
  let start = from
  while (start < to) {
    let end = start
    while (end < to && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
    let first = start
    let tab = false
    while (first < end && (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9)) {
      if (text.charCodeAt(first) === 9) tab = true
      first++
    }
    lines.push({ start, end, first, tab, blank: first === end, comment: text.charCodeAt(first) === 35 && first < end })
    start = end + 1
    if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) start++
  }
  return lines
}
