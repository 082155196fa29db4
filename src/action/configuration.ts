import type { Config, ConfigProblem } from '../core/config/model.ts'
import { DEFAULT_CONFIG, mergePeople, parseConfig } from '../core/config/parse.ts'
import type { Language } from '../core/messages/message.ts'
import { render } from '../core/messages/render.ts'
import { RULES } from '../core/rules/index.ts'
import { indexLines, positionAt } from '../core/text/lines.ts'
import type { Files } from '../ports/files.ts'
import { ConfigError } from './errors.ts'
import type { Reporter } from './reporter.ts'

export const CONFIG_FILE = '.convoke.yml'
const LARGEST = 1024 * 1024

/** The repository's configuration; the defaults where there is no file. Its problems are told where they stand, and end the run. */
export async function readConfig(files: Files, reporter: Reporter, language: Language, shown = CONFIG_FILE): Promise<Config> {
  const read = await files.readText(CONFIG_FILE, LARGEST)
  if ('unread' in read) {
    if (read.unread === 'missing') return DEFAULT_CONFIG
    reporter.error(language === 'zh' ? '无法读取配置文件：须是 1 MB 以内的 UTF-8 文本。' : 'The configuration cannot be read: it has to be UTF-8 text of at most 1 MB.', { file: shown, line: 1 })
    throw new ConfigError()
  }
  const { config, problems } = parseConfig(read.text, { rules: RULES })
  tell(problems, read.text, reporter, language, shown)
  return config
}

/** The directory with the addresses of the `people` input. The input is a secret: of its problems only line and kind are told. */
export function withPeople(config: Config, people: string, reporter: Reporter, language: Language): Config {
  if (people.trim() === '') return config
  const { config: merged, problems } = mergePeople(config, people)
  const lines = indexLines(people)
  for (const { range } of problems) {
    const line = positionAt(lines, range.start).line + 1
    reporter.error(language === 'zh' ? `people 输入第 ${line} 行有误：应为“键: { email: 地址, phone: 号码 }”，键须在 .convoke.yml 的 people 中。` : `The people input is wrong in its line ${line}: write “key: { email: address, phone: number }”, with keys that stand under people in .convoke.yml.`)
  }
  if (problems.length > 0) throw new ConfigError()
  return merged
}

function tell(problems: readonly ConfigProblem[], text: string, reporter: Reporter, language: Language, shown: string): void {
  const lines = indexLines(text)
  for (const { message, data, range } of problems) {
    const { line, character } = positionAt(lines, range.start)
    reporter.error(render(message, data, language), { file: shown, line: line + 1, column: character + 1 })
  }
  if (problems.length > 0) throw new ConfigError()
}
