import { main } from './main.ts'

/** The executable: status 130 after Ctrl-C, quiet when the reader of a pipe has gone. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
process.on('SIGINT', () => process.exit(130))
process.exitCode = await main(process.argv.slice(2))
