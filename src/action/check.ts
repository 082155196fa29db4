import { gitHistory } from '../adapters/git/git.ts'
import { gitHub, type GitHub } from '../adapters/github/client.ts'
import { changedFiles, keepComment, textAt, type ChangedFile } from '../adapters/github/pull-requests.ts'
import { lintRepository } from '../app/lint.ts'
import { overlay } from '../app/overlay.ts'
import { planRun } from '../app/run.ts'
import type { Config } from '../core/config/model.ts'
import type { Language } from '../core/messages/message.ts'
import { render } from '../core/messages/render.ts'
import { comparePlans, type PlanDifference } from '../core/process/compare.ts'
import { codeSpan, escapeLine } from '../core/render/github/escape.ts'
import { planMarkdown } from '../core/render/plan/markdown.ts'
import { gitHubForge } from '../forges/github.ts'
import { readTemplates, type TemplateProblem } from '../templates/templates.ts'
import { show, type ShownFile, type ShownProblem } from '../formats/shown.ts'
import { DeliveryError } from '../ports/delivery.ts'
import type { Files } from '../ports/files.ts'
import type { History } from '../ports/history.ts'
import { CONFIG_FILE, readConfig } from './configuration.ts'
import { InputError } from './errors.ts'
import { accessOf, type Job } from './job.ts'
import type { Reporter } from './reporter.ts'

const MARKER = '<!-- convoke key=pull-request/plan -->'
/** GitHub shows ten annotations of a kind and step; the others are in the log and in the summary. */
const MOST_ANNOTATIONS = 50
const MOST_LISTED = 20

/**
 * Judges a pull request: findings in the meetings that it touches as annotations, and what merging it will do, the plan of its head
 * minus the plan of its base, in one comment and in the summary. Reads no secret, sends nothing, and runs nothing of the head.
 */
export async function check(job: Job): Promise<void> {
  const { inputs, event, files, reporter, prefix } = job
  const { pullRequest } = event
  if (pullRequest === undefined) throw new InputError('mode check needs the event pull_request; on other events use mode sync')
  const { apiUrl, ...access } = accessOf(job)
  const hub = gitHub({ ...access, ...(apiUrl === undefined ? {} : { baseUrl: apiUrl }) })
  const changed = await changedFiles(hub, pullRequest.number)
  const config = await readConfig(files, reporter, inputs.language ?? 'en', prefix + CONFIG_FILE)
  const language = inputs.language ?? config.language ?? 'en'
  const touched = await touchedMeetings(changed, files, config, prefix)
  const linted = await lintRepository({ files, history: gitHistory(job.root), config, now: job.now, named: [] })
  const shown = show(linted.filter(({ file }) => touched.all || touched.meetings.has(file)), language, false)
  const [found, warnings] = annotate(shown, reporter, prefix)
  const templates = await templateProblems(changed, files, prefix)
  for (const { file, line, column, message, data } of templates) reporter.error(render(message, data, language), { file: prefix + file, line, column })
  const errors = found + templates.length
  const difference = await planDifference(job, hub, changed, config, pullRequest.base)
  reporter.output('errors', errors)
  reporter.output('warnings', warnings)
  reporter.output('effects', difference.effects.length)
  const about = touched.meetings.size > 0 || touched.all || difference.effects.length + difference.gone.length > 0
  const body = about ? report(shown, difference, config, language) : ''
  await reporter.summary(about ? `${body}\n` : language === 'zh' ? '这个拉取请求没有涉及会议文件。\n' : 'This pull request touches no meeting file.\n')
  if (inputs.comment && !pullRequest.isFork) await comment(hub, pullRequest.number, body, language, reporter)
  const failing = inputs.failOn === 'never' ? 0 : errors + (inputs.failOn === 'warning' ? warnings : 0)
  if (failing > 0) reporter.fail(language === 'zh' ? `有 ${failing} 个问题需要在合并前解决` : `${failing} finding${failing === 1 ? '' : 's'} to be resolved before merging`)
}

/** The meetings that the pull request touches; all of them where it changes the configuration. */
async function touchedMeetings(changed: readonly ChangedFile[], files: Files, config: Config, prefix: string): Promise<{ meetings: ReadonlySet<string>; all: boolean }> {
  const paths = new Set(changed.flatMap(({ path }) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : [])))
  const meetings = (await files.list(config.meetings)).filter((file) => paths.has(file))
  return { meetings: new Set(meetings), all: paths.has(CONFIG_FILE) }
}

/** Faults of the mail templates, where the pull request touches any. They are read and judged, never run. */
async function templateProblems(changed: readonly ChangedFile[], files: Files, prefix: string): Promise<readonly TemplateProblem[]> {
  const isTouched = changed.some(({ path }) => path.startsWith(`${prefix}templates/mail/`))
  return isTouched ? (await readTemplates(files)).problems : []
}

