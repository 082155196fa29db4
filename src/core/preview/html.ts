import { clockText } from '../language/timeline.ts'
import type { Language, Message } from '../messages/message.ts'
import { renderValue } from '../messages/render.ts'
import type { ActionRow, AgendaRow, Facts, PersonRow, Preview } from './preview.ts'

const WORDS = {
  when: { en: 'When', zh: '时间' }, where: { en: 'Where', zh: '地点' }, purpose: { en: 'Purpose', zh: '目的' }, outcome: { en: 'Outcome', zh: '预期成果' }, reply: { en: 'Reply by', zh: '回复截止' },
  people: { en: 'People', zh: '参会人' }, name: { en: 'Name', zh: '姓名' }, role: { en: 'Role', zh: '角色' }, local: { en: 'Local time', zh: '当地时间' },
  organizer: { en: 'convenes', zh: '组织者' }, required: { en: 'required', zh: '必须参加' }, optional: { en: 'optional', zh: '可选参加' }, outside: { en: 'outside', zh: '外部' }, remote: { en: 'remote', zh: '远程' },
  unknown: { en: 'zone not known', zh: '时区未知' }, cancelled: { en: 'cancelled', zh: '已取消' }, draft: { en: 'draft', zh: '草稿' }, important: { en: 'important', zh: '重要' }, urgent: { en: 'urgent', zh: '紧急' },
  over: { en: 'beyond the end', zh: '超出结束时间' }, timeline: { en: 'Agenda with clock times', zh: '议程时间表' },
  done: { en: 'done', zh: '已完成' }, open: { en: 'open', zh: '未完成' }, overdue: { en: 'overdue', zh: '逾期' }, state: { en: 'State', zh: '状态' }, owner: { en: 'Owner', zh: '负责人' }, action: { en: 'Action', zh: '行动项' }, due: { en: 'Due', zh: '截止' },
  online: { en: 'online', zh: '线上' }, dayAfter: { en: 'next day', zh: '次日' }, dayBefore: { en: 'day before', zh: '前一日' },
} satisfies Record<string, Message>

type Word = keyof typeof WORDS

/** The head of the preview: what, when, where, and everybody's local time. Plain HTML without script; every text is escaped. */
export function headHtml({ facts, people }: Preview, language: Language): string {
  const word = (name: Word): string => WORDS[name][language]
  const badges = [facts.status === 'planned' ? undefined : facts.status, facts.important ? 'important' : undefined, facts.urgent ? 'urgent' : undefined].filter((each): each is 'draft' | 'cancelled' | 'important' | 'urgent' => each !== undefined)
  const title = facts.title === undefined ? '' : `<h1>${escape(facts.title)}${badges.map((each) => ` <span class="convoke-badge convoke-${each}">${word(each)}</span>`).join('')}</h1>`
  const rows: [Word, string][] = [['when', whenHtml(facts, language)], ['where', whereHtml(facts, language)], ['purpose', escape(facts.purpose ?? '')], ['outcome', listHtml(facts.outcome)], ['reply', facts.rsvpBy === undefined ? '' : escape(renderValue({ wall: facts.rsvpBy }, language))]]
  const list = rows.filter(([, html]) => html !== '').map(([name, html]) => `<dt>${word(name)}</dt><dd>${html}</dd>`).join('')
  return `<section class="convoke-head">${title}${list === '' ? '' : `<dl>${list}</dl>`}${peopleHtml(people, facts, language)}</section>\n`
}

/** The clock time in front of an agenda item. */
export function clockHtml(row: AgendaRow, language: Language): string {
  if (row.from === undefined) return ''
  const clock = row.to === undefined ? clockText(row.from) : `${clockText(row.from)}–${clockText(row.to)}`
  return `<span class="convoke-clock${row.over ? ' convoke-over' : ''}"${row.over ? ` title="${WORDS.over[language]}"` : ''}>${clock}</span> `
}

/** The bar that shows an item's part of the meeting; seen only, since the clock says the same. */
export function barHtml(row: AgendaRow): string {
  if (row.share === undefined) return ''
  return `<span class="convoke-bar" aria-hidden="true"><span class="${row.over ? 'convoke-over' : ''}" style="width:${(row.share * 100).toFixed(1)}%"></span></span>`
}

