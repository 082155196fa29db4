import { applyRun } from '../../app/run.ts'
import type { Applied, Performed } from '../../app/apply.ts'
import type { Effect } from '../../core/process/effect.ts'
import type { Language } from '../../core/messages/message.ts'
import { readForgeRun, type ForgeRun } from '../forge.ts'
import { effectJson, keptJson, planText } from '../format/plan.ts'
import { paint, type Terminal } from '../terminal.ts'

/** `convoke apply`: carries the plan out. 0 when everything was done, 1 when something failed or was left to the next run. */
export async function run(args: readonly string[], terminal: Terminal, language: Language): Promise<number> {
  const asked = await readForgeRun(args, terminal, language, 'send')
  let stopped = false
  const stop = (): void => { stopped = true }
  // The first Ctrl-C finishes the effect at hand and writes the ledger; a second one ends at once.
  process.removeAllListeners('SIGINT')
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const begun = Date.now()
  const performed: Performed[] = []
  const { plan: { effects, kept }, applied, unreadable, faults } = await applyRun(asked, {
    isStopped: () => stopped,
    onPerformed: (each) => {
      performed.push(each)
      if (terminal.watched && Date.now() - begun > 1000) terminal.note(`\r${performed.length}`)
    },
  }).finally(asked.close)
  for (const place of unreadable) terminal.note(language === 'zh' ? `${place}：看不懂这条回复\n` : `${place}: this reply says nothing that can be read\n`)
  for (const fault of faults) terminal.note(`${fault}\n`)
  const outcomes = withFiles(applied, asked.fileOf)
  if (asked.json) {
    const shown = outcomes.map(({ effect, outcome, reason, file }) => {
      return { ...effectJson(effect, language), outcome, ...(reason === undefined ? {} : { problem: reason }), ...(file === undefined ? {} : { file }) }
    })
    terminal.out(`${JSON.stringify({ version: 1, effects: shown, kept: kept.map((each) => keptJson(each, language)), conflicts: applied.conflicts, stopped: applied.stopped })}\n`)
  } else terminal.out(planText(effects, kept, terminal, language) + summary(applied.performed, terminal, language))
  for (const { effect, outcome, reason } of applied.performed) {
    if (outcome !== 'done') terminal.note(`${paint(terminal, 'red', outcome)} ${effect.key}: ${reason ?? ''}\n`)
  }
  for (const meeting of applied.conflicts) terminal.note(language === 'zh' ? `${meeting}：另一次运行正在处理\n` : `${meeting}: another run is at it\n`)
  if (asked.held() > 0) terminal.note(language === 'zh' ? `达到 --max-sends 上限，有 ${asked.held()} 项留待下次运行\n` : `--max-sends is reached; ${asked.held()} sends are left to the next run\n`)
  if (applied.stopped) terminal.note(language === 'zh' ? '已中止；台账已写好，再次运行会继续。\n' : 'Stopped; the ledger is written, and the next run goes on.\n')
  return applied.stopped ? 130 : applied.conflicts.length > 0 || applied.performed.some((each) => each.outcome !== 'done') ? 1 : 0
}

function withFiles({ performed, numbers }: Applied, fileOf: ForgeRun['fileOf']): (Performed & { file?: string })[] {
  return performed.map((each) => {
    const file = fileOf?.(each.effect, issueOf(each.effect, numbers))
    return { ...each, ...(file === undefined ? {} : { file }) }
  })
}

function issueOf(effect: Effect, numbers: ReadonlyMap<string, number>): number | undefined {
  if (effect.way === 'issue') return effect.act === 'open' ? numbers.get(effect.key) : effect.issue
  if (effect.way !== 'comment') return undefined
  return typeof effect.issue === 'number' ? effect.issue : numbers.get(effect.issue)
}

function summary(performed: readonly Performed[], terminal: Terminal, language: Language): string {
  const done = performed.filter((each) => each.outcome === 'done').length
  const text = language === 'zh' ? `完成 ${done} 项，未完成 ${performed.length - done} 项` : `${done} done, ${performed.length - done} not done`
  return performed.length === 0 ? '' : `\n${paint(terminal, done === performed.length ? 'green' : 'yellow', text)}\n`
}