function annotate(shown: readonly ShownFile[], reporter: Reporter, prefix: string): [errors: number, warnings: number] {
  let told = 0
  const counts = { error: 0, warning: 0, info: 0 }
  const tell = { error: reporter.error, warning: reporter.warning, info: reporter.notice }
  const all = shown.flatMap(({ file, problems }) => problems.map((problem) => ({ file, problem })))
  for (const severity of ['error', 'warning', 'info'] as const) {
    for (const { file, problem: { range: { start }, message, clauses, rule, severity: own } } of all) {
      if (own !== severity) continue
      counts[severity]++
      if (told++ < MOST_ANNOTATIONS) tell[severity](`${[...clauses, rule].join(' ')}: ${message}`, { file: prefix + file, line: start.line + 1, column: start.character + 1 })
    }
  }
  return [counts.error, counts.warning]
}

async function planDifference(job: Job, hub: GitHub, changed: readonly ChangedFile[], config: Config, base: string): Promise<PlanDifference> {
  const { files, root, prefix, now } = job
  const own = changed.filter(({ path, formerly }) => path.startsWith(prefix) || formerly?.startsWith(prefix) === true)
  const before = new Map<string, string | null>()
  for (const { path, formerly, kind } of own) {
    if (path.startsWith(prefix) && isText(path)) {
      const isNew = kind === 'added' || formerly !== undefined
      before.set(path.slice(prefix.length), isNew ? null : await textAt(hub, path, base))
    }
    if (formerly?.startsWith(prefix) === true && isText(formerly)) before.set(formerly.slice(prefix.length), await textAt(hub, formerly, base))
  }
  const atBase = overlay(files, before)
  const quiet: Pick<Reporter, 'error'> = { error: () => undefined }
  // A base whose configuration is wrong has nothing that could be compared.
  const baseConfig = before.has(CONFIG_FILE) ? await readConfig(atBase, quiet as Reporter, 'en').catch(() => config) : config
  const paths = [...before.keys()]
  const changedSince: History['changedSince'] = (commit) => Promise.resolve({ commit: commit ?? '', ...(commit === undefined ? {} : { paths }) })
  const history = { ...gitHistory(root), changedSince }
  const planOf = async (seen: Files, by: Config): Promise<Awaited<ReturnType<typeof planRun>>['plan']> => {
    const forge = gitHubForge({ ...accessOf(job), config: by, secrets: () => undefined, mask: () => undefined, readOnly: true })
    return (await planRun({ world: { ...forge, files: seen, history }, config: by, now, scope: 'due' })).plan
  }
  return comparePlans(await planOf(files, config), await planOf(atBase, baseConfig))
}

/** Files that can change a plan: meetings and the configuration. */
function isText(path: string): boolean {
  return /\.(?:md|markdown|ya?ml)$/i.test(path)
}

function report(shown: readonly ShownFile[], difference: PlanDifference, config: Config, language: Language): string {
  const zh = language === 'zh'
  const problems = shown.flatMap(({ file, problems: found }) => found.map((problem) => ({ file, problem })))
  const count = (severity: string): number => problems.filter((each) => each.problem.severity === severity).length
  const blocking = problems.filter((each) => each.problem.severity === 'error')
  const rest = problems.filter((each) => each.problem.severity !== 'error')
  const parts = [zh ? '### 合并后会发生什么' : '### What merging will do']
  if (blocking.length > 0) parts.push(`> [!CAUTION]\n> ${zh ? `合并前须解决 ${blocking.length} 个错误` : `${blocking.length} error${blocking.length === 1 ? '' : 's'} to resolve before merging`}\n${listed(blocking, zh, '> ')}`)
  parts.push(planMarkdown(difference, config, language))
  if (rest.length > 0) {
    const title = zh ? `检查结果：${count('warning')} 个警告，${count('info')} 条提示` : `Findings: ${count('warning')} warning${count('warning') === 1 ? '' : 's'}, ${count('info')} note${count('info') === 1 ? '' : 's'}`
    parts.push(`<details><summary>${title}</summary>\n\n${listed(rest, zh, '')}\n\n</details>`)
  }
  return parts.join('\n\n')
}

function listed(found: readonly { readonly file: string; readonly problem: ShownProblem }[], zh: boolean, indent: string): string {
  const lines = found.slice(0, MOST_LISTED).map(({ file, problem: { range: { start }, clauses, message } }) => `${indent}- ${codeSpan(`${file}:${start.line + 1}`)} ${clauses.join(' ')} ${escapeLine(message)}`)
  const left = found.length - lines.length
  return [...lines, ...(left > 0 ? [`${indent}- ${zh ? `……另有 ${left} 个` : `… and ${left} more`}`] : [])].join('\n')
}

async function comment(hub: GitHub, number: number, body: string, language: Language, reporter: Reporter): Promise<void> {
  const quiet = language === 'zh' ? '### 合并后会发生什么\n\n这个拉取请求不再涉及会议。' : '### What merging will do\n\nThis pull request touches no meeting any more.'
  try {
    await keepComment(hub, number, MARKER, body, quiet)
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    reporter.warning(language === 'zh'
      ? `无法在拉取请求上评论，计划见任务摘要（${error.message}）。工作流需要 pull-requests: write 权限。`
      : `The plan stands in the job’s summary only: ${error.message}. The workflow needs pull-requests: write.`)
  }
}
