import { resolvePerson } from '../arrangement/who.ts'
import type { Message } from '../messages/message.ts'
import type { ActionItem, PersonRef } from '../meeting/model.ts'
import { keyName } from '../rules/edits.ts'
import { lineEnd } from '../text/lines.ts'
import type { TextEdit } from '../text/edit.ts'
import { overlaps, type Range } from '../text/range.ts'
import type { LanguageContext } from './context.ts'
import { formatAgenda } from './format.ts'
import { bareRange } from './people-places.ts'
import type { CodeAction } from './shapes.ts'

const MESSAGES = {
  divide: { en: 'Divide into required (those of the organization) and optional (those from outside)', zh: '分成必须参加（内部人员）和可选参加（外部人员）' },
  mentions: { en: 'Write names as @keys of the directory', zh: '把姓名改写为通讯录中的 @键' },
  table: { en: 'Make a list of this table of action items', zh: '把行动项表格改为列表' },
  format: { en: 'Write the agenda’s times in one form', zh: '统一议程用时的写法' },
} satisfies Record<string, Message>

/** Changes of how something is written that mend no problem, where the cursor stands in it. */
export function refactorings(context: LanguageContext, range: Range): CodeAction[] {
  const { meeting, file, language } = context
  const found: CodeAction[] = []
  const add = (title: Message, edits: readonly TextEdit[], safe: boolean): void => {
    if (edits.length > 0) found.push({ title: title[language], kind: 'refactor', preferred: false, edit: { edits: new Map([[file, edits]]), creates: [] }, safe })
  }
  const stands = (place: Range | undefined): boolean => place !== undefined && place.start <= range.end && place.end >= range.start
  const { attendees } = meeting.fields
  if (attendees !== undefined && stands({ start: attendees.keyRange.start, end: attendees.range.end })) add(MESSAGES.divide, divide(context), false)
  if (stands(meeting.agenda?.section.content) || stands(meeting.agenda?.section.headingRange)) add(MESSAGES.format, formatAgenda(context), true)
  const actions = meeting.minutes?.actions ?? meeting.looseActions
  if (actions !== undefined && stands(actions.section.content)) {
    add(MESSAGES.mentions, nameEdits(context, actions.items.filter((item) => stands(item.range))), true)
    add(MESSAGES.table, tableEdits(context, actions.items, range), true)
  }
  return found
}

/** An undivided list becomes two: who is of the organization has to come, who is from outside may. */
function divide(context: LanguageContext): TextEdit[] {
  const { meeting, text, config } = context
  const field = meeting.fields.attendees
  const present = new Set((meeting.frontMatter?.entries ?? []).map((each) => each.key))
  if (field === undefined || present.has('required') || present.has('optional')) return []
  const outside = field.value.filter((ref) => {
    const who = resolvePerson(ref, config)
    return who.kind === 'person' && who.person.outside
  })
  if (outside.length === 0 || outside.length === field.value.length) return []
  const written = ({ range }: { readonly range: Range }): string => text.slice(range.start, range.end)
  const inside = field.value.filter((ref) => !outside.includes(ref))
  const reason = meeting.language === 'zh' ? '〈说明请其参加的原因〉' : '‹why they are asked›'
  const end = lineEnd(text)
  const lines = [`${keyName(meeting, 'required')}: [${inside.map(written).map(inList).join(', ')}]`, `${keyName(meeting, 'optional')}:`, ...outside.map((ref) => `  - ${inList(written(ref))}: ${reason}`)]
  return [{ range: { start: field.keyRange.start, end: field.range.end }, text: lines.join(end) }]
}

/** A reference inside YAML brackets; `@` cannot begin a plain value there. */
function inList(written: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._@+-]*$/u.test(written) ? written : `"${written.replace(/["\\]/g, '\\$&')}"`
}

/** Plain names of people of the directory as `@key`, which a reader of the issue can click. */
function nameEdits({ config }: LanguageContext, items: readonly ActionItem[]): TextEdit[] {
  return items.flatMap((item) => item.owners.flatMap((ref) => {
    const who = resolvePerson(ref, config)
    const range = bareRange(ref)
    return ref.form === 'name' && who.kind === 'person' && range !== undefined ? [{ range, text: `@${who.person.key}` }] : []
  }))
}

/** The lines of a table of action items, at whose rows the cursor stands, as `- [ ] @owner what 📅 date`. */
function tableEdits({ meeting, text, config }: LanguageContext, items: readonly ActionItem[], range: Range): TextEdit[] {
  const content = (meeting.minutes?.actions ?? meeting.looseActions)?.section.content
  if (content === undefined) return []
  const table = tableAround(text, content, range)
  const rows = table === undefined ? [] : items.filter((item) => overlaps(item.range, table))
  const mentionOf = (ref: PersonRef): string | undefined => {
    const who = resolvePerson(ref, config)
    return who.kind === 'person' ? who.person.key : ref.form === 'mail' || /\s/.test(ref.value) ? undefined : ref.value
  }
  // Somebody who cannot be written as one @word would not be read again.
  if (table === undefined || rows.length === 0 || rows.some((item) => item.owners.some((ref) => mentionOf(ref) === undefined))) return []
  // A cell that is neither owner, date, issue nor act would be lost.
  const cells = text.slice(table.start, table.end).split(/\r\n|\n|\r/)[0]?.split('|').filter((cell) => cell.trim() !== '').length ?? 0
  const parts = rows.map((item) => [item.text.value, ...item.owners, item.due ?? item.dueText, item.issue].filter((each) => each !== undefined && each !== '').length)
  if (cells > Math.max(...parts)) return []
  const lines = rows.map((item) => {
    const owners = item.owners.map((ref) => `@${mentionOf(ref) ?? ref.value} `).join('')
    const due = item.due === undefined ? item.dueText?.value : `📅 ${item.due.value}`
    return `- [${item.done ? 'x' : ' '}] ${owners}${item.text.value}${due === undefined ? '' : ` ${due}`}${item.issue === undefined ? '' : ` #${item.issue.value}`}`
  })
  return [{ range: table, text: lines.join(lineEnd(text)) }]
}

function tableAround(text: string, { start: from, end: to }: Range, range: Range): Range | undefined {
  let at = from
  let start: number | undefined
  let end = from
  for (const line of text.slice(from, to).split(/(\r\n|\n|\r)/)) {
    if (/^\s*\|/.test(line)) {
      start ??= at
      end = at + line.length
    } else if (line.trim() !== '' || /^(?:\s*)$/.test(line) && !/[\r\n]/.test(line)) {
      if (start !== undefined && start <= range.end && end >= range.start) break
      start = undefined
    }
    at += line.length
  }
  return start !== undefined && start <= range.end && end >= range.start ? { start, end } : undefined
}
