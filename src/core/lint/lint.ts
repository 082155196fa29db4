import type { Range } from '../text/range.ts'
import { indexLines, lineAt } from '../text/lines.ts'
import type { Message, MessageData } from '../messages/message.ts'
import type { Config, Severity } from '../config/model.ts'
import type { Meeting, SyntaxProblem } from '../meeting/model.ts'
import { nextOf } from '../arrangement/series.ts'
import { Present, type Span } from '../arrangement/present.ts'
import { aheadUntil, isHistory } from '../arrangement/when.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { Facts } from '../materials/facts.ts'
import type { Clause, Context, Finding, Fix, MeetingFile, Related, Rule, Workspace } from '../rules/rule.ts'
import { RULES } from '../rules/index.ts'
import { applySuppressions, suppressionFindings } from './suppressions.ts'

/** A finding with everything that a reader needs. */
export interface Problem {
  readonly rule: string
  readonly clauses: readonly Clause[]
  readonly severity: Severity
  readonly message: Message
  readonly data: MessageData
  readonly range: Range
  readonly related: readonly Related[]
  readonly fixes: readonly Fix[]
}

export interface LintInput extends MeetingFile {
  readonly text: string
  readonly syntax: readonly SyntaxProblem[]
  readonly config: Config
  readonly now: Instant
  readonly facts: Facts
  readonly workspace: Workspace
  /** Named by the user: a file without front matter is judged fully (FORMAT 1). */
  readonly named: boolean
}

/** What was found in a file, and how long it holds while nothing else changes. */
export interface Verdict {
  readonly problems: readonly Problem[]
  readonly holds: Span
}

/** The problems of one file by every rule that is on, in the order of the text. Pure: the same input gives the same problems. */
export function lint(input: LintInput, rules: readonly Rule[] = RULES): readonly Problem[] {
  return judge(input, rules).problems
}

/** As `lint`, with the time during which it would find the same. */
export function judge(input: LintInput, rules: readonly Rule[] = RULES): Verdict {
  const { config, now, ...known } = input
  const present = new Present(now)
  const meeting = atNextOccurrence(input, present)
  const bare = meeting.frontMatter === undefined && !input.named
  const history = isHistory(meeting, config)
  const until = aheadUntil(meeting, config)
  const ahead = until === undefined || present.isBefore(until)
  const problems: Problem[] = []
  // Of a front matter that is too large to be read nothing else is said (FORMAT 1).
  const large = input.syntax.some((each) => each.code === 'too-large')
  const fileOnly = bare || large || meeting.fields.status?.value === 'cancelled'
  // One context for all rules, since making one for each costs more than many a rule; the option is asked of the rule that is at work.
  let at: { readonly rule: Rule; readonly options: Readonly<Record<string, unknown>> | undefined } | undefined
  const context: Context = { ...known, config, present, meeting, option: (name) => (at === undefined ? undefined : optionOf(at.rule, at.options, name)) }
  const written: Context = meeting === input.meeting ? context : { ...context, meeting: input.meeting }
  for (const rule of rules) {
    if (rule.id !== 'front-matter' && (fileOnly || history)) continue
    if (rule.speaks === 'ahead' && !ahead) continue
    const setting = config.rules.get(rule.id)
    if (setting?.severity === 'off') continue
    at = { rule, options: setting?.options }
    for (const finding of rule.check(rule.id === 'front-matter' ? written : context)) problems.push(toProblem(rule, finding, setting?.severity))
  }
  const kept = meeting.suppressions.length === 0 || bare || large ? problems : suppressed(meeting, input, problems, rules)
  kept.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
  return { problems: kept, holds: present.holds }
}

/** The problems that no suppression silences, with those of the suppressions themselves, which nothing silences. */
function suppressed(meeting: Meeting, { text, config }: LintInput, problems: readonly Problem[], rules: readonly Rule[]): Problem[] {
  const lines = indexLines(text)
  const kept = applySuppressions(meeting, problems, (at) => lineAt(lines, at))
  const rule = rules.find((each) => each.id === 'front-matter')
  const severity = config.rules.get('front-matter')?.severity
  if (rule === undefined || severity === 'off') return kept
  for (const finding of suppressionFindings(meeting, rules.map(({ id }) => id))) kept.push(toProblem(rule, finding, severity))
  return kept
}

/**
 * A series is judged by its next meeting that has no file of its own, since those that have one are judged themselves: the place
 * in the text stays, the time is that of the next one.
 */
function atNextOccurrence({ meeting, config, workspace }: LintInput, present: Present): Meeting {
  const { id, repeat, start } = meeting.fields
  if (repeat === undefined || start === undefined) return meeting
  const now = present.exactly(Infinity)
  const next = nextOf(meeting, config, now, (original) => id === undefined || !workspace.hasOwnFile(id.value, original))
  // It is the next one until it has begun.
  if (next !== undefined) present.exactly(next.start + 1)
  return next === undefined ? meeting : { ...meeting, fields: { ...meeting.fields, start: { ...start, value: next.wall } } }
}

function toProblem(rule: Rule, finding: Finding, setting: Severity | undefined): Problem {
  const own = finding.severity ?? rule.severity
  // A severity that is set takes the place of the rule's own; what is only information stays so.
  const severity = setting === undefined || finding.severity === 'info' ? own : setting
  const { message, data = {}, range, related = [], fixes = [], clauses = rule.clauses } = finding
  return { rule: rule.id, clauses, severity, message, data, range, related, fixes }
}

function optionOf(rule: Rule, options: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  const usual = rule.options?.[name]?.default
  const written = options !== undefined && Object.hasOwn(options, name) ? options[name] : undefined
  return typeof written === typeof usual && Array.isArray(written) === Array.isArray(usual) ? written : usual
}