/** The agenda as a list of its own, for one that is written as a table or under headings. */
export function timelineHtml(rows: readonly AgendaRow[], language: Language): string {
  if (!rows.some(({ from }) => from !== undefined)) return ''
  const items = rows.map((row) => `<li>${clockHtml(row, language)}${escape(row.title)}${row.owner === undefined ? '' : ` <span class="convoke-owner">${escape(row.owner)}</span>`}${barHtml(row)}</li>`)
  return `<ol class="convoke-timeline" aria-label="${WORDS.timeline[language]}">${items.join('')}</ol>\n`
}

/** The action items as a table. */
export function actionsHtml(rows: readonly ActionRow[], language: Language): string {
  if (rows.length === 0) return ''
  const word = (name: Word): string => WORDS[name][language]
  const body = rows.map((row) => {
    const state: Word = row.done ? 'done' : row.overdue ? 'overdue' : 'open'
    const due = row.due === undefined ? '' : /^\d{4}-\d{2}-\d{2}$/.test(row.due) ? renderValue({ date: row.due }, language) : row.due
    const issue = row.issue === undefined ? '' : ` <span class="convoke-issue">#${row.issue}</span>`
    return `<tr class="convoke-${state}"><td><span aria-hidden="true">${row.done ? '✓' : row.overdue ? '!' : '○'}</span> ${word(state)}</td><td>${escape(row.owner ?? '')}</td><td>${escape(row.text)}${issue}</td><td>${escape(due)}</td></tr>`
  })
  return `<table class="convoke-actions"><thead><tr>${(['state', 'owner', 'action', 'due'] as const).map((name) => `<th scope="col">${word(name)}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>\n`
}

function peopleHtml(people: readonly PersonRow[], facts: Facts, language: Language): string {
  if (people.length === 0) return ''
  const word = (name: Word): string => WORDS[name][language]
  const rows = people.map((person) => {
    const notes = [word(person.role), ...(person.outside ? [word('outside')] : []), ...(person.remote ? [word('remote')] : [])].join(language === 'zh' ? '、' : ', ')
    const reason = person.reason === undefined ? '' : `<br><span class="convoke-reason">${escape(person.reason)}</span>`
    return `<tr class="convoke-${person.role}"><td>${escape(person.name)}</td><td>${notes}${reason}</td><td>${localHtml(person, facts, language)}</td></tr>`
  })
  return `<table class="convoke-people" aria-label="${word('people')}"><thead><tr>${(['name', 'role', 'local'] as const).map((name) => `<th scope="col">${word(name)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** `08:00–09:30 Europe/Berlin`, the day said where it is another than the meeting's. */
function localHtml(person: PersonRow, facts: Facts, language: Language): string {
  if (person.start === undefined || person.end === undefined || person.zone === undefined) return facts.start === undefined ? '' : `<span class="convoke-unknown">${WORDS.unknown[language]}</span>`
  const [own, meeting] = [person.start.slice(0, 10), facts.start?.slice(0, 10) ?? '']
  const day = own === meeting ? '' : `<span class="convoke-day">${WORDS[own > meeting ? 'dayAfter' : 'dayBefore'][language]}</span> `
  return `${day}<span class="convoke-clock">${person.start.slice(11)}–${person.end.slice(11)}</span> <span class="convoke-zone">${escape(person.zone)}</span>`
}

function whenHtml(facts: Facts, language: Language): string {
  if (facts.start === undefined) return ''
  const end = facts.end === undefined ? '' : `–${facts.end.slice(11)}`
  const length = facts.duration === undefined ? '' : renderValue({ minutes: facts.duration }, language)
  return [`${escape(renderValue({ wall: facts.start }, language))}${end}`, escape(facts.zone ?? ''), length].filter((each) => each !== '').join(' · ')
}

function whereHtml({ room, link }: Facts, language: Language): string {
  const online = link === undefined ? '' : /^https?:\/\//.test(link) ? `<a href="${escape(link)}">${WORDS.online[language]}</a> <span class="convoke-zone">${escape(hostOf(link))}</span>` : escape(link)
  return [room === undefined ? '' : escape(room), online].filter((each) => each !== '').join(' · ')
}

function listHtml(texts: readonly string[]): string {
  return texts.length < 2 ? escape(texts[0] ?? '') : `<ul>${texts.map((each) => `<li>${escape(each)}</li>`).join('')}</ul>`
}

function hostOf(link: string): string {
  return /^https?:\/\/(?:[^/@]*@)?([^/?#:]+)/.exec(link)?.[1] ?? ''
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (unit) => `&#${unit.charCodeAt(0)};`)
}
