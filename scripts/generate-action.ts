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
  const table = ['| input | default | meaning |', '| --- | --- | --- |', ...INPUTS.map((each) => `| \`${each.name}\` | ${'default' in each ? `\`${each.default}\`` : ''} | ${cell(each.description)} |`)]
  const out = ['| output | meaning |', '| --- | --- |', ...OUTPUTS.map((each) => `| \`${each.name}\` | ${cell(each.description)} |`)]
  const text = readFileSync(PAGE, 'utf8')
  keepGenerated(PAGE, between(between(text, 'inputs', table), 'outputs', out))
}

function between(text: string, name: string, lines: readonly string[]): string {
  return text.replace(new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`), (_, begin: string, end: string) => begin + lines.join('\n') + end)
}
