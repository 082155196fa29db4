/* Writes action.yml, and the tables of inputs and outputs in docs/action.md, from the tables that the Action reads. With --check it only compares. */
import { existsSync, readFileSync } from 'node:fs'
import { INPUTS, OUTPUTS } from '../src/action/inputs.ts'
import { keepGenerated } from './generated.ts'

const quote = (text: string): string => `'${text.replaceAll('\'', '\'\'')}'`
const inputs = INPUTS.map((each) => [
  `  ${each.name}:`, `    description: ${quote(each.description)}`, '    required: false', ...('default' in each ? [`    default: ${quote(each.default)}`] : []),
].join('\n')).join('\n')
const outputs = OUTPUTS.map((each) => `  ${each.name}:\n    description: ${quote(each.description)}`).join('\n')

keepGenerated('action.yml', `# Written by npm run generate from src/action/inputs.ts.
name: Convoke
description: 'Meetings as code: checks meeting files, shows on a pull request what merging will send, and carries it out.'
author: Convoke
branding:
  icon: calendar
  color: blue
inputs:
${inputs}
outputs:
${outputs}
runs:
  using: node24
  main: dist/action/index.mjs
`)

const PAGE = 'docs/action.md'
if (existsSync(PAGE)) {
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const tables = (['description', 'zh'] as const).map((words) => {
    const zh = words === 'zh'
    return {
      inputs: [zh ? '| 输入 | 默认值 | 含义 |' : '| input | default | meaning |', '| --- | --- | --- |', ...INPUTS.map((each) => `| \`${each.name}\` | ${'default' in each ? `\`${each.default}\`` : ''} | ${cell(each[words])} |`)],
      outputs: [zh ? '| 输出 | 含义 |' : '| output | meaning |', '| --- | --- |', ...OUTPUTS.map((each) => `| \`${each.name}\` | ${cell(each[words])} |`)],
    }
  })
  const [english, chinese] = tables
  let text = readFileSync(PAGE, 'utf8')
  for (const [name, lines] of [['inputs', english?.inputs], ['outputs', english?.outputs], ['inputs in Chinese', chinese?.inputs], ['outputs in Chinese', chinese?.outputs]] as const) text = between(text, name, lines ?? [])
  keepGenerated(PAGE, text)
}

/** The page with lines between two marks, which have to be there: a table that is nowhere would be missed by nobody. */
function between(text: string, name: string, lines: readonly string[]): string {
  const marks = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`)
  if (!marks.test(text)) throw new Error(`${PAGE} has no place for ${name}`)
  return text.replace(marks, (_, begin: string, end: string) => `${begin}${lines.join('\n')}\n${end}`)
}
