import { gitHistory } from '../adapters/git/git.ts'
import { applyRun, planRun } from '../app/run.ts'
import type { Performed } from '../app/apply.ts'
import type { Config } from '../core/config/model.ts'
import type { Language } from '../core/messages/message.ts'
import { render } from '../core/messages/render.ts'
import type { Effect, Kept } from '../core/process/effect.ts'
import { codeSpan, escapeLine } from '../core/render/github/escape.ts'
import { planMarkdown } from '../core/render/plan/markdown.ts'
import { gitHubForge } from '../forges/github.ts'
import { readTemplates, type TemplateProblem } from '../templates/templates.ts'
import { CONFIG_FILE, readConfig, withPeople } from './configuration.ts'
import { InputError } from './errors.ts'
import { accessOf, type Job } from './job.ts'

/** Carries out what is merged: everything that changed, is due, or was answered since the last run; all there is on a dispatch. */
export async function sync(job: Job): Promise<void> {
  const { inputs, event, files, reporter } = job
  if (/^pull_request/.test(event.name)) throw new InputError('mode sync runs on what is merged, not on a pull request; use push, schedule, issue_comment, issues and workflow_dispatch')
  if (event.name === 'push' && event.defaultBranch !== undefined && event.ref !== `refs/heads/${event.defaultBranch}`) {
    reporter.notice(`Nothing is carried out from ${event.ref}: only what is merged into ${event.defaultBranch} counts.`)
    return
  }
  if (event.sender !== undefined && event.name.startsWith('issue') && inputs.identities.some((each) => each.toLowerCase() === event.sender?.toLowerCase())) {
    reporter.info('This event is Convoke’s own doing; there is nothing to do.')
    return
  }
  const merged = await readConfig(files, reporter, inputs.language ?? 'en', job.prefix + CONFIG_FILE)
  const language = inputs.language ?? merged.language ?? 'en'
  const config = withPeople(merged, inputs.people, reporter, language)
  hideAddresses(config, job)
  const forge = gitHubForge({
    ...accessOf(job), config, secrets: job.secrets, ...(inputs.pullRequests ? { proposesIn: job.prefix } : {}), mask: (text) => reporter.mask(text), readOnly: inputs.dryRun,
    limits: { sends: inputs.sends, ...(inputs.domains === undefined ? {} : { domains: inputs.domains }) },
  })
  for (const { problem, data } of forge.problems) reporter.warning(render(problem, data, language))
  // A template that cannot be used holds no mail up: the built-in one is.
  const tell = ({ file, line, column, message, data }: TemplateProblem): void => reporter.warning(render(message, data, language), { file: job.prefix + file, line, column })
  const { templates, problems: faulty } = await readTemplates(files, tell)
  faulty.forEach(tell)
  const run = { world: { ...forge, ...(templates === undefined ? {} : { templates }), files, history: gitHistory(job.root) }, config, now: job.now, scope: event.name === 'workflow_dispatch' ? 'all' as const : 'due' as const }
  try {
    if (inputs.dryRun) await showOnly(job, await planRun(run), config, language)
    else await carryOut(job, run, forge.held, config, language)
  } finally {
    forge.close()
  }
}

async function showOnly({ reporter }: Job, { plan, unreadable, faults }: Awaited<ReturnType<typeof planRun>>, config: Config, language: Language): Promise<void> {
  reporter.output('effects', plan.effects.length)
  tellUnread(reporter, unreadable, faults, language)
  await reporter.summary(`### ${language === 'zh' ? '演练：未发送任何内容' : 'Dry run: nothing was sent'}\n\n${planMarkdown(plan, config, language)}\n`)
}

async function carryOut({ reporter }: Job, run: Parameters<typeof applyRun>[0], held: () => number, config: Config, language: Language): Promise<void> {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort()
  // A cancelled job is given some seconds: the effect at hand is finished and the ledger written.
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const zh = language === 'zh'
  const { plan, applied, unreadable, faults } = await applyRun(run, {
    isStopped: () => stopping.signal.aborted,
    onPerformed: ({ effect, outcome, reason }) => reporter.info(`${outcome}  ${effect.key}${reason === undefined ? '' : `  (${reason})`}`),
  })
  const failed = applied.performed.filter((each) => each.outcome !== 'done')
  const done = applied.performed.length - failed.length
  reporter.output('effects', plan.effects.length)
  reporter.output('done', done)
  reporter.output('left', failed.length)
  tellUnread(reporter, unreadable, faults, language)
  await reporter.summary(summary(applied.performed, plan.kept, config, language))
  for (const meeting of applied.conflicts) reporter.info(zh ? `${meeting}：另一次运行正在处理` : `${meeting}: another run is at it`)
  if (applied.stopped) reporter.warning(zh ? '已中止；台账已写好，下次运行会继续。' : 'Stopped; the ledger is written, and the next run goes on.')
  if (held() > 0) reporter.fail(zh ? `达到 max-sends 上限：${held()} 项未发送。邮件会随下次运行发出；请确认数量无误，必要时调高上限。` : `max-sends is reached: ${held()} sends were held back. Mails go with the next run; see whether the number is meant, and raise it if so.`)
  else if (failed.length > 0) reporter.fail(zh ? `${failed.length} 项未完成，见任务摘要` : `${failed.length} effect${failed.length === 1 ? '' : 's'} not done; see the summary`)
}

function tellUnread(reporter: Job['reporter'], unreadable: readonly string[], faults: readonly string[], language: Language): void {
  for (const place of unreadable) reporter.warning(language === 'zh' ? `${place}：看不懂这条回复` : `${place}: this reply says nothing that can be read`)
  for (const fault of faults) reporter.warning(fault)
}

function summary(performed: readonly Performed[], kept: readonly Kept[], config: Config, language: Language): string {
  const zh = language === 'zh'
  const effects = (outcome: (each: Performed) => boolean): Effect[] => performed.filter(outcome).map((each) => each.effect)
  const left = performed.filter((each) => each.outcome !== 'done')
  const parts = [zh ? '### 本次运行' : '### What was done', planMarkdown({ effects: effects((each) => each.outcome === 'done'), kept }, config, language)]
  if (left.length > 0) {
    const outcomes = { failed: { en: 'failed', zh: '失败' }, unknown: { en: 'may not have arrived', zh: '可能未送达' }, later: { en: 'left to the next run', zh: '留待下次' }, done: { en: '', zh: '' } }
    parts.push(zh ? '#### 未完成' : '#### Not done', left.map(({ effect, outcome, reason = '' }) => `- ${codeSpan(effect.key)} ${outcomes[outcome][language]}${zh ? '：' : ': '}${escapeLine(reason)}`).join('\n'))
  }
  return `${parts.join('\n\n')}\n`
}

/** Addresses and numbers are masked before the first word is said. */
function hideAddresses(config: Config, { reporter }: Job): void {
  for (const { addresses } of config.people.values()) {
    for (const [channel, address] of addresses) if (channel !== 'github' && address.kind === 'written') reporter.mask(address.value)
  }
}
