import { cleanLine, safeUrl } from '../clean.ts'
import type { Block, Inline, Notice, Span } from '../notice/notice.ts'
import { codeSpan, defuseMarkdown, escapeLine, escapeStart } from './escape.ts'

/** Characters that a body may have: GitHub refuses, or silently keeps the old one of, what is longer than 65,536 (FACTS 1.2). */
export const LONGEST_BODY = 60_000

/** How a person is named in an issue: by key, or by a mention where the person is to be called there. Never by an address. */
export interface Naming {
  /** The login to mention, without `@`; undefined for a person who is not called here. */
  mention(key: string): string | undefined
}

/** Nobody is called. */
export const NO_MENTIONS: Naming = { mention: () => undefined }

/** A notice's blocks as GitHub Markdown, at most `LONGEST_BODY` characters; whole blocks at the end are left out first. */
export function renderMarkdown(notice: Notice, naming: Naming = NO_MENTIONS): string {
  const parts: string[] = []
  const cut = notice.language === 'zh' ? '…（内容过长，已截断）' : '… (cut off: too long)'
  let length = 0
  for (const block of notice.blocks) {
    const part = renderBlock(block, naming, notice)
    if (part === '') continue
    const room = LONGEST_BODY - length - cut.length - 4
    if (part.length > room) {
      const end = part.lastIndexOf('\n', room)
      parts.push(...(end > 0 ? [part.slice(0, end)] : []), cut)
      break
    }
    length += part.length + 2
    parts.push(part)
  }
  return parts.join('\n\n')
}

function renderBlock(block: Block, naming: Naming, notice: Notice): string {
  const colon = notice.language === 'zh' ? '：' : ': '
  switch (block.kind) {
    case 'paragraph':
      return block.strong === true ? `**${renderInline(block.text, naming)}**` : renderInline(block.text, naming, true)
    case 'heading':
      return `### ${escapeLine(block.text)}`
    case 'facts':
      return block.rows.map((row) => `- **${escapeLine(row.label)}**${colon}${renderInline(row.value, naming)}`).join('\n')
    case 'list':
      return block.items.map((item, at) => `${bullet(block.style, at)}${renderInline(item, naming, true)}`).join('\n')
    case 'table':
      return table(block.head, block.rows, naming)
    case 'changes':
      return table(notice.language === 'zh' ? ['项目', '原来', '现在'] : ['', 'Before', 'Now'],
        block.rows.map((row) => [[row.label], row.before, row.after]), naming)
    case 'markdown':
      return defuseMarkdown(block.source)
    case 'buttons':
      return block.buttons.map((button) => renderSpan({ url: button.url, text: button.text }, naming)).join(' · ')
    case 'note':
      return `> ${renderInline(block.text, naming)}`
  }
}

function bullet(style: 'bullet' | 'number' | 'check', at: number): string {
  return style === 'check' ? '- [ ] ' : style === 'number' ? `${at + 1}. ` : '- '
}

function table(head: readonly string[], rows: readonly (readonly Inline[])[], naming: Naming): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`
  const body = rows.map((row) => line(row.map((cell) => renderInline(cell, naming))))
  return [line(head.map(escapeLine)), line(head.map(() => '---')), ...body].join('\n')
}

function renderInline(inline: Inline, naming: Naming, atStart = false): string {
  return inline.map((span, at) => {
    const isStart = atStart && at === 0 && typeof span === 'string'
    const gap = isPerson(span) && /\p{Script=Han}$/u.test(asText(inline[at - 1])) ? ' ' : ''
    const after = isPerson(span) && /^\p{Script=Han}/u.test(asText(inline[at + 1])) ? ' ' : ''
    return gap + (isStart ? keepEdges(span, escapeStart) : renderSpan(span, naming)) + after
  }).join('')
}

/** A key or mention in a Chinese sentence stands apart from its characters. */
function isPerson(span: Span): boolean {
  return typeof span === 'object' && 'person' in span
}

function asText(span: Span | undefined): string {
  return typeof span === 'string' ? span : ''
}

function renderSpan(span: Span, naming: Naming): string {
  if (typeof span === 'string') return keepEdges(span, escapeLine)
  if ('person' in span) {
    const login = naming.mention(span.person)
    return login === undefined ? codeSpan(span.person.replace(/^@/, '')) : `@${login.replace(/[^\w-]/g, '')}`
  }
  if ('code' in span) return codeSpan(span.code)
  if ('issue' in span) return `#${Math.trunc(span.issue)}`
  if ('strong' in span) return `**${escapeLine(span.strong)}**`
  const url = safeUrl(span.url)
  if (url === undefined) return escapeLine(span.text ?? span.url)
  const target = url.replace(/[()[\]|]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return span.text === undefined ? `<${target}>` : `[${escapeLine(cleanLine(span.text))}](${target})`
}

/** Escaping draws white space together; a space between two spans has to stay. */
function keepEdges(text: string, escape: (text: string) => string): string {
  const middle = escape(text)
  if (middle === '') return /\s/.test(text) ? ' ' : ''
  return `${/^\s/.test(text) ? ' ' : ''}${middle}${/\s$/.test(text) ? ' ' : ''}`
}
