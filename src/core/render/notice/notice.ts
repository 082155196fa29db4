import type { Language, Message, MessageValue } from '../../messages/message.ts'
import { renderValue } from '../../messages/render.ts'
import { cleanLine, cleanText } from '../clean.ts'

/**
 * What is told on one occasion, before any sink's marks: words of a language and of the meeting, with no Markdown, HTML or
 * card syntax in them. Each sink writes it with its own escaping, so what a person typed can never become a mark there.
 */
export interface Notice {
  readonly language: Language
  /** Of high importance: formal words (E2), and marked so where a sink can. */
  readonly important: boolean
  /** One line, for a mail's subject and a card's title. */
  readonly subject: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Inline; readonly strong?: boolean }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Inline[]; readonly style: 'bullet' | 'number' | 'check' }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Inline[])[] }
  /** What it was and what it is now (B6); nothing before what is new, nothing after what is dropped. */
  | { readonly kind: 'changes'; readonly rows: readonly Change[] }
  /** Markdown that a person wrote. */
  | { readonly kind: 'markdown'; readonly source: string }
  /** Things to do with one press; the first one is the main one. */
  | { readonly kind: 'buttons'; readonly buttons: readonly { readonly text: string; readonly url: string }[] }
  /** Small print. */
  | { readonly kind: 'note'; readonly text: Inline }

export interface Fact {
  readonly label: string
  readonly value: Inline
}

export interface Change {
  readonly label: string
  readonly before: Inline
  readonly after: Inline
}

/** A piece of a line. A string is plain text: it is escaped wherever it goes. */
export type Span =
  | string
  | { readonly person: string }
  | { readonly url: string; readonly text?: string }
  | { readonly code: string }
  | { readonly strong: string }
  /** An issue's number, which a forge makes a link of. */
  | { readonly issue: number }

export type Inline = readonly Span[]

/** The names of persons by key. */
export type Names = (key: string) => string

/** Values for the placeholders of `phrase`. */
export type PhraseData = Readonly<Record<string, MessageValue | { readonly inline: Inline }>>

/**
 * A message with its placeholders filled, as spans. Words in backticks in the message itself become code; nothing in a value
 * does. White space of a value is drawn together.
 */
export function phrase(message: Message, language: Language, data: PhraseData = {}): Inline {
  const spans: Span[] = []
  const push = (span: Span): void => {
    const last = spans[spans.length - 1]
    if (typeof span === 'string' && typeof last === 'string') spans[spans.length - 1] = spaced(last, span)
    else if (span !== '') spans.push(span)
  }
  message[language].split('`').forEach((part, at) => {
    if (at % 2 === 1) return push({ code: part })
    part.split(/\{([a-z]\w*)\}/i).forEach((piece, index) => {
      if (index % 2 === 0) return push(piece)
      const value = Object.hasOwn(data, piece) ? data[piece] : undefined
      if (value === undefined) return push(`{${piece}}`)
      if (typeof value === 'object' && 'inline' in value) return value.inline.forEach(push)
      push(cleanLine(renderValue(value, language)))
    })
  })
  return spans
}

/** A person's own text in a line: white space drawn together. */
export function words(text: string): Inline {
  const line = cleanLine(text)
  return line === '' ? [] : [line]
}

/** A person's text to be set within one of our sentences: its closing full stop would stand there twice. */
export function clause(text: string): string {
  return cleanLine(text).replace(/[。.；;，,]+$/u, '')
}

/** A text in the language's brackets, set off as it sets them off; nothing around nothing. */
export function bracketed(inline: Inline, language: Language): Inline {
  if (inline.length === 0) return []
  return language === 'zh' ? ['（', ...inline, '）'] : [' (', ...inline, ')']
}

/** Lines one after the other, with the language's comma between them. */
export function commaJoined(parts: readonly Inline[], language: Language): Inline {
  const comma = language === 'zh' ? '、' : ', '
  return parts.flatMap((part, at): Inline => (at === 0 ? part : [comma, ...part]))
}

/** Persons by their keys, joined as the language joins them. */
export function persons(keys: readonly string[], language: Language): Inline {
  return commaJoined(keys.map((key) => [{ person: key }]), language)
}

/** Names for people to read: of a bare address nothing may be shown, so whoever has no name is a guest. */
export function namesFor(name: Names, language: Language): Names {
  return (key) => {
    const known = name(key)
    return known.trim() === '' ? GUEST[language] : known
  }
}

const GUEST: Message = { en: 'a guest invited by mail', zh: '邮件邀请的来宾' }

/** A line with every person's name in its place. */
export function withNames(inline: Inline, name: Names): Inline {
  const spans: Span[] = []
  for (const span of inline) {
    const text = typeof span === 'string' ? span : 'person' in span ? cleanLine(name(span.person)) : undefined
    const last = spans[spans.length - 1]
    if (text === undefined) spans.push(span)
    else if (typeof last === 'string') spans[spans.length - 1] = spaced(last, text)
    else spans.push(text)
  }
  return spans
}

/** The plain text of a line, with persons named by `name`. */
export function plain(inline: Inline, name: Names): string {
  return withNames(inline, name).map((span) => {
    if (typeof span === 'string') return span
    if ('url' in span) return span.text === undefined || span.text === span.url ? span.url : `${cleanLine(span.text)} ${span.url}`
    if ('code' in span) return span.code
    if ('issue' in span) return `#${span.issue}`
    return 'strong' in span ? cleanLine(span.strong) : ''
  }).join('')
}

/** Two texts one after the other; Chinese and Latin letters keep a space between them, as Chinese typography asks. */
export function spaced(before: string, after: string): string {
  const toLatin = /\p{Script=Han}$/u.test(before) && /^[A-Za-z0-9]/.test(after)
  const toHan = /[A-Za-z0-9]$/.test(before) && /^\p{Script=Han}/u.test(after)
  return toLatin || toHan ? `${before} ${after}` : before + after
}

/** Lines of text, cleaned, without empty ones. */
export function lines(text: string): readonly string[] {
  return cleanText(text).split('\n').filter((line) => line.trim() !== '')
}
