import type { Clause } from '../messages/clause.ts'

/*
 * A report as data, in the shape that `convoke report --format json` prints: plain JSON, no texts but those of the files.
 */

/** How often something that applied was kept. `judged` is the sum of the other three; a remark is information and breaks nothing. */
export interface Tally {
  readonly judged: number
  readonly kept: number
  readonly remarked: number
  readonly broken: number
}

/** By clause; one that applied to no meeting is absent. */
export type ClauseTallies = Readonly<Partial<Record<Clause, Tally>>>

/** How one clause is followed. */
export interface ClauseFigure extends Tally {
  readonly clause: Clause
  /** Every rule that cites it is switched off: it was not judged. */
  readonly off: boolean
  readonly trend?: Trend
}

/** The later months beside the earlier ones. Absent where either has too few judgements to compare. */
export interface Trend {
  readonly earlier: Tally
  readonly later: Tally
  /** Percentage points, later less earlier, rounded. */
  readonly points: number
}

/** The meetings that begin in one month, by their own clocks. */
export interface MonthFigure extends Tally {
  /** `YYYY-MM`. */
  readonly month: string
  /** Meetings that were judged. */
  readonly meetings: number
  readonly clauses: ClauseTallies
  readonly hours: HoursFigure
}

export interface HoursFigure {
  /** Meetings that are counted: not cancelled, with a duration and somebody who is asked. History is counted as well. */
  readonly meetings: number
  /** Attendees × minutes. */
  readonly personMinutes: number
  /** Of `personMinutes`, what is still ahead. */
  readonly aheadMinutes: number
}

/** What a series costs. */
export interface SeriesFigure {
  readonly id: string
  readonly title?: string
  /** Meetings with a file of their own, and their person-minutes. */
  readonly meetings: number
  readonly personMinutes: number
  /** Meetings that the rule has in the twelve weeks ahead, each with the series' own people and duration, and their person-minutes. */
  readonly coming: number
  readonly comingMinutes: number
}

/** The repository as it stood at an earlier time, judged as of that time by today's rules and configuration. */
export interface PastPoint extends Tally {
  /** ISO 8601, UTC. */
  readonly at: string
  /** The day in the configuration's zone. */
  readonly day: string
  /** Absent for the working tree of today. */
  readonly commit?: string
  readonly meetings: number
  readonly clauses: ClauseTallies
}

/** What is known of earlier times, or why nothing is. */
export type PastFigures =
  | { readonly state: 'off' | 'no-git' | 'no-commit' | 'shallow' | 'partial' }
  | { readonly state: 'known'; readonly every: 'month' | 'week'; readonly points: readonly PastPoint[] }

/** A file with something to mend. */
export interface FileFigure {
  readonly file: string
  readonly title?: string
  /** `YYYY-MM-DD`. */
  readonly day?: string
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly broken: readonly Clause[]
  /** Errors count three, warnings one. */
  readonly weight: number
}

export interface OpenAction {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly text: string
  /** Directory key, `@login`, or a name as written; absent where nobody or no single person is named. */
  readonly owner?: string
  /** `YYYY-MM-DD`. */
  readonly due?: string
  /** Days since the due date, where it has passed. */
  readonly overdue?: number
}

export interface OwnerFigure {
  readonly owner?: string
  readonly open: number
  readonly overdue: number
  readonly undated: number
}

/** How many files there are of each sort. Their sum is `files`. */
export interface Scope {
  readonly files: number
  /** Judged by every clause that applies. */
  readonly judged: number
  /** Ended before the procedure was adopted: read, not judged. */
  readonly history: number
  readonly cancelled: number
  /** Without front matter: not yet a meeting file. */
  readonly bare: number
  /** Cannot be read, or their front matter cannot. */
  readonly unreadable: number
}

export interface Report {
  readonly version: 1
  /** ISO 8601, UTC. */
  readonly asOf: string
  /** The day in the configuration's zone. */
  readonly day: string
  readonly scope: Scope
  /** Over all clauses and all judged meetings. */
  readonly overall: Tally
  readonly trend?: Trend
  /** Judged meetings with neither an error nor a warning. */
  readonly clean: number
  readonly clauses: readonly ClauseFigure[]
  /** In order, only those with meetings. */
  readonly months: readonly MonthFigure[]
  readonly past: PastFigures
  /** Problems by rule, most first. */
  readonly rules: readonly { readonly rule: string; readonly errors: number; readonly warnings: number; readonly infos: number; readonly meetings: number }[]
  /** Those with an error or a warning, gravest first. */
  readonly files: readonly FileFigure[]
  readonly hours: HoursFigure & {
    /** Not cancelled, and no duration or nobody that is asked: not counted. */
    readonly unknown: number
    readonly series: readonly SeriesFigure[]
  }
  readonly actions: {
    readonly open: number
    readonly overdue: number
    readonly undated: number
    readonly owners: readonly OwnerFigure[]
    /** Longest overdue first, then by due date, those without one last. */
    readonly items: readonly OpenAction[]
  }
}

/** A meeting's share of a tally. */
export type Verdict = 'kept' | 'remarked' | 'broken'
