import assert from 'node:assert/strict'
import { Life, meeting } from '../../support/process.ts'

const INVITED = '2026-11-26T08:00:00Z'
const NEXT = '2026-11-27T08:00:00Z'

/** What a change of the announced meeting brings. */
async function change(text: string, before = meeting()): Promise<{ life: Life; effects: string[] }> {
  const life = new Life(before)
  await life.at(INVITED)
  return { life, effects: await life.write(text).at(NEXT) }
}

const sequence = (mail: string): string | undefined => /SEQUENCE:(\d+)/.exec(mail)?.[1]

describe('change (B6)', () => {
  it('tells everybody of a new time, with what was and what is, and moves the calendar entry', async () => {
    const { life, effects } = await change(meeting({ start: 'start: 2026-12-03 15:00' }))
    assert.deepEqual(effects, ['change/2/issue B6', 'change/2/comment B6', 'change/2/mail:li-lei B6', 'change/2/mail:han-meimei B6'])
    const [before, after] = [life.mail('invitation.1.mail.han'), life.mail('change.2.mail.han')]
    assert.match(after, /14:00[^]*15:00/)
    assert.deepEqual([sequence(before), sequence(after)], ['0', '1'])
    assert.equal(/UID:(\S+)/.exec(after)?.[1], /UID:(\S+)/.exec(before)?.[1])
  })
  for (const [what, text] of Object.entries({
    duration: meeting({ duration: 'duration: 45m' }), link: meeting({ more: 'link: https://zoom.us/j/1' }), 'an agenda item': meeting({ body: '## Agenda\n1. Vote on the split (30m, @li-lei)\n' }),
    'a material': meeting({ more: 'materials:\n  - path: decks/q2.pptx\n    read_before: true' }), notes: meeting({ more: 'notes: Bring the offers' }), zone: meeting({ more: 'timezone: Asia/Tokyo' }),
  })) {
    it(`counts ${what}`, async () => assert.ok((await change(text)).effects.includes('change/2/mail:han-meimei B6')))
  }
  it('sends nothing for spelling, minutes, a reply deadline or a renamed file', async () => {
    for (const text of [
      meeting({ title: 'title: Budget split over 4 channels' }), meeting({ purpose: 'purpose: Decide on the split' }), meeting({ rsvp: 'rsvp_by: 2026-12-02 10:00' }),
      `${meeting()}\n## Minutes\n### Discussion\nA word.\n`,
    ]) assert.deepEqual((await change(text)).effects, [], text)
    const life = new Life()
    await life.at(INVITED)
    assert.deepEqual(await life.write(null).write(meeting(), 'meetings/renamed.md').at(NEXT), [])
  })
  it('invites who is new, calls off who is no longer asked, and leaves the others alone', async () => {
    const { life, effects } = await change(meeting({ required: 'required: [wang-wei]' }))
    assert.deepEqual(effects, ['change/2/issue B6', 'change/2/comment B6', 'invitation/2/mail:wang-wei B1', 'change@withdrawal/2/mail:han-meimei B6'])
    const withdrawn = life.mail('withdrawal.2.mail.han')
    assert.match(withdrawn, /METHOD:CANCEL/)
    assert.doesNotMatch(withdrawn, /STATUS:CANCELLED|wang@/)
  })
  it('there and back again is two announcements, each with a higher SEQUENCE', async () => {
    const life = new Life()
    await life.at(INVITED)
    await life.write(meeting({ start: 'start: 2026-12-03 15:00' })).at(NEXT)
    assert.ok((await life.write(meeting()).at('2026-11-28T08:00:00Z')).includes('change/3/mail:han-meimei B6'))
    assert.equal(sequence(life.mail('change.3.mail.han')), '2')
  })
  it('there and back again before anybody was told is nothing', async () => {
    const life = new Life()
    await life.at(INVITED)
    life.write(meeting({ start: 'start: 2026-12-03 15:00' })).write(meeting())
    assert.deepEqual(await life.at(NEXT), [])
  })
  it('tells somebody whose night it was of the newest state only, by the difference to what they know', async () => {
    const life = new Life(meeting({ required: 'required: [tom]' }))
    await life.at(INVITED)
    const moved = await life.write(meeting({ required: 'required: [tom]', start: 'start: 2026-12-03 15:00' })).at('2026-11-27T02:00:00Z')
    assert.ok(!moved.includes('change/2/mail:tom B6'))
    await life.write(meeting({ required: 'required: [tom]', start: 'start: 2026-12-03 16:00' })).at('2026-11-27T03:00:00Z')
    assert.deepEqual(await life.at('2026-11-27T08:00:00Z'), ['change/3/mail:tom B6'])
    assert.match(life.mail('change.3.mail.tom'), /14:00[^]*16:00[^]*09:00–10:00 \(Berlin/)
  })
  it('is not announced once the meeting has begun', async () => {
    const life = new Life()
    await life.at(INVITED)
    assert.deepEqual((await life.write(meeting({ duration: 'duration: 90m' })).at('2026-12-03T06:10:00Z')).filter((each) => each.startsWith('change')), [])
  })
  it('keeps what a person wrote into the issue outside the managed part', async () => {
    const life = new Life()
    await life.at(INVITED)
    const path = [...life.disk.contents.keys()].find((each) => each.includes('/issues/0001')) ?? ''
    life.disk.contents.set(path, `${life.issue(1).trimEnd()}\n\nA word of a person.\n`)
    await life.write(meeting({ start: 'start: 2026-12-03 15:00' })).at(NEXT)
    assert.match(life.issue(1), /15:00[^]*A word of a person\./)
  })
})
