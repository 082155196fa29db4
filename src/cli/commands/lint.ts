import { fixRepository } from '../../app/fix.ts'
import type { Language } from '../../core/messages/message.ts'
import { tuneEngine } from '../engine.ts'
import { UsageError } from '../errors.ts'
import { formatGithub } from '../../formats/github.ts'
import { formatJson } from '../../formats/json.ts'
import { formatPretty } from '../format/pretty.ts'
import { requestOf, type Job } from '../lint-share.ts'
import { lintFiles } from '../lint-threads.ts'
import { readNow, readOptions, text } from '../options.ts'
import { namedPaths, openRepository } from '../repository.ts'
import type { Terminal } from '../terminal.ts'

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
  tuneEngine()
  const { root, config, configText } = openRepository(text(options, 'root'), terminal.cwd, language)
  const named = namedPaths(options.positionals, root, terminal.cwd, language)
  const job: Job = {
    root, now: readNow(options.values['now'], config.timezone, language), named: named.files, ...(options.positionals.length > 0 ? { folders: named.folders } : {}),
    cached: options.values['no-cache'] !== true, configText, language, quiet: options.values['quiet'] === true, texts: format === 'sarif',
  }
  if (options.values['fix'] === true) {
    const { request, keep } = requestOf(job, config)
    const fixed = await fixRepository(request)
    keep()
    for (const { file, count } of fixed) terminal.note(language === 'zh' ? `${file}：修复了 ${count} 处\n` : `${file}: ${count} fixed\n`)
  }
  const { files: shown, judged, failed } = await lintFiles(job, config, progress(terminal, language))
  if (format === 'json') terminal.out(formatJson(shown))
  else if (format === 'github') terminal.out(formatGithub(shown))
  else if (format === 'sarif') terminal.out((await import('../../formats/sarif.ts')).formatSarif(shown, language))
  else terminal.out(formatPretty(shown, judged, terminal, language))
  return failed ? 1 : 0
}

/** Tells how far reading has come, on a terminal, once it takes longer than a second. */
function progress(terminal: Terminal, language: Language): ((done: number, all: number) => void) | undefined {
  if (!terminal.watched) return undefined
  const begun = Date.now()
  return (done, all) => {
    if (Date.now() - begun > 1000) terminal.note(`\r${language === 'zh' ? '读取' : 'reading'} ${done}/${all}${done === all ? '\n' : ''}`)
  }
}
