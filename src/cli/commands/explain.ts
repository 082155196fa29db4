import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diskFiles } from '../../adapters/disk/disk.ts'
import { explainLine } from '../../app/explain.ts'
import type { Language } from '../../core/messages/message.ts'
import { RULES } from '../../core/rules/index.ts'
import { closest } from '../../core/text/similar.ts'
import { UsageError } from '../errors.ts'
import { formatEvidence } from '../format/evidence.ts'
import { readOptions, text } from '../options.ts'
import { namedPaths } from '../place.ts'
import { openRepository } from '../repository.ts'
import type { Terminal } from '../terminal.ts'

/** `convoke explain RULE`: the rule's page in the reader's language; `convoke explain FILE:LINE`: how the wording there is judged. */
export async function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const options = readOptions(args, { root: { type: 'string' } }, language)
  const { positionals: [id] } = options
  const zh = language === 'zh'
  const place = /^(.+):(\d+)(?::\d+)?$/.exec(id ?? '')
  if (place !== null) return explainPlace(place[1] ?? '', Number(place[2]), text(options, 'root'), terminal, language)
  if (id === undefined) throw new UsageError(zh ? '请写出规则名或文件的某一行，例如：convoke explain humane-time，convoke explain meetings/a.md:3' : 'Name a rule or a line, such as: convoke explain humane-time, convoke explain meetings/a.md:3')
  if (id === 'mail-template') {
    terminal.out(templatesPage(language))
    return 0
  }
  const wanted = RULES.find((rule) => rule.id === id) ?? RULES.find((rule) => rule.clauses.some((clause) => clause === id.toUpperCase()))
  if (wanted === undefined) {
    const meant = closest(id, RULES.map((rule) => rule.id))
    throw new UsageError(zh
      ? `没有“${id}”这条规则${meant === undefined ? '' : `，是否想看“${meant}”？`}。convoke rules 会列出全部规则。`
      : `There is no rule “${id}”${meant === undefined ? '.' : `; did you mean “${meant}”?`} convoke rules lists them.`)
  }
  terminal.out(pageOf(wanted.id, language))
  return 0
}

async function explainPlace(path: string, line: number, asked: string | undefined, terminal: Terminal, language: Language): Promise<number> {
  const { root, config } = openRepository(asked, terminal.cwd, language)
  const { files: [file] } = namedPaths([path], root, terminal.cwd, language)
  const found = file === undefined ? undefined : await explainLine(diskFiles(root), config, Date.now(), file, line)
  if (found === undefined) throw new UsageError(language === 'zh' ? `无法读取 ${path}。` : `${path} cannot be read.`)
  if (found.length === 0) {
    terminal.out(language === 'zh'
      ? `${path} 第 ${line} 行没有按用语判断的内容（主题、目的、预期成果、议程项、决议、行动项）。\n`
      : `Line ${line} of ${path} holds nothing whose wording is judged (title, purpose, outcome, agenda item, decision, action item).\n`)
  }
  for (const each of found) terminal.out(formatEvidence(each, language))
  return 0
}

/** The page ships beside the bundle; both languages stand in one file, divided by the Chinese heading. */
function pageOf(id: string, language: Language): string {
  const path = findPage(`rules/${id}.md`)
  if (path === undefined) throw new Error(`docs/rules/${id}.md is not where the package should have it`)
  const page = readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->\n?/g, '')
  const split = page.search(/^## 中文\s*$/m)
  if (split === -1) return page
  const title = /^# .*\n/.exec(page)?.[0] ?? ''
  return language === 'zh' ? title + page.slice(split).replace(/^## 中文\s*\n/, '') : `${page.slice(0, split).trimEnd()}\n`
}

/** What the findings of a team's own mail templates go by, which are no rule's. */
function templatesPage(language: Language): string {
  const path = findPage('templates.md')
  if (path === undefined) throw new Error('docs/templates.md is not where the package should have it')
  const [english = '', chinese = ''] = readFileSync(path, 'utf8').split(/^---\n\n(?=# )/m)
  return (language === 'zh' ? chinese : english).replace(/^\[.*\]\(#.*\)\n\n/m, '')
}

function findPage(name: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, 'docs', name)
    if (existsSync(path)) return path
    if (dirname(folder) === folder) return undefined
  }
}
