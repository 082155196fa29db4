import type { Range } from '../../text/range.ts'
import { bareUrlEnd } from './bare-url.ts'

/** A link or picture, with its destination as written. */
export interface FoundLink {
  readonly url: { readonly value: string; readonly range: Range }
  readonly image: boolean
}

/** The next places of what a link needs, so that text without links costs nothing; texts are scanned in order. */
export interface LinkSigns {
  readonly text: string
  readonly next: number[]
}

const SIGNS = ['](', '<', '://', 'www.', 'WWW.']

/** Begins to look for links in a text. */
export function linkSigns(text: string, from: number): LinkSigns {
  return { text, next: SIGNS.map((sign) => text.indexOf(sign, from)) }
}

/**
 * Finds the links in a piece of inline text whose lines are given as pairs of offsets, and adds them to `found`.
 * For a link definition it is the destination after `[label]:`.
 */
export function scanLinks(signs: LinkSigns, lines: readonly number[], definition: boolean, found: FoundLink[]): void {
  const { text } = signs
  if (!definition && !mayHoldLinks(signs, lines)) return
  let source = ''
  const starts: number[] = []
  for (let at = 0; at < lines.length; at += 2) {
    starts.push(source.length)
    source += text.slice(lines[at] ?? 0, lines[at + 1] ?? 0) + (at + 2 < lines.length ? '\n' : '')
  }
  const scan: Scan = { source, openers: [], spans: [], unclosed: new Set(), unclosedComment: false }
  if (definition) scanDefinition(scan)
  else scanInline(scan)
  for (const span of scan.spans.sort((a, b) => a.from - b.from)) {
    let line = 0
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= span.from) line++
    const start = (lines[line * 2] ?? 0) + span.from - (starts[line] ?? 0)
    const value = source.slice(span.from, span.to)
    found.push({ url: { value, range: { start, end: start + value.length } }, image: span.image })
  }
}

/** True where one of the signs stands in the lines; most lines end here. */
function mayHoldLinks({ text, next }: LinkSigns, lines: readonly number[]): boolean {
  const start = lines[0] ?? 0
  const end = lines[lines.length - 1] ?? 0
  let holds = false
  for (let sign = 0; sign < next.length; sign++) {
    let at = next[sign] ?? -1
    if (at !== -1 && at < start) {
      at = text.indexOf(SIGNS[sign] ?? '', start)
      next[sign] = at
    }
    if (at !== -1 && at < end) holds = true
  }
  return holds
}

interface Span {
  readonly from: number
  readonly to: number
  readonly image: boolean
}

interface Opener {
  readonly at: number
  readonly image: boolean
  /** False for one before a link that is already there, since links do not nest. */
  active: boolean
}

interface Scan {
  readonly source: string
  readonly openers: Opener[]
  spans: Span[]
  /** Lengths of runs of backquotes that nothing closes. */
  readonly unclosed: Set<number>
  unclosedComment: boolean
}

