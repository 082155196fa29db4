import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { addressProblem } from '../../src/mime/address.ts'
import { AddressError, composeMail, type Mail } from '../../src/mime/compose.ts'
import { CALENDARS } from '../readers/calendars.ts'

const PYTHON = '/usr/bin/python3'
const hasPython = spawnSync(PYTHON, ['-c', 'import email'], { stdio: 'ignore' }).status === 0

const MAIL: Mail = {
  from: { name: '会议通知', address: 'meetings@example.org' },
  to: { name: '韩梅梅', address: 'han.meimei@example.org' },
  replyTo: [{ name: 'Li, "Lei"', address: 'li.lei@example.org' }],
  subject: '会议邀请：第二季度营销预算分配评审，2026-12-03（周四）14:00',
  text: '韩梅梅，您好：\n.\nFrom here on\n',
  html: '<p>韩梅梅，您好：</p>',
  calendar: { method: 'REQUEST', content: CALENDARS['request.ics'] ?? '' },
  attachments: [{ filename: '投放方案.md', content: new TextEncoder().encode('# 投放方案\n'), contentType: 'text/markdown; charset=utf-8' }],
  messageId: 'e4ab72d0.0.9f@example.org',
  references: ['first@example.org'],
  date: Date.parse('2026-11-25T08:00:00Z'),
  boundarySeed: 'e4ab72d0-6521',
  important: true,
}

/** What Python's email package, another's reader, makes of a message. */
const READ = `
import email, email.policy, json, sys
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
parts = [[part.get_content_type(), part.get_filename(), part.get_param("method"), part.get_content_disposition(),
          None if part.is_multipart() else part.get_payload(decode=True).decode("utf-8")] for part in message.walk()]
print(json.dumps({"headers": [[name, str(value)] for name, value in message.items()], "parts": parts,
                  "defects": [str(each) for part in message.walk() for each in part.defects]}))`

interface Understood {
  readonly headers: readonly (readonly [string, string])[]
  readonly parts: readonly (readonly [string, string | null, string | null, string | null, string | null])[]
  readonly defects: readonly string[]
}

function read(bytes: Uint8Array): Understood {
  return JSON.parse(execFileSync(PYTHON, ['-c', READ], { input: bytes, encoding: 'utf8' })) as Understood
}

describe('composed mail', () => {
  it('is the same bytes for the same mail, and others for another', async () => {
    const first = await composeMail(MAIL)
    assert.deepEqual(await composeMail({ ...MAIL }), first)
    assert.notDeepEqual(await composeMail({ ...MAIL, text: 'other' }), first)
  })

  it('is 7-bit clean with CRLF line ends of a length that every path carries', async () => {
    const text = Buffer.from(await composeMail(MAIL)).toString('latin1')
    assert.doesNotMatch(text, /[^\x00-\x7f]|[^\r]\n|\r[^\n]/)
    assert.ok(Math.max(...text.split('\r\n').map((line) => line.length)) <= 998)
  });

  (hasPython ? it : it.skip)('reads in Python’s email package as it was meant (skipped where /usr/bin/python3 is not installed)', async () => {
    const { headers, parts, defects } = read(await composeMail(MAIL))
    assert.deepEqual(defects, [])
    assert.deepEqual(headers.slice(0, -1), [
      ['Auto-Submitted', 'auto-generated'], ['Importance', 'high'], ['X-Priority', '1 (Highest)'],
      ['From', '会议通知 <meetings@example.org>'], ['To', '韩梅梅 <han.meimei@example.org>'], ['Reply-To', '"Li, \\"Lei\\"" <li.lei@example.org>'],
      ['In-Reply-To', '<first@example.org>'], ['References', '<first@example.org>'],
      ['Subject', MAIL.subject], ['Message-ID', '<e4ab72d0.0.9f@example.org>'], ['Date', 'Wed, 25 Nov 2026 08:00:00 +0000'], ['MIME-Version', '1.0'],
    ])
    assert.deepEqual(parts.map((part) => part.slice(0, 4)), [
      ['multipart/mixed', null, null, null], ['multipart/alternative', null, null, null], ['text/plain', null, null, null], ['text/html', null, null, null],
      ['text/calendar', null, 'REQUEST', null], ['text/markdown', '投放方案.md', null, 'attachment'], ['application/ics', 'invite.ics', null, 'attachment'],
    ])
    assert.equal(parts[2]?.[4]?.replace(/\r\n/g, '\n'), MAIL.text)
    assert.equal(parts[4]?.[4], CALENDARS['request.ics'])
    assert.equal(parts[6]?.[4], CALENDARS['request.ics'])
  })

  it('lets no subject, name or file name add a header', async () => {
    const usual = headerNames(await composeMail(MAIL))
    const piece = fc.constantFrom('\r\n', '\n', '\r', 'Bcc: e@x.y', ': ', '\u0000', '\u2028', '=?utf-8?q?=0A?=', '"', '<', '>', ',', 'a', '会', '\u0085', ' ')
    await fc.assert(fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 10 }).map((parts) => `x${parts.join('')}`), async (text) => {
      const bytes = await composeMail({
        ...MAIL, subject: text, from: { ...MAIL.from, name: text }, to: { ...MAIL.to, name: text }, messageId: `${text}@example.org`,
        boundarySeed: text, attachments: [{ filename: text, content: new Uint8Array() }],
      })
      assert.deepEqual(headerNames(bytes), usual)
    }), { numRuns: 200, seed: 11 })
  })

  it('refuses an address that is no plain mailbox', async () => {
    for (const address of ['', 'a', 'a@b@c.d', 'a@b', '"a b"@c.d', 'a(x)@b.c', 'a@b.c\r\nBcc: x@y.z', 'a,b@c.d', '<a@b.c>', '.a@b.c', 'a@-b.c', 'a@b..c', `${'a'.repeat(65)}@b.c`, `a@${'b.'.repeat(130)}c`]) {
      await assert.rejects(composeMail({ ...MAIL, to: { address } }), AddressError, address)
    }
    for (const address of ['a@b.c', "o'neil+x@mail.example.org", '用户@例子.公司', 'a_b-c.d@x-y.example']) assert.equal(addressProblem(address), undefined, address)
  })

  it('says nothing of a refused address', () => {
    assert.doesNotMatch(addressProblem('secret.person@@example.org') ?? '', /secret|person|example/)
  })
})

function headerNames(bytes: Uint8Array): readonly string[] {
  const [head = ''] = Buffer.from(bytes).toString('latin1').split('\r\n\r\n')
  return head.replace(/\r\n[ \t]/g, ' ').split('\r\n').map((line) => line.slice(0, line.indexOf(':')))
}
