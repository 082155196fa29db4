import { resolveWall, wallAt } from '../arrangement/zone.ts'
import { zoneOf } from '../arrangement/when.ts'
import { resolvePerson } from '../arrangement/who.ts'
import { seriesProblems } from '../arrangement/series.ts'
import { stemOf } from '../materials/paths.ts'
import type { Key } from '../meeting/keys.ts'
import type { PersonRef } from '../meeting/model.ts'
import type { Message } from '../messages/message.ts'
import { closest } from '../text/similar.ts'
import { moveStart, setKey, yamlText } from './edits.ts'
import { firstLine, isMissing } from './missing.ts'
import type { Clause, Context, Finding, Rule, Workspace } from './rule.ts'

const messages = {
  bare: { en: 'This file has no front matter, so it is not a meeting yet; “convoke import” makes it one.', zh: '这个文件没有文件头，还不是会议文件；可用 convoke import 转换。' },
  missing: { en: 'No {key}: every meeting file needs one.', zh: '缺少{key}，每个会议文件都要有。' },
  unknownPerson: { en: 'There is no person “{name}” in .convoke.yml; a GitHub login is written with @.', zh: '.convoke.yml 里没有“{name}”这个人；GitHub 登录名前面要写 @。' },
  misspeltPerson: { en: 'There is no person “{name}” in .convoke.yml; did you mean “{meant}”?', zh: '.convoke.yml 里没有“{name}”这个人，是否想写“{meant}”？' },
  groupOrganizer: { en: 'The organizer has to be one person; “{name}” is a group.', zh: '组织者应是一个人，而“{name}”是一个小组。' },
  unknownRoom: { en: 'There is no room “{name}” in .convoke.yml.', zh: '.convoke.yml 里没有“{name}”这个会议室。' },
  misspeltRoom: { en: 'There is no room “{name}” in .convoke.yml; did you mean “{meant}”?', zh: '.convoke.yml 里没有“{name}”这个会议室，是否想写“{meant}”？' },
  noZone: { en: 'No time zone: write “timezone” here, or in .convoke.yml for all meetings.', zh: '没有时区，请在这里写明“时区”，或在 .convoke.yml 中为所有会议设置。' },
  gap: { en: '{wall} does not exist in {zone}: the clocks are put forward over it.', zh: '{zone} 没有 {wall} 这个时刻：夏令时开始时钟表跳过了它。' },
  twice: { en: '{wall} exists twice in {zone}: the clocks are put back over it. Choose another time.', zh: '{zone} 的 {wall} 会出现两次：夏令时结束时钟表拨回。请另选时间。' },
  sameId: { en: 'The id “{id}” is used by {file} as well; an id belongs to one meeting for ever.', zh: '编号“{id}”也被 {file} 使用；一个编号永远只属于一场会议。' },
  alsoHere: { en: 'the same id', zh: '相同的编号' },
  id: { en: 'id', zh: '编号' },
  organizer: { en: 'organizer', zh: '组织者' },
  title: { en: 'title', zh: '主题' },
  purpose: { en: 'purpose', zh: '目的' },
  outcome: { en: 'outcome', zh: '预期成果' },
  fixWrite: { en: 'Write “{meant}”', zh: '改为“{meant}”' },
  fixId: { en: 'Take “{id}”, from the file’s name', zh: '以文件名“{id}”为编号' },
  fixGap: { en: 'Move to {wall}', zh: '改到 {wall}' },
} satisfies Record<string, Message>

const NEEDED: readonly (readonly [Key & ('id' | 'organizer' | 'title' | 'purpose' | 'outcome'), readonly Clause[]])[] = [
  ['id', []], ['title', ['A1']], ['purpose', ['A2']], ['outcome', ['A3']], ['organizer', []],
]

/** What the front matter's text must be for anything else to be judged; cites no clause but for title, purpose and outcome. */
export const frontMatter: Rule = {
  id: 'front-matter',
  clauses: [],
  severity: 'error',
  speaks: 'always',
  summary: { en: 'The front matter can be read, and names people, rooms and times that exist', zh: '文件头可读，其中的人员、会议室和时间都存在' },
  messages,
  *check(context) {
    const { meeting, syntax, named } = context
    if (meeting.frontMatter === undefined && !named) {
      yield { message: messages.bare, range: firstLine(meeting), severity: 'info' }
      return
    }
    for (const { message, data, range, fixes = [] } of syntax) yield { message, data, range, fixes }
    yield* checkMissing(context)
    yield* checkPeople(context)
    yield* checkRoom(context)
    yield* checkTimes(context)
    yield* checkId(context)
    yield* seriesProblems(meeting, context.config)
  },
}

