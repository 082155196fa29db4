import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { BUDGET, CONFIG } from '../app/scenario.ts'
import { inFolder } from '../support/folder.ts'
import { convoke } from '../support/cli.ts'
import { GitHubStandIn } from '../support/github/server.ts'
import { Outside } from '../support/github/outside.ts'

const NOW = ['--now', '2026-11-26T02:00:00Z']

describe('plan and apply on GitHub', function () {
  this.timeout(30_000)
  let hub: GitHubStandIn
  let outside: Outside
  let url: string
  beforeEach(async () => {
    hub = new GitHubStandIn()
    url = await hub.start()
    outside = new Outside()
    await outside.start()
  })
  afterEach(async () => {
    await hub.stop()
    await outside.stop()
    assert.deepEqual(hub.violations, [])
  })

  const run = (root: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<{ status: number | null; out: string; note: string }> => new Promise((done) => {
    const child = spawn(process.execPath, [resolve('dist/cli/convoke.js'), ...args, ...NOW], { cwd: root, env: { PATH: process.env['PATH'], LANG: 'C', ...env } })
    let [out, note] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
    child.stderr.on('data', (chunk: Buffer) => { note += chunk.toString() })
    child.on('close', (status) => done({ status, out, note }))
  })

  it('needs a token, a name that can be one, and says so', () => inFolder({ '.convoke.yml': CONFIG }, (root) => {
    const without = convoke(root, ['plan', '--forge', 'github:team/meetings'])
    assert.deepEqual([without.status, /GITHUB_TOKEN/.test(without.note)], [2, true])
    for (const name of ['github:team', 'github:../x', 'github:team/meetings/x', 'gitlab:a/b']) assert.equal(convoke(root, ['plan', '--forge', name]).status, 2, name)
  }))
  it('plans without a secret of a channel, applies with them, and finds its own work again', async () => {
    await inFolder({ '.convoke.yml': CONFIG.replace('{ secret: HOOK }', '{ secret: HOOK, sign: SIGN }'), 'meetings/budget.md': BUDGET }, async (root) => {
      const access = { GITHUB_TOKEN: 'token', GITHUB_API_URL: url }
      const forge = ['--forge', 'github:team/meetings']
      const planned = await run(root, ['plan', ...forge], access)
      assert.equal(planned.status, 0, planned.note)
      assert.match(planned.out, /invitation: [^]*issue[^]*mail li-lei/)
      assert.deepEqual(hub.calls.filter((each) => each.method !== 'GET'), [])
      const applied = await run(root, ['apply', ...forge], { ...outside.env(), ...access })
      assert.equal(applied.status, 0, applied.note)
      assert.equal(outside.mail.taken.length, 3)
      assert.equal(outside.chat.seen.length, 1)
      const again = await run(root, ['apply', ...forge], { ...outside.env(), ...access })
      assert.deepEqual([again.status, again.out.includes('Nothing to do')], [0, true])
      assert.deepEqual([hub.state.issues.length, outside.mail.taken.length], [1, 3])
    })
  })
  it('tells what GitHub refuses, with status 1 and no stack trace', async () => {
    await inFolder({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET }, async (root) => {
      hub.fault = () => ({ kind: 'refuse', status: 401 })
      const { status, note } = await run(root, ['plan', '--forge', 'github:team/meetings'], { GITHUB_TOKEN: 'token', GITHUB_API_URL: url })
      assert.deepEqual([status, note.trim()], [1, 'convoke: GitHub could not read the ledger: status 401, the token is not valid'])
    })
  })
  it('feeds of one person and of one series hold theirs only', () => inFolder({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET, 'meetings/other.md': BUDGET.replace('编号: budget', '编号: other').replace('[han-meimei, tom]', '[han-meimei]').replace('主题: ', '主题: 另一场') }, (root) => {
    const events = (...args: string[]): number => (convoke(root, ['ics', '--all', ...args]).out.match(/BEGIN:VEVENT/g) ?? []).length
    assert.deepEqual([events(), events('--person', 'tom'), events('--person', '@hanmeimei'), events('--series', 'none')], [2, 1, 2, 0])
    assert.equal(convoke(root, ['ics', '--all', '--person', 'nobody']).status, 2)
  }))
})
