import { meetingCache } from '../../adapters/cache/meetings.ts'
import { diskFiles } from '../../adapters/disk/disk.ts'
import { gitHistory } from '../../adapters/git/git.ts'
import { fixRepository } from '../../app/fix.ts'
import { lintRepository, type LintRequest } from '../../app/lint.ts'
import { readMeeting } from '../../app/meetings.ts'
import { parse } from '../../core/meeting/parse.ts'
import type { Language } from '../../core/messages/message.ts'
import { UsageError } from '../errors.ts'
import { formatGithub } from '../../formats/github.ts'
import { formatJson } from '../../formats/json.ts'
import { formatPretty } from '../format/pretty.ts'
import { show } from '../../formats/shown.ts'
import { readNow, readOptions, text } from '../options.ts'
import { namedPaths, openRepository } from '../repository.ts'
import type { Terminal } from '../terminal.ts'
import { BUILD } from '../version.ts'

const FORMATS = ['pretty', 'json', 'github', 'sarif']

/** `convoke lint`: 0 clean or information only, 1 problems. */
export async function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const options = readOptions(args, {
    root: { type: 'string' }, format: { type: 'string' }, now: { type: 'string' }, fix: { type: 'boolean' }, 'no-cache': { type: 'boolean' }, quiet: { type: 'boolean' },
  }, language)
  const format = text(options, 'format') ?? 'pretty'
  if (!FORMATS.includes(format)) {
    throw new UsageError(language === 'zh' ? `没有“${format}”这种格式，可用的有：${FORMATS.join('、')}。` : `There is no format “${format}”; there are ${FORMATS.join(', ')}.`)
  }
  const { root, config } = openRepository(text(options, 'root'), terminal.cwd, language)
  const named = namedPaths(options.positionals, root, terminal.cwd, language)
  const files = diskFiles(root)
  const cache = options.values['no-cache'] === true ? undefined : meetingCache(root, BUILD, parse)
  const request: LintRequest = {
    files, read: (from, file) => readMeeting(from, file, cache?.parse), history: gitHistory(root), config, now: readNow(options.values['now'], config.timezone, language), named: named.files,
    ...(options.positionals.length > 0 ? { folders: named.folders } : {}), ...progress(terminal, language),
  }
  if (options.values['fix'] === true) {
    const fixed = await fixRepository(request)
    for (const { file, count } of fixed) terminal.note(language === 'zh' ? `${file}：修复了 ${count} 处\n` : `${file}: ${count} fixed\n`)
  }
  const linted = await lintRepository(request)
  cache?.keep()
  const shown = show(linted, language, options.values['quiet'] === true)
  if (format === 'json') terminal.out(formatJson(shown))
  else if (format === 'github') terminal.out(formatGithub(shown))
  else if (format === 'sarif') terminal.out((await import('../../formats/sarif.ts')).formatSarif(shown, language))
  else terminal.out(formatPretty(shown, linted.length, terminal, language))
  return linted.some(({ problems }) => problems.some((each) => each.severity !== 'info')) ? 1 : 0
}

/** Tells how far reading has come, on a terminal, once it takes longer than a second. */
function progress(terminal: Terminal, language: Language): Pick<LintRequest, 'onProgress'> {
  if (!terminal.watched) return {}
  const begun = Date.now()
  return {
    onProgress: (done, all) => {
      if (Date.now() - begun > 1000) terminal.note(`\r${language === 'zh' ? '读取' : 'reading'} ${done}/${all}${done === all ? '\n' : ''}`)
    },
  }
}
