import type { Instant } from '../core/arrangement/zone.ts'
import type { Config } from '../core/config/model.ts'
import { lint, type Problem } from '../core/lint/lint.ts'
import { indexWorkspace } from '../core/lint/workspace.ts'
import type { Facts } from '../core/materials/facts.ts'
import { requestFacts } from '../core/materials/requests.ts'
import type { Workspace } from '../core/rules/rule.ts'
import type { Files } from '../ports/files.ts'
import type { History } from '../ports/history.ts'
import { gatherFacts } from './facts.ts'
import { readMeeting, type ReadMeeting } from './meetings.ts'

export interface LintRequest {
  readonly files: Files
  readonly history: History
  readonly config: Config
  readonly now: Instant
  /** Files that the user named: judged fully, whether the globs hold them or not. */
  readonly named?: readonly string[]
  /** Folders that the user named: only files of the globs below them are judged. */
  readonly folders?: readonly string[]
  readonly read?: (files: Files, file: string) => Promise<ReadMeeting>
  readonly onProgress?: (done: number, all: number) => void
}

export interface LintedFile {
  readonly file: string
  /** Absent where the file could not be read. */
  readonly text?: string
  readonly problems: readonly Problem[]
}

/** All that rules need to judge the files that were asked for. */
export interface Gathered {
  /** In the order of their paths. */
  readonly asked: readonly ReadMeeting[]
  readonly facts: Facts
  readonly workspace: Workspace
}

/** Judges the meeting files of a repository. Files come in the order of their paths, those without problems included. */
export async function lintRepository(request: LintRequest): Promise<readonly LintedFile[]> {
  const { config, now, named = [] } = request
  const { asked, facts, workspace } = await gatherRepository(request)
  return asked.map(({ file, meeting, syntax, text }) => {
    if (text === undefined) return { file, problems: syntax.map(unread) }
    return { file, text, problems: lint({ file, meeting, syntax, text, config, now, facts, workspace, named: named.includes(file) }) }
  })
}

/**
 * Reads the meeting files of a repository and what the rules want to know of other files. All meetings are read, since clashes
 * and doubled ids are found between files; only those asked for are given back.
 */
export async function gatherRepository(request: LintRequest): Promise<Gathered> {
  const { files, history, config, now, named = [], folders, read = readMeeting, onProgress } = request
  const listed = await files.list(config.meetings)
  const paths = [...new Set([...listed, ...named])].sort()
  const meetings: ReadMeeting[] = []
  for (const file of paths) {
    meetings.push(await read(files, file))
    if (meetings.length % 200 === 0) onProgress?.(meetings.length, paths.length)
  }
  const asked = meetings.filter(({ file }) => isAskedFor(file, named, folders))
  const wanted = asked.filter(({ text }) => text !== undefined).flatMap(({ meeting, file }) => requestFacts(meeting, file))
  const facts = await gatherFacts(wanted, files, history)
  return { asked, facts, workspace: indexWorkspace(meetings, config, now) }
}

function isAskedFor(file: string, named: readonly string[], folders: readonly string[] | undefined): boolean {
  if (named.includes(file)) return true
  if (folders === undefined) return named.length === 0
  return folders.some((folder) => folder === '' || file.startsWith(`${folder}/`))
}

/** The problem of a file that could not be read. */
export function unread({ message, data, range }: ReadMeeting['syntax'][number]): Problem {
  return { rule: 'front-matter', clauses: [], severity: 'error', message, data, range, related: [], fixes: [] }
}
