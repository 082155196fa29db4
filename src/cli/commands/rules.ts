import type { Language } from '../../core/messages/message.ts'
import { RULES } from '../../core/rules/index.ts'
import { readOptions } from '../options.ts'
import { pad } from '../format/columns.ts'
import { paint, type Terminal } from '../terminal.ts'

const WORDS = {
  en: { error: 'error', warning: 'warning', info: 'info', head: ['rule', 'clause', 'severity', 'what it asks'] },
  zh: { error: '错误', warning: '警告', info: '提示', head: ['规则', '条款', '级别', '要求'] },
} as const

/** `convoke rules`: the table of rules. */
export function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const options = readOptions(args, { json: { type: 'boolean' } }, language)
  if (options.values['json'] === true) {
    const rules = RULES.map(({ id, clauses, severity, speaks, summary, options: own = {} }) => ({ id, clauses, severity, speaks, summary: summary[language], options: Object.keys(own) }))
    terminal.out(`${JSON.stringify({ version: 1, rules })}\n`)
    return Promise.resolve(0)
  }
  const words = WORDS[language]
  const rows = RULES.map((rule) => [rule.id, rule.clauses.join(' ') || '–', words[rule.severity], rule.summary[language]] as const)
  const [name, clause, severity, summary] = words.head
  terminal.out(`${paint(terminal, 'bold', line([name, clause, severity, summary]))}\n${rows.map((row) => line(row)).join('\n')}\n`)
  return Promise.resolve(0)
}

function line([id, clause, severity, summary]: readonly [string, string, string, string]): string {
  return `${pad(id, 24)}${pad(clause, 7)}${pad(severity, 10)}${summary}`
}
