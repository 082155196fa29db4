import { ownersOf } from '../arrangement/owners.ts'
import { resolvePerson, attendeesOf } from '../arrangement/who.ts'
import { zoneOf } from '../arrangement/when.ts'
import { dayFor } from '../arrangement/working-time.ts'
import { addDays } from '../arrangement/zone.ts'
import type { Message } from '../messages/message.ts'
import type { ActionItem, PersonRef } from '../meeting/model.ts'
import type { Context, Finding, Fix, Rule } from './rule.ts'

const messages = {
  nobody: { en: 'No owner: name the one person who does it, such as @{example}.', zh: '没有责任人，请写明由谁一个人负责，例如 @{example}。' },
  several: { en: '{count} owners: one person answers for it, the others help.', zh: '有 {count} 位责任人；请只写一位负责，其他人协助。' },
  group: { en: '“{owner}” is no single person; name one who answers for it.', zh: '“{owner}”不是一个人，请写明由谁负责。' },
  noDate: { en: 'No due date: add one, such as 📅 {date}.', zh: '没有截止日期，请加上，例如 📅 {date}。' },
  vagueDate: { en: '“{words}” is no date: write the day, such as 📅 {date}.', zh: '“{words}”不是日期，请写明哪一天，例如 📅 {date}。' },
  fixOwner: { en: 'Give it to {person}', zh: '交给 {person}' },
  fixKeep: { en: 'Leave it with {person}', zh: '由 {person} 负责' },
  thisPerson: { en: 'the person written here', zh: '此处填写的人' },
  fixDate: { en: 'Due on {date}', zh: '截止日期定为{date}' },
} satisfies Record<string, Message>

/** A team's or a department's name. */
const GROUP_NAME = /(?:部|部门|组|小组|团队|中心|委员会|办公室)$|(?:^|[\s_-])(?:team|group|department|dept\.?|squad|committee|board|staff|crew|members|attendees|participants)$/i

/** An item that begins with a department as if it were its owner: 市场部 publishes the table. */
const GROUP_FIRST = /^(?:\p{Script=Han}{1,8}(?:部门|部|小组|团队|中心|委员会|办公室)(?=[\s，,：:])|(?:大家|全体|全体人员|全员|所有人|各部门|各位|各组|各团队|相关部门|everyone|everybody|all of us|the team)(?=[\s，,：:]|\p{Script=Han}))/iu

/** Words for everybody, which is nobody. */
const EVERYBODY = /^(?:all|everyone|everybody|anyone|we|us|team|the team|whole team|tbd|tba|nobody|someone|大家|全体|全体人员|全员|所有人|所有成员|各部门|各位|各组|各团队|相关人员|相关部门|有关部门|待定|未定)$/i

/** D2: every action item has one owner and a due date. */
export const actionOwnerAndDue: Rule = {
  id: 'action-owner-and-due',
  clauses: ['D2'],
  severity: 'warning',
  speaks: 'always',
  summary: { en: 'Every action item has one owner and a due date', zh: '每个行动项有且只有一位责任人，并有截止日期' },
  messages,
  *check(context) {
    for (const item of context.meeting.minutes?.actions?.items ?? []) {
      yield* checkOwner(context, item)
      yield* checkDue(context, item)
    }
  },
}

function* checkOwner(context: Context, item: ActionItem): Iterable<Finding> {
  const { config, text, meeting } = context
  const owners = ownersOf(text, item, config)
  const [first, second] = owners
  if (first === undefined) {
    const word = GROUP_FIRST.exec(item.text.value)?.[0].trim()
    if (word !== undefined) yield { message: messages.group, data: { owner: word }, range: item.text.range, fixes: giveTo(context, item) }
    else yield { message: messages.nobody, data: { example: meeting.fields.organizer?.value.value ?? 'name' }, range: item.text.range, fixes: giveTo(context, item) }
    return
  }
  if (second !== undefined) {
    yield { message: messages.several, data: { count: owners.length }, range: first.range, fixes: keepOne(text, owners) }
    return
  }
  const found = resolvePerson(first, config)
  if (found.kind === 'person') return
  const followed = /^\s+(?:team|group|department|dept|squad|committee|board|staff)\b/i.test(text.slice(first.range.end, first.range.end + 16))
  if (found.kind === 'group' || first.value.includes('/') || followed || EVERYBODY.test(first.value) || GROUP_NAME.test(first.value)) {
    const members = found.kind === 'group' ? found.members : attendeesOf(meeting, config).flatMap(({ person }) => person ?? [])
    const fixes = members.slice(0, 5).map((person): Fix => {
      const written = text.slice(first.range.start, first.range.end)
      return { title: messages.fixOwner, data: { person: person.key }, safe: false, edits: [{ range: first.range, text: written.startsWith('@') ? `@${person.key}` : person.key }] }
    })
    yield { message: messages.group, data: { owner: first.value }, range: first.range, fixes }
  }
}

