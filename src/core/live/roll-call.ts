import type { Config } from '../config/model.ts'
import { resolvePerson } from '../arrangement/who.ts'
import type { Meeting, RollCallEntry } from '../meeting/model.ts'
import { parse } from '../meeting/parse.ts'
import type { Language, Message } from '../messages/message.ts'
import { render } from '../messages/render.ts'
import type { TextEdit } from '../text/edit.ts'
import { at, type Range } from '../text/range.ts'
import { addToPart } from './minutes-frame.ts'
import type { Instead, RollEntry } from './state.ts'

const INSTEAD: Readonly<Record<Instead['kind'], Message>> = {
  minutes: { en: 'minutes by mail', zh: '会后发送纪要' },
  talk: { en: 'a talk afterwards', zh: '会后单独沟通' },
  substitute: { en: 'substitute: {name}', zh: '由{name}代为出席' },
  open: { en: 'to be settled', zh: '待定' },
}

/** What happens instead, as it stands in the file (C4). */
export function insteadText(instead: Instead, language: Language): string {
  return render(INSTEAD[instead.kind], { name: instead.kind === 'substitute' ? clean(instead.name) : '' }, language)
}

/**
 * The edits that write the roll call under Attendance (C3, C4): people who stand there already get their box and note changed where
 * they stand, the others are added below in the order given. `config` tells which written names are the same person; without it
 * only equal words are. What else stands there stays to the byte.
 */
export function rollCallEdits(text: string, roll: readonly RollEntry[], config?: Config): readonly TextEdit[] {
  const { meeting } = parse(text)
  const known = meeting.minutes?.attendance?.entries ?? []
  const missing: string[] = []
  const edits: TextEdit[] = []
  for (const entry of roll) {
    const there = known.find((each) => isSame(each, entry, config))
    if (there === undefined) missing.push(lineOf(entry, meeting))
    else edits.push(...changes(text, there, entry, meeting))
  }
  return [...edits.filter((each) => text.slice(each.range.start, each.range.end) !== each.text), ...addToPart(text, 'attendance', missing)]
}

/** Who is there, as far as the file says: to begin the roll call with. */
export function rollIn(text: string, config?: Config): (entry: { readonly key: string; readonly name: string }) => boolean | undefined {
  const entries = parse(text).meeting.minutes?.attendance?.entries ?? []
  return ({ key, name }) => entries.find((each) => isSame(each, { key, name }, config))?.present
}

function lineOf(entry: RollEntry, meeting: Meeting): string {
  const who = /^[\w.-]+$/.test(entry.key.replace(/^@/, '')) ? `@${entry.key.replace(/^@/, '')}` : clean(entry.name)
  return `- [${entry.present ? 'x' : ' '}] ${who}${noteOf(entry, meeting)}`
}

function noteOf(entry: RollEntry, { language }: Meeting): string {
  if (entry.present || entry.instead === undefined) return ''
  const said = insteadText(entry.instead, language)
  return language === 'zh' ? `（${said}）` : ` (${said})`
}

function changes(text: string, there: RollCallEntry, entry: RollEntry, meeting: Meeting): readonly TextEdit[] {
  const line = text.slice(there.range.start, there.range.end)
  const [box] = /\[[ xX]\]/.exec(line) ?? []
  const mark = `[${entry.present ? 'x' : ' '}]`
  const boxEdit: TextEdit = box === undefined ? { range: at(there.range.start), text: `${mark} ` } : { range: { start: there.range.start + line.indexOf(box), end: there.range.start + line.indexOf(box) + box.length }, text: mark }
  // An item's range may begin behind its box.
  const before = text.slice(0, there.range.start)
  const [outer] = box === undefined ? /\[[ xX]\][ \t]*$/.exec(before) ?? [] : []
  const outerEdit: TextEdit = outer === undefined ? boxEdit : { range: { start: before.length - outer.length, end: before.length - outer.length + 3 }, text: mark }
  return [outerEdit, ...noteChange(text, there, entry, meeting)]
}

function noteChange(text: string, there: RollCallEntry, entry: RollEntry, meeting: Meeting): readonly TextEdit[] {
  const { note } = there
  const said = entry.present || entry.instead === undefined ? undefined : insteadText(entry.instead, meeting.language)
  // Who is there after all needs no minutes sent; a note that somebody wrote in their own words stays.
  if (said === undefined) return note !== undefined && entry.present && isOwnNote(note.value) ? [withBrackets(text, note.range)] : []
  if (note !== undefined) return [{ range: note.range, text: said }]
  const lineEnd = /[^\r\n]*/.exec(text.slice(there.person.range.end))?.[0] ?? ''
  return [{ range: at(there.person.range.end + lineEnd.trimEnd().length), text: noteOf(entry, meeting) }]
}

function isOwnNote(note: string): boolean {
  return Object.values(INSTEAD).flatMap(({ en, zh }) => [en, zh]).some((words) => {
    const [before = '', after = ''] = words.split('{name}')
    return words.includes('{name}') ? note.startsWith(before) && note.endsWith(after) && note.length > before.length + after.length : note === words
  })
}

function withBrackets(text: string, range: Range): TextEdit {
  let start = range.start
  while (start > 0 && /[ \t(（]/.test(text.charAt(start - 1))) start--
  const close = /^[ \t]*[)）]?/.exec(text.slice(range.end))?.[0].length ?? 0
  return { range: { start, end: range.end + close }, text: '' }
}

function isSame({ person }: RollCallEntry, entry: { readonly key: string; readonly name: string }, config?: Config): boolean {
  if (person.value === entry.key.replace(/^@/, '') || person.value === entry.name) return true
  if (config === undefined) return false
  const meant = resolvePerson(person, config)
  return meant.kind === 'person' && meant.person.key === entry.key
}

/** Words of people as one line without what would end a note. */
function clean(text: string): string {
  return text.replace(/[\r\n()（）[\]]+/g, ' ').replace(/\s+/g, ' ').trim()
}
