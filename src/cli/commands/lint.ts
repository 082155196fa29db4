import type { Instant } from '../../core/arrangement/zone.ts'
import type { Language } from '../../core/messages/message.ts'
import { UsageError } from '../errors.ts'
import { formatGithub } from '../../formats/github.ts'
import { formatJson } from '../../formats/json.ts'
import { formatPretty } from '../format/pretty.ts'
import { isTemplate, lintTemplates } from '../lint-templates.ts'
import { recall, type Asked } from '../lint-recall.ts'
import { readOptions, text } from '../options.ts'
import { findPlace, namedPaths } from '../place.ts'
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
  const place = findPlace(text(options, 'root'), terminal.cwd, language)
  const paths = namedPaths(options.positionals, place.root, terminal.cwd, language)
  const named = { files: paths.files.filter((file) => !isTemplate(file)), folders: paths.folders }
  const isNamed = options.positionals.length > 0
  const asked: Asked = {
    ...place, named: named.files, ...(isNamed ? { folders: named.folders } : {}),
    cached: options.values['no-cache'] !== true, language, quiet: options.values['quiet'] === true, texts: format === 'sarif',
  }
  const nowIn = async (zone: string | undefined): Promise<Instant> => {
    const written = options.values['now']
    return written === undefined ? Date.now() : (await import('../now.ts')).readNow(written, zone, language)
  }
  const known = asked.cached && options.values['fix'] !== true ? await recall(asked, nowIn) : undefined
  // What judges is not even loaded where nothing has to be judged.
  const { files: meetings, judged, failed } = known ?? await (await import('../lint-run.ts')).lintAnew(asked, place, nowIn, options.values['fix'] === true, terminal)
  const templates = await lintTemplates(place.root, (file) => !isNamed || paths.files.includes(file) || paths.folders.some((folder) => folder === '' || file.startsWith(`${folder}/`)), language)
  const shown = [...meetings, ...templates]
  if (format === 'json') terminal.out(formatJson(shown))
  else if (format === 'github') terminal.out(formatGithub(shown))
  else if (format === 'sarif') terminal.out((await import('../../formats/sarif.ts')).formatSarif(shown, language))
  else terminal.out(formatPretty(shown, judged, terminal, language))
  return failed || templates.length > 0 ? 1 : 0
}
