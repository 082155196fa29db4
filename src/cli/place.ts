import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Language } from '../core/messages/message.ts'
import { ConfigurationError, UsageError } from './errors.ts'

export const CONFIG_FILE = '.convoke.yml'

/** Where a command works, its configuration not yet read. */
export interface Place {
  /** Absolute, links resolved. */
  readonly root: string
  /** The text of `.convoke.yml`; absent where it is not there. */
  readonly configText?: string
}

/** Finds the repository: the folder that was asked for, else the one that the command is run in, or above. */
export function findPlace(asked: string | undefined, cwd: string, language: Language): Place {
  const root = asked === undefined ? findRoot(cwd) : namedRoot(resolve(cwd, asked), asked, language)
  const path = join(root, CONFIG_FILE)
  return existsSync(path) ? { root, configText: readUtf8(path, CONFIG_FILE, language) } : { root }
}

/** The text of a file that a person named, without its byte order mark being lost; an error says what is wrong with it. */
export function readUtf8(path: string, shown: string, language: Language): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (error) {
    const unreadable = (error as NodeJS.ErrnoException).code !== undefined && !(error instanceof TypeError)
    throw new ConfigurationError([unreadable
      ? language === 'zh' ? `${shown}:1:1: 无法读取这个文件，请检查权限。` : `${shown}:1:1: this file cannot be read; check its permissions.`
      : language === 'zh' ? `${shown}:1:1: 文件不是 UTF-8 编码，请另存为 UTF-8。` : `${shown}:1:1: this file is not UTF-8; save it as UTF-8.`])
  }
}

function namedRoot(path: string, asked: string, language: Language): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(language === 'zh' ? `--root 不是文件夹：${asked}` : `--root is no folder: ${asked}`)
  }
  return realpathSync(path)
}

/** The folder above with `.convoke.yml`, else git's root, else the folder itself. */
function findRoot(cwd: string): string {
  const start = realpathSync(cwd)
  for (const mark of [CONFIG_FILE, '.git']) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, mark))) return folder
      if (dirname(folder) === folder) break
    }
  }
  return start
}

/** Named paths as files and folders of the repository. A path that is not there, or outside, is a usage error. */
export function namedPaths(paths: readonly string[], root: string, cwd: string, language: Language): { files: string[]; folders: string[] } {
  const files: string[] = []
  const folders: string[] = []
  for (const each of paths) {
    // A path is meant from where the user is; where nothing lies there, from the root that was named.
    const absolute = [resolve(cwd, each), resolve(root, each)].find((candidate) => existsSync(candidate))
    if (absolute === undefined) throw new UsageError(language === 'zh' ? `没有这个文件或文件夹：${each}` : `There is no file or folder ${each}`)
    const own = relative(root, realpathSync(dirname(absolute)) + sep + absolute.slice(dirname(absolute).length).replace(/^[/\\]/, '')).split(sep).join('/')
    const inside = relative(root, realpathSync(absolute)).split(sep).join('/')
    if (inside.startsWith('../') || inside === '..' || own.startsWith('../')) {
      throw new UsageError(language === 'zh' ? `${each} 在仓库 ${root} 之外；请用 --root 指定它所在的仓库。` : `${each} is outside the repository ${root}; name its own with --root.`)
    }
    if (statSync(absolute).isDirectory()) folders.push(inside)
    // The configuration was judged when it was read; it is no meeting.
    else if (inside !== CONFIG_FILE) files.push(inside)
  }
  return { files, folders }
}
