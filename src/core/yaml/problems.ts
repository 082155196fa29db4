import type { Range } from '../text/range.ts'
import type { TextEdit } from '../text/edit.ts'
import type { Message, MessageData } from '../messages/message.ts'
import type { YamlProblem } from './node.ts'

/** Every text of the YAML reader, by the problem's code. */
const PROBLEMS = {
  'reserved-sign': {
    en: 'A value that begins with {sign} needs quotes in YAML; it was read as if they stood there.',
    zh: 'YAML 中以 {sign} 开头的值要加引号；这里已按加了引号读取。',
  },
  'colon-in-value': {
    en: 'A colon followed by a space ends a key in YAML; put the value in quotes. It was read as one text.',
    zh: 'YAML 会把冒号加空格当作键的结尾，请给这个值加上引号；这里已按一段文字读取。',
  },
  'full-width-colon': {
    en: 'The key “{key}” is followed by a full-width colon; YAML needs “: ”.',
    zh: '键“{key}”后面是全角冒号，YAML 需要半角冒号加空格。',
  },
  'no-space-after-colon': {
    en: 'YAML needs a space between the colon after “{key}” and its value.',
    zh: '键“{key}”的冒号与值之间要有一个空格。',
  },
  'tab-indent': {
    en: 'YAML does not allow a tab as indentation; use spaces.',
    zh: 'YAML 不允许用制表符缩进，请改用空格。',
  },
  'unclosed-quote': {
    en: 'This quoted text is never closed; add the closing quote.',
    zh: '这段带引号的文字没有结束，请补上后引号。',
  },
  alias: {
    en: 'YAML anchors and aliases (& and *) are not read here; write the value out, or put it in quotes.',
    zh: '这里不读取 YAML 的锚点和别名（& 与 *），请直接写出值，或给它加上引号。',
  },
  'stray-line': {
    en: 'This line is neither “key: value” nor part of the value above it.',
    zh: '这一行既不是“键: 值”，也不属于上面的值。',
  },
  'broken-value': {
    en: 'The value of “{key}” is not valid YAML from here on; check brackets, quotes and indentation.',
    zh: '从这里开始，“{key}”的值不是有效的 YAML，请检查括号、引号和缩进。',
  },
  'broken-yaml': {
    en: 'This is not valid YAML; check brackets, quotes and indentation.',
    zh: '这里不是有效的 YAML，请检查括号、引号和缩进。',
  },
} as const satisfies Record<string, Message>

const FIXES = {
  quote: { en: 'Put it in quotes', zh: '加上引号' },
  colon: { en: 'Write “: ”', zh: '改为半角冒号加空格' },
  spaces: { en: 'Replace tabs by spaces', zh: '把制表符换成空格' },
  close: { en: 'Add the closing quote', zh: '补上后引号' },
} as const satisfies Record<string, Message>

export type YamlCode = keyof typeof PROBLEMS

/** One problem by its code, with its repair where there is one. */
export function problem(code: YamlCode, range: Range, data: MessageData = {}, fix?: { title: keyof typeof FIXES; edits: readonly TextEdit[] }): YamlProblem {
  return { code, message: PROBLEMS[code], data, range, ...(fix === undefined ? {} : { fix: { title: FIXES[fix.title], edits: fix.edits } }) }
}

/** A text as a YAML scalar in quotes: single ones where they need no escape. */
export function quote(text: string): string {
  return text.includes("'") || /[\t\n\r]/.test(text) ? JSON.stringify(text) : `'${text}'`
}
