import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joinChat } from '../../src/adapters/chat/chat.ts'
import { folderForge } from '../../src/adapters/folder/forge.ts'
import { joinImap } from '../../src/adapters/imap/imap.ts'
import { joinSmtp } from '../../src/adapters/smtp/smtp.ts'
import { personAt } from '../../src/app/addresses.ts'
import type { World } from '../../src/app/forge.ts'
import { applyRun } from '../../src/app/run.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import type { Config } from '../../src/core/config/model.ts'
import type { Files } from '../../src/ports/files.ts'
import { isUnconfigured } from '../../src/ports/secrets.ts'
import { hasDovecot, PASS as BOX_PASS, startDovecot, USER as BOX_USER, type Dovecot } from '../adapters/imap/dovecot.ts'
import { PLACES, SIGN, startReceiver, type Receiver } from '../adapters/chat/receiver.ts'
import { PASS, startServer, USER, type RunningServer } from '../adapters/smtp/server.ts'
import { makeCertificate, type Certificate } from '../support/certificate.ts'
import { meeting, decode } from '../support/process.ts'

const CONFIG = `timezone: Asia/Shanghai
namespace: 6f1c0c2e-5b0e-4f3d-9a58-3b0e4b1f7c21
people:
  li-lei: { name: 李雷, email: li.lei@example.org, phone: "+86 10 5555 0101", language: zh }
  han-meimei: { name: 韩梅梅, email: han@example.org, language: zh }
  wang-wei: { name: 王伟, email: wang@example.org, phone: "+86 10 5555 0103" }
  tom: { name: Tom Becker, email: tom@partner.example, timezone: Europe/Berlin, outside: true }
  gone: { name: Gone Away, email: gone@example.org, phone: "+86 10 5555 0109" }
rooms: { 3A: { capacity: 9, directions: third floor, sign_in: front desk } }
channels:
  mail: { secret: SMTP, from: meetings@example.org, inbox: IMAP }
  wecom: { secret: WECOM }
policy:
  channels: { normal: { normal: [mail, wecom], urgent: [mail, wecom] }, high: { normal: [mail, wecom], urgent: [mail, wecom] } }
  fallback: { mail: wecom, wecom: phone }
`
const FILE = meeting({ required: 'required: [han-meimei, wang-wei, gone, visitor@partner.example]', more: 'optional: [tom: gives the sales figures]' })

