import { closest } from '../text/similar.ts'
import type { Message } from '../messages/message.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Finding } from '../rules/rule.ts'
import type { Problem } from './lint.ts'

/** Texts of the problems that suppressions themselves can have; they are `front-matter`'s. */
export const SUPPRESSION_MESSAGES = {
  noReason: {
    en: 'This silences {rule} without saying why; write the reason after " -- ".',
    zh: '这里关闭了 {rule} 却没有说明原因，请在“ -- ”之后写上原因。',
  },
  noRule: { en: 'This silences nothing: name the rule after “convoke-disable-next-line”.', zh: '这里没有关闭任何规则，请在 convoke-disable-next-line 之后写明规则。' },
  misspelt: { en: 'There is no rule “{rule}”; did you mean “{meant}”?', zh: '没有“{rule}”这条规则，是否想写“{meant}”？' },
  fixRule: { en: 'Write “{meant}”', zh: '改为“{meant}”' },
} as const satisfies Record<string, Message>

/** The problems that are left after `convoke-disable-next-line` (DESIGN 2). */
export function applySuppressions(meeting: Meeting, problems: readonly Problem[], lineOf: (offset: number) => number): Problem[] {
  return problems.filter((problem) => {
    const line = lineOf(problem.range.start)
    return !meeting.suppressions.some((each) => each.line === line && each.rules.some((rule) => rule.value === problem.rule))
  })
}

/**
 * What is wrong with the suppressions themselves: no reason (it still silences, the one problem is enough), no rule, or a rule's
 * name misspelt. A name that is like no rule's may be that of a later version.
 */
export function* suppressionFindings(meeting: Meeting, ids: readonly string[]): Iterable<Finding> {
  for (const { reason, rules, range } of meeting.suppressions) {
    if (rules.length === 0) yield { message: SUPPRESSION_MESSAGES.noRule, range }
    else if (reason === undefined) yield { message: SUPPRESSION_MESSAGES.noReason, data: { rule: { list: rules.map((each) => each.value) } }, range }
    for (const rule of rules) {
      const meant = ids.includes(rule.value) ? undefined : closest(rule.value, ids)
      if (meant === undefined) continue
      const data = { rule: rule.value, meant }
      const fix = { title: SUPPRESSION_MESSAGES.fixRule, data, safe: true, edits: [{ range: rule.range, text: meant }] }
      yield { message: SUPPRESSION_MESSAGES.misspelt, data, range: rule.range, fixes: [fix] }
    }
  }
}
