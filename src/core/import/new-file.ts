import { writeDuration } from '../config/duration.ts'
import { KEYS, type Key } from '../meeting/keys.ts'
import { parse } from '../meeting/parse.ts'
import { slugOf } from '../meeting/slug.ts'
import type { Language } from '../messages/message.ts'
import { yamlText } from '../rules/edits.ts'
import type { CalendarEvent, CalendarMeeting } from './calendar.ts'
import { flow } from './directory.ts'
import type { Named } from './model.ts'

/** A meeting file that importing makes, beside the file that it comes from. */
export interface NewFile {
  readonly id: string
  readonly path: string
  readonly text: string
}

type Lines = (readonly [Key, string])[]

/** The files of one meeting of a calendar: its own, and one for each occurrence that differs in more than its time. */
export function calendarFiles(meeting: CalendarMeeting, folder: string, reference: (named: Named) => string, taken: Set<string>): NewFile[] {
  const language = languageOf(meeting)
  const isSeries = meeting.repeat !== undefined
  const words = slugOf(meeting.title)
  const id = free(isSeries ? words : `${meeting.start.slice(0, 10)}-${words}`, taken)
  const own: Lines = [['id', yamlText(id)], ...eventLines(meeting, reference, language)]
  if (meeting.repeat !== undefined) own.push(['repeat', yamlText(meeting.repeat)])
  if (isSeries && meeting.except.length > 0) own.push(['except', `[${meeting.except.join(', ')}]`])
  if (meeting.moved.length > 0) own.push(['move', `\n${meeting.moved.map(({ from, to }) => `  ${from.slice(0, 10)}: ${to.replace('T', ' ')}`).join('\n')}`])
  const files: NewFile[] = [{ id, path: isSeries ? `${folder}series/${id}.md` : `${folder}${id}.md`, text: fileText(own, bodyOf(meeting, language), language) }]
  for (const { original, event } of meeting.occurrences) {
    const single = free(`${id}-${original.slice(0, 10)}`, taken)
    const lines: Lines = [['id', yamlText(single)], ['series', yamlText(id)], ['occurrence', original.replace('T', ' ')], ...eventLines(event, reference, language)]
    files.push({ id: single, path: `${folder}${original.slice(0, 10)}-${id}.md`, text: fileText(lines, bodyOf(event, language), language) })
  }
  return files
}

/** A draft made of an issue template: its text to the byte, below front matter with what the template's own says. Undefined for any other file. */
export function templateFile(text: string, folder: string, taken: Set<string>): NewFile | undefined {
  const { meeting } = parse(text)
  const entries = new Map(meeting.frontMatter?.entries.map((each) => [each.written.toLowerCase(), text.slice(each.valueRange.start, each.valueRange.end).replace(/^(['"])(.*)\1$/s, '$2').trim()]))
  // GitHub's templates of issues name themselves and say what they are for.
  const [name, about] = [entries.get('name'), entries.get('about') ?? entries.get('description')]
  if (name === undefined || name === '' || about === undefined) return undefined
  const written = (entries.get('title') ?? '').replace(/[[(<{（【]?\s*(?:YYYY|yyyy|date|日期|DD|XX)[^\])>}）】]*[\])>}）】]?/gi, '').replace(/[\s:：\p{Pd}]+$/u, '').trim()
  const title = written === '' ? name : written
  const id = free(slugOf(title), taken)
  const people = (entries.get('assignees') ?? '').replace(/[[\]'"]/g, '').split(/[,\s-]+/).map((each) => each.replace(/^@/, '')).filter((each) => /^[a-z\d](?:[a-z\d]|-(?=[a-z\d]))*$/i.test(each))
  const zh = meeting.language === 'zh'
  const lines: Lines = [['id', yamlText(id)], ['title', yamlText(title)], ['status', zh ? '草稿' : 'draft'], ...(people.length > 0 ? [['attendees', `[${people.map((each) => `'@${each}'`).join(', ')}]`] as const] : [])]
  return { id, path: `${folder}${id}.md`, text: `${frontMatter(lines, meeting.language)}${text.slice(meeting.bodyStart)}` }
}

function eventLines(event: CalendarEvent, reference: (named: Named) => string, language: Language): Lines {
  const zh = language === 'zh'
  const lines: Lines = []
  if (event.title !== '') lines.push(['title', yamlText(event.title)])
  if (event.cancelled) lines.push(['status', zh ? '取消' : 'cancelled'])
  // The time in a zone that is not known would be read in another one; only a series cannot do without.
  lines.push(event.start.length > 10 && (event.unknownZone === undefined || 'repeat' in event) ? ['start', event.start.replace('T', ' ')] : ['date', event.start.slice(0, 10)])
  if (event.zone !== undefined) lines.push(['timezone', event.zone])
  if (event.duration !== undefined) lines.push(['duration', writeDuration(event.duration, language)])
  if (event.organizer) lines.push(['organizer', yamlText(reference(event.organizer))])
  if (event.link !== undefined) lines.push(['link', yamlText(event.link)])
  const list = (people: readonly Named[]): string => {
    const names = [...new Set(people.map(reference))].map(flow)
    return names.join(', ').length <= 118 ? `[${names.join(', ')}]` : `\n${names.map((each) => `  - ${each}`).join('\n')}`
  }
  if (event.required.length > 0) lines.push(['required', list(event.required)])
  if (event.optional.length > 0) lines.push(['optional', list(event.optional)])
  return lines
}

function bodyOf({ location, description }: CalendarEvent, language: Language): string {
  const place = location === undefined ? '' : `${language === 'zh' ? '地点：' : 'Location: '}${location.replace(/\s+/g, ' ')}\n`
  return [place, description === '' ? '' : `${description}\n`].filter((each) => each !== '').join('\n')
}

function fileText(lines: Lines, body: string, language: Language): string {
  return `${frontMatter(lines, language)}${body === '' ? '' : `\n${body}`}`
}

function frontMatter(lines: Lines, language: Language): string {
  return `---\n${lines.map(([key, value]) => `${language === 'zh' ? KEYS[key].zh : key}:${value.startsWith('\n') ? '' : ' '}${value}\n`).join('')}---\n`
}

function languageOf({ title, description }: CalendarEvent): Language {
  return /\p{Script=Han}/u.test(title) || parse(description).meeting.language === 'zh' ? 'zh' : 'en'
}

function free(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  taken.add(id)
  return id
}
