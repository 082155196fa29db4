import type { Language } from '../core/messages/message.ts'
import { closest } from '../core/text/similar.ts'
import { COMMANDS, overview, type CommandName } from './commands.ts'
import { DeliveryError } from '../ports/delivery.ts'
import { ConfigurationError, UsageError } from './errors.ts'
import { languageOf, paint, wantsColour, type Terminal } from './terminal.ts'
import { VERSION } from './version.ts'

/** What a command exits with. */
export const STATUS = { clean: 0, problems: 1, usage: 2, internal: 3 } as const

/** Runs one command line; never throws. Gives the exit status. */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const language = languageOf(readLanguage(argv), terminal.env)
  try {
    return await dispatch(argv, terminal, language)
  } catch (error) {
    return report(error, terminal, language)
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = COMMANDS.find((each) => each.name === args[0])
    terminal.out(asked === undefined ? overview(language) : asked.help[language])
    return name === undefined ? STATUS.usage : STATUS.clean
  }
  if (name === '--version' || name === '-v') {
    terminal.out(`${VERSION}\n`)
    return STATUS.clean
  }
  const command = COMMANDS.find((each) => each.name === name)
  if (command === undefined) {
    if (name.startsWith('-') && argv.some((each) => each === '--help' || each === '-h')) {
      terminal.out(overview(language))
      return STATUS.clean
    }
    const meant = closest(name, COMMANDS.map((each) => each.name))
    throw new UsageError(language === 'zh'
      ? `没有“${name}”这个命令${meant === undefined ? '' : `，是否想用“${meant}”？`}。convoke --help 会列出全部命令。`
      : `There is no command “${name}”${meant === undefined ? '.' : `; did you mean “${meant}”?`} Run convoke --help for the list.`)
  }
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(command.help[language])
    return STATUS.clean
  }
  return await (await load(command.name))(args, terminal, language)
}

type Run = (args: readonly string[], terminal: Terminal, language: Language) => Promise<number>

/** Each command's code is loaded only when it is asked for, so that starting stays quick. */
async function load(name: CommandName): Promise<Run> {
  switch (name) {
    case 'lint': return (await import('./commands/lint.ts')).run
    case 'plan': return (await import('./commands/plan.ts')).run
    case 'apply': return (await import('./commands/apply.ts')).run
    case 'new': return (await import('./commands/new.ts')).run
    case 'ics': return (await import('./commands/ics.ts')).run
    case 'init': return (await import('./commands/init.ts')).run
    case 'import': return (await import('./commands/import.ts')).run
    case 'report': return (await import('./commands/report.ts')).run
    case 'rules': return (await import('./commands/rules.ts')).run
    case 'explain': return (await import('./commands/explain.ts')).run
    case 'lsp': return (await import('./commands/lsp.ts')).run
  }
}

function report(error: unknown, terminal: Terminal, language: Language): number {
  if (error instanceof UsageError) {
    terminal.note(`${paint(terminal, 'red', 'convoke:')} ${error.message}\n`)
    return STATUS.usage
  }
  if (error instanceof ConfigurationError) {
    for (const line of error.lines) terminal.note(`${line}\n`)
    return STATUS.usage
  }
  if (error instanceof DeliveryError) {
    terminal.note(`${paint(terminal, 'red', 'convoke:')} ${error.message}\n`)
    return STATUS.problems
  }
  const what = error instanceof Error ? error.message : String(error)
  terminal.note(language === 'zh'
    ? `convoke：内部错误：${what}\n这是 Convoke 的缺陷，请附上此信息和您运行的命令报告给我们；设置 CONVOKE_DEBUG=1 可看到出错位置。\n`
    : `convoke: internal error: ${what}\nThis is a defect of Convoke. Please report it with this message and the command you ran; CONVOKE_DEBUG=1 shows where.\n`)
  if (terminal.env['CONVOKE_DEBUG'] && error instanceof Error) terminal.note(`${error.stack ?? ''}\n`)
  return STATUS.internal
}

function readLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((each) => each === '--lang' || each.startsWith('--lang='))
  if (at === -1) return undefined
  return argv[at]?.includes('=') === true ? argv[at].slice('--lang='.length) : argv[at + 1]
}

function processTerminal(): Terminal {
  const { env } = process
  return {
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    colour: wantsColour(env, process.stdout.isTTY),
    watched: process.stderr.isTTY,
    interactive: process.stdin.isTTY && process.stdout.isTTY,
    env,
    cwd: process.cwd(),
  }
}
