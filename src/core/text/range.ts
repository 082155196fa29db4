/**
 * A half-open span of the original text, in UTF-16 code units counted from the very first unit of the
 * file (a byte order mark, where there is one, is unit 0). `text.slice(start, end)` is what it covers.
 */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A value together with the place it was read from. */
export interface Located<T> {
  readonly value: T
  readonly range: Range
}

/** A place as LSP counts it: zero-based line, UTF-16 units within the line. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** True when `inner` lies wholly inside `outer`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** True when the two spans share at least one unit. Touching spans do not. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** The empty span at an offset, for insertions. */
export function at(offset: number): Range {
  return { start: offset, end: offset }
}