/** Real mail server, real mailbox, real receiver for chat; issues and ledger in a folder. */
describe('a meeting over real channels', function () {
  this.timeout(30_000)
  let certificate: Certificate
  let smtp: RunningServer
  let box: Dovecot
  let chat: Receiver
  let folder: string
  let isRunning = false
  const config: Config = parseConfig(CONFIG).config

  before(async function () {
    if (!hasDovecot()) {
      console.log('      (dovecot is not installed: apt-get install dovecot-imapd)')
      this.skip()
    }
    certificate = makeCertificate(Object.values(PLACES).map((each) => each.host))
    box = await startDovecot(certificate)
    isRunning = true
  })
  after(async () => {
    if (isRunning) await box.stop()
  })
  beforeEach(async () => {
    box.empty()
    smtp = await startServer(certificate)
    chat = await startReceiver(certificate)
    folder = mkdtempSync(join(tmpdir(), 'convoke-channels-'))
  })
  afterEach(async () => {
    await smtp.close()
    await chat.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** `dies`: the run ends, as if killed, right after this mail or post was handed over and before anything is written down. */
  async function run(now: string, dies: { readonly mail?: RegExp; readonly post?: RegExp } = {}): Promise<{ readonly told: string[]; readonly reasons: string[]; readonly unreadable: readonly string[]; readonly printed: string }> {
    const secrets: Readonly<Record<string, string>> = {
      SMTP: `smtp://${encodeURIComponent(USER)}:${encodeURIComponent(PASS)}@127.0.0.1:${smtp.port}`, IMAP: `imaps://${BOX_USER}:${encodeURIComponent(BOX_PASS)}@127.0.0.1:${box.tlsPort}`,
      WECOM: `https://${PLACES.wecom.host}:${chat.port}${PLACES.wecom.path}`, SIGN,
    }
    const read = (name: string): string | undefined => secrets[name]
    const mask = (): void => undefined
    const channel = config.channels.get('mail') ?? assert.fail()
    const mail = joinSmtp(channel, read, { mask, ca: certificate.cert })
    const inbox = joinImap(channel, read, { mask, ca: certificate.cert, namespace: config.namespace ?? '', now: Date.now(), personOf: personAt(config) })
    assert.ok(!isUnconfigured(mail) && !isUnconfigured(inbox))
    const joined = joinChat(config.channels, read, { mask, network: { ca: certificate.cert, resolve: () => Promise.resolve(['127.0.0.1']), patience: 1000 } })
    assert.equal(joined.problems.size, 0)
    const files: Files = {
      list: () => Promise.resolve(['meetings/m.md']), readText: () => Promise.resolve({ text: FILE }), stat: () => Promise.resolve(undefined), readBytes: () => Promise.resolve(undefined),
      names: () => Promise.resolve([]), write: () => Promise.reject(new Error('a run writes no file of the repository')),
    }
    const killed = (key: string, at: RegExp | undefined): void => {
      if (at?.test(key) === true) throw new Error('killed')
    }
    const forge = folderForge(folder)
    const world: World = {
      ...forge, issues: { ...forge.issues, url: (number) => `https://git.example.org/o/r/issues/${number}` }, files, inboxes: [inbox],
      mail: { send: async (key, ...rest) => { await mail.send(key, ...rest); killed(key, dies.mail) } },
      chat: { post: async (channelName, key, payload) => { await joined.chat.post(channelName, key, payload); killed(key, dies.post) } },
    }
    try {
      const done = await applyRun({ world, config, now: Date.parse(now) })
      return {
        told: done.applied.performed.map(({ effect, outcome }) => `${effect.key.split('/').slice(2).join('/')} ${outcome}`), unreadable: done.unreadable,
        reasons: done.applied.performed.flatMap((each) => each.reason ?? []), printed: JSON.stringify([done.plan, done.applied.performed]),
      }
    } finally {
      mail.close()
    }
  }

  function invitationTo(address: string): string {
    const text = decode(smtp.taken.find((each) => each.to[0] === address)?.bytes.toString('utf8') ?? assert.fail(`nothing was sent to ${address}`))
    return text.replace(/\r\n[ \t]+/g, ' ')
  }

  /** The receiver's calendar answers, in the form of Outlook. */
  function answerByCalendar(address: string, partstat: string): void {
    const entry = invitationTo(address)
    const uid = /UID:(\S+)/.exec(entry)?.[1] ?? assert.fail()
    box.deliver(Buffer.from([
      `From: <${address.toUpperCase()}>`, 'To: meetings@example.org', 'Subject: answer', 'MIME-Version: 1.0', 'Content-Type: text/calendar; charset=utf-8; method=REPLY', '',
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REPLY', 'BEGIN:VEVENT', `UID:${uid}`, `ATTENDEE;PARTSTAT=${partstat}:MAILTO:${address}`, 'DTSTAMP:20261127T000000Z', 'SEQUENCE:0', 'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n')))
  }

  /** The receiver writes a few words back. */
  function answerInWords(address: string, words: string): void {
    const entry = invitationTo(address)
    const id = /^Message-ID: (\S+)/im.exec(entry)?.[1] ?? assert.fail()
    box.deliver(Buffer.from([`From: ${address}`, 'To: meetings@example.org', 'Subject: Re: invitation', `In-Reply-To: ${id}`, 'Content-Type: text/plain; charset=utf-8', '', words, '', '> /yes', ''].join('\r\n')))
  }

  it('is announced, answered from calendars and in words, and only who is silent is asked again', async () => {
    const first = await run('2026-11-26T08:00:00Z')
    assert.deepEqual(smtp.taken.map((each) => each.to[0]), ['li.lei@example.org', 'han@example.org', 'wang@example.org', 'visitor@partner.example', 'tom@partner.example'])
    // One connection of its own for the receiver that was refused is not needed.
    assert.equal(smtp.connections(), 1)
    assert.ok(first.told.includes('invitation/1/mail:gone failed'))
    assert.deepEqual(first.reasons, ['the mail server refused the mail (550 5.1.1)'])
    // Posted for everybody, and again for whom no mail can reach (E6).
    assert.equal(chat.seen.length, 2)
    assert.match(invitationTo('tom@partner.example'), /^Reply-To: .*meetings@example\.org.*li\.lei@example\.org/im)

    answerByCalendar('han@example.org', 'ACCEPTED')
    answerInWords('tom@partner.example', 'Sorry, I can’t make it - travelling')
    answerInWords('visitor@partner.example', '参加')
    // Somebody else writes in wang-wei's name from an address of their own.
    box.deliver(Buffer.from('From: "wang@example.org" <evil@evil.example>\r\nSubject: /yes [m]\r\n\r\n/yes\r\n'))
    const later = await run('2026-12-02T04:00:00Z')
    assert.deepEqual(later.unreadable, [])
    const sheet = decode(smtp.taken.at(-1)?.bytes.toString('utf8') ?? '')
    assert.deepEqual(smtp.taken.at(-1)?.to, ['li.lei@example.org'])
    assert.match(sheet, /王伟 · \+86 10 5555 0103/)
    assert.match(sheet, /Gone Away · \+86 10 5555 0109/)
    assert.doesNotMatch(sheet, /韩梅梅 ·|Tom Becker ·/)
    for (const { printed, reasons } of [first, later]) assert.doesNotMatch(printed + reasons.join('\n'), /@example\.org|@partner|5555|127\.0\.0\.1/)
    assert.match(invitationTo('tom@partner.example'), /Required: 韩梅梅, 王伟, Gone Away, a guest invited by mail/)
    for (const { body } of chat.seen) assert.match(body, /https:\/\/git\.example\.org\/o\/r\/issues\/1/)
    const posts = chat.seen.map((each) => each.body.replaceAll('git.example.org', '')).join('\n')
    assert.doesNotMatch(posts, /@example|5555/)
  })

  it('takes one way after the other when they fail, and names on the issue what was not delivered', async () => {
    chat.next.push((response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"errcode":93000,"errmsg":"invalid webhook url"}'))
    const { told } = await run('2026-11-26T08:00:00Z')
    assert.deepEqual(told.filter((each) => /gone/.test(each)), [
      'invitation/1/mail:gone failed', 'gap@invitation-mail:gone/1/comment done', 'invitation@instead-mail:gone/1/chat:wecom failed',
      'gap@invitation-instead-mail:gone-chat:wecom/1/comment done', 'invitation@instead-mail:gone-instead-chat:wecom/1/call-sheet:li-lei done',
    ])
    const sheet = decode(smtp.taken.find((each) => each.to[0] === 'li.lei@example.org' && each.bytes.includes('5555'))?.bytes.toString('utf8') ?? assert.fail('no call sheet'))
    assert.match(sheet, /的通知未能送达以下人员|could not be delivered to these people/)
    assert.match(sheet, /Gone Away · \+86 10 5555 0109/)
  })

  it('does not repeat a post that may have arrived, and says that nobody knows', async () => {
    chat.next.push((response) => response.socket?.destroy())
    const broken = await run('2026-11-26T08:00:00Z')
    assert.ok(broken.told.includes('invitation@instead-mail:gone/1/chat:wecom unknown'), broken.told.join('\n'))
    const issue = readFileSync(join(folder, 'issues', readdirSync(join(folder, 'issues')).find((name) => name.endsWith('.md')) ?? ''), 'utf8')
    assert.match(issue, /By mail to `gone`: could not be sent\. Used instead: WeCom\.[^]*By WeCom to `gone`: it is not known whether it was sent, .* Used instead: phone\./)
    const before = [chat.seen.length, smtp.taken.length]
    const again = await run('2026-11-26T08:10:00Z')
    assert.deepEqual([again.told, [chat.seen.length, smtp.taken.length]], [[], before])
  })

  for (const [what, dies] of [['a mail was taken', { mail: /mail:wang-wei$/ }], ['a post was taken', { post: /\/invitation\/1\/chat:wecom$/ }]] as const) {
    it(`repeats mails to the byte, and no post, after a run that died when ${what}`, async () => {
      await assert.rejects(run('2026-11-26T08:00:00Z', dies), /killed/)
      const [mails, posts] = [smtp.taken.length, chat.seen.length]
      const { told } = await run('2026-11-26T08:30:00Z')
      assert.ok(told.some((each) => /^gap@invitation-chat:wecom\/1\/comment done$/.test(each)), told.join('\n'))
      assert.ok(told.every((each) => !/^invitation\/1\/chat:wecom/.test(each)), 'the post was repeated')
      // Whom mail cannot reach is told by a post of its own, which had surely not been tried when the first run died.
      assert.ok(chat.seen.length - posts <= 1)
      const texts = new Map<string, Set<string>>()
      for (const { to: [to = ''], bytes } of smtp.taken.filter((each) => !/5555/.test(decode(each.bytes.toString('utf8'))))) texts.set(to, (texts.get(to) ?? new Set()).add(bytes.toString('latin1')))
      assert.deepEqual([...texts.keys()].sort(), ['han@example.org', 'li.lei@example.org', 'tom@partner.example', 'visitor@partner.example', 'wang@example.org'])
      for (const [to, different] of texts) assert.equal(different.size, 1, `${to} got two different mails`)
      assert.ok(smtp.taken.length > mails)
      assert.deepEqual((await run('2026-11-26T08:40:00Z')).told, [])
    })
  }
})
