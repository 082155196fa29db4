import { cleanText, safeUrl, shorten } from '../clean.ts'
import type { Block, Inline, Notice } from '../notice/notice.ts'

/** How one chat service writes: every text goes through `escape`, nothing else does. */
export interface Marks {
  escape(text: string): string
  /** Of escaped text. */
  bold(escaped: string): string
  /** Of a safe URL and the escaped text that it goes under, or none. */
  link(url: string, escaped?: string): string
}

/** Marks of a service that shows text as it is. */
export const PLAIN: Marks = {
  escape: (text) => text,
  bold: (text) => text,
  link: (url, text) => (text === undefined ? url : `${text} ${url}`),
}

/** How a person stands in a post, by key: a name already escaped, or the service's own mark that calls them. */
export interface Callers {
  name(key: string): string
}

/** A button of a card. */
export interface Button {
  readonly text: string
  readonly url: string
}

/** The lines of a post, without its title and buttons. */
export function chatLines(notice: Notice, marks: Marks, callers: Callers): readonly string[] {
  return notice.blocks.flatMap((block) => blockLines(block, marks, callers, notice)).filter((line) => line.trim() !== '')
}

/** The buttons of a post: only web pages, since a chat client does not open others. */
export function chatButtons(notice: Notice): readonly Button[] {
  return notice.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])).flatMap(({ text, url }) => {
    const safe = safeUrl(url)
    return safe === undefined || !/^https:/i.test(safe) ? [] : [{ text: shorten(text, 60), url: safe }]
  })
}

function blockLines(block: Block, marks: Marks, callers: Callers, { language }: Notice): readonly string[] {
  const line = (inline: Inline): string => inlineText(inline, marks, callers)
  const colon = language === 'zh' ? '：' : ': '
  const label = (text: string): string => (text === '' ? '' : marks.bold(marks.escape(text)) + colon)
  switch (block.kind) {
    case 'paragraph':
      return [block.strong === true ? marks.bold(line(block.text)) : line(block.text)]
    case 'heading':
      return [marks.bold(marks.escape(block.text))]
    case 'facts':
      return block.rows.map((row) => label(row.label) + line(row.value))
    case 'list':
      return block.items.map((item, at) => `${block.style === 'number' ? `${at + 1}.` : '•'} ${line(item)}`)
    case 'table':
      return block.rows.map((row) => `• ${row.map(line).filter((cell) => cell !== '').join(' · ')}`)
    case 'changes':
      return block.rows.map((row) => {
        const both = [line(row.before), line(row.after)]
        return label(row.label) + both.filter((each) => each !== '').join(' → ')
      })
    case 'markdown':
      return cleanText(block.source).split('\n').map((each) => marks.escape(each))
    case 'buttons':
      return []
    case 'note':
      return [line(block.text)]
  }
}

function inlineText(inline: Inline, marks: Marks, callers: Callers): string {
  return inline.map((span) => {
    if (typeof span === 'string') return marks.escape(span)
    if ('person' in span) return callers.name(span.person)
    if ('code' in span) return marks.escape(span.code)
    if ('issue' in span) return marks.escape(`#${span.issue}`)
    if ('strong' in span) return marks.bold(marks.escape(span.strong))
    const url = safeUrl(span.url)
    if (url === undefined) return marks.escape(span.text ?? span.url)
    return span.text === undefined ? marks.link(url) : marks.link(url, marks.escape(span.text))
  }).join('')
}
