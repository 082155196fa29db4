import { resolve } from 'node:path'
import { diskFiles } from '../adapters/disk/disk.ts'
import { folderForge, type FolderForge } from '../adapters/folder/forge.ts'
import type { Run } from '../app/run.ts'
import type { Language } from '../core/messages/message.ts'
import { UsageError } from './errors.ts'
import { readNow, readOptions, text } from './options.ts'
import { openRepository, withPeople } from './repository.ts'
import type { Terminal } from './terminal.ts'

/** What plan and apply are asked to do, read from the command line. */
export interface ForgeRun extends Run {
  readonly forge: FolderForge
  readonly json: boolean
}

export function readForgeRun(args: readonly string[], terminal: Terminal, language: Language): ForgeRun {
  const options = readOptions(args, { root: { type: 'string' }, forge: { type: 'string' }, people: { type: 'string' }, now: { type: 'string' }, json: { type: 'boolean' } }, language)
  if (options.positionals.length > 0) {
    throw new UsageError(language === 'zh' ? `不需要参数“${options.positionals[0] ?? ''}”。` : `“${options.positionals[0] ?? ''}” is not needed here.`)
  }
  const opened = openRepository(text(options, 'root'), terminal.cwd, language)
  const { root, config } = withPeople(opened, text(options, 'people'), terminal.cwd, language)
  const forge = folderForge(forgeFolder(text(options, 'forge'), root, terminal.cwd, language))
  const now = readNow(options.values['now'], config.timezone, language)
  return { world: { ...forge, files: diskFiles(root) }, config, now, forge, json: options.values['json'] === true }
}

/** `folder:DIR` as a path; without the option, a folder of the repository. */
export function forgeFolder(written: string | undefined, root: string, cwd: string, language: Language): string {
  if (written === undefined) return resolve(root, '.convoke')
  const folder = /^folder:(.+)$/.exec(written)?.[1]
  if (folder !== undefined) return resolve(cwd, folder)
  throw new UsageError(language === 'zh' ? `--forge 应写成 folder:目录，而不是“${written}”。` : `--forge has to be folder:DIR, not “${written}”.`)
}
