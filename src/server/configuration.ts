import { unreadProblem } from '../app/meetings.ts'
import { DEFAULT_CONFIG, parseConfig } from '../core/config/parse.ts'
import type { Config, ConfigProblem } from '../core/config/model.ts'
import { RULES } from '../core/rules/index.ts'
import { indexLines, type LineIndex } from '../core/text/lines.ts'
import type { Files } from '../ports/files.ts'
import type { OpenText } from './documents.ts'

export const CONFIG_FILE = '.convoke.yml'
const LARGEST = 1024 * 1024

/** `.convoke.yml` as the server goes by it. */
export interface Configuration {
  /** The last one without a fault; where there was none, what could be read. */
  readonly config: Config
  /** Absent where there is no file, or it cannot be read. */
  readonly text?: string
  readonly lines: LineIndex
  /** What is wrong with the text as it is now. */
  readonly problems: readonly ConfigProblem[]
  /** Some text has been read without a fault. */
  readonly isGood: boolean
}

export const NO_CONFIGURATION: Configuration = { config: DEFAULT_CONFIG, lines: indexLines(''), problems: [], isGood: false }

/** Reads the configuration: the editor's text where it is open there, else the file's. A faulty one leaves the last good one in force. */
export async function readConfiguration(files: Files, open: OpenText | undefined, last: Configuration): Promise<Configuration> {
  const read = open ?? await files.readText(CONFIG_FILE, LARGEST)
  const kept = last.isGood ? last.config : undefined
  if ('unread' in read) {
    if (read.unread === 'missing') return NO_CONFIGURATION
    const { message, data, range } = unreadProblem(read.unread)
    return { config: kept ?? DEFAULT_CONFIG, lines: indexLines(''), problems: [{ message, data, range }], isGood: kept !== undefined }
  }
  const { config, problems } = parseConfig(read.text, { rules: RULES })
  const lines = open?.lines ?? indexLines(read.text)
  if (problems.length > 0) return { config: kept ?? config, text: read.text, lines, problems, isGood: kept !== undefined }
  return { config, text: read.text, lines, problems, isGood: true }
}
