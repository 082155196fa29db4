/** Characters that an issue or comment may have; GitHub's own limit is higher, and what lies above it has been dropped in silence. */
const LONGEST = 60_000

const CUT = '\n\n… (cut: the whole text stands in the meeting’s file / 内容过长，全文见会议文件)\n'

/** A text that GitHub takes. The end of the managed part stays, so that the next update finds it. */
export function fitBody(body: string): string {
  if (body.length <= LONGEST) return body
  const end = body.lastIndexOf('<!-- convoke:end -->')
  const tail = end === -1 ? '' : body.slice(end).slice(0, 5000)
  const room = LONGEST - CUT.length - tail.length
  const head = body.slice(0, end === -1 ? room : Math.min(room, end))
  // Half a sign of two units is none.
  return `${head.replace(/[\ud800-\udbff]$/, '')}${CUT}\n${tail}`
}
