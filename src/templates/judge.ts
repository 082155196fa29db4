import Handlebars from 'handlebars'
import type { Message, MessageData } from '../core/messages/message.ts'

/** What is wrong, and where: line and column from 1. */
export interface TemplateFault {
  readonly line: number
  readonly column: number
  readonly message: Message
  readonly data: MessageData
}

export interface Judged {
  /** A part that pages include. */
  readonly isPart: boolean
  /** Names of the team's parts. */
  readonly parts: ReadonlySet<string>
}

/** A node of what Handlebars reads, as far as it is looked at; the package's own types leave out what may be absent. */
interface Node {
  readonly type: string
  readonly loc: { readonly start: { readonly line: number; readonly column: number } }
  /** As it is written, of a path. */
  readonly original?: unknown
  /** Of a path: its steps, and whether it is one of Handlebars' own variables. */
  readonly parts?: readonly unknown[]
  readonly data?: boolean
  readonly path?: Node
  readonly name?: Node
  readonly params?: readonly Node[]
  readonly hash?: object
  readonly escaped?: boolean
  readonly program?: Program
  readonly inverse?: Program
}

interface Program {
  readonly body: readonly Node[]
  readonly blockParams?: readonly string[]
}

const BLOCKS = ['if', 'unless', 'each', 'with']
const BUILT_IN_PARTS = ['body', 'nodes', 'spans']
const VARIABLES = ['index', 'first', 'last', 'key']
/** Every key that a view has anywhere in it (`core/render/mail/html.ts`). */
const KEYS = new Set([
  'lang', 'subject', 'title', 'mark', 'foot', 'important', 'kind', 'blocks', 'text',
  'paragraph', 'heading', 'facts', 'list', 'listTag', 'table', 'changes', 'markdown', 'buttons', 'note', 'spans', 'label', 'head', 'rows', 'short', 'before', 'after', 'url', 'code', 'strong', 'main',
  'children', 'start', 'length', ...['Text', 'Break', 'Strong', 'Emphasis', 'Delete', 'Code', 'Link', 'Paragraph', 'Heading', 'Bullets', 'Numbers', 'Item', 'Quote', 'Block', 'Rule', 'Table', 'Row', 'Cell'].map((each) => `is${each}`),
])
const DEEPEST = 6
const MOST_PARTS = 50

const SYNTAX: Message = { en: 'Handlebars cannot read this template here.', zh: 'Handlebars 无法解析此处的模板。' }
const RAW: Message = { en: 'Unescaped output ({sign}) is not allowed: what people write would become markup.', zh: '不允许不转义的输出（{sign}）：他人填写的内容会变成标记。' }
const NOT_HERE: Message = { en: '{what} is not allowed in a template; there are {allowed}.', zh: '模板中不能使用 {what}；可用的有 {allowed}。' }
const UNKNOWN: Message = { en: 'There is no {name} to fill in.', zh: '没有可填入的 {name}。' }
const NO_PART: Message = { en: 'There is no part {name}; there are {allowed}.', zh: '没有片段 {name}；可用的有 {allowed}。' }
const IN_PART: Message = { en: 'A part may include the built-in parts only.', zh: '片段中只能引用内置片段。' }
const TOO_DEEP: Message = { en: 'Blocks stand in each other more than {most} deep.', zh: '块嵌套超过 {most} 层。' }
const TOO_MANY_PARTS: Message = { en: 'More than {most} parts are included.', zh: '引用的片段超过 {most} 个。' }

/**
 * Judges a template by reading it; nothing is compiled or run, so that a stranger's proposal may be judged too. Only output, the
 * blocks if, unless, each and with, and parts that are known by name are left: no helper, no decorator, no unescaped output.
 */
