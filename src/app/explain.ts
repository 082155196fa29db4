import type { Config } from '../core/config/model.ts'
import { indexWorkspace } from '../core/lint/workspace.ts'
import { judgedTexts, type JudgedText } from '../core/rules/wording-texts.ts'
import { indexLines, lineAt } from '../core/text/lines.ts'
import { explainWording, type Explanation } from '../core/wording/evidence.ts'
import type { Instant } from '../core/arrangement/zone.ts'
import type { Files } from '../ports/files.ts'
import { readMeeting } from './meetings.ts'

/** A judged text of a line, with what its score is made of. */
export interface ExplainedText extends JudgedText {
  readonly explanation: Explanation
}

/**
 * Explains how the wording on a line (from 1) of a meeting file is judged. The other files are read as well, since the teams' own
 * names are learnt from them. Undefined where the file cannot be read.
 */
export async function explainLine(files: Files, config: Config, now: Instant, file: string, line: number): Promise<readonly ExplainedText[] | undefined> {
  const paths = [...new Set([...(await files.list(config.meetings)), file])]
  const meetings = await Promise.all(paths.map((path) => readMeeting(files, path)))
  const own = meetings.find((each) => each.file === file)
  const text = own?.text
  if (own === undefined || text === undefined) return undefined
  const lines = indexLines(text)
  const { ownWords } = indexWorkspace(meetings, config, now)
  return judgedTexts(own.meeting)
    .filter((each) => lineAt(lines, each.text.range.start) === line - 1)
    .map((each) => ({ ...each, explanation: explainWording(each.text.value, each.kind, ownWords) }))
}
