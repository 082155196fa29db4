import { existsSync, realpathSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { getInput } from '@actions/core'
import { diskFiles } from '../adapters/disk/disk.ts'
import { DeliveryError } from '../ports/delivery.ts'
import { check } from './check.ts'
import { ConfigError, InputError } from './errors.ts'
import { readEvent } from './event.ts'
import { readInputs, type Inputs } from './inputs.ts'
import type { Job } from './job.ts'
import { actionsReporter, type Reporter } from './reporter.ts'
import { sync } from './sync.ts'

/** The Action's entry. It ends with a message, never with a stack trace. */
export async function main(env: NodeJS.ProcessEnv = process.env, reporter: Reporter = actionsReporter()): Promise<void> {
  try {
    const inputs = readInputs((name) => getInput(name))
    if (inputs.token !== '') reporter.mask(inputs.token)
    if (inputs.paused) {
      reporter.notice(inputs.language === 'zh' ? 'Convoke 已暂停（paused），未查看也未发送任何内容。' : 'Convoke is paused: nothing was looked at or sent.')
      return
    }
    const job = jobOf(env, inputs, reporter)
    if (job.event.name === 'pull_request_target') throw new InputError('Convoke does not run on pull_request_target, which would give a fork’s pull request the repository’s secrets; use pull_request')
    const mode = inputs.mode === 'auto' ? (job.event.name === 'pull_request' ? 'check' : 'sync') : inputs.mode
    await (mode === 'check' ? check(job) : sync(job))
  } catch (error) {
    if (error instanceof ConfigError) reporter.fail('The configuration has to be corrected first.')
    else if (error instanceof InputError || error instanceof DeliveryError) reporter.fail(error.message)
    else {
      const what = error instanceof Error ? error.message : String(error)
      reporter.fail(`This is a defect of Convoke; please report it with this message: ${what}`)
      if (env['RUNNER_DEBUG'] === '1' && error instanceof Error) reporter.info(error.stack ?? '')
    }
  }
}

function jobOf(env: NodeJS.ProcessEnv, inputs: Inputs, reporter: Reporter): Job {
  const workspace = realpathSync(env['GITHUB_WORKSPACE'] || '.')
  const named = resolve(workspace, inputs.folder)
  if (!existsSync(named)) throw new InputError(`working-directory: there is no folder ${inputs.folder.slice(0, 100)}; is actions/checkout a step before this one?`)
  const root = realpathSync(named)
  const inside = relative(workspace, root)
  if (inside.startsWith('..')) throw new InputError('working-directory has to be inside the repository')
  const event = readEvent(env)
  if (event.owner === '' || event.repo === '') throw new InputError('GITHUB_REPOSITORY does not say which repository this is')
  if (inputs.token === '') throw new InputError('the input token is empty; without it nothing can be read')
  const moment = Date.parse(env['CONVOKE_NOW'] ?? '')
  return {
    inputs, event, root, reporter, files: diskFiles(root), prefix: inside === '' ? '' : `${inside.split(sep).join('/')}/`,
    ...(env['GITHUB_API_URL'] ? { apiUrl: env['GITHUB_API_URL'] } : {}), ...(env['GITHUB_SERVER_URL'] ? { serverUrl: env['GITHUB_SERVER_URL'] } : {}),
    now: Number.isNaN(moment) ? Date.now() : moment, secrets: (name) => env[name],
  }
}
