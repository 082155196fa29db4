import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { diskFiles } from '../../adapters/disk/disk.ts'
import { LARGEST } from '../../app/listing.ts'
import { unreadProblem } from '../../app/meetings.ts'
import { configWith, escapedPath, foldersOf, importMeetings, type GivenFile, type Import } from '../../core/import/collect.ts'
import { parse } from '../../core/meeting/parse.ts'
import type { Language } from '../../core/messages/message.ts'
import { render } from '../../core/messages/render.ts'
import type { Files } from '../../ports/files.ts'
import { UsageError } from '../errors.ts'
import { formatImportJson } from '../format/import-json.ts'
import { formatImport } from '../format/import.ts'
import { readOptions, text } from '../options.ts'
import { CONFIG_FILE, namedPaths } from '../place.ts'
import { openRepository, type Repository } from '../repository.ts'
import { printable, type Terminal } from '../terminal.ts'

const FORMATS = ['pretty', 'json']

/** A file that was not read, and why. */
export interface Refused {
  readonly path: string
  readonly reason: string
}

/** `convoke import`: 0 everything could be read, 1 some file could not. Without `--write` nothing is changed. */
export async function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const options = readOptions(args, { root: { type: 'string' }, format: { type: 'string' }, write: { type: 'boolean' }, anyway: { type: 'boolean' } }, language)
  const zh = language === 'zh'
  const format = text(options, 'format') ?? 'pretty'
  if (!FORMATS.includes(format)) throw new UsageError(zh ? `没有“${format}”这种格式，可用的有：${FORMATS.join('、')}。` : `There is no format “${format}”; there are ${FORMATS.join(', ')}.`)
  if (options.positionals.length === 0) throw new UsageError(zh ? '请写出要导入的文件或文件夹。' : 'Name the files or folders to import.')
  const repository = openRepository(text(options, 'root'), terminal.cwd, language)
  const files = diskFiles(repository.root)
  const { paths, named } = await chosen(files, options.positionals, repository, terminal, language)
  const { given, refused } = await readAll(files, paths, terminal, language)
  const { ids, texts } = await others(files, repository, new Set(paths))
  const made = importMeetings(given, repository.config, ids, folderOf(repository.config.meetings), new Set(options.values['anyway'] === true ? named : []))
  for (const path of made.noCalendars) {
    const reason = zh ? '不是日历文件（iCalendar），或内容已损坏。' : 'This is no calendar (iCalendar), or a broken one.'
    terminal.note(`${printable(path)}: ${reason}\n`)
    refused.push({ path, reason })
  }
  // A meeting that was made once stays as people left it.
  const there = new Set(made.sources.flatMap((each) => each.files).filter((each) => ids.has(each.id) || texts.has(each.path) || existsSync(join(repository.root, each.path))).map((each) => each.path))
  const { text: config, patterns } = await newConfig(files, repository, made, given)
  const write = options.values['write'] === true
  const begun = made.files.filter((each) => each.changed).length + made.sources.flatMap((each) => each.files).length - there.size > 0
  if (write) await writeAll(files, repository.root, made, there, config)
  const view = { made, given, refused, there, config: begun || made.people.length > 0 || patterns.length > 0 ? config : undefined, patterns, configured: repository.configured, written: write }
  terminal.out(format === 'json' ? formatImportJson(view) : formatImport(view, terminal, language))
  return refused.length > 0 || made.files.some((each) => each.written.unreadable) ? 1 : 0
}

/** The folder in which new meetings are put: the one that the first pattern of meetings names. */
function folderOf(globs: readonly string[]): string {
  const fixed = /^[^*?[\]{}()!]*\//.exec(globs[0] ?? '')?.[0]
  return fixed ?? 'meetings/'
}

/** The Markdown files and calendars that the paths name, each once, in order, and those of them that were named one by one. */
async function chosen(files: Files, paths: readonly string[], { root }: Repository, terminal: Terminal, language: Language): Promise<{ paths: string[]; named: readonly string[] }> {
  const named = namedPaths(paths, root, terminal.cwd, language)
  const globs = named.folders.flatMap((folder) => ['md', 'markdown'].map((ending) => `${folder === '' ? '' : `${escapedPath(folder)}/`}**/*.${ending}`))
  const found = globs.length === 0 ? [] : await files.list(globs)
  return { paths: [...new Set([...named.files, ...found])].sort(), named: named.files }
}

async function readAll(files: Files, paths: readonly string[], terminal: Terminal, language: Language): Promise<{ given: GivenFile[]; refused: Refused[] }> {
  const given: GivenFile[] = []
  const refused: Refused[] = []
  const begun = Date.now()
  for (const [at, path] of paths.entries()) {
    const read = await files.readText(path, LARGEST)
    if ('text' in read) given.push({ path, text: read.text })
    else {
      const { message, data } = unreadProblem(read.unread)
      refused.push({ path, reason: render(message, data, language) })
    }
    if (terminal.watched && Date.now() - begun > 1000) terminal.note(`\r${language === 'zh' ? '读取' : 'reading'} ${at + 1}/${paths.length}${at + 1 === paths.length ? '\n' : ''}`)
  }
  for (const { path, reason } of refused) terminal.note(`${printable(path)}: ${reason}\n`)
  return { given, refused }
}

/** Meetings that are there already and are not imported: their ids and paths. */
async function others(files: Files, { config }: Repository, but: ReadonlySet<string>): Promise<{ ids: Set<string>; texts: Set<string> }> {
  const ids = new Set<string>()
  const texts = new Set<string>()
  for (const path of await files.list(config.meetings)) {
    if (but.has(path)) continue
    const read = await files.readText(path, LARGEST)
    const id = 'text' in read ? parse(read.text).meeting.fields.id?.value : undefined
    if (id !== undefined) ids.add(id)
    texts.add(path)
  }
  return { ids, texts }
}

/** The configuration's new text, absent where nothing has to change in it or it has no place for that; and the patterns in which it did not look for meetings. */
async function newConfig(files: Files, { config, configured }: Repository, made: Import, given: readonly GivenFile[]): Promise<{ readonly text?: string; readonly patterns: readonly string[] }> {
  const read = configured ? await files.readText(CONFIG_FILE, LARGEST) : undefined
  const old = read !== undefined && 'text' in read ? read.text : undefined
  const imported = made.files.map((each) => each.path)
  const listed = new Set(configured ? await files.list(config.meetings) : [])
  const unlisted = configured ? imported.filter((path) => !listed.has(path)) : [...imported, ...made.sources.flatMap((each) => each.files.map((file) => file.path))]
  if (made.people.length === 0 && (configured ? unlisted.length === 0 : given.length === 0)) return { patterns: [] }
  const patterns = foldersOf(unlisted)
  const proposed = configWith(old, made.people, patterns)
  return { patterns: configured ? patterns : [], ...(proposed === undefined || proposed === old ? {} : { text: proposed }) }
}

async function writeAll(files: Files, root: string, made: Import, there: ReadonlySet<string>, config: string | undefined): Promise<void> {
  for (const { path, written, changed } of made.files) if (changed) await files.write(path, written.text)
  for (const { path, text: content } of made.sources.flatMap((each) => each.files)) {
    if (there.has(path)) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    await files.write(path, content)
  }
  if (config !== undefined) await files.write(CONFIG_FILE, config)
}
