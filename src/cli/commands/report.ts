import { basename } from 'node:path'
import { meetingCache } from '../../adapters/cache/meetings.ts'
import { diskFiles } from '../../adapters/disk/disk.ts'
import { gitHistory } from '../../adapters/git/git.ts'
import { gitPast } from '../../adapters/git/past.ts'
import { readMeeting } from '../../app/meetings.ts'
import { reportRepository, type ReportRequest } from '../../app/report.ts'
import { parse } from '../../core/meeting/parse.ts'
import type { Language } from '../../core/messages/message.ts'
import type { Report } from '../../core/report/model.ts'
import { UsageError } from '../errors.ts'
import { formatReport } from '../format/report.ts'
import { readNow } from '../now.ts'
import { readOptions, text, type Options } from '../options.ts'
import { writeWhole } from '../output.ts'
import { namedPaths } from '../place.ts'
import { openRepository } from '../repository.ts'
import type { Terminal } from '../terminal.ts'
import { BUILD } from '../version.ts'

const FORMATS = ['pretty', 'json', 'html']

/** Month ends that are looked at unasked, and at most. */
const MONTHS = { default: 12, most: 60 }

/** `convoke report`: figures of how far meetings keep to the procedure; 0 whatever they are. */
export async function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const options = readOptions(args, {
    root: { type: 'string' }, format: { type: 'string' }, out: { type: 'string', short: 'o' }, history: { type: 'string' }, now: { type: 'string' }, 'no-cache': { type: 'boolean' },
  }, language)
  const format = readFormat(options, language)
  const most = readHistory(options, language)
  const { root, config } = openRepository(text(options, 'root'), terminal.cwd, language)
  const named = namedPaths(options.positionals, root, terminal.cwd, language)
  const cache = options.values['no-cache'] === true ? undefined : meetingCache(root, BUILD, parse)
  const request: ReportRequest = {
    files: diskFiles(root), read: (from, file) => readMeeting(from, file, cache?.parse), history: gitHistory(root), config,
    now: readNow(options.values['now'], config.timezone, language), named: named.files, most,
    ...(options.positionals.length > 0 ? { folders: named.folders } : {}), ...(most > 0 ? { past: gitPast(root) } : {}), ...progress(terminal, language),
  }
  const report = await reportRepository(request)
  cache?.keep()
  const content = await shown(report, format, basename(root), { ...terminal, colour: terminal.colour && text(options, 'out') === undefined }, language)
  const out = text(options, 'out')
  if (out === undefined) terminal.out(content)
  else {
    writeWhole(out, content, terminal.cwd, language)
    terminal.note(language === 'zh' ? `已写入 ${out}\n` : `${out} written\n`)
  }
  return 0
}

async function shown(report: Report, format: string, name: string, terminal: Terminal, language: Language): Promise<string> {
  if (format === 'json') return `${JSON.stringify(report)}\n`
  if (format === 'html') return (await import('../../core/report/html/page.ts')).reportPage(report, name, language)
  return formatReport(report, terminal, language)
}

/** As named; without a name as the file's ending says. */
function readFormat(options: Options, language: Language): string {
  const format = text(options, 'format') ?? /\.(html|json)$/i.exec(text(options, 'out') ?? '')?.[1]?.toLowerCase() ?? 'pretty'
  if (FORMATS.includes(format)) return format
  throw new UsageError(language === 'zh' ? `没有“${format}”这种格式，可用的有：${FORMATS.join('、')}。` : `There is no format “${format}”; there are ${FORMATS.join(', ')}.`)
}

function readHistory(options: Options, language: Language): number {
  const written = text(options, 'history') ?? String(MONTHS.default)
  const number = written === 'off' ? 0 : /^\d{1,3}$/.test(written) ? Number(written) : Infinity
  if (number <= MONTHS.most) return number
  throw new UsageError(language === 'zh' ? `--history 应为 off 或 0 至 ${MONTHS.most} 的整数，不能是“${written}”。` : `--history is off or a number from 0 to ${MONTHS.most}, not “${written}”.`)
}

/** Tells how far it has come, on a terminal, once it takes longer than a second. */
function progress(terminal: Terminal, language: Language): Pick<ReportRequest, 'onProgress' | 'onPast'> {
  if (!terminal.watched) return {}
  const begun = Date.now()
  const tell = (line: string, last: boolean): void => {
    if (Date.now() - begun > 1000) terminal.note(`\r${line}${last ? '\n' : ''}`)
  }
  return {
    onProgress: (done, all) => tell(`${language === 'zh' ? '读取' : 'reading'} ${done}/${all}`, done === all),
    onPast: (number, all, at) => tell(`${language === 'zh' ? '回看' : 'looking back'} ${new Date(at).toISOString().slice(0, 10)} (${number}/${all})`, number === all),
  }
}
