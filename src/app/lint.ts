import { DAY, type Instant } from '../core/arrangement/zone.ts'
import type { Config } from '../core/config/model.ts'
import { bothHold, type Span } from '../core/arrangement/present.ts'
import { judge, type Problem } from '../core/lint/lint.ts'
import { indexWorkspace } from '../core/lint/workspace.ts'
import type { FactRequest, Facts } from '../core/materials/facts.ts'
import { requestFacts } from '../core/materials/requests.ts'
import type { MeetingFile, Workspace } from '../core/rules/rule.ts'
import type { Files } from '../ports/files.ts'
import type { History } from '../ports/history.ts'
import { gatherFacts } from './facts.ts'
import { listMeetings } from './listing.ts'
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
  /** What was asked of other files. */
  readonly wanted: readonly FactRequest[]
  readonly workspace: Workspace
}

/** What was found, and what it rests on beside the texts. */
export interface Judged {
  readonly files: readonly LintedFile[]
  /** The time during which the same would be found. It ends with the day (UTC) at the latest. */
  readonly holds: Span
  readonly wanted: readonly FactRequest[]
  readonly facts: Facts
}

/** Judges the meeting files of a repository. Files come in the order of their paths, those without problems included. */
export async function lintRepository(request: LintRequest): Promise<readonly LintedFile[]> {
  const share = await readShare(request, await listIn(request))
  return (await share.judge([])).files
}

/**
 * Reads the meeting files of a repository and what the rules want to know of other files. All meetings are read, since clashes
 * and doubled ids are found between files; only those asked for are given back.
 */
export async function gatherRepository(request: LintRequest): Promise<Gathered> {
  return gather(request, await readAll(request, await listIn(request)), [])
}

function listIn({ files, config, named }: LintRequest): Promise<readonly string[]> {
  return listMeetings(files, config.meetings, named)
}

/** Some of a repository's files, read. They can be judged once it is known what the others hold, so that several threads share the work. */
export interface Share {
  readonly meetings: readonly ReadMeeting[]
  /** What the other shares have to know of these files. */
  readonly outlines: () => readonly MeetingFile[]
  /** Judges these files beside those of the other shares. */
  readonly judge: (others: readonly MeetingFile[]) => Promise<Judged>
}

export async function readShare(request: LintRequest, paths: readonly string[]): Promise<Share> {
  const meetings = await readAll(request, paths)
  return { meetings, outlines: () => meetings.map(outlineOf), judge: (others) => judgeShare(request, meetings, others) }
}

async function readAll({ files, read = readMeeting, onProgress }: LintRequest, paths: readonly string[]): Promise<ReadMeeting[]> {
  const meetings: ReadMeeting[] = []
  for (const file of paths) {
    meetings.push(await read(files, file))
    if (meetings.length % 200 === 0) onProgress?.(meetings.length, paths.length)
  }
  return meetings
}

async function gather({ files, history, config, now, named = [], folders }: LintRequest, meetings: readonly ReadMeeting[], others: readonly MeetingFile[]): Promise<Gathered> {
  const asked = meetings.filter(({ file }) => isAskedFor(file, named, folders))
  const wanted = asked.filter(({ text }) => text !== undefined).flatMap(({ meeting, file }) => requestFacts(meeting, file))
  const facts = await gatherFacts(wanted, files, history)
  return { asked, facts, wanted, workspace: indexWorkspace([...meetings, ...others], config, now) }
}

async function judgeShare(request: LintRequest, meetings: readonly ReadMeeting[], others: readonly MeetingFile[]): Promise<Judged> {
  const { config, now, named = [] } = request
  const { asked, facts, wanted, workspace } = await gather(request, meetings, others)
  const today = Math.floor(now / DAY) * DAY
  let holds: Span = { from: today, until: today + DAY }
  const files = asked.map(({ file, meeting, syntax, text }) => {
    if (text === undefined) return { file, problems: syntax.map(unread) }
    const verdict = judge({ file, meeting, syntax, text, config, now, facts, workspace, named: named.includes(file) })
    holds = bothHold(holds, verdict.holds)
    return { file, text, problems: verdict.problems }
  })
  return { files, holds, wanted, facts }
}

/** A meeting without its body: the front matter's fields and the headings, which are all that is asked of another file. */
function outlineOf({ file, meeting: { language, fields, sections, bodyStart, length } }: ReadMeeting): MeetingFile {
  return { file, meeting: { language, fields, sections, links: [], suppressions: [], bodyStart, length } }
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
