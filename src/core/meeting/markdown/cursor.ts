/** The place of the reader within one line, counted in units and in columns (a tab reaches to the next multiple of 4). */
export interface Cursor {
  readonly text: string
  /** First unit of the line, and its end without the line end. */
  lineStart: number
  lineEnd: number
  at: number
  column: number
  /** True when `at` stands on a tab of which some columns are already used up. */
  insideTab: boolean
  /** The next unit that is neither space nor tab, and its column; the line's end where the rest is blank. */
  nonspace: number
  nonspaceColumn: number
  /** Columns between here and there. */
  indent: number
  blank: boolean
}

/** A cursor at the beginning of a text, with no line yet. */
export function cursorOf(text: string): Cursor {
  return {
    text, lineStart: 0, lineEnd: 0, at: 0, column: 0, insideTab: false, nonspace: 0, nonspaceColumn: 0, indent: 0, blank: true,
  }
}

/** Puts the cursor at the beginning of a line. */
export function startLine(cursor: Cursor, start: number, end: number): void {
  cursor.lineStart = start
  cursor.lineEnd = end
  cursor.at = start
  cursor.column = 0
  cursor.insideTab = false
}

/** Looks for the next unit that is no white space. */
export function findNonspace(cursor: Cursor): void {
  const { text, lineEnd } = cursor
  let at = cursor.at
  let column = cursor.column
  while (at < lineEnd) {
    const unit = text.charCodeAt(at)
    if (unit === 32) column++
    else if (unit === 9) column += 4 - (column & 3)
    else break
    at++
  }
  cursor.nonspace = at
  cursor.nonspaceColumn = column
  cursor.indent = column - cursor.column
  cursor.blank = at >= lineEnd
}

/** Goes to the next unit that is no white space. */
export function skipSpace(cursor: Cursor): void {
  cursor.at = cursor.nonspace
  cursor.column = cursor.nonspaceColumn
  cursor.insideTab = false
}

/** Goes on by a number of columns; a tab may be used up in part. */
export function advance(cursor: Cursor, columns: number): void {
  const { text, lineEnd } = cursor
  let left = columns
  while (left > 0 && cursor.at < lineEnd) {
    if (text.charCodeAt(cursor.at) === 9) {
      const toStop = 4 - (cursor.column & 3)
      cursor.insideTab = toStop > left
      const step = cursor.insideTab ? left : toStop
      cursor.column += step
      if (!cursor.insideTab) cursor.at++
      left -= step
    } else {
      cursor.insideTab = false
      cursor.at++
      cursor.column++
      left--
    }
  }
}

/** True when the cursor stands on a space or tab of its line. */
export function onSpace(cursor: Cursor): boolean {
  if (cursor.at >= cursor.lineEnd) return false
  const unit = cursor.text.charCodeAt(cursor.at)
  return unit === 32 || unit === 9
}
