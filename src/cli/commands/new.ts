import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { diskFiles } from '../../adapters/disk/disk.ts'
import { readMeeting } from '../../app/meetings.ts'
import { nextInSeries, type MeetingText } from '../../core/arrangement/next-meeting.ts'
import { wallAt } from '../../core/arrangement/zone.ts'
import { readDuration } from '../../core/config/duration.ts'
import { isZone } from '../../core/config/zone-name.ts'
import { draftMeeting, replyBy, type Draft } from '../../core/draft/draft.ts'
import { KINDS, kindOf, type Kind } from '../../core/draft/kinds.ts'
import type { Language } from '../../core/messages/message.ts'
import { readMoment } from '../../core/meeting/front-matter/times.ts'
import { slugOf } from '../../core/meeting/slug.ts'
import { UsageError } from '../errors.ts'
import { readNow } from '../now.ts'
import { readOptions, text, type Options } from '../options.ts'
import { namedPaths } from '../place.ts'
import { openRepository, type Repository } from '../repository.ts'
import type { Terminal } from '../terminal.ts'

const FIELDS = ['title', 'purpose', 'outcome', 'start', 'duration', 'organizer', 'required'] as const
type Field = (typeof FIELDS)[number]

const QUESTIONS: Readonly<Record<Field, { en: string; zh: string }>> = {
  title: { en: 'Topic (what is at stake): ', zh: '主题（具体议什么）：' },
  purpose: { en: 'Purpose (what is to be decided or made): ', zh: '目的（要决定或做出什么）：' },
  outcome: { en: 'Outcome (what exists at the end): ', zh: '预期成果（会后能看到什么）：' },
  start: { en: 'Start (2026-12-03 14:00): ', zh: '开始时间（2026-12-03 14:00）：' },
  duration: { en: 'Duration (60m): ', zh: '时长（60分钟）：' },
  organizer: { en: 'Organizer: ', zh: '组织者：' },
  required: { en: 'Required people, with commas: ', zh: '必须参加的人（逗号分隔）：' },
}

/** `convoke new`: a meeting file from options or answers, or a series' next one. An existing file is never overwritten. */
export async function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const options = readOptions(args, {
    root: { type: 'string' }, next: { type: 'string' }, now: { type: 'string' }, title: { type: 'string' }, purpose: { type: 'string' }, outcome: { type: 'string' },
    start: { type: 'string' }, duration: { type: 'string' }, timezone: { type: 'string' }, organizer: { type: 'string' }, required: { type: 'string' }, room: { type: 'string' },
    link: { type: 'string' }, 'backup-link': { type: 'string' }, kind: { type: 'string' },
  }, language)
  const repository = openRepository(text(options, 'root'), terminal.cwd, language)
  const next = text(options, 'next')
  const file = next === undefined ? await draft(options, repository, terminal, language) : await follow(next, options, repository, terminal, language)
  const path = join(repository.root, file.path)
  if (existsSync(path)) throw new UsageError(language === 'zh' ? `${file.path} 已存在，没有改动。` : `${file.path} is there already; nothing was changed.`)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, file.text, { flag: 'wx' })
  terminal.out(`${file.path}\n`)
  return 0
}

async function follow(series: string, options: Options, { root, config }: Repository, terminal: Terminal, language: Language): Promise<{ path: string; text: string }> {
  const files = diskFiles(root)
  const zh = language === 'zh'
  const [file] = namedPaths([series], root, terminal.cwd, language).files
  const read = file === undefined ? undefined : await readMeeting(files, file)
  if (file === undefined || read?.text === undefined || read.meeting.fields.repeat === undefined) throw new UsageError(zh ? `${series} 不是例会文件（没有“重复”）。` : `${series} is no series: it has no “repeat”.`)
  const now = readNow(options.values['now'], config.timezone, language)
  const occurrences: MeetingText[] = []
  for (const each of await files.list(config.meetings)) {
    const { meeting, text: content } = await readMeeting(files, each)
    if (content !== undefined && meeting.fields.series?.value === read.meeting.fields.id?.value && meeting.fields.series !== undefined) occurrences.push({ file: each, meeting, text: content })
  }
  const made = nextInSeries({ file, text: read.text, meeting: read.meeting }, occurrences, config, now)
  if (made === undefined) throw new UsageError(zh ? `${series} 之后没有会议了，或规则无法读取；convoke lint 会说明原因。` : `${series} has no further meeting, or its rule cannot be read; convoke lint tells why.`)
  return made
}

