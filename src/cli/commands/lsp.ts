import { serveStreams } from '../../server/node.ts'
import type { Language } from '../../core/messages/message.ts'
import { UsageError } from '../errors.ts'
import { readOptions } from '../options.ts'
import type { Terminal } from '../terminal.ts'

/** `convoke lsp --stdio`: serves until the editor ends it; what an editor reads is written by nobody else. */
export async function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const { values, positionals } = readOptions(args, { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } }, language)
  if (positionals.length > 0) throw new UsageError(language === 'zh' ? `不需要参数“${positionals[0] ?? ''}”。` : `“${positionals[0] ?? ''}” is not needed here.`)
  if (values['stdio'] !== true) {
    throw new UsageError(language === 'zh' ? '这个命令由编辑器启动，请写成 convoke lsp --stdio。' : 'An editor starts this command; write it as convoke lsp --stdio.')
  }
  return await serveStreams(process.stdin, process.stdout, terminal.env, language)
}
