import { zoneOf } from '../../arrangement/when.ts'
import { wallAt } from '../../arrangement/zone.ts'
import { findDue } from '../../meeting/dates.ts'
import type { Message } from '../../messages/message.ts'
import type { LanguageContext } from '../context.ts'
import { dayLabel } from '../inlay-hints.ts'
import type { Completion } from '../shapes.ts'
import { begunDays, saidDays, type SaidDay } from './dates.ts'
import type { Place } from './place.ts'
import { propose, type Proposed } from './proposal.ts'

const MESSAGES = {
  item: { en: 'an action item with its owner and date', zh: '行动项，附负责人和日期' },
  owner: { en: 'owner', zh: '负责人' },
  what: { en: 'what exactly is done', zh: '具体做什么' },
} satisfies Record<string, Message>

type BodyPlace = Place & { kind: 'body' }

/** In a list of action items: a new item at its marker, and its date behind a sign, out of words ("next Friday", 下周五), or at the end (D2). */
export function actionCompletions(context: LanguageContext, place: BodyPlace, offset: number): Completion[] {
  const { meeting, config, now, language } = context
  const { before, after } = place
  const today = wallAt(now, zoneOf(meeting, config) ?? 'UTC').slice(0, 10)
  const marker = /^\s*[-*+](\s*(?:\[[ xX]?\]?)?\s*)$/.exec(before)
  if (marker !== null) {
    const start = offset - (marker[1]?.length ?? 0)
    const text = ` [ ] @\${1:${MESSAGES.owner[meeting.language]}} \${2:${MESSAGES.what[meeting.language]}} 📅 \${3:${saidDays(today).find(({ en }) => en === 'in a week')?.day ?? today}}`
    return propose({ start, end: offset }, [{ label: '- [ ] @… 📅', kind: 'snippet', text, isSnippet: true, detail: MESSAGES.item[language], also: [before.trimStart().slice(1)] }])
  }
  const show = (said: SaidDay): string => `${said[language]} · ${dayLabel(said.day, context)}`
  const signed = /(?:📅|⏰|⏳|🗓️?|\bdue\s*::|(?:截止(?:日期|时间)?|期限)[:：])\s*([\d-]*)$/u.exec(before)
  if (signed !== null) {
    const typed = signed[1] ?? ''
    const space = /\s$/.test(before.slice(0, before.length - typed.length)) ? '' : ' '
    const range = { start: offset - typed.length, end: offset + (/^[\d-]*/.exec(after)?.[0].length ?? 0) }
    return propose(range, once(saidDays(today)).map((said): Proposed => ({ label: said.day, kind: 'time', text: `${space}${said.day}`, detail: show(said), also: [said.en, said.zh] })))
  }
  const begun = begunDays(before, today)
  if (begun.length > 0) {
    return begun.flatMap(({ said, length }, at) => {
      const written = before.slice(before.length - length)
      // A sign that stands there already is not written twice.
      const sign = /📅\s*$/u.test(before.slice(0, before.length - length)) ? '' : '📅 '
      const gap = sign === '' || /(?:^|\s)$/.test(before.slice(0, before.length - length)) ? '' : ' '
      return propose({ start: offset - length, end: offset }, [{ label: `📅 ${said.day}`, kind: 'time', text: `${gap}${sign}${said.day}${after === '' || /^\s/.test(after) ? '' : ' '}`, detail: show(said), also: [written, said.en, said.zh] }]).map((each) => ({ ...each, filter: `${written} ${each.filter}`, sort: `0${at}` }))
    })
  }
  if (!/\S\s$/.test(before) || after.trim() !== '' || findDue(before) !== undefined || /[[(（]\s*$/.test(before)) return []
  const near = once(saidDays(today)).filter(({ en }) => /^(?:in (?:a|two) week|next (?:Monday|Friday)|end of the month)/.test(en))
  return propose({ start: offset, end: offset }, near.map((said): Proposed => ({ label: `📅 ${said.day}`, kind: 'time', detail: show(said), also: [said.en, said.zh] })), 1)
}

/** Each day once, by the first of its words, in the order of the calendar. */
function once(days: readonly SaidDay[]): SaidDay[] {
  const seen = new Map<string, SaidDay>()
  for (const said of days) if (!seen.has(said.day)) seen.set(said.day, said)
  return [...seen.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}
