import type { Range } from '../text/range.ts'
import { lineAt } from '../text/lines.ts'
import type { LanguageContext } from './context.ts'
import type { FoldingRange } from './shapes.ts'

/** What can be folded away: front matter, its values of several lines, sections, and comments of several lines. */
export function foldingRanges({ meeting, text, lines }: LanguageContext): FoldingRange[] {
  const found: FoldingRange[] = []
  const add = (range: Range, kind: FoldingRange['kind']): void => {
    const end = trimmedEnd(text, range)
    if (end > range.start && lineAt(lines, end) > lineAt(lines, range.start)) found.push({ range: { start: range.start, end }, kind })
  }
  if (meeting.frontMatter !== undefined) {
    add(meeting.frontMatter.range, 'region')
    for (const { keyRange, valueRange } of meeting.frontMatter.entries) add({ start: keyRange.start, end: valueRange.end }, 'region')
  }
  for (const { headingRange, content } of meeting.sections) add({ start: headingRange.start, end: content.end }, 'region')
  for (let at = text.indexOf('<!--', meeting.bodyStart); at !== -1;) {
    const end = text.indexOf('-->', at)
    if (end === -1) break
    add({ start: at, end: end + 3 }, 'comment')
    at = text.indexOf('<!--', end)
  }
  return found.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
}

function trimmedEnd(text: string, { start, end }: Range): number {
  let last = end
  while (last > start && /\s/.test(text.charAt(last - 1))) last--
  return last
}
