import type { CancellationToken, Position } from 'vscode-languageserver'
import type { Repository } from '../../core/language/context.ts'
import { subjectAt, subjectInConfig, type Subject } from '../../core/language/subjects.ts'
import type { LineIndex } from '../../core/text/lines.ts'
import { CONFIG_FILE } from '../configuration.ts'
import { fromPosition } from '../convert.ts'
import { ifWanted, type Session } from '../session.ts'
import { slices } from '../slices.ts'
import type { Workspace } from '../workspace.ts'

/** What the cursor stands on, and the repository that it is sought in. */
export interface Found {
  readonly workspace: Workspace
  readonly subject: Subject | undefined
  readonly repository: Repository
  readonly lines: LineIndex
  /** The text under the subject's range. */
  readonly written: string
  /** Nothing has changed since. */
  readonly isCurrent: () => boolean
}

/**
 * What is named at a place of a meeting file or of `.convoke.yml`. With `texts`, the text of every meeting is read first, in slices, so
 * that mentions in prose are found; a file that is not as it was indexed is read again by the next request.
 */
export async function subjectOf(session: Session, uri: string, position: Position, token: CancellationToken, texts = false): Promise<Found | undefined> {
  const place = session.find(uri)
  if (place === undefined) return undefined
  const { workspace, file } = place
  await workspace.ready()
  ifWanted(token)
  const target = workspace.targetOf(file)
  const text = await workspace.textOf(file)
  if (target === undefined || text === undefined) return undefined
  const read = texts ? await readTexts(workspace, session, token) : new Map<string, string>()
  const { files, config, settings } = workspace
  const repository: Repository = { config, files, language: session.language, textOf: (each) => read.get(each), ...(settings.text === undefined ? {} : { configText: settings.text }) }
  const offset = fromPosition(target.lines, position)
  const entry = workspace.entry(file)
  const subject = file === CONFIG_FILE ? subjectInConfig(text, offset) : entry === undefined ? undefined : subjectAt(entry.meeting, offset, repository, text)
  return { workspace, subject, repository, lines: target.lines, written: subject === undefined ? '' : text.slice(subject.range.start, subject.range.end), isCurrent: () => workspace.files === files && workspace.settings === settings }
}

async function readTexts(workspace: Workspace, { host }: Session, token: CancellationToken): Promise<Map<string, string>> {
  const { breathe } = slices(host)
  const read = new Map<string, string>()
  for (const { file, meeting } of workspace.files) {
    const text = await workspace.textOf(file)
    if (text !== undefined && text.length === meeting.length) read.set(file, text)
    const wait = breathe()
    if (wait === undefined) continue
    await wait
    ifWanted(token)
  }
  return read
}