/** One fix for each of the owners: the others are taken out, where nothing but joints stands between them. */
function keepOne(text: string, owners: readonly PersonRef[]): Fix[] {
  const first = owners[0]
  const last = owners[owners.length - 1]
  if (first === undefined || last === undefined || owners.some((owner, at) => at > 0 && !/^[\s,，、;；&+/]*(?:and|和|与|及|跟)?[\s]*$/i.test(text.slice(owners[at - 1]?.range.end, owner.range.start)))) return []
  const range = { start: first.range.start, end: last.range.end }
  return owners.slice(0, 5).map((owner) => ({
    title: messages.fixKeep, data: { person: owner.form === 'mail' ? { message: messages.thisPerson } : owner.value }, safe: false,
    edits: [{ range, text: text.slice(owner.range.start, owner.range.end) }],
  }))
}

function giveTo({ meeting, text, config }: Context, item: ActionItem): Fix[] {
  if (inTable(text, item)) return []
  return attendeesOf(meeting, config).filter((each) => each.person !== undefined || each.login !== undefined).slice(0, 5).map((attendee) => ({
    title: messages.fixOwner, data: { person: attendee.key }, safe: false,
    edits: [{ range: { start: item.text.range.start, end: item.text.range.start }, text: `@${attendee.login ?? attendee.key} ` }],
  }))
}

function* checkDue(context: Context, item: ActionItem): Iterable<Finding> {
  if (item.due !== undefined) return
  const date = proposeDay(context, item)
  const fix = (edits: Fix['edits']): Fix[] => (inTable(context.text, item) ? [] : [{ title: messages.fixDate, data: { date: { date } }, safe: false, edits }])
  if (item.dueText !== undefined) {
    const { range, value } = item.dueText
    yield { message: messages.vagueDate, data: { words: value, date }, range, fixes: fix([{ range, text: `📅 ${date}` }]) }
    return
  }
  const at = lineEnd(context.text, item)
  yield { message: messages.noDate, data: { date }, range: item.text.range, fixes: fix([{ range: { start: at, end: at }, text: ` 📅 ${date}` }]) }
}

/** A week after today, or after the meeting where that is later, on a workday of the owner or, where nobody knows them, the organizer. */
function proposeDay({ meeting, config, present }: Context, item: ActionItem): string {
  const zone = zoneOf(meeting, config) ?? 'UTC'
  const today = present.dayIn(zone)
  const held = meeting.fields.start?.value.slice(0, 10) ?? today
  const attendees = attendeesOf(meeting, config)
  const owner = attendees.find((each) => item.owners.some((ref) => ref.value === each.key)) ?? attendees[0]
  let day = addDays(held > today ? held : today, 7)
  for (let steps = 0; steps < 14 && owner !== undefined && ['weekend', 'holiday'].includes(dayFor(owner, day, config)); steps++) day = addDays(day, 1)
  return day
}

function inTable(text: string, item: ActionItem): boolean {
  let start = item.range.start
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--
  return /^\s*\|/.test(text.slice(start, item.range.end)) || /^[^\r\n]*\|/.test(text.slice(item.range.start, item.range.end))
}

/** The end of the item's first line, where a date is written. */
function lineEnd(text: string, item: ActionItem): number {
  const line = text.slice(item.range.start, item.range.end).search(/[\r\n]/)
  let at = line === -1 ? item.range.end : item.range.start + line
  while (at > item.range.start && /\s/.test(text.charAt(at - 1))) at--
  return at
}
