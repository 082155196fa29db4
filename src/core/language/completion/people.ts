import pinyin from 'pinyin-match'
import { whenOf } from '../../arrangement/when.ts'
import { attendeesOf, keysOf } from '../../arrangement/who.ts'
import { wallAt } from '../../arrangement/zone.ts'
import type { Person } from '../../config/model.ts'
import type { Message } from '../../messages/message.ts'
import { render, weekdayName } from '../../messages/render.ts'
import type { LanguageContext } from '../context.ts'
import { cityOf } from '../inlay-hints.ts'
import type { Completion } from '../shapes.ts'
import { usageOf } from '../usage.ts'
import type { Place } from './place.ts'
import { inSnippet, keyText, propose, type Proposed } from './proposal.ts'

const MESSAGES = {
  group: { en: 'group of {count}: {names}', zh: '组，{count} 人：{names}' },
  outside: { en: 'from outside', zh: '外部人员' },
  attends: { en: 'attends', zh: '参会' },
  reason: { en: 'why they are asked', zh: '邀请的原因' },
} satisfies Record<string, Message>

type ValuePlace = Place & { kind: 'value' }

/** People and groups for a list of the front matter, without those who stand in it or in the other list already. */
export function listedPeople(context: LanguageContext, place: ValuePlace): Completion[] {
  const { meeting, config, language } = context
  const { fields } = meeting
  const lists = place.key === 'remote' ? [fields.remote?.value] : place.key === 'organizer' ? [] : [fields.required?.value, fields.optional?.value, fields.attendees?.value]
  const taken = new Set(lists.flatMap((refs) => (refs ?? []).filter(({ range }) => range.end < place.range.start || range.start > place.range.end).flatMap((ref) => keysOf(ref, config))))
  const asked = new Set(attendeesOf(meeting, config).map(({ key }) => key))
  const people = ranked(context).filter(({ key }) => !taken.has(key) && (place.key !== 'remote' || asked.has(key)))
  const hasReason = place.key !== 'optional' || /^\S*\s*[:：]/.test(place.after) || place.form === 'flow'
  const proposals = people.map((person): Proposed => ({
    ...describe(context, person, place.typed),
    text: keyText(person.key),
    ...(hasReason ? {} : { text: `${inSnippet(keyText(person.key))}: \${1:${MESSAGES.reason[meeting.language]}}`, isSnippet: true }),
  }))
  const groups = place.key === 'organizer' || place.key === 'remote' ? [] : [...config.groups].map(([name, members]): Proposed => ({
    label: name, kind: 'group', text: keyText(name), detail: render(MESSAGES.group, { count: members.length, names: { list: members.slice(0, 6) } }, language),
  }))
  return propose(place.range, [...proposals, ...groups])
}

/** People as `@key` in the body, those who attend first. */
export function mentionedPeople(context: LanguageContext, place: Place, behind = ''): Completion[] {
  const attends = new Set(attendeesOf(context.meeting, context.config).map(({ key }) => key))
  const people = ranked(context).sort((a, b) => Number(attends.has(b.key)) - Number(attends.has(a.key)))
  return propose(place.range, people.map((person): Proposed => {
    const described = describe(context, person, place.typed)
    const detail = [attends.has(person.key) ? MESSAGES.attends[context.language] : '', described.detail ?? ''].filter((each) => each !== '').join(' · ')
    return { ...described, label: `@${person.key}`, text: `@${person.key}${behind}`, detail }
  }))
}

/** Everybody of the directory, those whom the repository's meetings name most before. */
function ranked({ config, files }: LanguageContext): Person[] {
  const { people } = usageOf(files, config)
  return [...config.people.values()].sort((a, b) => (people.get(b.key) ?? 0) - (people.get(a.key) ?? 0) || (a.key < b.key ? -1 : 1))
}

function describe(context: LanguageContext, person: Person, typed: string): Proposed {
  const { meeting, config, language } = context
  const zone = person.timezone ?? (person.outside ? undefined : config.timezone)
  const when = whenOf(meeting, config)
  const wall = zone === undefined || when === undefined ? undefined : wallAt(when.start, zone)
  const facts = [person.name ?? '', wall === undefined || zone === undefined ? '' : `${cityOf(zone)} ${weekdayName(wall, language)} ${wall.slice(11)}`, person.outside ? MESSAGES.outside[language] : '']
  const bare = typed.replace(/^[@＠]/, '')
  const found = matches(person, bare) ? [typed] : []
  return {
    label: person.key, kind: 'person', detail: facts.filter((each) => each !== '').join(' · '),
    also: [...found, ...(typed.startsWith('@') || typed.startsWith('＠') ? [`${typed.charAt(0)}${person.key}`, `${typed.charAt(0)}${person.name ?? ''}`] : []), person.name ?? '', person.github ?? ''].filter((each) => each !== ''),
  }
}

/** Longest typed word that is looked for as pinyin: ways to divide it into syllables multiply with its length. */
const LONGEST = 14

/** True where the typed letters are the pinyin of a Chinese name, in full or by initials (韩梅梅: `hanmeimei`, `hmm`). */
export function matches({ name, key }: Pick<Person, 'name' | 'key'>, typed: string): boolean {
  if (name === undefined || typed.length === 0 || typed.length > LONGEST || !/^[a-zü]+$/i.test(typed) || !/\p{Script=Han}/u.test(name)) return false
  return !key.startsWith(typed) && pinyin.match(name.slice(0, 20), typed) !== false
}
