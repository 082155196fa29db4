import { canonicalKey } from '../../meeting/front-matter/read.ts'
import type { Key, SectionKind } from '../../meeting/keys.ts'
import type { Section } from '../../meeting/model.ts'
import { lineAt, lineRange } from '../../text/lines.ts'
import type { Range } from '../../text/range.ts'
import type { OpenDocument } from '../context.ts'

/** The line of the cursor, and what an accepted proposal replaces. */
interface Common {
  /** The offset of the cursor. */
  readonly cursor: number
  /** What was typed of the word at the cursor. */
  readonly typed: string
  /** The word at the cursor, what stands of it behind the cursor included. */
  readonly range: Range
  /** The line up to the cursor. */
  readonly before: string
  /** The line behind the cursor. */
  readonly after: string
}

/** What stands at the cursor, so far as it can be told while it is being written. */
export type Place =
  | (Common & { readonly kind: 'nothing' })
  | (Common & { readonly kind: 'key' })
  | (Common & { readonly kind: 'inner-key'; readonly key: Key })
  | (Common & { readonly kind: 'value'; readonly key: Key; readonly inner?: string; readonly form: 'plain' | 'flow' | 'item' })
  | (Common & { readonly kind: 'body'; readonly section?: SectionKind; readonly sections: readonly Section[] })

/**
 * Tells from the lines what the cursor stands in. The model is not enough: what is being typed is no YAML yet. Full-width colons and
 * brackets count, as they are typed by everybody who writes Chinese.
 */
export function placeAt(document: OpenDocument, offset: number): Place {
  const { text, lines } = document
  const line = lineRange(lines, text, lineAt(lines, offset))
  const common = { cursor: offset, before: text.slice(line.start, offset), after: text.slice(offset, Math.max(offset, line.end)) }
  const front = frontContent(document)
  // A fence is no place for anything, also where nothing stands between the two.
  const isFence = front !== undefined && offset <= front.end && /^---\s*$/.test(common.before + common.after)
  if (front !== undefined && (offset < front.start || isFence)) return { ...common, ...word(offset, common, /\S*$/), kind: 'nothing' }
  if (front !== undefined && offset <= front.end) return frontPlace(document, offset, front, common)
  const around = document.meeting.sections.filter(({ headingRange, content }) => headingRange.end <= offset && offset <= content.end)
  const section = [...around].reverse().find((each) => each.kind !== undefined)?.kind
  return { ...common, ...word(offset, common, /[@＠]?[\p{L}\p{N}._#-]*$/u, BEHIND), kind: 'body', sections: around, ...(section === undefined ? {} : { section }) }
}

/** In running text only Latin letters behind the cursor are of its word: Chinese has no spaces that would divide a name from what follows. */
const BEHIND = /^[\p{Script=Latin}\d_-]*/u

/** The front matter's content, also where it is not closed or has no key yet: then up to a heading or the text's end. */
function frontContent({ text, lines, meeting }: OpenDocument): Range | undefined {
  const content = meeting.frontMatter?.content
  if (content !== undefined && text.startsWith('---', content.end)) return { start: content.start, end: Math.max(content.start, content.end - 1) }
  const first = lines.starts[0] ?? 0
  if (content === undefined && !/^---[ \t]*[\r\n]/.test(text.slice(first, first + 8))) return undefined
  const start = lines.starts[1] ?? text.length
  const heading = text.slice(start).search(/^#{1,6}\s/m)
  return { start, end: heading === -1 ? text.length : start + heading - 1 }
}

function frontPlace({ text, lines }: OpenDocument, offset: number, front: Range, common: Pick<Common, 'cursor' | 'before' | 'after'>): Place {
  const { before } = common
  const top = /^([^\s:：#-][^:：]{0,60}?)\s*[:：](.*)$/s.exec(before)
  if (top === null && !/^[\s#-]/.test(before)) return { ...common, ...word(offset, common, /[^:：]*$/, /^[^\s:：]*/), kind: 'key' }
  const key = canonicalKey(top?.[1] ?? ownerOf(text, lines.starts, lineAt(lines, offset), front.start) ?? '')
  if (key === undefined || /^\s*#/.test(before)) return { ...common, ...word(offset, common, /\S*$/), kind: 'nothing' }
  const value = top?.[2] ?? before
  const open = Math.max(value.lastIndexOf('['), value.lastIndexOf('{'))
  if (open > Math.max(value.lastIndexOf(']'), value.lastIndexOf('}'))) {
    const part = value.slice(open + 1).split(/[,，]/).pop() ?? ''
    const pair = value.charAt(open) === '{' ? /^\s*([^\s:：]+)\s*[:：]\s*/.exec(part) : null
    const typed = (pair === null ? part : part.slice(pair[0].length)).replace(/^\s*["']?/, '')
    if (pair === null && value.charAt(open) === '{') return { ...common, ...ending(offset, common, typed, /^[^,，\]}:：]*/), kind: 'inner-key', key }
    return { ...common, ...ending(offset, common, typed, /^[^,，\]}\s"']*/), kind: 'value', key, form: 'flow', ...(pair?.[1] === undefined ? {} : { inner: pair[1] }) }
  }
  const item = /^\s*-\s+(?:([^\s:：]+)\s*[:：]\s+)?(.*)$/s.exec(value)
  if (top === null && item !== null) return { ...common, ...rest(offset, common, item[2] ?? '', key), kind: 'value', key, form: 'item', ...(item[1] === undefined ? {} : { inner: item[1] }) }
  const inner = top === null ? /^\s+([^\s:：-][^\s:：]*)\s*[:：]\s*(.*)$/s.exec(value) : null
  if (inner !== null) return { ...common, ...rest(offset, common, inner[2] ?? '', key), kind: 'value', key, form: 'plain', inner: inner[1] ?? '' }
  if (top === null) return { ...common, ...word(offset, common, /\S*$/), kind: 'inner-key', key }
  return { ...common, ...rest(offset, common, value.trimStart(), key), kind: 'value', key, form: 'plain' }
}

/** The outermost key above a line that is indented or an item. */
function ownerOf(text: string, starts: readonly number[], line: number, from: number): string | undefined {
  for (let at = line; at >= 0 && (starts[at] ?? 0) >= from; at--) {
    const written = /^([^\s:：#-][^:：\r\n]{0,60}?)\s*[:：]/.exec(text.slice(starts[at], (starts[at] ?? 0) + 80))?.[1]
    if (written !== undefined) return written
  }
  return undefined
}

/** A value to the end of its line, a comment left out; a person's reason stays. */
function rest(offset: number, common: Pick<Common, 'after'>, typed: string, key: Key): Pick<Common, 'typed' | 'range'> {
  const people = ['required', 'optional', 'attendees', 'remote', 'organizer'].includes(key)
  return ending(offset, common, typed.replace(/^["']/, ''), people ? /^[^\s:：,，]*/ : /^.*?(?=\s+#|\s*$)/)
}

function ending(offset: number, { after }: Pick<Common, 'after'>, typed: string, behind: RegExp): Pick<Common, 'typed' | 'range'> {
  return { typed, range: { start: offset - typed.length, end: offset + (behind.exec(after)?.[0].length ?? 0) } }
}

function word(offset: number, common: Pick<Common, 'before' | 'after'>, front: RegExp, behind = /^[\p{L}\p{N}_-]*/u): Pick<Common, 'typed' | 'range'> {
  return ending(offset, common, front.exec(common.before)?.[0] ?? '', behind)
}
