import runtime, { type Render } from 'handlebars/runtime.js'
import type { Message } from '../../messages/message.ts'
import { cleanLine, safeUrl } from '../clean.ts'
import { withNames, type Block, type Inline, type Names, type Notice, type Span } from '../notice/notice.ts'
import type { MarkdownNode } from './markdown-nodes.ts'
import { TEMPLATES } from './templates.generated.js'

/**
 * A notice as a mail's HTML: one self-contained page that reads on a phone and in the dark, nothing loaded from outside.
 * Every text goes through Handlebars' own escaping; no template writes unescaped. remark is loaded only where a person's
 * Markdown is in it.
 */
export async function renderHtml(notice: Notice, names: Names): Promise<string> {
  return compiled().notice(await htmlView(notice, names), { partials: compiled() })
}

/** What a template of a page is given: `docs/templates.md` names the keys. */
export async function htmlView(notice: Notice, names: Names): Promise<object> {
  const hasMarkdown = notice.blocks.some((block) => block.kind === 'markdown')
  const read = hasMarkdown ? (await import('./markdown-nodes.ts')).markdownNodes : (): readonly MarkdownNode[] => []
  const { language } = notice
  return {
    lang: language === 'zh' ? 'zh-CN' : 'en',
    subject: notice.subject,
    title: notice.subject,
    // A subject may say so already.
    mark: notice.important && !notice.subject.includes(IMPORTANT[language]) ? IMPORTANT[language] : '',
    foot: FOOT[language],
    important: notice.important,
    blocks: notice.blocks.map((block) => blockView(block, names, read, notice)),
  }
}

type Templates = Readonly<Record<'notice' | 'body' | 'nodes' | 'spans', Render>>
let templates: Templates | undefined

function compiled(): Templates {
  templates ??= {
    notice: runtime.template(TEMPLATES.notice),
    body: runtime.template(TEMPLATES.body),
    nodes: runtime.template(TEMPLATES.nodes),
    spans: runtime.template(TEMPLATES.spans),
  }
  return templates
}

interface SpanView {
  readonly text: string
  readonly url: string
  readonly code: string
  readonly strong: string
}

/** A strict template wants every key. */
const NO_BLOCK = {
  paragraph: false, heading: '', facts: false, list: false, listTag: 'ul', table: false, changes: false, markdown: false,
  buttons: false, note: false, spans: false,
}

type ReadMarkdown = (source: string) => readonly MarkdownNode[]

function blockView(block: Block, names: Names, read: ReadMarkdown, notice: Notice): object {
  const spans = (inline: Inline): readonly SpanView[] => spanViews(inline, names)
  switch (block.kind) {
    case 'paragraph':
      return { ...NO_BLOCK, paragraph: true, spans: block.strong === true ? strong(spans(block.text)) : spans(block.text) }
    case 'heading':
      return { ...NO_BLOCK, heading: cleanLine(block.text) }
    case 'facts':
      return { ...NO_BLOCK, facts: block.rows.map((row) => ({ label: row.label, spans: spans(row.value) })) }
    case 'list':
      return { ...NO_BLOCK, list: block.items.map(spans), listTag: block.style === 'number' ? 'ol' : 'ul' }
    case 'table':
      return { ...NO_BLOCK, table: { head: block.head, rows: block.rows.map((row) => row.map((cell) => cellView(spans(cell)))) } }
    case 'changes': {
      const changes = block.rows.map((row) => ({ label: row.label, before: spans(row.before), after: spans(row.after) }))
      return { ...NO_BLOCK, changes }
    }
    case 'markdown':
      return { ...NO_BLOCK, markdown: read(block.source) }
    case 'buttons': {
      const isFirst = notice.blocks.find((each) => each.kind === 'buttons') === block
      return { ...NO_BLOCK, buttons: block.buttons.flatMap((button, at) => buttonView(button, isFirst && at === 0)) }
    }
    case 'note':
      return { ...NO_BLOCK, note: true, spans: spans(block.text) }
  }
}

/** A short cell, a time or a name, is not broken over lines. */
function cellView(spans: readonly SpanView[]): object {
  const text = spans.map((span) => span.text + span.code + span.strong).join('')
  return { spans, short: text.length + (text.match(/[^\x00-\u2fff]/g) ?? []).length <= 17 }
}

function buttonView({ text, url }: { readonly text: string; readonly url: string }, main: boolean): object[] {
  const safe = safeUrl(url)
  return safe === undefined ? [] : [{ text: cleanLine(text), url: safe, main }]
}

function strong(spans: readonly SpanView[]): readonly SpanView[] {
  const isPlain = (span: SpanView): boolean => span.url === '' && span.code === ''
  return spans.map((span) => (isPlain(span) ? { ...span, text: '', strong: span.text + span.strong } : span))
}

function spanViews(inline: Inline, names: Names): readonly SpanView[] {
  return withNames(inline, names).map((span) => ({ text: '', url: '', code: '', strong: '', ...spanView(span) }))
}

function spanView(span: Span): Partial<SpanView> {
  if (typeof span === 'string') return { text: span }
  if ('person' in span) return {}
  if ('code' in span) return { code: span.code }
  if ('issue' in span) return { text: `#${span.issue}` }
  if ('strong' in span) return { strong: span.strong }
  const url = safeUrl(span.url)
  const text = span.text === undefined || span.text === '' ? span.url : cleanLine(span.text)
  return url === undefined ? { text } : { url, text }
}

const IMPORTANT: Message = { en: 'Important', zh: '重要' }
const FOOT: Message = { en: 'Sent by Convoke from the meeting’s file.', zh: '由 Convoke 根据会议文件发送。' }
