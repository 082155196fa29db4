import { directoryEntries } from '../../core/import/directory.ts'
import type { ImportedFile, ImportedSource, Lack } from '../../core/import/collect.ts'
import type { OtherKind } from '../../core/import/kind.ts'
import type { Found, Named } from '../../core/import/model.ts'
import type { Language, Message } from '../../core/messages/message.ts'
import { renderValue } from '../../core/messages/render.ts'
import { indexLines, type LineIndex } from '../../core/text/lines.ts'
import { CONFIG_FILE } from '../place.ts'
import { paint, printable, type Terminal } from '../terminal.ts'
import { placeOf, withoutAddresses, type ImportView } from './import-json.ts'

const NAMES = {
  title: { en: 'title', zh: '主题' }, date: { en: 'date', zh: '日期' }, start: { en: 'time', zh: '时间' }, zone: { en: 'zone', zh: '时区' },
  duration: { en: 'duration', zh: '时长' }, link: { en: 'link', zh: '会议链接' }, organizer: { en: 'organizer', zh: '组织者' }, attendees: { en: 'attendees', zh: '参会' },
  absentees: { en: 'absent', zh: '缺席' }, agenda: { en: 'agenda', zh: '议程' }, decisions: { en: 'decisions', zh: '决议' }, actions: { en: 'actions', zh: '行动项' },
  parts: { en: 'minutes', zh: '纪要部分' },
} as const satisfies Record<string, Message>

const PARTS = {
  attendance: { en: 'attendance', zh: '出席情况' }, discussion: { en: 'discussion', zh: '讨论要点' }, decisions: { en: 'decisions', zh: '决议' }, actions: { en: 'action items', zh: '行动项' },
} as const satisfies Record<string, Message>

const LACKS: Readonly<Record<Lack, Message>> = {
  title: { en: 'title', zh: '主题' }, purpose: { en: 'purpose', zh: '目的' }, outcome: { en: 'outcome', zh: '预期成果' }, start: { en: 'start time', zh: '开始时间' },
  timezone: { en: 'time zone', zh: '时区' }, duration: { en: 'duration', zh: '时长' }, organizer: { en: 'organizer', zh: '组织者' }, place: { en: 'room or link', zh: '会议室或链接' },
  required: { en: 'who is required', zh: '必须参加的人' },
}

const KINDS: Readonly<Record<OtherKind, Message>> = {
  template: { en: 'a template', zh: '模板' }, charter: { en: 'a charter', zh: '章程' }, report: { en: 'a report', zh: '报告' }, readme: { en: 'a project file such as README', zh: 'README 一类的项目文件' },
  rules: { en: 'rules or a guide', zh: '规则或指南' }, index: { en: 'a list of meetings', zh: '会议列表' },
}

/** The import for a person: each file's findings with their places, the people, and what is left to fill in. */
export function formatImport(view: ImportView, terminal: Terminal, language: Language): string {
  const texts = new Map(view.given.map((each) => [each.path, each.text]))
  const parts = view.made.files.map((file) => formatFile(file, indexLines(texts.get(file.path) ?? ''), view.written, terminal, language))
  return [...parts, ...view.made.skipped.map((each) => formatSkipped(each.path, each.kind, terminal, language)), ...view.made.sources.map((source) => formatSource(source, view, terminal, language)), formatPeople(view, terminal, language), formatSummary(view, terminal, language)].join('')
}

