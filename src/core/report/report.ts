import { wallAt, type Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import type { Problem } from '../lint/lint.ts'
import type { Facts } from '../materials/facts.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Clause } from '../messages/clause.ts'
import { CLAUSES } from '../messages/clauses.ts'
import { openActions, withoutAddresses } from './actions.ts'
import { costOf, hoursOf, seriesOf } from './hours.ts'
import { judgedClauses, verdictsOf } from './judge.ts'
import { monthsOf, trendOver } from './months.ts'
import type { FileFigure, PastFigures, PastPoint, Report, Scope, Verdict } from './model.ts'
import { sortOf } from './scope.ts'
import { addTallies, NOTHING, tallyByClause } from './tally.ts'

/** A file as it was read, with what the rules said of it (`judgeForReport`). */
export interface JudgedFile {
  readonly file: string
  readonly meeting: Meeting
  /** Absent where it could not be read. */
  readonly text?: string
  readonly named: boolean
  readonly problems: readonly Problem[]
}

export interface ReportInput {
  readonly files: readonly JudgedFile[]
  readonly config: Config
  readonly facts: Facts
  readonly now: Instant
}

/** A file with its sort and, where it is judged, its verdicts. */
export interface Sorted extends JudgedFile {
  readonly sort: Exclude<keyof Scope, 'files'>
  readonly verdicts: ReadonlyMap<Clause, Verdict>
}

/** Every figure of a report, from what was read and what the rules said. `past` is what is known of earlier times. */
export function reportOf(input: ReportInput, past: PastFigures): Report {
  const { config, now } = input
  const sorted = sortFiles(input)
  const judged = sorted.filter(({ sort }) => sort === 'judged')
  const byClause = tallyByClause(judged.map((each) => each.verdicts))
  const months = monthsOf(sorted, config, now)
  const day = wallAt(now, config.timezone ?? 'UTC').slice(0, 10)
  const trend = trendOver(months, day.slice(0, 7), (month) => month)
  const counted = sorted.filter(({ sort, meeting }) => (sort === 'judged' || sort === 'history') && meeting.fields.repeat === undefined)
  const costs = counted.map(({ meeting }) => costOf(meeting, config, now))
  return {
    version: 1, asOf: new Date(now).toISOString(), day, scope: scopeOf(sorted),
    overall: addTallies(Object.values(byClause)), ...(trend === undefined ? {} : { trend }),
    clean: judged.filter(({ problems }) => problems.every((each) => each.severity === 'info')).length,
    clauses: [...judgedClauses(input)].sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b)).map(([clause, on]) => {
      const own = trendOver(months, day.slice(0, 7), (month) => month.clauses[clause] ?? NOTHING)
      return { clause, off: !on, ...(byClause[clause] ?? NOTHING), ...(own === undefined ? {} : { trend: own }) }
    }),
    months, past, rules: rulesOf(judged), files: filesOf(sorted),
    hours: { ...hoursOf(costs.flatMap((cost) => cost ?? [])), unknown: costs.filter((cost) => cost === undefined).length, series: seriesOf(sorted.map((each) => each.meeting), config, now) },
    actions: openActions(judged.flatMap(({ file, meeting, text }) => (text === undefined ? [] : [{ file, meeting, text }])), config, day),
  }
}

/** The few figures of one earlier time; `input.now` is that time. */
export function pointOf(input: ReportInput, commit: string | undefined): PastPoint {
  const judged = sortFiles(input).filter(({ sort }) => sort === 'judged')
  const clauses = tallyByClause(judged.map((each) => each.verdicts))
  const day = wallAt(input.now, input.config.timezone ?? 'UTC').slice(0, 10)
  return { at: new Date(input.now).toISOString(), day, ...(commit === undefined ? {} : { commit }), meetings: judged.length, ...addTallies(Object.values(clauses)), clauses }
}

const ORDER = Object.keys(CLAUSES) as Clause[]

function sortFiles({ files, config, facts, now }: ReportInput): Sorted[] {
  const clauses = judgedClauses({ config })
  return files.map((each) => {
    const sort = sortOf(each.meeting, config, each.text !== undefined, each.named)
    const verdicts = sort === 'judged' ? verdictsOf(each.problems, { file: each.file, meeting: each.meeting, config, facts, now }, clauses) : new Map<Clause, Verdict>()
    return { ...each, sort, verdicts }
  })
}

function scopeOf(sorted: readonly Sorted[]): Scope {
  const count = (sort: Sorted['sort']): number => sorted.filter((each) => each.sort === sort).length
  return { files: sorted.length, judged: count('judged'), history: count('history'), cancelled: count('cancelled'), bare: count('bare'), unreadable: count('unreadable') }
}

/** How grave an error is beside a warning. */
const WEIGHT = { error: 3, warning: 1, info: 0 } as const

function filesOf(sorted: readonly Sorted[]): FileFigure[] {
  const figures = sorted.filter(({ sort }) => sort !== 'history').map(({ file, meeting, problems, verdicts }): FileFigure => {
    const count = (severity: Problem['severity']): number => problems.filter((each) => each.severity === severity).length
    const title = meeting.fields.title?.value
    const day = (meeting.fields.start?.value ?? meeting.fields.startDay?.value)?.slice(0, 10)
    return {
      file, ...(title === undefined ? {} : { title: withoutAddresses(title) }), ...(day === undefined ? {} : { day }),
      errors: count('error'), warnings: count('warning'), infos: count('info'),
      broken: ORDER.filter((clause) => verdicts.get(clause) === 'broken'),
      weight: problems.reduce((sum, each) => sum + WEIGHT[each.severity], 0),
    }
  })
  return figures.filter((each) => each.weight > 0).sort((a, b) => b.weight - a.weight || b.errors - a.errors || (a.file < b.file ? -1 : 1))
}

function rulesOf(judged: readonly Sorted[]): Report['rules'] {
  const rules = new Map<string, { errors: number; warnings: number; infos: number; meetings: number }>()
  for (const { problems } of judged) {
    for (const { rule, severity } of problems) {
      const figure = rules.get(rule) ?? { errors: 0, warnings: 0, infos: 0, meetings: 0 }
      rules.set(rule, figure)
      if (severity === 'error') figure.errors++
      else if (severity === 'warning') figure.warnings++
      else figure.infos++
    }
    for (const rule of new Set(problems.map((each) => each.rule))) {
      const figure = rules.get(rule)
      if (figure !== undefined) figure.meetings++
    }
  }
  return [...rules].map(([rule, figure]) => ({ rule, ...figure }))
    .sort((a, b) => b.errors * WEIGHT.error + b.warnings - a.errors * WEIGHT.error - a.warnings || b.infos - a.infos || (a.rule < b.rule ? -1 : 1))
}