function* checkMissing({ meeting, text, file, workspace }: Context): Iterable<Finding> {
  for (const [key, clauses] of NEEDED) {
    if (!isMissing(meeting, key)) continue
    const finding = { message: messages.missing, data: { key: { message: messages[key] } }, range: firstLine(meeting), clauses }
    const id = key === 'id' && meeting.frontMatter !== undefined ? proposeId(file, workspace) : undefined
    yield id === undefined ? finding : { ...finding, fixes: [{ title: messages.fixId, data: { id }, safe: false, edits: setKey(meeting, text, 'id', yamlText(id)) }] }
  }
}

/** The file's name as an id; with a number behind it where another meeting has it already. */
function proposeId(file: string, workspace: Workspace): string | undefined {
  const stem = stemOf(file).replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[^\p{L}\p{N}]+/u, '').replace(/-+$/, '').slice(0, 96)
  if (stem === '') return undefined
  for (let number = 1; number < 100; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if (workspace.withId(id).length === 0) return id
  }
  return undefined
}

function* checkPeople({ meeting, text, config }: Context): Iterable<Finding> {
  const { organizer, required, optional, attendees, remote } = meeting.fields
  const lists = [required, optional, attendees, remote].flatMap((field): readonly PersonRef[] => field?.value ?? [])
  const refs = organizer === undefined ? lists : [organizer.value, ...lists]
  for (const ref of refs) {
    const found = resolvePerson(ref, config)
    if (found.kind === 'group' && ref === organizer?.value) yield { message: messages.groupOrganizer, data: { name: ref.value }, range: ref.range }
    if (found.kind !== 'unknown') continue
    // Two Chinese names of two characters are always close to each other.
    const names = ref.value.length < 3 ? [] : [...config.people.values()].flatMap(({ name }) => name ?? [])
    const groups = ref === organizer?.value ? [] : config.groups.keys()
    const meant = closest(ref.value, [...config.people.keys(), ...groups, ...names])
    const written = text.slice(ref.range.start, ref.range.end)
    if (meant === undefined || written !== ref.value) yield { message: messages.unknownPerson, data: { name: ref.value }, range: ref.range }
    else yield misspelt(messages.misspeltPerson, ref.value, meant, ref.range)
  }
}

function* checkRoom({ meeting, config }: Context): Iterable<Finding> {
  const { room } = meeting.fields
  if (room === undefined || config.rooms.has(room.value)) return
  const meant = closest(room.value, config.rooms.keys()) ?? [...config.rooms.values()].find((each) => each.name === room.value)?.key
  if (meant === undefined) yield { message: messages.unknownRoom, data: { name: room.value }, range: room.range }
  else yield misspelt(messages.misspeltRoom, room.value, meant, room.range)
}

/** A spelling that is mended by the name that was meant; who is meant is for a person to say, so the fix is not safe. */
function misspelt(message: Message, name: string, meant: string, range: Finding['range']): Finding {
  return { message, data: { name, meant }, range, fixes: [{ title: messages.fixWrite, data: { meant }, safe: false, edits: [{ range, text: yamlText(meant) }] }] }
}

function* checkTimes({ meeting, text, config }: Context): Iterable<Finding> {
  const { start, rsvpBy, occurrence } = meeting.fields
  const zone = zoneOf(meeting, config)
  if (zone === undefined) {
    if (start !== undefined && isMissing(meeting, 'timezone')) yield { message: messages.noZone, range: start.range }
    return
  }
  const moved = (meeting.fields.move?.value ?? []).map((each) => each.to).filter((each) => each.value.length > 10)
  for (const field of [start, rsvpBy, occurrence, ...moved]) {
    if (field === undefined) continue
    const { status, instant } = resolveWall(field.value, zone)
    if (status === 'once') continue
    const finding = { message: messages[status], data: { wall: field.value.replace('T', ' '), zone }, range: field.range }
    // What the clocks show at that moment; for a time that exists twice nobody can say which was meant.
    const wall = wallAt(instant, zone)
    const edits = field === start ? moveStart(meeting, text, wall) : [{ range: field.range, text: wall.replace('T', ' ') }]
    yield status === 'gap' ? { ...finding, fixes: [{ title: messages.fixGap, data: { wall: { wall } }, safe: false, edits }] } : finding
  }
}

/** So many other files with the same id are pointed to: in a folder that was copied as a whole there may be thousands. */
const MOST_RELATED = 20

function* checkId({ meeting, workspace, file }: Context): Iterable<Finding> {
  const { id } = meeting.fields
  if (id === undefined) return
  const others = workspace.withId(id.value).filter((each) => each.file !== file)
  const other = others[0]
  if (other === undefined) return
  const related = others.slice(0, MOST_RELATED).map((each) => ({ file: each.file, range: each.meeting.fields.id?.range ?? { start: 0, end: 0 }, message: messages.alsoHere }))
  yield { message: messages.sameId, data: { id: id.value, file: other.file }, range: id.range, related }
}
