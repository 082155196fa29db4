import type { Instant } from '../core/arrangement/zone.ts'
import { parse } from '../core/meeting/parse.ts'
import type { Parsed } from '../core/meeting/model.ts'
import { judgeForReport } from '../core/report/judge.ts'
import type { PastFigures, PastPoint, Report } from '../core/report/model.ts'
import { monthEnds, weekEnds } from '../core/report/periods.ts'
import { pointOf, reportOf, type ReportInput } from '../core/report/report.ts'
import type { Files } from '../ports/files.ts'
import type { History } from '../ports/history.ts'
import type { Past, PastCommit } from '../ports/past.ts'
import { gatherRepository, unread, type LintRequest } from './lint.ts'
import { readMeeting } from './meetings.ts'

export interface ReportRequest extends LintRequest {
  /** Absent: no look back. */
  readonly past?: Past
  /** At most so many earlier times are looked at. */
  readonly most: number
  /** Told before each earlier time: its number from 1, of how many, and its day. */
  readonly onPast?: (number: number, all: number, at: Instant) => void
}

/** With fewer month ends than this behind it, a repository is looked at week by week. */
const FEW = 3

/** Reads, judges and counts the meeting files of a repository as they are, and as they stood at earlier times. */
export async function reportRepository(request: ReportRequest): Promise<Report> {
  const input = await judge(request)
  return reportOf(input, await lookBack(request, input))
}

async function judge(request: LintRequest): Promise<ReportInput> {
  const { config, now, named = [] } = request
  const { asked, facts, workspace } = await gatherRepository(request)
  const files = asked.map((each) => {
    const { file, meeting, syntax, text } = each
    if (text === undefined) return { file, meeting, named: false, problems: syntax.map(unread) }
    const isNamed = named.includes(file)
    return { file, meeting, text, named: isNamed, problems: judgeForReport({ file, meeting, syntax, text, config, now, facts, workspace, named: isNamed }) }
  })
  return { files, config, facts, now }
}

/** The repository at the ends of months, or of weeks while it is young, and today. */
async function lookBack(request: ReportRequest, today: ReportInput): Promise<PastFigures> {
  const { past, most, config, now, onPast } = request
  if (past === undefined || most === 0) return { state: 'off' }
  const zone = config.timezone ?? 'UTC'
  const byMonth = await past.commitsAt(monthEnds(now, zone, most))
  if (typeof byMonth === 'string') return { state: byMonth }
  const byWeek = byMonth.length < Math.min(FEW, most) ? await past.commitsAt(weekEnds(now, zone, most)) : []
  const isYoung = typeof byWeek !== 'string' && byWeek.length > byMonth.length
  const times: readonly PastCommit[] = isYoung ? byWeek : byMonth
  const points: PastPoint[] = []
  const memory = remembering()
  for (const [at, { instant, commit }] of times.entries()) {
    onPast?.(at + 1, times.length, instant)
    const files = await past.filesAt(commit, config.meetings)
    if (files === undefined) return { state: 'partial' }
    memory.next()
    points.push(pointOf(await judge(await asOf(request, files, instant, memory.parse)), commit))
  }
  return { state: 'known', every: isYoung ? 'week' : 'month', points: [...points, pointOf(today, undefined)] }
}

/** The same request for another time. Dates of other files' commits are not known there; of named files those count that were there. */
async function asOf({ config, named = [], folders }: ReportRequest, files: Files, now: Instant, parse: Parse): Promise<LintRequest> {
  const there: string[] = []
  for (const file of named) if (await files.stat(file) !== undefined) there.push(file)
  const asked = folders ?? (named.length > 0 ? [] : undefined)
  return { files, config, now, named: there, ...(asked === undefined ? {} : { folders: asked }), history: UNDATED, read: (from, file) => readMeeting(from, file, parse) }
}

const UNDATED: History = { lastCommits: () => Promise.resolve(new Map()), changedSince: () => Promise.resolve(undefined) }

type Parse = (text: string) => Parsed

/** Remembers what was read from a text until the time after the next: most files stay as they are for long. */
function remembering(): { parse: Parse; next: () => void } {
  let before = new Map<string, Parsed>()
  let current = new Map<string, Parsed>()
  return {
    next: () => {
      before = current
      current = new Map()
    },
    parse: (text) => {
      const parsed = current.get(text) ?? before.get(text) ?? parse(text)
      current.set(text, parsed)
      return parsed
    },
  }
}
