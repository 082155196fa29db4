import type { Language } from '../core/messages/message.ts'
import { APPLY } from './help/apply.ts'
import { EXPLAIN } from './help/explain.ts'
import { ICS } from './help/ics.ts'
import { IMPORT } from './help/import.ts'
import { INIT } from './help/init.ts'
import { LINT } from './help/lint.ts'
import { LSP } from './help/lsp.ts'
import { NEW } from './help/new.ts'
import { PLAN } from './help/plan.ts'
import { REPORT } from './help/report.ts'
import { RULES } from './help/rules.ts'

/** Every command: its name, one line about it, and its help. Kept apart from the commands' code, which loads only when run. */
export const COMMANDS = [LINT, PLAN, APPLY, NEW, ICS, INIT, IMPORT, REPORT, RULES, EXPLAIN, LSP] as const

export type CommandName = (typeof COMMANDS)[number]['name']

/** What `convoke --help` prints. */
export function overview(language: Language): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary[language]}`).join('\n')
  return language === 'zh'
    ? `convoke：会议即代码\n\n用法：convoke <命令> [选项]\n\n${lines}\n\nconvoke <命令> --help 查看一个命令的选项。\n`
    : `convoke: meetings as code\n\nUsage: convoke <command> [options]\n\n${lines}\n\nconvoke <command> --help tells a command's options.\n`
}
