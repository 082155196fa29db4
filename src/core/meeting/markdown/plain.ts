/** The unit that stands in a masked text for one that is only a mark. */
export const MARK = '\0'

/**
 * A piece of inline Markdown with every unit that is only a mark (emphasis, link destinations, tags, comments, escapes)
 * replaced by `MARK`, so that places in it are places in the source. Line ends and a quote's marks become spaces.
 */
export function maskMarks(source: string): string {
  return hasMarks(source) ? new Masker(source).run() : source
}

/**
 * The text of a piece of inline Markdown as a person reads it: without marks, white space drawn together. This is the
 * normalisation of every located text of the body: `value === plainText(text under range)`.
 */
export function plainText(source: string): string {
  return unmask(maskMarks(source))
}

/** The readable text of a masked one. */
export function unmask(masked: string): string {
  const bare = masked.includes(MARK) ? masked.replaceAll(MARK, '') : masked
  return (/\s\s|[^\S ]/.test(bare) ? bare.replace(/\s+/g, ' ') : bare).trim()
}

function hasMarks(source: string): boolean {
  for (let at = 0; at < source.length; at++) {
    if (isMark(source.charCodeAt(at))) return true
  }
  return false
}

/** True for a unit that may be a mark: a line end, `*`, `<`, `~`, and from `[` to the backquote all but `^`. */
function isMark(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 42 || unit === 60 || unit === 126 || (unit >= 91 && unit <= 96 && unit !== 94)
}

class Masker {
  private readonly source: string
  private out = ''
  private at = 0
  /** Places of `[` in `out` that may still begin a link. */
  private readonly brackets: number[] = []
  /** Units of backquotes that were looked for in vain, so that hostile text stays linear. */
  private readonly unclosed = new Set<number>()
  private commentsEnd = true

  constructor(source: string) {
    this.source = source
  }

  run(): string {
    const { source } = this
    while (this.at < source.length) {
      let end = this.at
      while (end < source.length && !isMark(source.charCodeAt(end))) end++
      if (end > this.at) this.keep(end - this.at)
      else this.step(source.charCodeAt(end))
    }
    return this.out
  }

  private step(unit: number): void {
    switch (unit) {
      case 92: return this.escape()
      case 96: return this.code()
      case 60: return this.tag()
      case 91: return this.openBracket()
      case 93: return this.closeBracket()
      case 42: return this.emphasis(42)
      case 95: return this.emphasis(95)
      case 126: return this.emphasis(126)
      case 10:
      case 13: return this.lineEnd()
      default: this.keep(1)
    }
  }

  private keep(count: number): void {
    this.out += this.source.slice(this.at, this.at + count)
    this.at += count
  }

  private hide(count: number): void {
    this.out += MARK.repeat(count)
    this.at += count
  }

  private escape(): void {
    if (/[!-/:-@[-`{-~]/.test(this.source.charAt(this.at + 1))) {
      this.hide(1)
      this.keep(1)
    } else this.keep(1)
  }

  private code(): void {
    let count = 1
    while (this.source.charCodeAt(this.at + count) === 96) count++
    const close = this.unclosed.has(count) ? -1 : this.closingTicks(this.at + count, count)
    if (close === -1) {
      this.unclosed.add(count)
      this.keep(count)
      return
    }
    this.hide(count)
    this.keep(close - this.at)
    this.hide(count)
  }

  private closingTicks(from: number, count: number): number {
    for (let at = this.source.indexOf('`', from); at !== -1;) {
      let end = at
      while (this.source.charCodeAt(end) === 96) end++
      if (end - at === count) return at
      at = this.source.indexOf('`', end)
    }
    return -1
  }

  private tag(): void {
    const { source, at } = this
    if (source.startsWith('<!--', at)) {
      const end = this.commentsEnd ? source.indexOf('-->', at + 4) : -1
      if (end === -1) this.commentsEnd = false
      return end === -1 ? this.keep(1) : this.hide(end + 3 - at)
    }
    if (!/[a-z/]/i.test(source.charAt(at + 1))) return this.keep(1)
    TAG.lastIndex = at
    const found = TAG.exec(source)
    if (!found) return this.keep(1)
    if (found[1] !== undefined) {
      this.hide(1)
      this.keep(found[1].length)
      return this.hide(1)
    }
    const isBreak = /^<br\b/i.test(found[0])
    this.hide(found[0].length - (isBreak ? 1 : 0))
    if (isBreak) {
      this.out += ' '
      this.at++
    }
  }

  private openBracket(): void {
    this.brackets.push(this.out.length)
    this.keep(1)
  }

  private closeBracket(): void {
    const open = this.brackets.pop()
    const next = this.source.charCodeAt(this.at + 1)
    const pattern = next === 40 ? DESTINATION : next === 91 ? REFERENCE : undefined
    const length = pattern === undefined ? 0 : this.lengthOf(pattern, this.at + 1)
    if (open === undefined || length === 0) return this.keep(1)
    const picture = open > 0 && this.out.charCodeAt(open - 1) === 33
    this.out = this.out.slice(0, picture ? open - 1 : open) + MARK.repeat(picture ? 2 : 1) + this.out.slice(open + 1)
    this.hide(1 + length)
  }

  private lengthOf(pattern: RegExp, from: number): number {
    pattern.lastIndex = from
    return pattern.exec(this.source)?.[0].length ?? 0
  }

  private emphasis(unit: number): void {
    const { source, at } = this
    let count = 1
    while (source.charCodeAt(at + count) === unit) count++
    const before = at === 0 ? ' ' : source.charAt(at - 1)
    const after = source.charAt(at + count)
    const openBefore = /\s/.test(before)
    const openAfter = after === '' || /\s/.test(after)
    const inWord = unit === 95 && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
    const alone = (openBefore && openAfter) || inWord || (unit === 126 && count !== 2)
    return alone ? this.keep(count) : this.hide(count)
  }

  private lineEnd(): void {
    let end = this.at
    while (/[\s>]/.test(this.source.charAt(end)) && end < this.source.length) end++
    this.out += ' '.repeat(end - this.at)
    this.at = end
  }
}

const TAG = /<(?:([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+)|\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?)>/iy
const DESTINATION = /\([ \t]*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/y
const REFERENCE = /\[[^[\]\n]*\]/y