function formatFile(file: ImportedFile, lines: LineIndex, written: boolean, terminal: Terminal, language: Language): string {
  const { path, proposal, written: made, changed, lacks } = file
  const zh = language === 'zh'
  const out = [`${paint(terminal, 'underline', printable(path))}\n`]
  const row = (name: Message, value: string, found: Found<unknown> | undefined, more = ''): void => {
    const place = found === undefined ? '' : `  ${paint(terminal, 'dim', `${where(found, lines, zh)}${found.sureness === 'sure' ? '' : zh ? '，可能' : ', likely'}`)}`
    out.push(`  ${padded(name[language], 10)} ${printable(withoutAddresses(value))}${more}${place}\n`)
  }
  if (made.unreadable) out.push(`  ${paint(terminal, 'red', zh ? '文件头无法读取，没有改动；请先改好（convoke lint 会指出位置）' : 'its front matter cannot be read, so nothing is changed; mend it first (convoke lint shows where)')}\n`)
  const { title, date, start, zone, duration, link, organizer, provider } = proposal
  if (title) row(NAMES.title, title.value, title)
  if (date) row(NAMES.date, date.value, date)
  if (start) row(NAMES.start, start.value, start)
  if (zone) row(NAMES.zone, zone.value, zone)
  if (duration) row(NAMES.duration, renderValue({ minutes: duration.value }, language), duration)
  if (link) row(NAMES.link, link.value, link, provider === undefined ? '' : zh ? `（${provider}）` : ` (${provider})`)
  if (organizer) row(NAMES.organizer, nameOf(organizer.value), organizer)
  const list = <T>(name: Message, found: readonly Found<T>[], say: (value: T) => string): void => {
    if (found.length > 0) row(name, `${found.length}: ${found.slice(0, 6).map((each) => `${clip(say(each.value))} ${paint(terminal, 'dim', `[${where(each, lines, zh)}${each.sureness === 'sure' ? '' : zh ? '，可能' : ', likely'}]`)}`).join(zh ? '；' : '; ')}${found.length > 6 ? ' …' : ''}`, undefined)
  }
  list(NAMES.attendees, proposal.attendees, nameOf)
  list(NAMES.absentees, proposal.absentees, nameOf)
  list(NAMES.agenda, proposal.agenda, (item) => item.title + brackets([item.minutes === undefined ? '' : renderValue({ minutes: item.minutes }, language), ...item.owners], zh))
  list(NAMES.decisions, proposal.decisions, (decision) => decision)
  list(NAMES.actions, proposal.actions, (item) => item.text + brackets([...item.owners, item.due ?? ''], zh))
  list(NAMES.parts, proposal.parts, (part) => PARTS[part][language])
  if (proposal.several) out.push(`  ${paint(terminal, 'yellow', zh ? '这个文件里有多场会议，这里只读取第一场；建议拆成每场一个文件' : 'this file holds several meetings, of which the first was read; better split it into one file each')}\n`)
  if (made.kept.length > 0) out.push(`  ${zh ? `文件头里已有、与正文不同，保持不变：${made.kept.join('、')}` : `kept as the front matter has it, though the text says otherwise: ${made.kept.join(', ')}`}\n`)
  if (made.foreign.length > 0) out.push(`  ${zh ? `其他工具的键，保持不变：${printable(made.foreign.join('、'))}` : `another tool’s keys, kept as they are: ${printable(made.foreign.join(', '))}`}\n`)
  if (changed) out.push(`  ${paint(terminal, 'green', (written ? (zh ? '已写入' : 'written') : (zh ? '将写入' : 'would write')) + (zh ? `：${made.added.join('、')}` : `: ${made.added.join(', ')}`))}\n`)
  else if (!made.unreadable) out.push(`  ${zh ? '没有要写入的内容' : 'nothing to write'}\n`)
  if (lacks.length > 0) out.push(`  ${paint(terminal, 'yellow', zh ? `待补：${lacks.map((each) => LACKS[each].zh).join('、')}` : `left to fill in: ${lacks.map((each) => LACKS[each].en).join(', ')}`)}\n`)
  return `${out.join('')}\n`
}

/** A file that is no meeting: what it is, by what that is seen, and how to import it all the same. */
function formatSkipped(path: string, kind: OtherKind, terminal: Terminal, language: Language): string {
  const name = KINDS[kind][language]
  const reason = language === 'zh'
    ? `已跳过：从文件名或首个标题看，这是${name}，文中也没有会议日期。确实要导入时，请写出这个文件的路径并加 --anyway。`
    : `skipped: by its name or first heading this is ${name}, and it gives no day of a meeting. To import it all the same, name the file itself and add --anyway.`
  return `${paint(terminal, 'underline', printable(path))}\n  ${paint(terminal, 'dim', reason)}\n\n`
}

/** What a calendar or a template becomes: each new file, and whether it is there already. */
function formatSource({ path, kind, files, unknownZones }: ImportedSource, { there, written }: ImportView, terminal: Terminal, language: Language): string {
  const zh = language === 'zh'
  const name = kind === 'calendar' ? (zh ? '日历' : 'calendar') : zh ? 'issue 模板' : 'issue template'
  const out = [`${paint(terminal, 'underline', printable(path))}${paint(terminal, 'dim', zh ? `（${name}）` : ` (${name})`)}\n`]
  if (files.length === 0) out.push(`  ${zh ? '没有会议' : 'no meetings in it'}\n`)
  for (const { path: file, lacks } of files) {
    const state = there.has(file) ? (zh ? '已存在，保持不变' : 'is there already, left as it is') : written ? (zh ? '已写入' : 'written') : zh ? '将写入' : 'would be written'
    out.push(`  ${printable(withoutAddresses(file))}  ${there.has(file) ? state : paint(terminal, 'green', state)}\n`)
    if (lacks.length > 0) out.push(`    ${paint(terminal, 'yellow', zh ? `待补：${lacks.map((each) => LACKS[each].zh).join('、')}` : `left to fill in: ${lacks.map((each) => LACKS[each].en).join(', ')}`)}\n`)
  }
  if (unknownZones.length > 0) out.push(`  ${zh ? `日历里的时区名称无法识别，请自行填写时间和时区：${printable(unknownZones.join('、'))}` : `zones of the calendar that are not known, so fill in time and zone: ${printable(unknownZones.join(', '))}`}\n`)
  return `${out.join('')}\n`
}

