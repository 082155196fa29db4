import type { ShownFile } from './shown.ts'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Workflow commands, which GitHub shows as annotations. Everything of the file is escaped, so that no title starts a command. */
export function formatGithub(files: readonly ShownFile[]): string {
  return files.flatMap(({ file, problems }) => problems.map(({ rule, clauses, severity, message, range: { start, end } }) => {
    const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : ''
    const title = [...clauses, rule].join(' ')
    return `::${COMMANDS[severity]} file=${property(file)},line=${start.line + 1},endLine=${end.line + 1}${columns},title=${property(title)}::${data(message)}\n`
  })).join('')
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