function scanInline(scan: Scan): void {
  const { source } = scan
  for (let at = 0; at < source.length;) {
    switch (source.charCodeAt(at)) {
      case 92:
        at += /[!-/:-@[-`{-~]/.test(source.charAt(at + 1)) ? 2 : 1
        break
      case 96:
        at = afterCode(scan, at)
        break
      case 60:
        at = afterAngle(scan, at)
        break
      case 33:
        if (source.charCodeAt(at + 1) === 91) {
          scan.openers.push({ at, image: true, active: true })
          at += 2
        } else at++
        break
      case 91:
        scan.openers.push({ at, image: false, active: true })
        at++
        break
      case 93:
        at = closeLabel(scan, at)
        break
      case 72:
      case 104:
      case 87:
      case 119:
        at = afterBareUrl(scan, at)
        break
      default:
        at++
    }
  }
}

function afterBareUrl(scan: Scan, at: number): number {
  const end = bareUrlEnd(scan.source, at, scan.openers.length > 0)
  if (end === 0) return at + 1
  scan.spans.push({ from: at, to: end, image: false })
  return end
}

function afterCode(scan: Scan, at: number): number {
  const { source, unclosed } = scan
  let end = at
  while (source.charCodeAt(end) === 96) end++
  const length = end - at
  if (unclosed.has(length)) return end
  for (let next = source.indexOf('`', end); next !== -1;) {
    let close = next
    while (source.charCodeAt(close) === 96) close++
    if (close - next === length) return close
    next = source.indexOf('`', close)
  }
  unclosed.add(length)
  return end
}

const ANGLE = new RegExp(
  '<(?:([a-z][a-z0-9+.-]{1,31}:[^\\s<>\\x00-\\x1f]*)>|[a-z0-9.!#$%&\'*+/=?^_`{|}~-]+@[a-z0-9.-]+>'
  + '|/[a-z][a-z0-9-]*\\s*>'
  + '|[a-z][a-z0-9-]*(?:\\s+[a-z_:][a-z0-9_.:-]*(?:\\s*=\\s*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?)*\\s*/?>'
  + '|\\?[^]*?\\?>|![a-z][^>]*>|!\\[CDATA\\[[^]*?\\]\\]>)',
  'iy',
)

/** Past an autolink, a tag or a comment; past the bracket only where it is none of these. */
function afterAngle(scan: Scan, at: number): number {
  const { source } = scan
  if (source.startsWith('<!--', at)) {
    if (source.startsWith('>', at + 4)) return at + 5
    if (source.startsWith('->', at + 4)) return at + 6
    const end = scan.unclosedComment ? -1 : source.indexOf('-->', at + 4)
    scan.unclosedComment = end === -1
    return end === -1 ? at + 1 : end + 3
  }
  ANGLE.lastIndex = at
  const match = ANGLE.exec(source)
  if (!match) return at + 1
  const url = match[1]
  if (url !== undefined) scan.spans.push({ from: at + 1, to: at + 1 + url.length, image: false })
  return at + match[0].length
}

const PUNCTUATED = '(?:[^\\\\()\\s\\x00-\\x1f]|\\\\[^\\s])'
const DESTINATION = new RegExp(`\\(\\s*(?:<((?:[^<>\\\\\\n]|\\\\.)*)>|((?!<)(?:${nested(4)})*))`
  + '(?:\\s+(?:"(?:[^"\\\\]|\\\\[^])*"|\'(?:[^\'\\\\]|\\\\[^])*\'|\\((?:[^()\\\\]|\\\\[^])*\\)))?\\s*\\)', 'y')

/** A pattern for a destination with round brackets nested so deep; deeper ones are nobody's. */
function nested(depth: number): string {
  return depth === 0 ? PUNCTUATED : `${PUNCTUATED}|\\((?:${nested(depth - 1)})*\\)`
}

function closeLabel(scan: Scan, at: number): number {
  const opener = scan.openers.pop()
  if (!opener?.active) return at + 1
  const { source } = scan
  if (source.charCodeAt(at + 1) !== 40) return at + 1
  DESTINATION.lastIndex = at + 1
  const match = DESTINATION.exec(source)
  if (!match) return at + 1
  const url = match[1] ?? match[2] ?? ''
  let from = at + 2
  while (/\s/.test(source.charAt(from)) && from < source.length) from++
  if (match[1] !== undefined) from++
  if (!opener.image) {
    // What looked like a bare URL inside the label is the link's text.
    scan.spans = scan.spans.filter((span) => span.from < opener.at || !isBare(source, span))
    for (const other of scan.openers) if (!other.image) other.active = false
  } else scan.spans = scan.spans.filter((span) => span.from < opener.at)
  scan.spans.push({ from, to: from + url.length, image: opener.image })
  return at + 1 + match[0].length
}

/** True for a span that stands by itself, not in the round brackets of a link or picture. */
function isBare(source: string, span: Span): boolean {
  return !span.image && source.charCodeAt(span.from - 1) !== 40
}

function scanDefinition(scan: Scan): void {
  const match = /^\[(?:[^\]\\]|\\[^])*\]:\s*(?:<((?:[^<>\\]|\\.)*)>|(\S+))/.exec(scan.source)
  if (!match) return
  const url = match[1] ?? match[2] ?? ''
  const to = match[0].length - (match[1] === undefined ? 0 : 1)
  scan.spans.push({ from: to - url.length, to, image: false })
}
