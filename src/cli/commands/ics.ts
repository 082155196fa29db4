import { existsSync } from 'node:fs'
import { diskFiles } from '../../adapters/disk/disk.ts'
import { folderForge } from '../../adapters/folder/forge.ts'
import { calendarOf } from '../../app/calendar.ts'
import { readMeeting, type ReadMeeting } from '../../app/meetings.ts'
import type { Language } from '../../core/messages/message.ts'
import { UsageError } from '../errors.ts'
import { gitHubAccess, readForgeName } from '../forge.ts'
import { VERSION } from '../version.ts'
import type { Ledger } from '../../ports/ledger.ts'
import { attendeesOf, resolvePerson } from '../../core/arrangement/who.ts'
import type { Config } from '../../core/config/model.ts'
import { writeWhole } from '../output.ts'
import { readNow } from '../now.ts'
import { readOptions, text, type Options } from '../options.ts'
import { namedPaths } from '../place.ts'
import { openRepository } from '../repository.ts'
import type { Terminal } from '../terminal.ts'

/** `convoke ics`: calendar entries without METHOD, for publishing and importing. SEQUENCE comes from a ledger, or is said to be unknown. */
export async function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const options = readOptions(args, { root: { type: 'string' }, all: { type: 'boolean' }, person: { type: 'string' }, series: { type: 'string' }, forge: { type: 'string' }, out: { type: 'string' }, now: { type: 'string' } }, language)
  const zh = language === 'zh'
  const all = options.values['all'] === true
  if (all === options.positionals.length > 0) throw new UsageError(zh ? '请写出一个会议文件，或用 --all。' : 'Name a meeting file, or use --all.')
  const { root, config } = openRepository(text(options, 'root'), terminal.cwd, language)
  const files = diskFiles(root)
  const named = all ? await files.list(config.meetings) : namedPaths(options.positionals, root, terminal.cwd, language).files
  const chosen = chooser(options, config, language)
  const meetings: ReadMeeting[] = []
  for (const file of named) {
    const read = await readMeeting(files, file)
    if (chosen(read)) meetings.push(read)
  }
  const asked = text(options, 'forge')
  const ledger = await readLedger(asked, root, terminal, language)
  const { content, left, unsequenced } = await calendarOf(meetings, config, ledger, readNow(options.values['now'], config.timezone, language))
  for (const file of left) if (!all) terminal.note(zh ? `${file}：草稿、已取消，或缺少开始时间、时长、时区的会议没有日历条目\n` : `${file}: a draft, a cancelled meeting, or one without start, duration and zone has no calendar entry\n`)
  if (unsequenced > 0) terminal.note(zh ? `${unsequenced} 个条目的 SEQUENCE 记为 0：没有台账可查（--forge）\n` : `SEQUENCE of ${unsequenced} ${unsequenced === 1 ? 'entry' : 'entries'} is 0: there is no ledger to take it from (--forge)\n`)
  if (!all && left.length === named.length) return 1
  const out = text(options, 'out')
  if (out === undefined) terminal.out(content)
  else writeWhole(out, content, terminal.cwd, language)
  return 0
}

/** Which meetings are wanted: all, those that somebody is asked to, those of a series. */
function chooser(options: Options, config: Config, language: Language): (read: ReadMeeting) => boolean {
  const zh = language === 'zh'
  const [person, series] = [text(options, 'person'), text(options, 'series')]
  const resolved = person === undefined ? undefined : resolvePerson({ value: person.replace(/^@/, ''), form: person.startsWith('@') ? 'login' : 'key' }, config)
  if (resolved !== undefined && resolved.kind !== 'person') throw new UsageError(zh ? `.convoke.yml 的 people 中没有“${person ?? ''}”。` : `“${person ?? ''}” does not stand under people in .convoke.yml.`)
  const key = resolved?.person.key
  return ({ meeting }) => {
    const { id, series: own } = meeting.fields
    if (series !== undefined && id?.value !== series && own?.value !== series) return false
    return key === undefined || attendeesOf(meeting, config).some((each) => each.key === key)
  }
}

/** The ledger that was named, else the one of the repository's own folder where there is one. */
async function readLedger(asked: string | undefined, root: string, terminal: Terminal, language: Language): Promise<Ledger | undefined> {
  const forge = readForgeName(asked, root, terminal.cwd, language)
  if ('folder' in forge) return asked !== undefined || existsSync(forge.folder) ? folderForge(forge.folder).ledger : undefined
  const { gitHubLedgerAt } = await import('../../forges/github.ts')
  return gitHubLedgerAt({ ...gitHubAccess(forge, terminal.env, language), version: VERSION })
}
