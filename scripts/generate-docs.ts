/* Writes what the docs say of rules and steps out of the code: each page's head, the index, and the table of clauses. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Clause } from '../src/core/messages/clause.ts'
import { CLAUSES } from '../src/core/messages/clauses.ts'
import type { Language } from '../src/core/messages/message.ts'
import { RULES } from '../src/core/rules/index.ts'
import type { Rule } from '../src/core/rules/rule.ts'
import { LATER } from './docs/clauses.ts'
import { keepGenerated } from './generated.ts'

const WORDS = {
  en: {
    rule: 'Rule', clause: 'Clause', severity: 'Severity', asks: 'What it asks', speaks: 'Speaks', options: 'Options', ahead: 'while the meeting is ahead', always: 'always', none: '–',
    levels: { error: 'error', warning: 'warning', info: 'information' },
  },
  zh: {
    rule: '规则', clause: '条款', severity: '级别', asks: '要求', speaks: '何时检查', options: '选项', ahead: '会议开始之前', always: '始终', none: '–',
    levels: { error: '错误', warning: '警告', info: '提示' },
  },
} as const

for (const rule of RULES) {
  const path = `docs/rules/${rule.id}.md`
  if (!existsSync(path)) throw new Error(`${path} is missing: every rule has a page`)
  const languages: Language[] = ['en', 'zh']
  const text = readFileSync(path, 'utf8').replace(/<!-- generated -->\n[\s\S]*?<!-- \/generated -->/g, () => `<!-- generated -->\n${headOf(rule, languages.shift() ?? 'zh')}<!-- /generated -->`)
  keepGenerated(path, text)
}
keepGenerated('docs/rules/README.md', `# Rules\n\n<!-- Generated from the rules by npm run generate. -->\n\n${indexOf('en')}\n## 中文\n\n${indexOf('zh')}`)
keepGenerated('docs/clauses.md', clausesPage())

function headOf({ clauses, severity, speaks, summary, options = {} }: Rule, language: Language): string {
  const words = WORDS[language]
  const names = Object.entries(options).map(([name, { default: value }]) => `\`${name}\` (${Array.isArray(value) ? value.join(', ') || '[]' : String(value)})`)
  return `${summary[language]}${language === 'zh' ? '。' : '.'}\n\n| ${words.clause} | ${words.severity} | ${words.speaks} | ${words.options} |\n| --- | --- | --- | --- |\n`
    + `| ${clauses.join(' ') || words.none} | ${words.levels[severity]} | ${words[speaks]} | ${names.join(', ') || words.none} |\n`
}

function indexOf(language: Language): string {
  const words = WORDS[language]
  const rows = RULES.map(({ id, clauses, severity, summary }) => `| [${id}](${id}.md) | ${clauses.join(' ') || words.none} | ${words.levels[severity]} | ${summary[language]} |`)
  return `| ${words.rule} | ${words.clause} | ${words.severity} | ${words.asks} |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

/** For each clause: the rules that cite it, the files of the process and of rendering that name it, and their tests. */
function clausesPage(): string {
  const code = [...filesOf('src/core/process'), ...filesOf('src/core/render'), ...filesOf('src/core/arrangement')]
  const rows = Object.entries(CLAUSES).map(([id, asks]) => {
    const clause = id as Clause
    const later = LATER[clause]
    const rules = RULES.filter((rule) => rule.clauses.includes(clause) || findsFor(rule, clause))
    const steps = code.filter((file) => citesIn(file, clause))
    const tests = [...rules.map((rule) => `test/core/rules/${rule.id}.test.ts`), ...steps.flatMap((file) => testOf(file) ?? [])].filter((path) => existsSync(path))
    const by = [...rules.map((rule) => `[\`${rule.id}\`](rules/${rule.id}.md)`), ...steps.map((file) => `[${file.replace(/^src\/core\/|\.ts$/g, '')}](../${file})`)]
    const shown = [...new Set(tests)].map((path) => `[${path.replace(/^test\/|\.test\.ts$/g, '')}](../${path})`)
    return `| ${clause} | ${asks.en}<br>${asks.zh} | ${by.join(', ') || '–'} | ${shown.join(', ') || '–'} | ${later === undefined ? '' : `${later.en}<br>${later.zh}`} |`
  })
  return `# The procedure's clauses and what carries them out / 流程条款与执行

<!-- Generated from rules and steps by npm run generate. -->

Which rule or step of the process carries a clause out, which test shows it, and what is still to come.
每一条由哪条规则或哪个步骤执行、由哪个测试证明，以及还缺什么。

| Clause<br>条款 | Asks<br>要求 | Carried out by<br>执行 | Shown by<br>证明 | Still to come<br>尚缺 |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

/** A finding may cite another clause than its rule does; it stands in quotes then. */
function findsFor({ id }: Rule, clause: string): boolean {
  return readFileSync(`src/core/rules/${id}.ts`, 'utf8').includes(`'${clause}'`)
}

function citesIn(file: string, clause: string): boolean {
  return new RegExp(`\\b${clause}\\b`).test(readFileSync(file, 'utf8'))
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.includes('.generated.')).map((name) => join(folder, name)).sort()
}

/** The test of a file: by its own name, else the one of its folder, else the one that runs every step. */
function testOf(file: string): string | undefined {
  const own = file.replace(/^src/, 'test').replace(/\.ts$/, '.test.ts')
  const folder = join(own, '..')
  if (existsSync(own)) return own
  // The notices and the steps have tests that go through all of them.
  const near = existsSync(folder) && file.startsWith('src/core/render/') ? readdirSync(folder).filter((name) => name.endsWith('.test.ts')).map((name) => join(folder, name)) : []
  return near[0] ?? (file.startsWith('src/core/process') ? 'test/app/crash.test.ts' : undefined)
}
