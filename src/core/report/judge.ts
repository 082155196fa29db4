import { startOf } from '../arrangement/when.ts'
import { MINUTE } from '../arrangement/zone.ts'
import { lint, type LintInput, type Problem } from '../lint/lint.ts'
import { RULES } from '../rules/index.ts'
import type { Clause } from '../messages/clause.ts'
import type { Verdict } from './model.ts'
import { applies, type Case } from './scope.ts'

/** The rules about arrangements; the others stay in their places and say nothing, so that a suppression of theirs is still known. */
const ARRANGEMENTS = RULES.map((rule) => (rule.speaks === 'ahead' ? rule : { ...rule, check: () => [] }))
const ABOUT_ARRANGEMENTS: ReadonlySet<string> = new Set(RULES.filter((rule) => rule.speaks === 'ahead').map((rule) => rule.id))

/** Clauses that a finding of `front-matter` may cite: what is missing of the title, purpose and outcome. */
const ALSO_CITED: readonly Clause[] = ['A1', 'A2', 'A3']

/** The clauses that rules judge, and whether any of their rules is on. */
export function judgedClauses({ config }: Pick<LintInput, 'config'>): ReadonlyMap<Clause, boolean> {
  const clauses = new Map<Clause, boolean>()
  for (const { id, clauses: own } of RULES) {
    const on = config.rules.get(id)?.severity !== 'off'
    for (const clause of id === 'front-matter' ? ALSO_CITED : own) clauses.set(clause, (clauses.get(clause) ?? false) || on)
  }
  return clauses
}

/**
 * The problems of a file for a report. Rules about arrangements speak only while a meeting is ahead, so a meeting that has
 * begun is asked for them as of the minute before its start: what its file says of its arrangements is what they were.
 * All other rules judge as of now.
 */
export function judgeForReport(input: LintInput): readonly Problem[] {
  const start = input.meeting.fields.repeat === undefined ? startOf(input.meeting, input.config) : undefined
  const problems = lint(input)
  if (start === undefined || start > input.now) return problems
  const arranged = lint({ ...input, now: start - MINUTE }, ARRANGEMENTS).filter(({ rule }) => ABOUT_ARRANGEMENTS.has(rule))
  return [...problems, ...arranged]
}

/** How a meeting follows each clause that applies to it. What a rule complains of applies in any case. */
export function verdictsOf(problems: readonly Problem[], each: Case, clauses: ReadonlyMap<Clause, boolean>): ReadonlyMap<Clause, Verdict> {
  const found = new Map<Clause, Verdict>()
  for (const { clauses: cited, severity } of problems) {
    for (const clause of cited) if (found.get(clause) !== 'broken') found.set(clause, severity === 'info' ? 'remarked' : 'broken')
  }
  const verdicts = new Map<Clause, Verdict>()
  for (const [clause, on] of clauses) {
    if (!on) continue
    const verdict = found.get(clause)
    if (verdict === 'broken' || applies(clause, each)) verdicts.set(clause, verdict ?? 'kept')
  }
  return verdicts
}
