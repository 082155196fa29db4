import { writeDuration } from '../../config/duration.ts'
import { findMinutes } from '../../meeting/minutes.ts'
import type { Message } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import { minutesOf } from '../../rules/agenda-time-budget.ts'
import { mentionedPeople } from './people.ts'
import type { Place } from './place.ts'
import { propose, type Proposed } from './proposal.ts'

const MESSAGES = {
  rest: { en: 'fills the meeting', zh: '正好用完会议时间' },
  left: { en: '{length} are left then', zh: '之后还剩 {length}' },
  item: { en: 'an item with its time and owner', zh: '议题，附用时和负责人' },
  topic: { en: 'Topic', zh: '议题' },
  owner: { en: 'owner', zh: '负责人' },
} satisfies Record<string, Message>

type BodyPlace = Place & { kind: 'body' }

const LENGTHS = [5, 10, 15, 20, 30, 45, 60]

/** In the agenda: a new item at its marker, a time that still fits and an owner within brackets or behind a title (A17). */
export function agendaCompletions(context: LanguageContext, place: BodyPlace, offset: number): Completion[] {
  const { meeting, language } = context
  const { before } = place
  const open = /[(（]([^()（）]*)$/.exec(before)
  if (open !== null) return insideBrackets(context, place, open[1] ?? '', offset)
  const marker = /^\s*(?:[-*+]|\d{1,3}[.)、])(\s*)(.*)$/.exec(before)
  if (marker === null) return []
  const lengths = fitting(context, offset)
  const zh = meeting.language === 'zh'
  const length = write(lengths.find(({ minutes }) => minutes === 15)?.minutes ?? lengths[0]?.minutes ?? 15, context)
  const owner = MESSAGES.owner[meeting.language]
  const brackets = (time: string): string => (zh ? `（\${1:${time}}，@\${2:${owner}}）` : ` (\${1:${time}}, @\${2:${owner}})`)
  if (marker[2]?.trim() === '') {
    const text = `${marker[1] === '' ? ' ' : ''}\${3:${MESSAGES.topic[meeting.language]}}${brackets(length)}`
    return propose(place.range, [{ label: zh ? `议题（${length}，@负责人）` : `Topic (${length}, @owner)`, kind: 'snippet', text, isSnippet: true, detail: MESSAGES.item[language] }])
  }
  // Behind a title, where no time stands in the line yet.
  if (!/\s$/.test(before) || place.after.trim() !== '' || findMinutes(before, 0, before.length) !== undefined) return []
  return propose(place.range, lengths.slice(0, 5).map(({ minutes, detail }): Proposed => {
    const time = write(minutes, context)
    return { label: zh ? `（${time}，@…）` : `(${time}, @…)`, kind: 'snippet', text: brackets(time).trimStart(), isSnippet: true, detail }
  }))
}

function insideBrackets(context: LanguageContext, place: BodyPlace, inside: string, offset: number): Completion[] {
  const typed = /[^,，、]*$/.exec(inside)?.[0].trimStart() ?? ''
  const behind = /^[^,，、()（）\s]*/.exec(place.after)?.[0].length ?? 0
  const range = { start: offset - typed.length, end: offset + behind }
  const timed = findMinutes(inside.slice(0, inside.length - typed.length), 0, inside.length - typed.length) !== undefined
  const closes = /[)）]/.test(place.after) || !timed ? '' : context.meeting.language === 'zh' ? '）' : ')'
  const people = mentionedPeople(context, { ...place, typed, range }, closes).map((each) => ({ ...each, filter: `${each.filter} ${each.filter.replace(/@/g, '')}`, sort: `1${each.sort}` }))
  if (timed || /^[@＠]/.test(typed)) return people
  return [...propose(range, fitting(context, offset).map(({ minutes, detail }) => ({ label: write(minutes, context), kind: 'time', detail, also: [`${minutes}m`, `${minutes}分钟`] }))), ...people]
}

/** Lengths of time that the other items leave, with what is left after each; the usual ones where the meeting's duration is not known. */
function fitting({ meeting, language }: LanguageContext, offset: number): { minutes: number; detail: string }[] {
  const duration = meeting.fields.duration?.value
  if (duration === undefined) return LENGTHS.map((minutes) => ({ minutes, detail: '' }))
  const others = (meeting.agenda?.items ?? []).filter(({ range }) => offset < range.start || offset > range.end)
  const left = duration - others.reduce((sum, item) => sum + (minutesOf(item) ?? 0), 0)
  const lengths = [...new Set([...LENGTHS, left])].filter((minutes) => minutes > 0 && minutes <= left).sort((a, b) => a - b)
  return lengths.map((minutes) => ({ minutes, detail: minutes === left ? MESSAGES.rest[language] : render(MESSAGES.left, { length: { minutes: left - minutes } }, language) }))
}

function write(minutes: number, { meeting }: LanguageContext): string {
  return writeDuration(minutes, meeting.language)
}
