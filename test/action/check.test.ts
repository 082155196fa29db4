import assert from 'node:assert/strict'
import { BUDGET, CONFIG, ROTA } from '../app/scenario.ts'
import { ActionRepository } from '../support/github/action.ts'

const NOW = '2026-11-26T02:00:00Z'
const READ_ONLY = 'job:contents=read,issues=read,pull-requests=write'
const base = { sha: 'a'.repeat(40), repo: { full_name: 'team/meetings' } }

describe('the Action on a pull request', function () {
  this.timeout(60_000)
  let repository: ActionRepository
  beforeEach(async () => {
    repository = new ActionRepository()
    await repository.start()
  })
  afterEach(async () => {
    await repository.stop()
    assert.deepEqual(repository.hub.violations, [])
  })

  const payload = (number: number, sha: string, head = 'team/meetings'): Record<string, unknown> => ({ pull_request: { number, base: { ...base, sha }, head: { repo: { full_name: head } } } })
  const said = (): string[] => repository.hub.state.comments.map((each) => each.body)
  const writes = (): string[] => repository.hub.calls.filter((each) => each.method !== 'GET').map((each) => `${each.method} ${each.path}`)

  it('says in one comment what merging will do, and keeps it up to date', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const { number, sha } = repository.pullRequest([{ filename: 'meetings/budget.md', status: 'added' }], { '.convoke.yml': CONFIG })
    const first = await repository.run({ event: 'pull_request', payload: payload(number, sha), inputs: { token: READ_ONLY, language: 'en' }, now: NOW })
    assert.equal(first.status, 0, first.log)
    assert.match(said()[0] ?? '', /^<!-- convoke key=pull-request\/plan -->\n### What merging will do\n[^]*\*\*1\*\* meeting · \*\*1\*\* issue opened · \*\*3\*\* mails · \*\*3\*\* calendar entries · \*\*1\*\* chat post/)
    assert.match(said()[0] ?? '', /#### 第二季度营销预算分配 `meetings\/budget\.md`\n\n\| Clause \| Step[^]*\| B1 \| \*\*invitation\*\*/)
    assert.match(first.summary, /What merging will do/)
    assert.equal(first.outputs['effects'], '5')
    repository.commit({ 'meetings/budget.md': BUDGET.replace('han-meimei, tom', 'han-meimei') })
    await repository.run({ event: 'pull_request', payload: payload(number, sha), inputs: { token: READ_ONLY, language: 'en' }, now: NOW })
    assert.equal(said().length, 1)
    const calls = writes().length
    await repository.run({ event: 'pull_request', payload: payload(number, sha), inputs: { token: READ_ONLY, language: 'en' }, now: NOW })
    assert.equal(writes().length, calls, 'a comment that says it already is left alone')
  })
  it('shows only what the pull request brings: the plan of its head minus the plan of its base', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET, 'meetings/rota.md': ROTA.replace('start:', 'status: cancelled\nreason: x\nstart:') })
    const { number, sha } = repository.pullRequest([{ filename: 'meetings/rota.md', status: 'modified' }], { 'meetings/rota.md': ROTA, 'meetings/budget.md': BUDGET })
    const { status, log, outputs, summary } = await repository.run({ event: 'pull_request', payload: payload(number, sha), inputs: { token: READ_ONLY }, now: NOW })
    assert.equal(status, 0, log)
    assert.equal(outputs['effects'], '0')
    assert.match(summary, /No longer done\n\n- B1 `rota` invitation/)
    assert.doesNotMatch(summary, /budget/)
  })
  it('annotates findings where they stand, fails on errors, and puts them on top', async () => {
    const bad = BUDGET.replace('2026-12-03 14:00', '2026-12-33 14:00')
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': bad, 'meetings/rota.md': ROTA.replace('outcome: A rota of six shifts\n', '') })
    const { number, sha } = repository.pullRequest([{ filename: 'meetings/budget.md', status: 'modified' }], { 'meetings/budget.md': BUDGET })
    const { status, log, summary } = await repository.run({ event: 'pull_request', payload: payload(number, sha), inputs: { token: READ_ONLY, language: 'zh' }, now: NOW })
    assert.equal(status, 1)
    assert.match(log, /^::error file=meetings\/budget\.md,line=6,col=\d+::\S* ?front-matter: /m)
    assert.doesNotMatch(log, /rota\.md/)
    assert.match(summary, /^### 合并后会发生什么\n\n> \[!CAUTION\]\n> 合并前须解决 \d+ 个错误/)
  })
  it('neither comments nor reads a secret for a fork; its plan stands in the summary', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const { number, sha } = repository.pullRequest([{ filename: 'meetings/budget.md', status: 'added' }], {})
    const { status, log, summary } = await repository.run({ event: 'pull_request', payload: payload(number, sha, 'mallory/meetings'), inputs: { token: 'job:contents=read,issues=read,pull-requests=read' }, now: NOW })
    assert.equal(status, 0, log)
    assert.deepEqual(writes(), [])
    assert.match(summary, /\*\*3\*\* mails/)
  })
  it('says that it may not comment, where it may not, and goes on', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const { number, sha } = repository.pullRequest([{ filename: 'meetings/budget.md', status: 'added' }], {})
    const { status, log } = await repository.run({ event: 'pull_request', payload: payload(number, sha), inputs: { token: 'job:contents=read,issues=read,pull-requests=read' }, now: NOW })
    assert.equal(status, 0, log)
    assert.match(log, /::warning::.*pull-requests: write/)
  })
  it('judges the mail templates that a pull request touches at their lines, a fork’s too', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET, 'templates/mail/notice.hbs': '<h1>{{title}}</h1>\n{{{title}}}\n<p>{{titel}}</p>\n' })
    const { number, sha } = repository.pullRequest([{ filename: 'templates/mail/notice.hbs', status: 'added' }], {})
    const { status, log, outputs } = await repository.run({ event: 'pull_request', payload: payload(number, sha, 'mallory/meetings'), inputs: { token: 'job:contents=read,issues=read,pull-requests=read', language: 'en' }, now: NOW })
    assert.deepEqual([status, outputs['errors']], [1, '2'])
    assert.match(log, /^::error file=templates\/mail\/notice\.hbs,line=2,col=1::Unescaped output \(\{\{\{\)/m)
    assert.match(log, /^::error file=templates\/mail\/notice\.hbs,line=3,col=6::There is no titel/m)
  })
  it('has nothing to say of a pull request without meetings', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET, 'README.md': 'x' })
    const { number, sha } = repository.pullRequest([{ filename: 'README.md', status: 'added' }], {})
    const { status, summary } = await repository.run({ event: 'pull_request', payload: payload(number, sha), inputs: { token: READ_ONLY }, now: NOW })
    assert.equal(status, 0)
    assert.match(summary, /touches no meeting file/)
    assert.deepEqual(said(), [])
  })
  it('lets no title start a command, a mention or a link of its own', async () => {
    const hostile = BUDGET.replace('第二季度营销预算分配', '"::error::x @everyone <img src=x> | [a](javascript:b)"')
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': hostile })
    const { number, sha } = repository.pullRequest([{ filename: 'meetings/budget.md', status: 'added' }], {})
    const { log } = await repository.run({ event: 'pull_request', payload: payload(number, sha), inputs: { token: READ_ONLY }, now: NOW })
    assert.doesNotMatch(log, /^\s*::error::x/m)
    assert.doesNotMatch(said()[0] ?? '', /<img|@everyone|(?<!\\)\]\(javascript/)
  })
  it('refuses pull_request_target, and sync on a pull request', async () => {
    repository.commit({ '.convoke.yml': CONFIG })
    const target = await repository.run({ event: 'pull_request_target', payload: payload(1, base.sha), now: NOW })
    assert.deepEqual([target.status, /would give a fork/.test(target.log)], [1, true])
    const sync = await repository.run({ event: 'pull_request', payload: payload(1, base.sha), inputs: { mode: 'sync' }, now: NOW })
    assert.deepEqual([sync.status, /runs on what is merged/.test(sync.log)], [1, true])
    assert.deepEqual(repository.hub.calls, [])
  })
  it('tells a broken configuration at its line', async () => {
    repository.commit({ '.convoke.yml': 'timezone: Mars/Olympus\n', 'meetings/budget.md': BUDGET })
    const { number, sha } = repository.pullRequest([{ filename: '.convoke.yml', status: 'added' }], {})
    const { status, log } = await repository.run({ event: 'pull_request', payload: payload(number, sha), inputs: { token: READ_ONLY }, now: NOW })
    assert.equal(status, 1)
    assert.match(log, /::error file=\.convoke\.yml,line=1,col=\d+::.*Mars/)
  })
})
