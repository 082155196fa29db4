import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator, type Emulator } from 'emulate'
import { diskFiles } from '../../../src/adapters/disk/disk.ts'
import { folderForge } from '../../../src/adapters/folder/forge.ts'
import { gitHub } from '../../../src/adapters/github/client.ts'
import { gitHubIssues } from '../../../src/adapters/github/issues.ts'
import { gitHubLedger } from '../../../src/adapters/github/ledger.ts'
import { gitHubPullRequests } from '../../../src/adapters/github/pull-requests.ts'
import { applyRun } from '../../../src/app/run.ts'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { CONFIG, STORY } from '../../app/scenario.ts'
import { layDown } from '../../support/moments.ts'

/*
 * The story on a GitHub that others wrote, as far as that goes: it has issues, comments, contents, git objects and pull requests, and
 * no reactions, sub-issues or comments of a whole repository, so answers come from the folder here.
 */
describe('the story on a GitHub that others wrote', function () {
  this.timeout(60_000)
  const folder = mkdtempSync(join(tmpdir(), 'convoke-emulate-'))
  const token = 'token-of-the-bot'
  let emulator: Emulator
  before(async () => {
    emulator = await createEmulator({ service: 'github', port: 45_000 + (process.pid % 1000), seed: {
      tokens: { [token]: { login: 'convoke-bot', scopes: ['repo'] } },
      github: { users: [{ login: 'convoke-bot' }, { login: 'lilei' }, { login: 'hanmeimei' }], repos: [{ owner: 'convoke-bot', name: 'meetings', auto_init: true }] },
    } })
  })
  after(async () => {
    await emulator.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('opens each object once, keeps its ledger, closes what is done, and writes numbers back by pull request', async () => {
    const { config } = parseConfig(CONFIG)
    const api = async (method: string, path: string, body?: object): Promise<unknown> => {
      const answer = await fetch(`${emulator.url}/repos/convoke-bot/meetings${path}`, { method, headers: { authorization: `token ${token}` }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
      return answer.json()
    }
    const run = async (now: string): Promise<string[]> => {
      const hub = gitHub({ owner: 'convoke-bot', repo: 'meetings', token, baseUrl: emulator.url, identities: ['convoke-bot'], now: Date.parse(now), version: '0' })
      const world = { ...folderForge(join(folder, 'forge')), issues: gitHubIssues(hub), ledger: gitHubLedger(hub), pullRequests: gitHubPullRequests(hub, ''), files: diskFiles(join(folder, 'repository')) }
      const { applied } = await applyRun({ world, config, now: Date.parse(now) })
      return applied.performed.flatMap(({ effect, outcome, reason }) => (outcome === 'done' ? [] : [`${effect.key} ${outcome} ${reason ?? ''}`]))
    }
    for (const moment of STORY.slice(0, 11)) {
      layDown(folder, { ...moment, close: [] })
      for (const [path, text] of Object.entries(moment.files ?? {})) {
        const { sha } = await api('GET', `/contents/${path}?ref=main`) as { sha?: string }
        await api('PUT', `/contents/${path}`, { message: 'x', branch: 'main', content: Buffer.from(text ?? '').toString('base64'), ...(sha === undefined ? {} : { sha }) })
      }
      assert.deepEqual(await run(moment.now), [], moment.now)
      await run(moment.now)
    }
    const issues = (await api('GET', '/issues?state=all&per_page=100') as { title: string; state: string; pull_request?: object }[]).filter((each) => each.pull_request === undefined)
    assert.deepEqual(issues.map((each) => [each.title.replace(/\s+/g, ' '), each.state]).sort(), [
      ['Invitation: New year rota of the support team, Fri 2026-12-04 10:00', 'closed'], ['与三家平台签订合同', 'open'], ['会议邀请：第二季度营销预算分配，2026-12-03（周四）15:00', 'open'], ['录入四个渠道的预算额度', 'open'],
    ].sort())
    const pulls = await api('GET', '/pulls?state=all') as { title: string; state: string; head: { ref: string } }[]
    assert.deepEqual(pulls.map((each) => [each.title, each.state]), [['“第二季度营销预算分配”的行动项', 'open']])
    const file = await api('GET', `/contents/meetings/budget.md?ref=${encodeURIComponent(pulls[0]?.head.ref ?? '')}`) as { content: string }
    assert.match(Buffer.from(file.content, 'base64').toString('utf8'), /录入四个渠道的预算额度 📅 2026-12-10 #\d+$/m)
  })
})
