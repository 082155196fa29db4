import { CHANNEL_WORDS } from '../../meeting/front-matter/lists.ts'
import { WORDS } from '../../meeting/front-matter/fields.ts'
import { KEYS, type Key } from '../../meeting/keys.ts'
import { CLAUSES } from '../../messages/clauses.ts'
import type { Message } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'
import type { LanguageContext } from '../context.ts'
import { KEY_TEXTS } from '../key-texts.ts'
import type { Hover } from '../shapes.ts'

const MESSAGES = {
  clause: { en: 'Clause {clause}: {asks}', zh: '条款 {clause}：{asks}' },
  values: { en: 'Allowed: {values}', zh: '可以写：{values}' },
  example: { en: 'Such as {example}', zh: '例如 {example}' },
} satisfies Record<string, Message>

/** What a key means, the clause that asks for it with its words, and what may be written. */
export function keyHover({ meeting, language }: LanguageContext, offset: number): Hover | undefined {
  const entry = meeting.frontMatter?.entries.find(({ keyRange }) => keyRange.start <= offset && offset <= keyRange.end)
  return entry?.key === undefined ? undefined : { range: entry.keyRange, contents: keyText(entry.key, language) }
}

/** The same text, for completion. */
export function keyText(key: Key, language: 'en' | 'zh'): string {
  const { means, clause, example } = KEY_TEXTS[key]
  const allowed = allowedValues(key)
  return [
    `**${key} · ${KEYS[key].zh}**`,
    `${means[language]}${language === 'zh' ? '。' : '.'}`,
    ...(allowed.length === 0 ? [] : [render(MESSAGES.values, { values: allowed.map((each) => `\`${each}\``).join(' ') }, language)]),
    ...(example === undefined ? [] : [render(MESSAGES.example, { example: `\`${example[language]}\`` }, language)]),
    ...(clause === undefined ? [] : [render(MESSAGES.clause, { clause, asks: CLAUSES[clause] === undefined ? '' : { message: CLAUSES[clause] } }, language)]),
  ].join('\n\n')
}

function allowedValues(key: Key): string[] {
  if (key === 'importance' || key === 'urgency' || key === 'status') return Object.entries<readonly string[]>(WORDS[key]).flatMap(([word, also]) => [word, also[0] ?? word])
  return key === 'channels' ? Object.entries(CHANNEL_WORDS).flatMap(([name, also]) => [name, ...also.slice(0, 1)]) : []
}
