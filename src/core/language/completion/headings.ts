import { HEADINGS, type SectionKind } from '../../meeting/keys.ts'
import type { Meeting } from '../../meeting/model.ts'
import type { Message } from '../../messages/message.ts'
import { lineEnd } from '../../text/lines.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import type { Place } from './place.ts'
import { propose, type Proposed } from './proposal.ts'

/** What each section is for. */
const SECTIONS: Readonly<Record<SectionKind, Message>> = {
  preparation: { en: 'what to read or prepare beforehand (B2)', zh: '会前要读什么、准备什么（B2）' },
  agenda: { en: 'items with their times (A17)', zh: '议题及用时（A17）' },
  minutes: { en: 'what happened (D1)', zh: '会后的记录（D1）' },
  attendance: { en: 'who was there (C3)', zh: '谁到场了（C3）' },
  discussion: { en: 'points discussed (D1)', zh: '讨论了什么（D1）' },
  decisions: { en: 'what was decided (D1)', zh: '决定了什么（D1）' },
  actions: { en: 'who does what until when (D2)', zh: '谁在什么时候之前做什么（D2）' },
}
const OUTER: readonly SectionKind[] = ['preparation', 'agenda', 'minutes']
const INNER: readonly SectionKind[] = ['attendance', 'discussion', 'decisions', 'actions']

/** A section's heading in a language, as the documentation writes it. */
export function headingName(kind: SectionKind, language: 'en' | 'zh'): string {
  const names = HEADINGS[kind]
  return language === 'en' ? names[0] : (kind === 'attendance' || kind === 'discussion' ? names[2] : names[1])
}

/** Headings that the file does not have yet, in its language; those of the minutes within the minutes. */
export function headingCompletions(context: LanguageContext, place: Place & { kind: 'body' }): Completion[] {
  const { meeting, text, language } = context
  const present = new Set(meeting.sections.map(({ kind }) => kind))
  const within = place.sections.find(({ kind }) => kind === 'minutes')
  const level = meeting.sections.find(({ kind }) => kind !== undefined && OUTER.includes(kind))?.level ?? 2
  const end = lineEnd(text)
  const typed = place.before.trim().toLowerCase()
  // A word that begins a line is the beginning of a heading only where it begins one's name.
  const begins = (kind: SectionKind): boolean => typed === '' || typed.startsWith('#') || (typed.length > (/[a-z]/.test(typed) ? 1 : 0) && HEADINGS[kind].some((name) => name.toLowerCase().startsWith(typed)))
  const kinds = [...(within === undefined ? [] : INNER), ...OUTER].filter((kind) => !present.has(kind) && begins(kind))
  const range = { start: place.cursor - place.before.length, end: place.cursor }
  return propose(range, kinds.map((kind): Proposed => {
    const marks = '#'.repeat(INNER.includes(kind) ? (within?.level ?? level) + 1 : level)
    const name = headingName(kind, meeting.language)
    const more = kind === 'minutes' ? `${end}${end}${INNER.map((each) => `${marks}# ${headingName(each, meeting.language)}${end}`).join(end)}` : ''
    return { label: `${marks} ${name}`, kind: 'heading', text: `${marks} ${name}${more === '' ? end : more}`, detail: SECTIONS[kind][language], also: [`${place.before.replace(/[^#\s].*$/, '')}${name}`, headingName(kind, 'en'), headingName(kind, 'zh')] }
  }))
}

/** The headings of a whole new file. */
export function bodyFrame(language: Meeting['language'], end: string): string {
  const heading = (marks: string, kind: SectionKind): string => `${marks} ${headingName(kind, language)}`
  return [heading('##', 'agenda'), language === 'zh' ? '1. ${8:议题}（${9:15分钟}，@${10:负责人}）' : '1. ${8:Topic} (${9:15m}, @${10:owner})', ''].join(end)
}
