import assert from 'node:assert/strict'
import { PASS } from '../adapters/smtp/server.ts'
import { TOKEN } from '../adapters/chat/receiver.ts'
import { BUDGET, CONFIG as STORY_CONFIG, LAST, STORY, STORY_IN_ENGLISH } from '../app/scenario.ts'
import { ActionRepository, type ActionRun } from '../support/github/action.ts'
import { Outside } from '../support/github/outside.ts'
import { decode } from '../support/process.ts'
import { BOT } from '../support/github/life.ts'
import { ledgerText } from '../support/github/state.ts'

/** Addresses and numbers are kept out of the repository and given as the people input. */
const PEOPLE = [...STORY_CONFIG.matchAll(/^ {2}([\w-]+): \{.*?email: (\S+?)[,\s](?:.*?phone: ("[^"]+"))?/gm)].map(([, key, email, phone]) => `${key ?? ''}: { email: ${email ?? ''}${phone === undefined ? '' : `, phone: ${phone}`} }`).join('\n')
const CONFIG = STORY_CONFIG.replace(/email: \S+?@example.org/g, 'email: secret').replace(/phone: "[^"]+"/g, 'phone: secret').replace('{ secret: HOOK }', '{ secret: HOOK, sign: SIGN }')
const SYNC = 'job:contents=write,issues=write'

describe('the Action on what is merged', function () {
  this.timeout(120_000)
  let repository: ActionRepository
  let outside: Outside
  beforeEach(async () => {
    outside = new Outside()
    await outside.start()
    repository = new ActionRepository()
    await repository.start()
    repository.hub.state.assignable.add('lilei').add('hanmeimei')
  })
  afterEach(async () => {
    await repository.stop()
    await outside.stop()
    assert.deepEqual(repository.hub.violations, [])
  })

  const run = (asked: Partial<ActionRun> & { now: string }): ReturnType<ActionRepository['run']> => repository.run({
    event: 'schedule', env: outside.env(), ...asked, inputs: { token: SYNC, people: PEOPLE, ...asked.inputs },
  })

  for (const [language, story] of [['Chinese', STORY], ['English', STORY_IN_ENGLISH]] as const) it(`carries the whole story in ${language} over real mail and chat, and lets nothing leak`, async () => {
    const told: string[] = []
    for (const { now, files = {}, replies = {}, close = [] } of story) {
      repository.hub.now = Math.max(repository.hub.now, Date.parse(now) - 60_000)
      repository.commit({ '.convoke.yml': CONFIG, ...files })
      if (replies['budget'] !== undefined) {
        repository.hub.state.say(1, 'hanmeimei', '/参加')
        if (replies['budget'].includes('tom')) repository.hub.state.say(1, 'lilei', '/yes @tom')
      }
      for (const title of close) {
        const issue = repository.hub.state.issues.find((each) => each.title.includes(title)) ?? assert.fail()
        Object.assign(issue, { state: 'closed', updated: repository.hub.now })
      }
      // Half an hour before its start the organizer is late, and says so on the issue.
      if (now === LAST) repository.hub.state.say(1, 'lilei', language === 'English' ? '/late 10 the projector is not connected' : '/推迟开始 10 投影仪还没有接好')
      const event = Object.keys(replies).length > 0 ? 'issue_comment' : close.length > 0 ? 'issues' : Object.keys(files).length > 0 ? 'push' : 'schedule'
      const { status, log, summary } = await run({ now, event })
      assert.equal(status, 0, `${now}\n${log}`)
      told.push(log.replace(/^::add-mask::.*$/gm, ''), summary)
      const calls = repository.hub.calls.length
      const again = await run({ now, event: 'schedule' })
      assert.equal(again.outputs['effects'], '0', `a second run at ${now}: ${again.summary}`)
      assert.ok(repository.hub.calls.length - calls <= 4, `a run with nothing to do made ${repository.hub.calls.length - calls} calls`)
    }
    const { issues, comments, branches } = repository.hub.state
    assert.deepEqual(issues.map(({ state, parent }) => [state, parent]), [['open', undefined], ['closed', undefined], ['closed', 1], ['open', 1]])
    const mails = outside.mail.taken.map((each) => each.to[0])
    assert.deepEqual([...new Set(mails)].sort(), ['han@example.org', 'li.lei@example.org', 'tom@example.org', 'wang@example.org'])
    assert.equal(outside.chat.seen.length, new Set(outside.chat.seen.map((each) => each.body)).size)
    assert.ok(outside.chat.seen.length >= 5, String(outside.chat.seen.length))
    const late = outside.mail.taken.filter((each) => /the projector is not connected|投影仪还没有接好/.test(decode(each.bytes.toString('latin1'))))
    assert.deepEqual(late.map((each) => each.to[0]).sort(), ['han@example.org', 'li.lei@example.org', 'tom@example.org', 'wang@example.org'])
    const ledger = [...branches.get('convoke-ledger')?.values() ?? []].map(ledgerText)
    const open = [...told, ...ledger, ...issues.map((each) => each.title + each.body), ...comments.map((each) => each.body)].join('\n')
    for (const secret of ['example.org', '5555', PASS, encodeURIComponent(PASS), TOKEN, 'ghs_', SYNC]) assert.ok(!open.includes(secret), `${secret} stands in ${told.find((each) => each.includes(secret))?.slice(0, 2000) ?? 'the repository'}`)
    assert.ok(comments.filter((each) => each.login === BOT).length >= 2)
  })
  it('does nothing while it is paused, however that is written', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    for (const paused of ['true', 'TRUE', 'yes', '1', 'please']) {
      const { status, log } = await run({ now: '2026-11-26T02:00:00Z', inputs: { paused } })
      assert.equal(status, 0)
      assert.match(log, /::notice::Convoke is paused/)
    }
    assert.deepEqual(repository.hub.calls, [])
  })
  it('shows the plan of a dry run, reads no secret and sends nothing', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const { status, summary, outputs } = await run({ now: '2026-11-26T02:00:00Z', inputs: { 'dry-run': 'true', token: 'job:contents=read,issues=read' } })
    assert.equal(status, 0)
    assert.match(summary, /Dry run: nothing was sent[^]*\*\*3\*\* mails/)
    assert.equal(outputs['effects'], '5')
    assert.deepEqual([repository.hub.calls.filter((each) => each.method !== 'GET'), outside.mail.taken, outside.chat.seen], [[], [], []])
  })
  it('stops at the cap with a clear word, and the next run goes on', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const first = await run({ now: '2026-11-26T02:00:00Z', inputs: { 'max-sends': '1' } })
    assert.equal(first.status, 1)
    assert.match(first.log, /max-sends is reached: \d+ sends were held back/)
    assert.equal(outside.mail.taken.length + outside.chat.seen.length, 1)
    const second = await run({ now: '2026-11-26T02:30:00Z' })
    assert.equal(second.status, 0, second.log)
    assert.deepEqual(outside.mail.taken.map((each) => each.to[0]).sort(), ['han@example.org', 'li.lei@example.org', 'wang@example.org'])
  })
  it('writes mails by the team’s own templates, and by the built-in ones where those fail', async () => {
    repository.commit({
      '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET, 'templates/mail/notice.txt.hbs': 'EXAMPLE LTD\n\n{{text}}', 'templates/mail/notice.zh.hbs': '<h1>示例公司</h1>{{> body}}',
      'templates/mail/notice.en.hbs': '{{#each blocks}}{{facts.label.label}}{{/each}}', 'templates/mail/cancellation.hbs': '{{{title}}}',
    })
    const { status, log } = await run({ now: '2026-11-26T09:00:00Z', inputs: { language: 'en' } })
    assert.equal(status, 0, log)
    const parts = outside.mail.taken.map(({ to, bytes }) => [to[0], decode(bytes.toString('latin1'))] as const)
    for (const [, mail] of parts) assert.match(mail, /EXAMPLE LTD/)
    assert.match(parts.find(([to]) => to === 'han@example.org')?.[1] ?? '', /<h1>示例公司<\/h1>/)
    assert.match(parts.find(([to]) => to === 'tom@example.org')?.[1] ?? '', /<!doctype html>/)
    assert.match(log, /^::warning file=templates\/mail\/cancellation\.hbs,line=1,col=1::Unescaped output/m)
    assert.match(log, /^::warning file=templates\/mail\/notice\.en\.hbs,line=1,col=1::The template cannot be filled in/m)
  })
  it('mails only to allowed domains, and tells what was not sent', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const { status, log, summary } = await run({ now: '2026-11-26T02:00:00Z', inputs: { 'allow-domains': 'example.net, *.example.org' } })
    assert.equal(status, 1)
    assert.match(log + summary, /not on the list of allowed domains/)
    assert.deepEqual(outside.mail.taken, [])
  })
  it('names a secret that is missing, and what it should hold', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const { log } = await run({ now: '2026-11-26T02:00:00Z', env: { ...outside.env(), SMTP: '' } })
    assert.match(log, /::warning::.*SMTP/)
  })
  it('says at which line the people input is wrong, and none of its words', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const { status, log } = await run({ now: '2026-11-26T02:00:00Z', inputs: { people: 'li-lei: { email: li.lei@example.org }\nwang-wei: { email: who@example.org, timezone: Mars/Olympus }\n' } })
    assert.equal(status, 1)
    assert.match(log, /people input is wrong in its line 2/)
    assert.doesNotMatch(log.replace(/^::add-mask::.*$/gm, ''), /example\.org|Mars/)
  })
  it('carries nothing out from another branch than the default one, and answers no event of its own', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const branch = await run({ now: '2026-11-26T02:00:00Z', event: 'push', env: { ...outside.env(), GITHUB_REF: 'refs/heads/topic' } })
    const own = await run({ now: '2026-11-26T02:00:00Z', event: 'issue_comment', payload: { sender: { login: BOT } } })
    assert.deepEqual([branch.status, own.status, repository.hub.calls.length], [0, 0, 0])
  })
  it('says which input is wrong, and how it is written', async () => {
    repository.commit({ '.convoke.yml': CONFIG })
    const { status, log } = await run({ now: '2026-11-26T02:00:00Z', inputs: { 'max-sends': 'many' } })
    assert.equal(status, 1)
    assert.match(log, /::error::the input max-sends is a number, not “many”/)
  })
  it('tells what GitHub refuses, without a stack trace', async () => {
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const { status, log } = await run({ now: '2026-11-26T02:00:00Z', inputs: { token: 'job:contents=read' } })
    assert.equal(status, 1)
    assert.match(log, /::error::GitHub could not .*status 403, the token lacks the permission/)
    assert.doesNotMatch(log, /\n\s+at /)
  })
})
