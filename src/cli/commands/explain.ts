import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../core/messages/message.ts'
import { RULES } from '../../core/rules/index.ts'
import { closest } from '../../core/text/similar.ts'
import { UsageError } from '../errors.ts'
import { readOptions } from '../options.ts'
import type { Terminal } from '../terminal.ts'

/** `convoke explain RULE`: the rule's page in the reader's language. */
export function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const { positionals: [id] } = readOptions(args, {}, language)
  const zh = language === 'zh'
  if (id === undefined) throw new UsageError(zh ? '请写出规则名，例如：convoke explain humane-time' : 'Name a rule, such as: convoke explain humane-time')
  const wanted = RULES.find((rule) => rule.id === id) ?? RULES.find((rule) => rule.clauses.some((clause) => clause === id.toUpperCase()))
  if (wanted === undefined) {
    const meant = closest(id, RULES.map((rule) => rule.id))
    throw new UsageError(zh
      ? `没有“${id}”这条规则${meant === undefined ? '' : `，是否想看“${meant}”？`}。convoke rules 会列出全部规则。`
      : `There is no rule “${id}”${meant === undefined ? '.' : `; did you mean “${meant}”?`} convoke rules lists them.`)
  }
  terminal.out(pageOf(wanted.id, language))
  return Promise.resolve(0)
}

/** The page ships beside the bundle; both languages stand in one file, divided by the Chinese heading. */
function pageOf(id: string, language: Language): string {
  const path = findPage(id)
  if (path === undefined) throw new Error(`docs/rules/${id}.md is not where the package should have it`)
  const text = readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->\n?/g, '')
  const split = text.search(/^## 中文\s*$/m)
  if (split === -1) return text
  const title = /^# .*\n/.exec(text)?.[0] ?? ''
  return language === 'zh' ? title + text.slice(split).replace(/^## 中文\s*\n/, '') : `${text.slice(0, split).trimEnd()}\n`
}

function findPage(id: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = join(folder, 'docs/rules', `${id}.md`)
    if (existsSync(path)) return path
    if (dirname(folder) === folder) return undefined
  }
}
