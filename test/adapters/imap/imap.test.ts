import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { joinImap } from '../../../src/adapters/imap/imap.ts'
import { mailKey } from '../../../src/core/arrangement/who.ts'
import type { Inbox, Replies } from '../../../src/ports/messages.ts'
import { isUnconfigured } from '../../../src/ports/secrets.ts'
import { makeCertificate, type Certificate } from '../../support/certificate.ts'
import { hasDovecot, PASS, startDovecot, USER, type Dovecot } from './dovecot.ts'

const LOGIN = `${USER}:${encodeURIComponent(PASS)}`
const REQUEST = { meetings: ['2026-12-03-budget'], looked: new Set<string>(), byIssue: new Map<number, string>(), places: new Map() }
const PEOPLE: Readonly<Record<string, string>> = { 'han.meimei@example.org': 'han-meimei', 'wang.wei@example.org': 'wang-wei', 'tom@partner.example': 'tom-becker' }

function mail(name: string): Buffer {
  return Buffer.from(readFileSync(new URL(`../../fixtures/mail/${name}.eml`, import.meta.url), 'utf8').replaceAll('\n', '\r\n'), 'utf8')
}

describe('answers from a mailbox', function () {
  this.timeout(30_000)
  let certificate: Certificate
  let server: Dovecot
  let isRunning = false
  const masked: string[] = []

  before(async function () {
    if (!hasDovecot()) {
      console.log('      (dovecot is not installed: apt-get install dovecot-imapd)')
      this.skip()
    }
    certificate = makeCertificate()
    server = await startDovecot(certificate)
    isRunning = true
  })
  beforeEach(() => server.empty())
  after(async () => {
    if (isRunning) await server.stop()
  })

  function join(url = `imaps://${LOGIN}@127.0.0.1:${server.tlsPort}`, trusted = true): Inbox {
    const joined = joinImap({ name: 'mail', inbox: 'IMAP' }, () => url, {
      mask: (text) => masked.push(text), personOf: (address) => PEOPLE[address] ?? mailKey(address), namespace: '0b8e2c52-6f0c-4c7e-9d53-1c1f6a7f2f10', now: Date.now(), patience: 5000,
      ...(trusted ? { ca: certificate.cert } : {}),
    })
    assert.ok(!isUnconfigured(joined), isUnconfigured(joined) ? joined.problem.en : '')
    return joined
  }

  function answers({ replies }: Replies): readonly string[] {
    return (replies.get('2026-12-03-budget') ?? []).map(({ person, answer }) => `${person} ${answer}`)
  }

  it('are read once, in the order of arrival, from a mark on, and the mailbox stays as it is', async () => {
    for (const name of ['outlook-accepted', 'unrelated', 'absence-163', 'gmail-tentative']) server.deliver(mail(name))
    const inbox = join()
    const first = await inbox.replies(REQUEST)
    assert.deepEqual(answers(first), ['han-meimei yes', 'tom-becker maybe'])
    assert.equal(first.whole, false)
    assert.match(first.mark ?? '', /^\d+:4$/)
    const again = await join().replies({ ...REQUEST, mark: first.mark! })
    assert.deepEqual([answers(again), again.mark, again.unreadable], [[], first.mark, []])
    server.deliver(mail('outlook-plain-no'))
    server.deliver(mail('question'))
    const next = await inbox.replies({ ...REQUEST, mark: first.mark! })
    assert.deepEqual([answers(next), next.unreadable], [['han-meimei no'], ['mail 6 (2026-12-03-budget)']])
    assert.ok(server.files().every((name) => !/:2,.*[SRFT]/.test(name)), 'a mail was marked')
    assert.equal(server.files().length, 6)
  })

  it('take of one calendar’s answers the latest, not the last to arrive', async () => {
    server.deliver(mail('apple-accepted'))
    server.deliver(mail('outlook-declined-comment'))
    assert.deepEqual(answers(await join().replies(REQUEST)), ['han-meimei yes'])
  })

  it('are read anew when the server has numbered its mails anew', async () => {
    server.deliver(mail('outlook-accepted'))
    const first = await join().replies(REQUEST)
    server.renumber()
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const second = await join().replies({ ...REQUEST, mark: first.mark! })
    assert.deepEqual(answers(second), ['han-meimei yes'])
    assert.notEqual(second.mark, first.mark)
  })

  it('are found in a mail with a large attachment, and a mail of no sense harms nobody', async () => {
    const [head = '', body = ''] = mail('mailto-yes').toString().split('\r\n\r\n')
    const part = `--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`
    const film = `--B\r\nContent-Type: video/mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUJD'.repeat(19).concat('\r\n').repeat(40_000)}--B--\r\n`
    server.deliver(Buffer.from(`${head.replace('Content-Type: text/plain; charset=utf-8', 'Content-Type: multipart/mixed; boundary=B')}\r\n\r\n${part}${film}`))
    server.deliver(Buffer.from([0, 1, 2, 255, 10, 0]))
    server.deliver(mail('qq-plain-yes'))
    assert.deepEqual(answers(await join().replies(REQUEST)), ['han-meimei yes', 'wang-wei yes'])
  })

  it('are read over STARTTLS, and from another folder', async () => {
    server.deliver(mail('outlook-accepted'))
    assert.deepEqual(answers(await join(`imap://${LOGIN}@127.0.0.1:${server.plainPort}/INBOX`).replies(REQUEST)), ['han-meimei yes'])
    const missing = await join(`imap://${LOGIN}@127.0.0.1:${server.plainPort}/Answers`).replies(REQUEST)
    assert.equal(missing.fault, 'the mailbox’s server has no such folder, or does not open it')
  })

  for (const [what, url, trusted, reason] of [
    ['the password is wrong', (dovecot: Dovecot) => `imaps://${USER}:wrong@127.0.0.1:${dovecot.tlsPort}`, true, /did not accept the user name and password/],
    ['the certificate is not trusted', (dovecot: Dovecot) => `imaps://${LOGIN}@127.0.0.1:${dovecot.tlsPort}`, false, /certificate of the mailbox’s server is not trusted/],
    ['nobody listens', () => `imaps://${LOGIN}@127.0.0.1:9`, true, /mailbox could not be read \(ECONNREFUSED\)/],
  ] as const) {
    it(`are unknown, and the mark stays, when ${what}`, async () => {
      const { replies, unreadable, mark, whole, fault = '' } = await join(url(server), trusted).replies({ ...REQUEST, mark: '1:7' })
      assert.deepEqual([replies.size, mark, whole, unreadable], [0, '1:7', false, []])
      assert.match(fault, reason)
      assert.doesNotMatch(fault, /127\.0|wrong|w0rd/)
    })
  }

  it('mask every form of the secret', () => {
    join()
    for (const form of [PASS, encodeURIComponent(PASS), Buffer.from(PASS).toString('base64')]) assert.ok(masked.includes(form))
  })
})

describe('the secret of the mailbox', () => {
  for (const [url, expected] of [
    [undefined, /is empty or not passed on/], ['mail.example.org', /no address of a mailbox/], ['imaps://mail.example.org', /no address of a mailbox/], ['smtps://a:b@mail.example.org', /no address of a mailbox/],
    ['imap://a:b@mail.example.org?tls=off', /turns TLS off/], ['imaps://a:b@mail.example.org?x=1', /not understood/],
  ] as const) {
    it(`is refused with what to do: ${url ?? 'none'}`, () => {
      const joined = joinImap({ name: 'mail', inbox: 'IMAP' }, () => url, { mask: () => undefined, personOf: () => undefined, namespace: '', now: 0 })
      assert.ok(isUnconfigured(joined))
      assert.match(joined.problem.en, expected)
    })
  }
})
