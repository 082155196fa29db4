import { attendeesOf, keysOf } from '../../arrangement/who.ts'
import type { Message } from '../../messages/message.ts'
import { lineEnd } from '../../text/lines.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import type { Place } from './place.ts'
import { inSnippet, propose, type Proposed } from './proposal.ts'

const MESSAGES = {
  all: { en: 'everybody who is not called yet', zh: '所有还没点到的人' },
  allLabel: { en: 'Everybody', zh: '所有人' },
  present: { en: 'is there', zh: '到场' },
  absent: { en: 'is absent: say what happens instead (C4)', zh: '缺席：写明如何补上（C4）' },
  minutes: { en: 'minutes by mail', zh: '邮件发送纪要' },
  substitute: { en: 'substitute: ', zh: '由他人代替：' },
  talk: { en: 'talk afterwards', zh: '会后单独沟通' },
} satisfies Record<string, Message>

type BodyPlace = Place & { kind: 'body' }

/** In the roll call: lines for those who were asked and are not called yet (C3), and in brackets what the absent get instead (C4). */
export function rollCallCompletions(context: LanguageContext, place: BodyPlace, offset: number): Completion[] {
  const { meeting, config, text, language } = context
  const { before } = place
  const own = meeting.language
  const open = /[(（]([^()（）@]*)$/.exec(before)
  if (open !== null) {
    const typed = open[1] ?? ''
    return propose({ start: offset - typed.length, end: offset + (/^[^()（）]*/.exec(place.after)?.[0].trimEnd().length ?? 0) }, [MESSAGES.minutes, MESSAGES.substitute, MESSAGES.talk].map((message) => ({ label: message[own], kind: 'value', continues: message === MESSAGES.substitute })))
  }
  const line = /^(\s*)(?:[-*+]\s*(?:\[[ xX]?\]?)?\s*)?(?:[@＠]?[\p{L}\p{N}._-]*)$/u.exec(before)
  if (line === null) return []
  const called = new Set((meeting.minutes?.attendance?.entries ?? []).filter(({ range }) => offset < range.start || offset > range.end).flatMap(({ person }) => keysOf(person, config)))
  const missing = attendeesOf(meeting, config).filter(({ key, address }) => !called.has(key) && address === undefined)
  const indent = line[1] ?? ''
  const range = { start: offset - before.length + indent.length, end: place.range.end }
  const mention = (key: string): string => (key.startsWith('@') ? key : `@${key}`)
  const typed = before.slice(indent.length)
  const proposals = missing.flatMap(({ key, person }): Proposed[] => [
    { label: `- [x] ${mention(key)}`, kind: 'person', detail: [person?.name ?? '', MESSAGES.present[language]].filter((each) => each !== '').join(' · ') },
    { label: `- [ ] ${mention(key)}`, kind: 'person', text: `- [ ] ${inSnippet(mention(key))}${own === 'zh' ? '（' : ' ('}\${1|${[MESSAGES.minutes, MESSAGES.talk].map((each) => each[own]).join(',')}|}${own === 'zh' ? '）' : ')'}`, isSnippet: true, detail: MESSAGES.absent[language] },
  ])
  const everybody: Proposed[] = missing.length < 2 ? [] : [{ label: MESSAGES.allLabel[own], kind: 'snippet', text: missing.map(({ key }) => `- [ ] ${mention(key)}`).join(`${lineEnd(text)}${indent}`), detail: MESSAGES.all[language], also: ['- [ ]'] }]
  return propose(range, [...everybody, ...proposals]).map((each) => ({ ...each, filter: `${typed} ${each.filter}` }))
}
