import { actionsHtml, barHtml, clockHtml, headHtml, timelineHtml } from '../../core/preview/html.ts'
import type { ActionRow, AgendaRow, Preview } from '../../core/preview/preview.ts'

/** The part of markdown-it's token that is looked at and made here. */
export interface Token {
  type: string
  tag: string
  nesting: number
  level: number
  map: [number, number] | null
  content: string
  children: Token[] | null
  attrJoin(name: string, value: string): void
}

/** How markdown-it makes a token. */
export type MakeToken = new (type: string, tag: string, nesting: 0) => Token

/**
 * The tokens of a meeting file with what the preview adds: a head in place of the front matter, clock times and bars in the agenda, a
 * table in place of a plain list of action items. Whatever else stands in the file keeps its tokens.
 */
export function withPreview(tokens: readonly Token[], preview: Preview, Make: MakeToken): Token[] {
  const { language, frontMatter, bodyStart } = preview.meeting
  const block = (content: string): Token => made(Make, 'html_block', content)
  const hasOwn = tokens.some(({ type }) => type === 'front_matter')
  const end = frontMatter === undefined || bodyStart === 0 ? 0 : preview.bodyLine
  // Without a plugin for front matter it was read as a rule and a heading, which end where the body begins.
  const body = tokens.filter((token) => (hasOwn ? token.type !== 'front_matter' : token.map === null || token.map[0] >= end))
  const kept = hasOwn ? body : withoutClosings(body)
  return [block(headHtml(preview, language)), ...withActions(withAgenda(kept, preview, Make), preview, block)]
}

/** Closing tokens carry no line: those whose opening one was taken out go as well. */
function withoutClosings(tokens: readonly Token[]): Token[] {
  let depth = 0
  return tokens.filter(({ nesting }) => {
    if (nesting === -1 && depth === 0) return false
    depth += nesting
    return true
  })
}

function withAgenda(tokens: readonly Token[], preview: Preview, Make: MakeToken): readonly Token[] {
  const { agenda, agendaLine, meeting } = preview
  if (!agenda.some(({ from }) => from !== undefined)) return tokens
  if (!agenda.every(({ form }) => form === 'list')) return insertUnder(tokens, agendaLine, made(Make, 'html_block', timelineHtml(agenda, meeting.language)))
  const lists: Token[] = []
  const marked = new Set<Token>()
  for (const [index, token] of tokens.entries()) {
    if (/_list_open$/.test(token.type)) lists.push(token)
    if (/_list_close$/.test(token.type)) lists.pop()
    const row = token.type === 'list_item_open' ? agenda.find(({ line }) => line === token.map?.[0]) : undefined
    if (row === undefined) continue
    const list = lists.at(-1)
    if (list !== undefined && !marked.has(list)) list.attrJoin('class', 'convoke-timeline')
    if (list !== undefined) marked.add(list)
    decorate(tokens.slice(index).find(({ type }) => type === 'inline'), row, preview, Make)
  }
  return tokens
}

function decorate(inline: Token | undefined, row: AgendaRow, { meeting }: Preview, Make: MakeToken): void {
  const clock = clockHtml(row, meeting.language)
  if (inline?.children == null || clock === '') return
  inline.children.unshift(made(Make, 'html_inline', clock))
  const bar = barHtml(row)
  if (bar !== '') inline.children.push(made(Make, 'html_inline', bar))
}

function withActions(tokens: readonly Token[], { actions, actionsLine, meeting }: Preview, block: (content: string) => Token): readonly Token[] {
  const html = actionsHtml(actions, meeting.language)
  const from = afterHeading(tokens, actionsLine)
  if (html === '' || from === undefined) return tokens
  const to = tokens.findIndex((token, index) => index >= from && token.type === 'heading_open')
  const under = tokens.slice(from, to === -1 ? tokens.length : to)
  return isPlainList(under, actions) ? [...tokens.slice(0, from), block(html), ...tokens.slice(from + under.length)] : tokens
}

/** One list and nothing else, whose items are the action items, none with more in it than its line. */
function isPlainList(tokens: readonly Token[], actions: readonly ActionRow[]): boolean {
  const [first] = tokens
  const items = tokens.filter(({ type }) => type === 'list_item_open')
  const lists = tokens.filter(({ type }) => /_list_open$/.test(type))
  const inline = tokens.filter(({ type }) => type === 'inline')
  return first !== undefined && /_list_open$/.test(first.type) && lists.length === 1 && /_list_close$/.test(tokens.at(-1)?.type ?? '') && tokens.filter(({ level }) => level === first.level).length === 2
    && items.length === actions.length && inline.length === items.length && items.every((item) => actions.some(({ line }) => line === item.map?.[0]))
    && inline.every(({ children }) => (children ?? []).every(({ type }) => ['text', 'softbreak', 'text_special'].includes(type)))
}

function insertUnder(tokens: readonly Token[], line: number | undefined, token: Token): readonly Token[] {
  const at = afterHeading(tokens, line)
  return at === undefined ? tokens : [...tokens.slice(0, at), token, ...tokens.slice(at)]
}

function afterHeading(tokens: readonly Token[], line: number | undefined): number | undefined {
  const open = line === undefined ? -1 : tokens.findIndex(({ type, map }) => type === 'heading_open' && map?.[0] === line)
  const close = open === -1 ? -1 : tokens.findIndex(({ type }, index) => index > open && type === 'heading_close')
  return close === -1 ? undefined : close + 1
}

function made(Make: MakeToken, type: string, content: string): Token {
  const token = new Make(type, '', 0)
  token.content = content
  return token
}
