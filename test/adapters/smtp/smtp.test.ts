import assert from 'node:assert/strict'
import { composeMail } from '../../../src/mime/compose.ts'
import { DeliveryError } from '../../../src/ports/delivery.ts'
import { isUnconfigured } from '../../../src/ports/secrets.ts'
import { joinSmtp, type SmtpMail } from '../../../src/adapters/smtp/smtp.ts'
import { makeCertificate, type Certificate } from '../../support/certificate.ts'
import { PASS, startServer, USER, type Behaviour, type RunningServer } from './server.ts'

const FROM = 'meetings@example.org'
const LOGIN = `${encodeURIComponent(USER)}:${encodeURIComponent(PASS)}`

function invitation(): Promise<Uint8Array> {
  return composeMail({
    from: { name: 'Convoke', address: FROM }, to: { name: '韩梅梅', address: 'han@example.org' }, subject: '会议通知：预算', text: '.\r\n正文\r\n.hidden dot\r\n',
    html: '<p>正文</p>', calendar: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n' },
    messageId: 'abc@example.org', date: Date.parse('2026-11-24T08:00Z'), boundarySeed: 'abc',
  })
}

describe('mail over SMTP', function () {
  this.timeout(20_000)
  let certificate: Certificate
  let server: RunningServer | undefined
  let mail: SmtpMail | undefined
  const masked: string[] = []

  before(() => {
    certificate = makeCertificate()
  })
  afterEach(async () => {
    mail?.close()
    await server?.close()
    mail = undefined
    server = undefined
    masked.length = 0
  })

  /** A server that behaves so, and mail joined to it by a URL in which `PORT` stands for its port. */
  async function join(behaviour: Behaviour, url: string, trusted = true, patience?: number): Promise<{ mail: SmtpMail; server: RunningServer }> {
    server = await startServer(certificate, behaviour)
    const secret = url.replace('PORT', String(server.port))
    const joined = joinSmtp({ name: 'mail', secret: 'SMTP', from: FROM }, (name) => (name === 'SMTP' ? secret : undefined), {
      mask: (text) => masked.push(text), ...(trusted ? { ca: certificate.cert } : {}), ...(patience === undefined ? {} : { patience }),
    })
    assert.ok(!isUnconfigured(joined), isUnconfigured(joined) ? joined.problem.en : '')
    mail = joined
    return { mail: joined, server }
  }

  async function fails(work: Promise<void>, reason: RegExp, retryable: boolean): Promise<void> {
    await assert.rejects(work, (error) => {
      assert.ok(error instanceof DeliveryError, String(error))
      assert.match(error.message, reason)
      assert.equal(error.retryable, retryable, error.message)
      assert.doesNotMatch(error.message, /@|example|p@ss|p%40|127\.0/i)
      return true
    })
  }

  for (const [tls, scheme] of [['tls', 'smtps'], ['starttls', 'smtp']] as const) {
    it(`hands the very bytes in over ${tls}, several mails on one connection, a repeat the same to the byte`, async () => {
      const { mail, server } = await join({ tls }, `${scheme}://${LOGIN}@127.0.0.1:PORT`)
      const bytes = await invitation()
      await mail.send('key', bytes, { from: FROM, to: 'han@example.org' })
      await mail.send('key', bytes, { from: FROM, to: 'han@example.org' })
      await mail.send('other', await invitation(), { from: FROM, to: 'wang@example.org' })
      assert.deepEqual(server.taken.map(({ from, to }) => [from, to]), [[FROM, ['han@example.org']], [FROM, ['han@example.org']], [FROM, ['wang@example.org']]])
      assert.ok(server.taken.every((each) => each.bytes.equals(Buffer.from(bytes))), 'the bytes differ')
      assert.equal(server.connections(), 1)
      assert.equal(server.logins(), 1)
    })
  }

  it('tells a receiver who is refused for good from one to be tried again, and goes on with the others', async () => {
    const { mail, server } = await join({}, `smtp://${LOGIN}@127.0.0.1:PORT`)
    const bytes = await invitation()
    await fails(mail.send('a', bytes, { from: FROM, to: 'gone@example.org' }), /^the mail server refused the mail \(550 5\.1\.1\)$/, false)
    await fails(mail.send('b', bytes, { from: FROM, to: 'later@example.org' }), /^the mail server put the mail off \(451 4\.2\.1\)$/, true)
    await mail.send('c', bytes, { from: FROM, to: 'han@example.org' })
    assert.equal(server.taken.length, 1)
  })

  it('tells of a mail refused for its content', async () => {
    const { mail } = await join({ refuseContent: true }, `smtp://${LOGIN}@127.0.0.1:PORT`)
    await fails(mail.send('a', await invitation(), { from: FROM, to: 'han@example.org' }), /refused the mail \(554 5\.7\.1\)/, false)
  })

  it('gives a wrong password to the server once, not once a receiver', async () => {
    const { mail, server } = await join({}, 'smtp://meetings%40example.org:wrong-word@127.0.0.1:PORT')
    const bytes = await invitation()
    for (const to of ['han@example.org', 'wang@example.org', 'li@example.org']) await fails(mail.send(to, bytes, { from: FROM, to }), /did not accept the user name and password \(535/, false)
    assert.equal(server.logins(), 1)
  })

  it('sends nothing, not even the password, to a server whose certificate is not trusted', async () => {
    for (const [tls, scheme] of [['tls', 'smtps'], ['starttls', 'smtp']] as const) {
      const { mail, server } = await join({ tls }, `${scheme}://${LOGIN}@127.0.0.1:PORT`, false)
      await fails(mail.send('a', await invitation(), { from: FROM, to: 'han@example.org' }), /certificate is not trusted \(.*SELF_SIGNED.*\)/, false)
      assert.equal(server.logins() + server.taken.length, 0)
      mail.close()
      await server.close()
    }
  })

  it('does not go on without TLS where the server offers none', async () => {
    const { mail, server } = await join({ tls: 'none' }, `smtp://${LOGIN}@127.0.0.1:PORT`)
    await fails(mail.send('a', await invitation(), { from: FROM, to: 'han@example.org' }), /no secure connection/, false)
    assert.equal(server.logins() + server.taken.length, 0)
  })

  it('calls a connection that breaks after the content worth a repeat, and the repeat is the same to the byte', async () => {
    const { mail, server: first } = await join({ dropAfterData: true }, `smtp://${LOGIN}@127.0.0.1:PORT`)
    const bytes = await invitation()
    await fails(mail.send('a', bytes, { from: FROM, to: 'han@example.org' }), /connection to the mail server failed/, true)
    assert.equal(first.taken.length, 1)
    await first.close()
    mail.close()
    const next = await join({}, `smtp://${LOGIN}@127.0.0.1:PORT`)
    await next.mail.send('a', bytes, { from: FROM, to: 'han@example.org' })
    assert.ok(next.server.taken[0]?.bytes.equals(first.taken[0]!.bytes))
  })

  it('does not wait for ever', async () => {
    const { mail } = await join({ silent: true }, `smtp://${LOGIN}@127.0.0.1:PORT`, true, 500)
    await fails(mail.send('a', await invitation(), { from: FROM, to: 'han@example.org' }), /did not answer in time/, true)
  })

  it('says that nobody listens', async () => {
    const { mail, server } = await join({}, `smtp://${LOGIN}@127.0.0.1:PORT`)
    await server.close()
    await fails(mail.send('a', await invitation(), { from: FROM, to: 'han@example.org' }), /connection to the mail server failed \(ECONNREFUSED\)/, true)
  })

  it('goes without TLS on this machine where that is asked for', async () => {
    const { mail, server } = await join({ tls: 'none' }, 'smtp://127.0.0.1:PORT?tls=off')
    await mail.send('a', await invitation(), { from: FROM, to: 'han@example.org' })
    assert.equal(server.taken.length, 1)
  })

  it('masks every form of the secret before it does anything', async () => {
    await join({}, `smtp://${LOGIN}@127.0.0.1:PORT`)
    const plain = Buffer.from(`\0${USER}\0${PASS}`).toString('base64')
    for (const form of [PASS, encodeURIComponent(PASS), Buffer.from(PASS).toString('base64'), plain, USER]) assert.ok(masked.includes(form), form)
    assert.ok(masked.some((each) => each.startsWith('smtp://')))
  })

  for (const from of [undefined, 'Convoke', 'a@b@c.org']) {
    it(`says that a sender is missing: ${from ?? 'none'}`, () => {
      const joined = joinSmtp({ name: 'mail', secret: 'SMTP', ...(from === undefined ? {} : { from }) }, () => 'smtps://a:b@mail.example.org', { mask: () => undefined })
      assert.ok(isUnconfigured(joined))
      assert.match(joined.problem.en, /names no sender/)
    })
  }

  for (const [what, secret, said] of [
    ['is missing', undefined, /SMTP is empty or not passed on/],
    ['is no URL', 'mail.example.org', /SMTP is no address of a mail server/],
    ['is of another service', 'https://hooks.slack.com/services/T0/B0/x', /SMTP is no address of a mail server/],
    ['has a password that is not encoded', 'smtps://a:b#c@mail.example.org', /SMTP is no address of a mail server/],
    ['has a user alone', 'smtps://a@mail.example.org', /SMTP is no address of a mail server/],
    ['turns TLS off on the network', 'smtp://a:b@mail.example.org?tls=off', /turns TLS off/],
    ['turns TLS off by another switch', 'smtps://a:b@mail.example.org?rejectUnauthorized=false', /something after the mail server’s port/],
  ] as const) {
    it(`says what to do when the secret ${what}`, () => {
      const joined = joinSmtp({ name: 'mail', secret: 'SMTP', from: FROM }, () => secret, { mask: () => undefined })
      assert.ok(isUnconfigured(joined))
      assert.match(joined.problem.en.replace('{name}', String(joined.data['name'])), said)
    })
  }
})
