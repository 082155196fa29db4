import { cellOf, columnsOf, type Columns, type Row } from '../meeting/columns.ts'
import { meaningOf } from './meaning.ts'
import type { Found, Named, Proposal } from './model.ts'
import { isName, peopleIn, personIn, withoutMail, type FoundName } from './name.ts'
import type { Group, Line } from './outline.ts'
import { foundOn, type Source } from './source.ts'

type People = Pick<Proposal, 'attendees' | 'absentees'>
interface Lists {
  readonly present: Found<Named>[]
  readonly absent: Found<Named>[]
  /** A box is ticked somewhere, so that one that is not says something. */
  readonly boxes: boolean
}

const HEADS = {
  name: ['name', 'names', 'attendee', 'attendees', 'participant', 'participants', 'person', 'who', 'member', '姓名', '参会人', '参会人员', '与会人员', '名字', '成员'],
  login: ['gh username', 'github', 'github id', 'github username', 'github handle', 'gh', 'username', 'login', 'handle', 'github账号', 'gitee id', 'github账户'],
} as const

/** Who was there and who was not: sections and labels of attendance, boxes ticked and not, tables, lists on one line. */
export function readPeople(source: Source): People {
  const boxes = source.groups.some((group) => group.meaning === 'attendees' && group.lines.some((line) => line.checked === true))
  const all: Lists = { present: [], absent: [], boxes }
  let before: Group | undefined
  for (const group of source.groups) {
    const lists: Lists = { present: [], absent: [], boxes }
    const meaning = group.meaning
    if (meaning === 'attendees' || meaning === 'absentees') readGroup(source, group, meaning, lists)
    else if (isRollCall(group, before)) readGroup(source, group, 'attendees', lists)
    else readLabels(group, lists)
    if (group.level > 0 && group.level < 7) before = isRollCall(group, before) || meaning === 'attendees' ? group : meaning === undefined && group.lines.length === 0 ? before : undefined
    // Who excuses themselves in the list that names them did not come; who misses one session may come to another.
    all.present.push(...once(lists.present, lists.absent))
    all.absent.push(...lists.absent)
  }
  const present = once(all.present, [])
  const known = (people: readonly Found<Named>[]): Found<Named>[] => people.map((each) => ({ ...each, value: withLogin(source.text, each.value) }))
  return { attendees: known(present), absentees: known(once(all.absent, present)) }
}

/** The login is one of GitHub where nothing says that it is of another forge; a linked one is where the link says so. */
function withLogin(text: string, { login, ...named }: Named): Named {
  const isAt = (host: string, name: string): boolean => text.includes(host) && text.toLowerCase().includes(`${host}/${name.toLowerCase()}`)
  if (login !== undefined) return isAt('gitee.com', login) || isAt('gitcode.com', login) ? named : { ...named, login }
  return /^[a-z\d-]+$/i.test(named.name) && new RegExp(`github\\.com/${named.name}[)\\s/]`, 'i').test(text) ? { ...named, login: named.name } : named
}

/** A section of nothing but boxes and names behind the one of attendance goes on with it, whatever it is called. */
function isRollCall(group: Group, before: Group | undefined): boolean {
  if (before === undefined || group.own || group.level > 6 || group.lines.length < 3) return false
  const boxed = group.lines.filter((line) => line.checked !== undefined && line.piece.spaced.length <= 120 && personIn(line.piece.spaced) !== undefined)
  return boxed.length * 10 >= group.lines.length * 9
}

function readGroup(source: Source, group: Group, meaning: 'attendees' | 'absentees', lists: Lists): void {
  const rows = group.lines.filter((line) => line.form === 'row')
  if (rows.length > 0) readTable(source, rows, meaning === 'attendees' ? lists.present : lists.absent)
  // Below a point that heads people the list is nested.
  const base = group.heading?.form === 'item' ? Math.min(...group.lines.map((line) => line.level)) : 0
  const lines = group.lines.filter((line) => line.form !== 'row' && line.level === base)
  for (const line of lines) {
    const list = meaning === 'absentees' || (lists.boxes && line.checked === false) ? lists.absent : lists.present
    readLine(line, list, lists, lines.length)
  }
}

/** One line of a list of people. A label in it may say that it lists others: `Regrets: …`, 请假：…. */
function readLine(line: Line, list: Found<Named>[], lists: Lists, count: number): void {
  const plain = line.piece.spaced
  const label = line.label
  // `Ann Ray: @annr`: the label is the person, and the rest their login.
  if (label !== undefined && label.meaning === undefined && isName(label.words) && /^[@＠][\w.-]+\s*(?:[(（][^()（）]*[)）]\s*)?$/.test(plain.slice(label.rest))) {
    const from = plain.indexOf(label.words)
    take(line, [{ name: label.words, login: /^[\w.-]+/.exec(plain.slice(label.rest + 1))?.[0] ?? '', from, to: from + label.words.length }], list)
    return
  }
  if (label !== undefined && !/^\(?[A-Z][A-Za-z]{0,3}\)?$|[(（@＠/]/.test(label.words)) {
    const own = label.meaning === 'absentees' ? lists.absent : /scrib|note|minute|记录|纪要/i.test(label.words) ? undefined : list
    if (own && label.words.length <= 40) take(line, peopleIn(plain, label.rest), own)
    return
  }
  if (/[。]|\d+\s*(?:people|人)|共有/.test(plain)) return
  const several = line.checked === undefined && (/[@＠].*[@＠]/.test(withoutMail(plain)) || (count <= 3 && /[,，、;；].*[,，、;；]/.test(plain)) || (count <= 3 && line.form === 'text' && /[,，;；]/.test(plain)) || /、/.test(plain.replace(/[(（][^)）]*[)）]/g, '')))
  const people = several ? peopleIn(plain) : undefined
  const one = people ? undefined : personIn(plain)
  take(line, people ?? (one && [one]), list)
}

