import type { Message } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'
import type { LanguageContext } from '../context.ts'
import type { Hover } from '../shapes.ts'
import { agendaTimeline, clockText } from '../timeline.ts'

const MESSAGES = {
  item: { en: 'From {from} to {to}, {length}', zh: '{from} 至 {to}，{length}' },
  begins: { en: 'Begins at {from}; no time is written for it', zh: '{from} 开始，没有写用时' },
  budget: { en: '{sum} of {length} are used by the agenda.', zh: '议程已用 {sum}，共 {length}。' },
} satisfies Record<string, Message>

/** When an agenda item is up, at its time; the sum of all beside it (A17). */
export function agendaHover({ meeting, language }: LanguageContext, offset: number): Hover | undefined {
  const { items, sum } = agendaTimeline(meeting)
  const found = items.find(({ item }) => item.range.start <= offset && offset <= item.range.end)
  if (found?.from === undefined) return undefined
  const from = clockText(found.from)
  const line = found.to === undefined || found.minutes === undefined ? render(MESSAGES.begins, { from }, language)
    : render(MESSAGES.item, { from, to: clockText(found.to), length: { minutes: found.minutes } }, language)
  const length = meeting.fields.duration?.value
  const budget = length === undefined ? [] : [render(MESSAGES.budget, { sum: { minutes: sum }, length: { minutes: length } }, language)]
  return { range: found.item.minutes?.range ?? found.item.title.range, contents: [`**${line}**`, ...budget].join('\n\n') }
}