export function judge(source: string, judged: Judged): readonly TemplateFault[] {
  const faults: TemplateFault[] = []
  let included = 0
  const tell = ({ loc }: Node, message: Message, data: MessageData = {}): void => void faults.push({ line: loc.start.line, column: loc.start.column + 1, message, data })

  const not = (node: Node, what: Node | undefined, allowed: readonly string[]): void => tell(node, NOT_HERE, { what: written(what ?? node), allowed: { list: allowed } })
  const path = (node: Node): void => {
    if (/Literal$/.test(node.type)) return
    if (node.type !== 'PathExpression') return not(node, node, BLOCKS)
    const parts = (node.parts ?? []).map(String)
    const isKnown = node.data === true ? parts.length === 1 && VARIABLES.includes(parts[0] ?? '') : parts.every((each) => KEYS.has(each) || /^\d+$/.test(each))
    if (!isKnown) tell(node, UNKNOWN, { name: written(node) })
  }
  const program = ({ body }: Program, depth: number): void => {
    for (const node of body) statement(node, depth)
  }
  const statement = (node: Node, depth: number): void => {
    const { type, params = [], hash } = node
    if (depth > DEEPEST) return tell(node, TOO_DEEP, { most: DEEPEST })
    if (type === 'ContentStatement' || type === 'CommentStatement') return
    if (type === 'MustacheStatement' && node.path !== undefined) {
      if (node.escaped !== true) tell(node, RAW, { sign: '{{{' })
      else if (params.length > 0 || hash !== undefined) not(node, node.path, BLOCKS)
      else path(node.path)
    } else if (type === 'BlockStatement' && node.path !== undefined) {
      const [param] = params
      if (!BLOCKS.includes(written(node.path)) || param === undefined || params.length > 1 || hash !== undefined || node.program?.blockParams !== undefined) return not(node, node.path, BLOCKS)
      path(param)
      for (const each of [node.program, node.inverse]) if (each !== undefined) program(each, depth + 1)
    } else if (type === 'PartialStatement' && node.name !== undefined) include(node, node.name)
    else not(node, undefined, BLOCKS)
  }
  const include = (node: Node, name: Node): void => {
    const { params = [], hash } = node
    const allowed = [...BUILT_IN_PARTS, ...judged.isPart ? [] : judged.parts]
    if (name.type !== 'PathExpression' || params.length > 1 || hash !== undefined) not(node, name, allowed)
    else if (judged.isPart && judged.parts.has(written(name))) tell(node, IN_PART)
    else if (!allowed.includes(written(name))) tell(node, NO_PART, { name: written(name), allowed: { list: allowed } })
    else if (++included === MOST_PARTS + 1) tell(node, TOO_MANY_PARTS, { most: MOST_PARTS })
    for (const each of params) path(each)
  }
  try {
    program(Handlebars.parse(source), 0)
  } catch (error) {
    return [{ ...placeOf(source, error instanceof Error ? error.message : ''), message: SYNTAX, data: {} }]
  }
  return faults
}

/** Where Handlebars stopped, out of its words: “Parse error on line 3: … ----^”, or “if doesn't match each - 3:1”. */
function placeOf(source: string, said: string): { readonly line: number; readonly column: number } {
  const [, matched, from] = /- (\d+):(\d+)$/m.exec(said) ?? []
  if (matched !== undefined) return { line: Number(matched), column: Number(from) + 1 }
  const [, stopped = '1', shown = '', pointer = ''] = /\bline (\d+):\n(.*)\n(-*\^)/.exec(said) ?? []
  const line = Number(stopped)
  // It shows what stands around the place, up to twenty characters on either side, line ends left out.
  const before = shown.slice(0, pointer.length - 1).replace(/^\.\.\./, '')
  const after = shown.slice(pointer.length - 1)
  const text = source.split('\n')[line - 1] ?? ''
  for (let at = 0; at <= text.length; at++) {
    if (before.endsWith(text.slice(0, at).slice(-before.length || text.length)) && after.startsWith(text.slice(at, at + 20))) return { line, column: at + 1 }
  }
  return { line, column: 1 }
}

function written({ original, type }: Node): string {
  return typeof original === 'string' ? original : type
}