async function draft(options: Options, { config }: Repository, terminal: Terminal, language: Language): Promise<{ path: string; text: string }> {
  const zh = language === 'zh'
  const answers: Partial<Record<Field, string>> = {}
  for (const field of FIELDS) {
    const given = text(options, field)
    if (given !== undefined) answers[field] = given
  }
  const kind = kindNamed(text(options, 'kind'), language)
  // A kind brings words of its own for what is not said: placeholders that lint asks to be filled in, and a length.
  if (kind !== undefined) answers.duration ??= `${kind.minutes}m`
  const missing = FIELDS.filter((field) => answers[field] === undefined && !(kind !== undefined && (field === 'purpose' || field === 'outcome')))
  if (missing.length > 0 && !terminal.interactive) throw new UsageError(zh ? `缺少 ${missing.map((each) => `--${each}`).join('、')}。` : `Missing: ${missing.map((each) => `--${each}`).join(', ')}.`)
  if (missing.length > 0) await ask(missing, answers, language)
  const zone = text(options, 'timezone') ?? config.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!isZone(zone)) throw new UsageError(zh ? `“${zone}”不是 IANA 时区。` : `“${zone}” is no IANA time zone.`)
  const start = answers.start ?? ''
  const moment = readMoment({ text: start, key: 'start', problems: [] }, { kind: 'scalar', value: start, text: start, range: { start: 0, end: start.length }, quoted: false })
  if (moment?.clock === undefined) throw new UsageError(zh ? `“${start}”不是日期加时间，请写成 2026-12-03 14:00。` : `“${start}” is no date with a time; write it as 2026-12-03 14:00.`)
  const duration = readDuration(answers.duration ?? '')
  if (duration === undefined) throw new UsageError(zh ? `“${answers.duration ?? ''}”不是时长，请写成 60分钟。` : `“${answers.duration ?? ''}” is no length of time; write it as 60m.`)
  const optional = (name: string): string | undefined => text(options, name)
  const made: Draft = {
    title: answers.title ?? '', purpose: answers.purpose, outcome: answers.outcome, day: moment.day, clock: moment.clock, zone, duration,
    organizer: answers.organizer ?? '', required: (answers.required ?? '').split(/[,，、]/).map((each) => each.trim()).filter((each) => each !== ''),
    rsvp: replyBy(`${moment.day}T${moment.clock}`, wallAt(readNow(options.values['now'], config.timezone, language), zone), kind?.urgency === 'urgent'), room: optional('room'), link: optional('link'), backupLink: optional('backup-link'),
  }
  return { path: `meetings/${made.day}-${slugOf(made.title)}.md`, text: draftMeeting(made, language, kind) }
}

function kindNamed(word: string | undefined, language: Language): Kind | undefined {
  if (word === undefined) return undefined
  const kind = kindOf(word)
  if (kind !== undefined) return kind
  const all = KINDS.map((each) => each.id).join(', ')
  throw new UsageError(language === 'zh' ? `没有“${word}”这种会议；可选：${all}。` : `There is no kind “${word}”; there are: ${all}.`)
}

async function ask(missing: readonly Field[], answers: Partial<Record<Field, string>>, language: Language): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    for (const field of missing) {
      let answer = ''
      while (answer === '') answer = (await lines.question(QUESTIONS[field][language])).trim()
      answers[field] = answer
    }
  } finally {
    lines.close()
  }
}

