import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { cleanText, safeUrl, shorten } from '../clean.ts'

/** A node of a person's Markdown as the template reads it. Every key is there, since the templates are strict. */
export interface MarkdownNode {
  readonly text: string
  readonly url: string
  readonly start: number
  readonly children: readonly MarkdownNode[]
  readonly [flag: `is${string}`]: boolean
}

/** What of mdast is read here. */
interface Tree {
  readonly type: string
  readonly value?: string | undefined
  readonly url?: string | undefined
  readonly alt?: string | null | undefined
  readonly ordered?: boolean | null | undefined
  readonly start?: number | null | undefined
  readonly checked?: boolean | null | undefined
  readonly children?: readonly Tree[] | undefined
}

const LONGEST = 200_000
const DEEPEST = 12
const NO_FLAGS = {
  isText: false, isBreak: false, isStrong: false, isEmphasis: false, isDelete: false, isCode: false, isLink: false,
  isParagraph: false, isHeading: false, isBullets: false, isNumbers: false, isItem: false, isQuote: false, isBlock: false,
  isRule: false, isTable: false, isRow: false, isCell: false,
}
type Flag = keyof typeof NO_FLAGS

const FLAGS: Readonly<Record<string, Flag>> = {
  strong: 'isStrong', emphasis: 'isEmphasis', delete: 'isDelete', paragraph: 'isParagraph', heading: 'isHeading',
  blockquote: 'isQuote', thematicBreak: 'isRule', table: 'isTable', tableRow: 'isRow', tableCell: 'isCell', break: 'isBreak',
}

/**
 * A person's Markdown (minutes, preparation) as nodes for the template, by remark. Only nodes named here come through: raw
 * HTML is left out, a picture becomes its description, a link to another scheme its text.
 */
export function markdownNodes(source: string): readonly MarkdownNode[] {
  const tree: Tree = remark().use(remarkGfm).parse(shorten(cleanText(source), LONGEST))
  return nodesOf(tree.children ?? [], 0)
}

function nodesOf(children: readonly Tree[], depth: number): readonly MarkdownNode[] {
  return children.flatMap((child) => nodeOf(child, depth))
}

function nodeOf(node: Tree, depth: number): readonly MarkdownNode[] {
  if (depth > DEEPEST) return [made('isText', { text: textOf(node) })]
  const children = nodesOf(node.children ?? [], depth + 1)
  switch (node.type) {
    case 'text':
      return [made('isText', { text: node.value ?? '' })]
    case 'inlineCode':
      return [made('isCode', { text: node.value ?? '' })]
    case 'code':
      return [made('isBlock', { text: node.value ?? '' })]
    case 'image':
      return [made('isText', { text: node.alt ?? '' })]
    case 'link': {
      const url = safeUrl(node.url ?? '')
      return url === undefined ? children : [made('isLink', { url, children })]
    }
    case 'list':
      return [made(node.ordered === true ? 'isNumbers' : 'isBullets', { children, start: node.start ?? 1 })]
    case 'listItem': {
      const box = node.checked === true ? '☑' : node.checked === false ? '☐' : ''
      return [made('isItem', { children: tight(children), text: box })]
    }
    default: {
      const flag = FLAGS[node.type]
      return flag === undefined ? [] : [made(flag, { children })]
    }
  }
}

/** An item's only paragraph stands in the item itself, without a paragraph's space. */
function tight(children: readonly MarkdownNode[]): readonly MarkdownNode[] {
  return children.flatMap((child, at) => (at === 0 && child['isParagraph'] ? child.children : [child]))
}

function textOf(node: Tree): string {
  const pending: Tree[] = [node]
  let text = ''
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type !== 'html') text += next.value ?? ''
    pending.push(...[...(next.children ?? [])].reverse())
  }
  return text
}

function made(flag: Flag, parts: Partial<Pick<MarkdownNode, 'text' | 'url' | 'start' | 'children'>>): MarkdownNode {
  return { text: '', url: '', start: 1, children: [], ...NO_FLAGS, [flag]: true, ...parts }
}
