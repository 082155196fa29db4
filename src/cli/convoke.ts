import { main } from './main.ts'
import { languageOf } from './terminal.ts'

/** The executable: status 130 after Ctrl-C, quiet when the reader of a pipe has gone, 2 when the result cannot be written. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  const what = error.code ?? error.message
  process.stderr.write(languageOf(undefined, process.env) === 'zh' ? `convoke：结果写不出去（${what}），请检查磁盘空间和权限。\n` : `convoke: the result cannot be written (${what}); check the disk and its permissions.\n`)
  process.exit(2)
})
process.on('SIGINT', () => process.exit(130))
process.exitCode = await main(process.argv.slice(2))
