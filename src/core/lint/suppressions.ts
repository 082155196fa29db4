import type { Message } from '../messages/message.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Problem } from './lint.ts'

/** Texts of the problems that suppressions themselves can have; they are `front-matter`'s. */
export const SUPPRESSION_MESSAGES = {
  noReason: {
    en: 'This silences {rule} without saying why; write the reason after " -- ".',
    zh: '这里关闭了 {rule} 却没有说明原因，请在“ -- ”之后写上原因。',
  },
} as const satisfies Record<string, Message>

/**
 * The problems that are left after `convoke-disable-next-line`, with one more for each suppression that gives no reason
 * (DESIGN 2). A suppression without a reason still silences: the one problem is enough.
 */
export function applySuppressions(meeting: Meeting, problems: readonly Problem[], lineOf: (offset: number) => number): Problem[] {
  const left = problems.filter((problem) => {
    const line = lineOf(problem.range.start)
    return !meeting.suppressions.some((each) => each.line === line && each.rules.some((rule) => rule.value === problem.rule))
  })
  for (const { reason, rules, range } of meeting.suppressions) {
    if (reason !== undefined) continue
    left.push({
      rule: 'front-matter', clauses: [], severity: 'error', message: SUPPRESSION_MESSAGES.noReason,
      data: { rule: rules.map((each) => each.value).join(', ') }, range, related: [], fixes: [],
    })
  }
  return left
}
