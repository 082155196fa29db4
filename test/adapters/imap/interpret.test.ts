import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { interpret, knownMeetings, type Interpreted } from '../../../src/adapters/imap/interpret.ts'
import { mailKey } from '../../../src/core/arrangement/who.ts'
import type { Reply } from '../../../src/core/process/ledger.ts'
import { readMail } from '../../../src/mime/read.ts'

const MAILS = new URL('../../fixtures/mail/', import.meta.url)
export const NAMESPACE = '0b8e2c52-6f0c-4c7e-9d53-1c1f6a7f2f10'
const BUDGET = '2026-12-03-budget'
const PEOPLE: Readonly<Record<string, string>> = { 'han.meimei@example.org': 'han-meimei', 'wang.wei@example.org': 'wang-wei', 'tom@partner.example': 'tom-becker' }
const personOf = (address: string): string => PEOPLE[address] ?? mailKey(address)
const place = (day: string) => ({ series: 'weekly', occurrence: `${day}T10:00`, zone: 'Asia/Shanghai' })
const KNOWN = knownMeetings({
  meetings: [BUDGET, 'weekly-2026-12-08', 'weekly-2026-12-15'], places: new Map([['weekly-2026-12-08', place('2026-12-08')], ['weekly-2026-12-15', place('2026-12-15')]]),
}, NAMESPACE)

/** A mail as it travels: CRLF. */
function mail(name: string): Uint8Array {
  return Buffer.from(readFileSync(new URL(`${name}.eml`, MAILS), 'utf8').replaceAll('\n', '\r\n'), 'utf8')
}

async function read(bytes: Uint8Array): Promise<readonly Interpreted[]> {
  const received = await readMail(bytes)
  return received === undefined ? [] : interpret(received, KNOWN, personOf)
}

const han = (answer: Reply['answer'], note?: string): Reply => ({ person: 'han-meimei', answer, ...(note === undefined ? {} : { note }) })
const wang = (answer: Reply['answer'], note?: string): Reply => ({ person: 'wang-wei', answer, ...(note === undefined ? {} : { note }) })
const tom = (answer: Reply['answer'], note?: string): Reply => ({ person: 'tom-becker', answer, ...(note === undefined ? {} : { note }) })

/** What each mail of the fixtures answers: the meeting and the reply; nothing for what is no answer. */
const EXPECTED: Readonly<Record<string, readonly [meeting: string, reply: Reply | 'unclear'] | undefined>> = {
  'outlook-accepted': [BUDGET, han('yes')],
  'outlook-declined-comment': [BUDGET, han('no', '当天出差, 请王伟代为说明')],
  'outlook-delegated': [BUDGET, han('delegate', 'wang-wei')],
  'outlook-occurrence': ['weekly-2026-12-08', han('yes')],
  'gmail-tentative': [BUDGET, tom('maybe')],
  'gmail-occurrence': ['weekly-2026-12-15', tom('no')],
  'apple-accepted': [BUDGET, han('yes')],
  'gmail-plain-yes': [BUDGET, tom('yes', 'I will dial in from the train.')],
  'outlook-plain-no': [BUDGET, han('no', '当天要去工商局。')],
  'outlook-text-maybe': [BUDGET, han('maybe', 'my flight lands at one.')],
  'qq-plain-yes': [BUDGET, wang('yes')],
  '163-plain-no': [BUDGET, wang('no', '请将纪要发我。')],
  'iphone-plain-yes': [BUDGET, han('yes')],
  'below-the-quote': [BUDGET, han('maybe', 'I have to ask my manager')],
  'mailto-yes': [BUDGET, han('yes')],
  'mailto-subject-alone': ['weekly-2026-12-08', han('no')],
  // Not the invited person's own word, or not clear: told of, and counted for nobody.
  'outlook-for-another': [BUDGET, 'unclear'],
  'outlook-forged': [BUDGET, 'unclear'],
  'outlook-counter': [BUDGET, 'unclear'],
  'gmail-whole-series': ['weekly-2026-12-08', 'unclear'],
  'on-behalf': [BUDGET, 'unclear'],
  'question': [BUDGET, 'unclear'],
  'two-senders': [BUDGET, 'unclear'],
  // A key of somebody who is asked to nothing.
  'stranger': [BUDGET, { person: mailKey('stranger@evil.example'), answer: 'yes' }],
  'name-that-is-an-address': [BUDGET, { person: mailKey('evil@evil.example'), answer: 'yes' }],
  'unrelated': undefined,
  'absence-outlook': undefined,
  'absence-163': undefined,
  'bounce': undefined,
}

describe('an answer by mail', () => {
  it('has a fixture for each form', () => {
    assert.deepEqual(readdirSync(MAILS).map((name) => name.replace(/\.eml$/, '')).sort(), Object.keys(EXPECTED).sort())
  })

  for (const [name, expected] of Object.entries(EXPECTED)) {
    it(`${name} is ${expected === undefined ? 'none' : expected[1] === 'unclear' ? 'unclear' : expected[1].answer}`, async () => {
      const found = (await read(mail(name))).map(({ meeting, reply }) => [meeting, reply])
      assert.deepEqual(found, expected === undefined ? [] : [expected])
    })
  }

  it('counts for nobody when the sender is found to be forged, whatever a second judgement below says', async () => {
    const text = Buffer.from(mail('mailto-yes')).toString()
    assert.equal((await read(Buffer.from(`Authentication-Results: mx.example.org; dmarc=fail\r\n${text}`)))[0]?.reply, 'unclear')
    assert.deepEqual((await read(Buffer.from(`Authentication-Results: mx.example.org; dmarc=pass\r\n${text}`)))[0]?.reply, han('yes'))
  })

  it('falls over nothing that comes in: bytes cut, changed, doubled, nested', async () => {
    const all = Object.keys(EXPECTED).map(mail)
    const change = fc.record({ which: fc.nat(all.length - 1), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(400), bytes: fc.uint8Array({ maxLength: 40 }) })
    await fc.assert(fc.asyncProperty(change, async ({ which, at, length, bytes }) => {
      const whole = all[which] ?? new Uint8Array()
      const start = Math.floor(at * whole.length)
      await read(Buffer.concat([whole.subarray(0, start), bytes, whole.subarray(start + length)]))
    }), { numRuns: 400, seed: 7 })
  })

  for (const [what, text] of [
    ['nested parts', `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(5000)}`],
    ['endless headers', `Subject: ${'x'.repeat(500_000)}\r\n\r\n/yes`],
    ['a page of tags', `Content-Type: text/html\r\nSubject: [${BUDGET}]\r\n\r\n${'<'.repeat(200_000)}`],
    ['styles without end', `Content-Type: text/html\r\nSubject: [${BUDGET}]\r\n\r\n${'<style>'.repeat(30_000)}`],
    ['a calendar of events', `Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${'BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n'.repeat(6000)}END:VCALENDAR\r\n`],
    ['an unknown charset', `Content-Type: text/plain; charset=klingon\r\nSubject: [${BUDGET}]\r\n\r\n/yes`],
    ['nothing', ''],
    ['a calendar of another kind', 'Content-Type: text/calendar\r\n\r\nBEGIN:VCARD\r\nN:__proto__\r\nEND:VCARD\r\n'],
    ['a date that is none', 'Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:99999999T999999Z\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.c\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'],
  ] as const) {
    it(`reads ${what} in no time`, async () => {
      const started = performance.now()
      const found = await read(Buffer.from(text))
      assert.ok(found.every((each) => each.reply === 'unclear'))
      assert.ok(performance.now() - started < 1500, `${performance.now() - started} ms`)
    })
  }
})
