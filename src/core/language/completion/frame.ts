import { addDays, wallAt } from '../../arrangement/zone.ts'
import { KEYS, type Key } from '../../meeting/keys.ts'
import type { Message } from '../../messages/message.ts'
import { stemOf } from '../../materials/paths.ts'
import { lineEnd } from '../../text/lines.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import { bodyFrame } from './headings.ts'
import type { Place } from './place.ts'
import { inSnippet, propose, type Proposed } from './proposal.ts'

const MESSAGES = {
  frame: { en: 'a new meeting file', zh: '新的会议文件' },
} satisfies Record<string, Message>

const WORDS = {
  en: { label: 'meeting', title: 'What is at stake, with its scope', purpose: 'The decision or product', outcome: 'What exists when it ends', place: 'room', people: 'people', duration: '1h' },
  zh: { label: '会议', title: '具体的主题和范围', purpose: '要作出的决定或产出', outcome: '散会时手里有什么', place: '会议室', people: '人员', duration: '1小时' },
} as const

/** A whole meeting file, in either language, for a file that has no front matter yet. */
export function frameCompletions(context: LanguageContext, place: Place): Completion[] {
  const { text, file, config, now, language } = context
  const end = lineEnd(text)
  const id = inSnippet(stemOf(file).replace(/[^\p{L}\p{N}._-]+/gu, '-'))
  const day = addDays(wallAt(now, config.timezone ?? 'UTC').slice(0, 10), 7)
  const frames = (language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)).map((each): Proposed => {
    const words = WORDS[each]
    const line = (key: Key, value: string): string => `${each === 'zh' ? KEYS[key].zh : key}: ${value}`
    const keys = [
      line('id', id), line('title', `\${1:${words.title}}`), line('purpose', `\${2:${words.purpose}}`), line('outcome', `\${3:${words.outcome}}`), line('start', `\${4:${day} 10:00}`),
      ...(config.timezone === undefined ? [line('timezone', '${11:UTC}')] : []), line('duration', `\${5:${words.duration}}`), line('organizer', '${6}'), line('room', '${7}'), line('required', '[${12}]'),
    ]
    return { label: words.label, kind: 'snippet', text: ['---', ...keys, '---', '', `${bodyFrame(each, end)}$0`].join(end), isSnippet: true, detail: MESSAGES.frame[language], also: ['meeting', '会议', '---'] }
  })
  return propose(place.range, frames)
}
