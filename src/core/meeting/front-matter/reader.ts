import type { Located, Range } from '../../text/range.ts'
import type { YamlNode, YamlScalar } from '../../yaml/node.ts'
import { quote } from '../../yaml/problems.ts'
import type { SyntaxProblem } from '../model.ts'
import { fault, type FrontMatterCode } from './problems.ts'
import type { MessageData } from '../../messages/message.ts'

/** The value of one key on its way into the model. */
export interface Reader {
  readonly text: string
  /** The key as it is written, for messages. */
  readonly key: string
  readonly problems: SyntaxProblem[]
}

/** Reports a problem and gives undefined, the value of a field that could not be read. */
export function refuse(reader: Reader, code: FrontMatterCode, range: Range, data: MessageData = {}): undefined {
  reader.problems.push(fault(code, range, { key: reader.key, ...data }))
  return undefined
}

/** What stands between a scalar's quotes, where the text there is the value itself; the whole scalar otherwise. */
export function innerRange(text: string, scalar: YamlScalar): Range {
  const { start, end } = scalar.range
  const first = text.charCodeAt(start)
  const inner = scalar.quoted && (first === 34 || first === 39) && end - start - 2 === scalar.text.length
  return inner ? { start: start + 1, end: end - 1 } : scalar.range
}

/** One text. Numbers and words such as true are text here: `room: 301`. */
export function readText(reader: Reader, node: YamlNode): Located<string> | undefined {
  const scalar = asText(reader, node)
  if (scalar === undefined) return refuse(reader, 'not-text', node.range)
  return scalar
}

/** A text or a list of texts; empty items are left out. */
export function readTexts(reader: Reader, node: YamlNode): Located<string>[] | undefined {
  if (node.kind === 'list') {
    const texts: Located<string>[] = []
    for (const item of node.items) {
      const text = asText(reader, item)
      if (text === undefined) return refuse(reader, 'not-texts', item.range)
      if (text.value !== '') texts.push(text)
    }
    return texts
  }
  const text = asText(reader, node)
  return text === undefined ? refuse(reader, 'not-texts', node.range) : [text]
}

/** A scalar as text; a mapping of one entry is a text with an unquoted colon, YAML's commonest trap. */
function asText(reader: Reader, node: YamlNode): Located<string> | undefined {
  if (node.kind === 'scalar') return { value: node.text.trim(), range: innerRange(reader.text, node) }
  const only = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined
  if (only?.value?.kind !== 'scalar' || reader.text.charAt(node.range.start) === '{') return undefined
  const range = { start: only.keyRange.start, end: Math.max(only.value.range.end, only.keyRange.end) }
  const value = reader.text.slice(range.start, range.end)
  if (/[\r\n]/.test(value)) return undefined
  reader.problems.push({
    code: 'colon-in-value', range, data: {}, message: COLON,
    fixes: [{ title: QUOTE, data: {}, edits: [{ range, text: quote(value) }], safe: true }],
  })
  return { value, range }
}

const COLON = {
  en: 'A colon followed by a space makes this a key in YAML; put the text in quotes.',
  zh: '冒号加空格会让 YAML 把这里当作键，请给这段文字加上引号。',
}
const QUOTE = { en: 'Put it in quotes', zh: '加上引号' }

/** One of some words, in either language; case does not count. */
export function readWord<T extends string>(reader: Reader, node: YamlNode, words: Readonly<Record<T, readonly string[]>>): T | undefined {
  const written = node.kind === 'scalar' ? node.text.trim() : undefined
  if (written !== undefined) {
    for (const word of Object.keys(words) as T[]) {
      if (word === written.toLowerCase() || words[word].includes(written)) return word
    }
  }
  const choices = { list: Object.entries<readonly string[]>(words).map(([word, also]) => `${word} ${also[0] ?? ''}`.trim()) }
  return written === undefined ? refuse(reader, 'not-text', node.range) : refuse(reader, 'not-word', node.range, { value: clip(written), choices })
}

export function readYesNo(reader: Reader, node: YamlNode): boolean | undefined {
  const written = node.kind === 'scalar' ? node.text.trim().toLowerCase() : ''
  if (['true', 'yes', '是', '需要', '要'].includes(written)) return true
  if (['false', 'no', '否', '不需要', '不要'].includes(written)) return false
  return refuse(reader, 'not-yes-no', node.range)
}

/** A value shortened for a message. */
export function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
