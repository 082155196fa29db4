import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Config, ConfigProblem } from '../core/config/model.ts'
import { DEFAULT_CONFIG, mergePeople, parseConfig } from '../core/config/parse.ts'
import type { Language } from '../core/messages/message.ts'
import { render } from '../core/messages/render.ts'
import { indexLines, positionAt } from '../core/text/lines.ts'
import { RULES } from '../core/rules/index.ts'
import { ConfigurationError, UsageError } from './errors.ts'
import { CONFIG_FILE, findPlace, readUtf8, type Place } from './place.ts'

/** Where a command works: the folder, and its configuration. */
export interface Repository {
  /** Absolute, links resolved. */
  readonly root: string
  readonly config: Config
  /** `.convoke.yml` is there. */
  readonly configured: boolean
}

/** Finds the repository and reads its configuration; a configuration with errors is a typed error with their places. */
export function openRepository(asked: string | undefined, cwd: string, language: Language): Repository {
  return readPlace(findPlace(asked, cwd, language), language)
}

/** Reads the configuration of a repository that was found. */
export function readPlace({ root, configText }: Place, language: Language): Repository {
  if (configText === undefined) return { root, config: DEFAULT_CONFIG, configured: false }
  const { config, problems } = parseConfig(configText, { rules: RULES })
  if (problems.length > 0) throw new ConfigurationError(place(CONFIG_FILE, configText, problems, language))
  return { root, config, configured: true }
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

function place(file: string, text: string, problems: readonly ConfigProblem[], language: Language): string[] {
  const lines = indexLines(text)
  return problems.map(({ message, data, range }) => {
    const { line, character } = positionAt(lines, range.start)
    return `${file}:${line + 1}:${character + 1}: ${render(message, data, language)}`
  })
}
