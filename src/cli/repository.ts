import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Config, ConfigProblem } from '../core/config/model.ts'
import { DEFAULT_CONFIG, mergePeople, parseConfig } from '../core/config/parse.ts'
import type { Language } from '../core/messages/message.ts'
import { render } from '../core/messages/render.ts'
import { indexLines, positionAt } from '../core/text/lines.ts'
import { RULES } from '../core/rules/index.ts'
import { ConfigurationError, UsageError } from './errors.ts'

export const CONFIG_FILE = '.convoke.yml'

/** Where a command works: the folder, and its configuration. */
export interface Repository {
  /** Absolute, links resolved. */
  readonly root: string
  readonly config: Config
  /** `.convoke.yml` is there. */
  readonly configured: boolean
  /** Its text; empty where it is not there. */
  readonly configText: string
}

/** Finds the repository and reads its configuration; a configuration with errors is a typed error with their places. */
export function openRepository(asked: string | undefined, cwd: string, language: Language): Repository {
  const root = asked === undefined ? findRoot(cwd) : namedRoot(resolve(cwd, asked), asked, language)
  const path = join(root, CONFIG_FILE)
  if (!existsSync(path)) return { root, config: DEFAULT_CONFIG, configured: false, configText: '' }
  const text = readUtf8(path, CONFIG_FILE, language)
  const { config, problems } = parseConfig(text, { rules: RULES })
  if (problems.length > 0) throw new ConfigurationError(place(CONFIG_FILE, text, problems, language))
  return { root, config, configured: true, configText: text }
}

/** Lays a file of addresses over the directory. */
export function withPeople({ config, ...rest }: Repository, file: string | undefined, cwd: string, language: Language): Repository {
  if (file === undefined) return { ...rest, config }
  const path = resolve(cwd, file)
  if (!existsSync(path)) throw new UsageError(language === 'zh' ? `--people 文件不存在：${file}` : `There is no --people file ${file}`)
  const text = readUtf8(path, file, language)
  const merged = mergePeople(config, text)
  if (merged.problems.length > 0) throw new ConfigurationError(place(file, text, merged.problems, language))
  return { ...rest, config: merged.config }
}

function readUtf8(path: string, shown: string, language: Language): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (error) {
    const unreadable = (error as NodeJS.ErrnoException).code !== undefined && !(error instanceof TypeError)
    throw new ConfigurationError([unreadable
      ? language === 'zh' ? `${shown}:1:1: 无法读取这个文件，请检查权限。` : `${shown}:1:1: this file cannot be read; check its permissions.`
      : language === 'zh' ? `${shown}:1:1: 文件不是 UTF-8 编码，请另存为 UTF-8。` : `${shown}:1:1: this file is not UTF-8; save it as UTF-8.`])
  }
}

function place(file: string, text: string, problems: readonly ConfigProblem[], language: Language): string[] {
  const lines = indexLines(text)
  return problems.map(({ message, data, range }) => {
    const { line, character } = positionAt(lines, range.start)
    return `${file}:${line + 1}:${character + 1}: ${render(message, data, language)}`
  })
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
