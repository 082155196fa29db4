/*
 * The part of an issue that the tool keeps up to date stands between two comments. What people write around it is theirs and
 * survives (DESIGN 4). No text of a notice can hold such a comment: every `<` of it is escaped.
 */

const BEGIN = '<!-- convoke:begin -->'
const END = '<!-- convoke:end -->'

/** An issue's first body: the marker that names the object, then the managed part. */
export function managedBody(marker: string, content: string): string {
  return `${marker}\n${BEGIN}\n\n${content}\n\n${END}\n`
}

/**
 * An issue's body with its marker line and managed part replaced, everything else as it was. Where a person has removed the
 * comments, the managed part is written anew above what is there.
 */
export function replaceManaged(body: string, marker: string, content: string): string {
  const begin = body.indexOf(BEGIN)
  const end = body.indexOf(END, begin)
  const markers = /^<!-- convoke key=[^>]*-->\r?\n?/gm
  if (begin === -1 || end === -1) {
    const theirs = body.replace(markers, '')
    return managedBody(marker, content) + (theirs.trim() === '' ? '' : `\n${theirs}`)
  }
  const before = body.slice(0, begin).replace(markers, '')
  return `${before}${marker}\n${BEGIN}\n\n${content}\n\n${body.slice(end)}`
}

/** The managed part of a body, for a comparison with what would be written; undefined where there is none. */
export function managedPart(body: string): string | undefined {
  const begin = body.indexOf(BEGIN)
  const end = body.indexOf(END, begin)
  return begin === -1 || end === -1 ? undefined : body.slice(begin + BEGIN.length, end).trim()
}
