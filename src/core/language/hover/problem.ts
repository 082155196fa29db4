import type { Problem } from '../../lint/lint.ts'
import { CLAUSES } from '../../messages/clauses.ts'
import type { Message } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'
import { RULES } from '../../rules/index.ts'
import type { LanguageContext } from '../context.ts'
import { escapeMarkdown } from '../markdown.ts'
import type { Hover } from '../shapes.ts'

const MESSAGES = {
  rule: { en: 'Rule {rule}: {asks}.', zh: '规则 {rule}：{asks}。' },
  clause: { en: 'Clause {clause}: {asks}.', zh: '条款 {clause}：{asks}。' },
} satisfies Record<string, Message>

/** Why the problems at an offset are problems: the rule, and the clauses behind it with their words. The message itself the client shows. */
export function problemHover({ language }: LanguageContext, offset: number, problems: readonly Problem[]): Hover | undefined {
  const here = problems.filter(({ range }) => range.start <= offset && offset <= range.end)
  const [first] = here
  if (first === undefined) return undefined
  const lines = new Set<string>()
  for (const { rule, clauses } of here) {
    const summary = RULES.find(({ id }) => id === rule)?.summary
    if (summary !== undefined) lines.add(render(MESSAGES.rule, { rule: `\`${escapeMarkdown(rule)}\``.replace(/\\/g, ''), asks: { message: summary } }, language))
    for (const clause of clauses) {
      const asks = CLAUSES[clause]
      if (asks !== undefined) lines.add(render(MESSAGES.clause, { clause, asks: { message: asks } }, language))
    }
  }
  return { range: first.range, contents: [...lines].join('\n\n') }
}
