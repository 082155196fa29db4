import type { Language } from '../../core/messages/message.ts'
import { paint, printable, type Terminal } from '../terminal.ts'
import type { ShownFile, ShownProblem } from '../../formats/shown.ts'

const NAMES = {
  en: { error: 'error', warning: 'warning', info: 'info' },
  zh: { error: '错误', warning: '警告', info: '提示' },
} as const
const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** Findings for a person: file by file, each with its place, clause, rule and what can be done. */
export function formatPretty(files: readonly ShownFile[], judged: number, terminal: Terminal, language: Language): string {
  const parts: string[] = []
  for (const { file, problems } of files) {
    parts.push(`${paint(terminal, 'underline', printable(file))}\n`)
    for (const problem of problems) parts.push(formatProblem(problem, terminal, language))
    parts.push('\n')
  }
  return parts.join('') + summary(files, judged, terminal, language)
}

function formatProblem({ rule, clauses, severity, message, range, fixes, related }: ShownProblem, terminal: Terminal, language: Language): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}`.padEnd(7)
  const name = paint(terminal, COLOURS[severity], NAMES[language][severity].padEnd(language === 'zh' ? 2 : 7))
  const source = paint(terminal, 'dim', [...clauses, rule].join(' '))
  const lines = [`  ${paint(terminal, 'dim', place)} ${name}  ${printable(message)}  ${source}\n`]
  for (const each of related) lines.push(`            ${paint(terminal, 'dim', `${printable(each.file)}: ${printable(each.message)}`)}\n`)
  for (const { title } of fixes) lines.push(`            ${paint(terminal, 'green', language === 'zh' ? '可修复' : 'fix')} ${printable(title)}\n`)
  return lines.join('')
}

function summary(files: readonly ShownFile[], judged: number, terminal: Terminal, language: Language): string {
  const all = files.flatMap((each) => each.problems)
  const count = (severity: ShownProblem['severity']): number => all.filter((each) => each.severity === severity).length
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')]
  const text = language === 'zh'
    ? `${judged} 个会议文件：${errors} 个错误，${warnings} 个警告，${infos} 条提示`
    : `${judged} meeting ${judged === 1 ? 'file' : 'files'}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, ${infos} for information`
  return `${paint(terminal, errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green', text)}\n`
}
