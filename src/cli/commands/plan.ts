import { planRun } from '../../app/run.ts'
import type { Language } from '../../core/messages/message.ts'
import { readForgeRun } from '../forge.ts'
import { effectJson, keptJson, planText } from '../format/plan.ts'
import type { Terminal } from '../terminal.ts'

/** `convoke plan`: what apply would do, and why. Writes nothing. */
export async function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const asked = await readForgeRun(args, terminal, language, 'look')
  const { plan: { effects, kept }, unreadable } = await planRun(asked).finally(asked.close)
  for (const place of unreadable) terminal.note(language === 'zh' ? `${place}：看不懂这条回复\n` : `${place}: this reply says nothing that can be read\n`)
  if (asked.json) terminal.out(`${JSON.stringify({ version: 1, effects: effects.map((each) => effectJson(each, language)), kept: kept.map((each) => keptJson(each, language)) })}\n`)
  else terminal.out(planText(effects, kept, terminal, language))
  return 0
}