function take(line: Line, people: readonly FoundName[] | undefined, list: Found<Named>[]): void {
  for (const { from, to, ...named } of people ?? []) list.push(foundOn(line, named, from, to))
}

/** `Present: A, B` and `Regrets: C` in the text, outside any section of attendance; further lines of the paragraph go on with it. */
function readLabels(group: Group, lists: Lists): void {
  let list: Found<Named>[] | undefined
  for (const line of group.lines) {
    const meaning = line.label?.meaning
    if (meaning === 'attendees' || meaning === 'absentees') {
      list = meaning === 'attendees' ? lists.present : lists.absent
      take(line, peopleIn(line.piece.spaced, line.label?.rest), list)
    } else if (list !== undefined && line.goesOn && line.label === undefined) take(line, peopleIn(line.piece.spaced), list)
    else list = undefined
  }
}

/** A table of people: the column of names, or every cell of a table without headings. */
function readTable(source: Source, rows: readonly Line[], list: Found<Named>[]): void {
  let columns: Columns<keyof typeof HEADS> = {}
  for (const line of rows) {
    const row: Row = { range: line.range, cells: line.cells ?? [] }
    if (line.head === true) {
      columns = columnsOf(source.text, row, HEADS)
      if (columns.name !== undefined || columns.login !== undefined) continue
    }
    const name = cellOf(row, columns, 'name') ?? (columns.name === undefined ? cellOf(row, columns, 'login') : undefined)
    const cells = columns.name === undefined && columns.login === undefined ? row.cells : name ? [name] : []
    for (const cell of cells) {
      const [from, to] = [cell.start - line.range.start, cell.end - line.range.start]
      const person = personIn(line.piece.spaced, from, to)
      if (person === undefined) continue
      const login = cellOf(row, columns, 'login')
      const handle = login && source.text.slice(login.start, login.end).replace(/^@/, '').trim()
      take(line, [handle !== undefined && /^[\w.-]+$/.test(handle) && columns.name !== undefined ? { ...person, login: handle } : person], list)
    }
  }
}

/** Each person once, at the first place, with what any place says of them. */
function once(people: readonly Found<Named>[], but: readonly Found<Named>[]): Found<Named>[] {
  const key = ({ value }: Found<Named>): string => value.name.toLowerCase().replace(/[\s.]+/g, '')
  const taken = new Set(but.map(key))
  const kept = new Map<string, Found<Named>>()
  for (const each of people) {
    const own = key(each)
    if (taken.has(own) || meaningOf(each.value.name) !== undefined) continue
    const known = kept.get(own)
    kept.set(own, known === undefined ? each : { ...known, value: { ...each.value, ...known.value } })
  }
  return [...kept.values()]
}

const CHAIR = /(?:本次会议)?由\s*(?:本次|会议)*\s*(?:轮值主席|主席|主持人)?\s*[(（]?\s*[@＠]?([\p{Script=Han}]{2,4}?|[\p{Script=Latin}\d][\p{Script=Latin}\d_-]*)\s*(?:[(（][^()（）]*[)）]|[)）])?\s*(?:主持|担任主持|主讲主持)/u

/** Who chairs, hosts or moderates, by a label, a section or a Chinese sentence that says so. An office held elsewhere is none. */
export function readOrganizer(source: Source): Found<Named> | undefined {
  const { organizer } = source.fields
  if (organizer) {
    const { value, form } = organizer.value
    return { value: { name: value, ...(form === 'login' ? { login: value } : {}) }, sureness: 'sure', place: { in: 'text', range: organizer.range } }
  }
  for (const group of source.groups) {
    if (group.meaning === 'organizer' && group.own) for (const line of group.lines.slice(0, 2)) {
      const person = personIn(line.piece.spaced)
      if (person) return named(line, person)
    }
    for (const line of group.lines) {
      const inNext = group.own && group.meaning === 'aside' && /next|upcoming|下次|下期/.test(group.heading?.piece.spaced.toLowerCase() ?? '')
      if (line.label?.meaning === 'organizer' && !inNext) {
        const person = (peopleIn(line.piece.spaced, line.label.rest) ?? [])[0] ?? personIn(line.piece.spaced, line.label.rest)
        if (person) return named(line, person)
      }
      const match = CHAIR.exec(line.piece.spaced)
      const name = match?.[1]
      if (match && name !== undefined) {
        const from = match.index + match[0].lastIndexOf(name, match[0].length - 3)
        return foundOn(line, { name }, from, from + name.length, 'likely')
      }
    }
  }
  return undefined
}

function named(line: Line, { from, to, ...person }: FoundName): Found<Named> {
  return foundOn(line, person, from, to)
}