function where(found: Found<unknown>, lines: LineIndex, zh: boolean): string {
  const place = placeOf(found.place, lines)
  if (place.line === undefined) return zh ? '文件名' : 'file name'
  return zh ? `第 ${place.line} 行` : `line ${place.line}`
}

function nameOf({ name, login }: Named): string {
  return login === undefined || login === name ? name : `${name} (@${login})`
}

function clip(text: string): string {
  const signs = Array.from(text)
  return signs.length > 70 ? `${signs.slice(0, 69).join('')}…` : text
}

function brackets(parts: readonly string[], zh: boolean): string {
  const filled = parts.filter((each) => each !== '')
  return filled.length === 0 ? '' : zh ? `（${filled.join('，')}）` : ` (${filled.join(', ')})`
}

/** Pads to a width in columns; a Chinese character takes two. */
function padded(text: string, width: number): string {
  const columns = Array.from(text).reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(0, width - columns))
}

function formatPeople({ made, config, configured, written }: ImportView, terminal: Terminal, language: Language): string {
  if (made.people.length === 0) return ''
  const zh = language === 'zh'
  const block = directoryEntries(made.people).map(([key, value]) => `  ${key}: ${value}\n`).join('')
  const title = config === undefined
    ? zh ? `${CONFIG_FILE} 里放不下这些人员，请自行写入：` : `${CONFIG_FILE} has no place for these people; put them in by hand:`
    : written ? (zh ? `已写入 ${CONFIG_FILE} 的人员：` : `People, written to ${CONFIG_FILE}:`)
      : configured ? (zh ? `建议加入 ${CONFIG_FILE} 的人员：` : `People proposed for ${CONFIG_FILE}:`) : zh ? `建议写入新文件 ${CONFIG_FILE} 的人员：` : `People proposed for a new ${CONFIG_FILE}:`
  return `${paint(terminal, 'bold', title)}\npeople:\n${printable(withoutAddresses(block))}\n`
}

function formatSummary({ made, refused, there, config, patterns, written }: ImportView, terminal: Terminal, language: Language): string {
  const zh = language === 'zh'
  const fresh = made.sources.flatMap((each) => each.files)
  const all = [...made.files, ...fresh.filter((each) => !there.has(each.path))]
  const changed = made.files.filter((each) => each.changed).length + fresh.length - there.size
  const unreadable = made.files.filter((each) => each.written.unreadable).length + refused.length
  const unchanged = made.files.length + fresh.length - changed - (unreadable - refused.length)
  const lines = [zh
    ? `会议文件：${written ? '写入' : '将写入'} ${changed} 个，${unchanged} 个没有变化${unreadable > 0 ? `，${unreadable} 个文件无法读取` : ''}`
    : `Meeting files: ${changed} ${written ? 'written' : 'to be written'}, ${unchanged} unchanged${unreadable > 0 ? `, ${unreadable} unreadable` : ''}`]
  if (patterns.length > 0) {
    const names = patterns.map(printable).join(zh ? '、' : ', ')
    if (config === undefined) lines.push(zh ? `${CONFIG_FILE} 不在这里查找会议，也放不下新的路径，请自行加入 meetings：${names}` : `${CONFIG_FILE} does not look for meetings here and has no place for it; add to its “meetings” by hand: ${names}`)
    else lines.push(zh ? `${written ? '已' : '将'}加入 ${CONFIG_FILE} 的 meetings：${names}` : `${written ? 'Added' : 'To be added'} to “meetings” of ${CONFIG_FILE}: ${names}`)
  }
  if (made.skipped.length > 0) lines.push(zh ? `跳过 ${made.skipped.length} 个不是会议的文件。` : `Skipped as no meetings: ${made.skipped.length}.`)
  const counts = (Object.keys(LACKS) as Lack[]).map((lack) => [lack, all.filter((each) => each.lacks.includes(lack)).length] as const).filter(([, count]) => count > 0)
  if (counts.length > 0) lines.push(zh ? `还要由人补上：${counts.map(([lack, count]) => `${LACKS[lack].zh} ${count} 个文件`).join('，')}` : `left for a person to fill in: ${counts.map(([lack, count]) => `${LACKS[lack].en} in ${count}`).join(', ')}`)
  if (!written && changed > 0) lines.push(zh ? '以上只是建议，什么都没有写入；加 --write 写入。' : 'This is a proposal and nothing was written; add --write to write it.')
  return `${paint(terminal, 'bold', lines[0] ?? '')}\n${lines.slice(1).map((line) => `${line}\n`).join('')}`
}
