import assert from 'node:assert/strict'
import { BUDGET, CONFIG as STORY_CONFIG } from '../app/scenario.ts'
import { hasDovecot, PASS, startDovecot, USER, type Dovecot } from '../adapters/imap/dovecot.ts'
import { ActionRepository, type ActionRun } from '../support/github/action.ts'
import { Outside } from '../support/github/outside.ts'
import { ledgerText } from '../support/github/state.ts'
import { decode } from '../support/process.ts'

const CONFIG = STORY_CONFIG.replace('{ secret: SMTP, from: meetings@example.org }', '{ secret: SMTP, from: meetings@example.org, inbox: IMAP }').replace('{ secret: HOOK }', '{ secret: HOOK, sign: SIGN }')
/** By day in Shanghai and in Berlin. */
const ANNOUNCED = '2026-11-26T08:00:00Z'
const LATER = '2026-11-27T08:00:00Z'

/** Answers that come by mail, read by the bundled Action in a process of its own, out of the mailbox of a real IMAP server. */
describe('the Action on answers in a mailbox', function () {
  this.timeout(60_000)
  let repository: ActionRepository
  let outside: Outside
  let box: Dovecot
  const running: { stop(): Promise<unknown> }[] = []

  before(async function () {
    if (!hasDovecot()) {
      console.log('      (dovecot is not installed: apt-get install dovecot-imapd)')
      this.skip()
    }
    outside = new Outside()
    running.push(outside)
    await outside.start()
    box = await startDovecot(outside.certificate)
    running.push(box)
  })
  after(async () => {
    for (const each of running.reverse()) await each.stop()
  })
  beforeEach(async () => {
    box.empty()
    outside.mail.taken.length = 0
    repository = new ActionRepository()
    await repository.start()
    repository.commit({ '.convoke.yml': CONFIG, 'meetings/budget.md': BUDGET })
    const { status, log } = await run({ now: ANNOUNCED, event: 'push' })
    assert.equal(status, 0, log)
  })
  afterEach(async () => {
    await repository.stop()
    assert.deepEqual(repository.hub.violations, [])
  })

  function run(asked: Partial<ActionRun> & { readonly now: string }, login = `${USER}:${encodeURIComponent(PASS)}`): ReturnType<ActionRepository['run']> {
    return repository.run({ event: 'schedule', env: { ...outside.env(), IMAP: `imaps://${login}@127.0.0.1:${box.tlsPort}` }, ...asked })
  }
  /** The mail that somebody was sent, its parts decoded. */
  function sentTo(address: string): string {
    return decode(outside.mail.taken.find((each) => each.to[0] === address)?.bytes.toString('latin1') ?? assert.fail(`no mail to ${address}`))
  }
  function arrive(...lines: readonly string[]): void {
    box.deliver(Buffer.from(lines.join('\r\n'), 'utf8'), new Date('2026-11-27T07:00:00Z'))
  }
  /** What a calendar sends when its owner accepts the entry that came with the mail. */
  function accept(address: string, partstat: string): void {
    const [, uid] = /^UID:(\S+)/m.exec(sentTo(address)) ?? assert.fail('the mail has no calendar entry')
    arrive(
      `From: <${address}>`, 'To: <meetings@example.org>', 'Subject: Accepted', 'Message-ID: <1@client.example.org>', 'MIME-Version: 1.0', 'Content-Type: text/calendar; charset=utf-8; method=REPLY', '',
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Client//EN', 'METHOD:REPLY', 'BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261127T070000Z', 'SEQUENCE:0', 'DTSTART:20261203T060000Z', 'ORGANIZER:mailto:meetings@example.org',
      `ATTENDEE;PARTSTAT=${partstat}:mailto:${address}`, 'END:VEVENT', 'END:VCALENDAR', '',
    )
  }
  /** What a mail program writes when somebody opens the link for an answer in the mail, and sends it. */
  function follow(address: string, word: string): void {
    const link = [...sentTo(address).matchAll(/mailto:meetings@example\.org\?[^"\s)>]+/g)].map((each) => new URL(each[0].replaceAll('&amp;', '&'))).find((each) => `${each.searchParams.get('subject')} ${each.searchParams.get('body')}`.includes(word))
    assert.ok(link !== undefined, `the mail has no link for ${word}`)
    arrive(`From: <${address}>`, 'To: <meetings@example.org>', `Subject: =?utf-8?B?${Buffer.from(link.searchParams.get('subject') ?? '').toString('base64')}?=`, 'Message-ID: <2@client.example.org>', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', link.searchParams.get('body') ?? '', '')
  }
  /** What somebody writes under the mail, as an answer to it. */
  function write(address: string, words: string, to = address): void {
    const [, id] = /^Message-ID:\s*(\S+)/im.exec(sentTo(to)) ?? []
    arrive(`From: <${address}>`, 'To: <meetings@example.org>', 'Subject: Re: x', 'Message-ID: <3@client.example.org>', `In-Reply-To: ${id}`, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', words, '')
  }
  function answers(): unknown[] {
    const entry = repository.hub.state.branches.get('convoke-ledger')?.get('meetings/budget.json')
    return (JSON.parse(entry?.toString('utf8') ?? '{}') as { replies: { person: string; answer: string }[] }).replies.map(({ person, answer }) => `${person} ${answer}`)
  }

  it('reads a calendar’s answer, an answer by the link in the mail, and one in words, in both languages, once', async () => {
    accept('han@example.org', 'ACCEPTED')
    follow('tom@example.org', '/no')
    write('wang@example.org', '参加')
    const { status, log, outputs } = await run({ now: LATER })
    assert.equal(status, 0, log)
    assert.deepEqual(answers(), ['han-meimei yes', 'tom no', 'wang-wei yes'])
    assert.equal(outputs['left'], '0')
    const calls = repository.hub.calls.length
    const again = await run({ now: LATER })
    assert.deepEqual([again.status, again.outputs['effects']], [0, '0'], again.log)
    assert.ok(repository.hub.calls.length - calls <= 4, repository.hub.calls.slice(calls).map((each) => `${each.method} ${each.path}`).join('\n'))
    // Whoever answered is asked no more; nobody else was.
    outside.mail.taken.length = 0
    await run({ now: '2026-12-02T05:00:00Z' })
    assert.deepEqual(outside.mail.taken.filter((each) => /reply|回复/i.test(decode(each.bytes.toString('latin1')).split('\r\n\r\n')[0] ?? '')), [])
    assert.equal(box.files().length, 3)
    assert.ok(box.files().every((name) => !/:2,.*[SRFT]/.test(name)), 'a mail was marked')
  })
  it('takes no stranger’s word, nor one in somebody else’s name, and names what is unclear by its number only', async () => {
    write('stranger@example.net', '/yes', 'han@example.org')
    write('tom@example.org', '/yes @han-meimei')
    write('han@example.org', 'Which floor is it on?')
    const { status, log, summary } = await run({ now: LATER })
    assert.equal(status, 0, log)
    assert.deepEqual(answers().filter((each) => each !== 'tom yes'), [])
    assert.ok(!answers().some((each) => String(each).startsWith('han')), String(answers()))
    const told = log.replace(/^::add-mask::.*$/gm, '') + summary
    assert.match(told, /mail 3 \(budget\)/)
    const { issues, comments, branches } = repository.hub.state
    const open = [told, ...issues.map((each) => each.title + each.body), ...comments.map((each) => each.body), ...[...branches.get('convoke-ledger')?.values() ?? []].map(ledgerText)].join('\n')
    for (const secret of ['example.org', 'example.net', PASS, encodeURIComponent(PASS), 'Which floor']) assert.ok(!open.includes(secret), `${secret} stands in what everybody can read`)
  })
  it('tells why a mailbox could not be read, does everything else, and reads on with the next run', async () => {
    accept('han@example.org', 'DECLINED')
    repository.commit({ 'meetings/budget.md': BUDGET.replace('2026-12-03 14:00', '2026-12-03 15:00') })
    outside.mail.taken.length = 0
    const broken = await run({ now: LATER, event: 'push' }, `${USER}:wrong-word`)
    assert.match(broken.log, /::warning::.*did not accept the user name and password/)
    assert.doesNotMatch(broken.log.replace(/^::add-mask::.*$/gm, ''), /wrong-word/)
    assert.deepEqual(outside.mail.taken.map((each) => each.to[0]).sort(), ['han@example.org', 'li.lei@example.org', 'tom@example.org', 'wang@example.org'])
    assert.deepEqual(answers(), [])
    await run({ now: '2026-11-27T09:00:00Z' })
    assert.deepEqual(answers(), ['han-meimei no'])
  })
})
