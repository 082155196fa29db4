import assert from 'node:assert/strict'
import { Life, meeting } from '../../support/process.ts'

const cancelled = meeting({ more: 'status: cancelled\nreason: settled by mail' })

describe('cancellation (B7)', () => {
  it('reaches everybody who was told, and closes the issue', async () => {
    const life = new Life(meeting({ more: 'importance: high' }))
    await life.at('2026-11-26T08:00:00Z')
    assert.deepEqual(await life.write(meeting({ more: 'importance: high\nstatus: cancelled\nreason: settled by mail' })).at('2026-11-27T08:00:00Z'), [
      'cancellation/2/mail:li-lei B7', 'cancellation/2/mail:han-meimei B7', 'cancellation/2/chat:feishu B7', 'cancellation/2/comment B7', 'cancellation/2/issue B7',
    ])
    const mail = life.mail('cancellation.2.mail.han')
    assert.match(mail, /settled by mail/)
    assert.match(mail, /METHOD:CANCEL[^]*SEQUENCE:1/)
    assert.match(mail, /STATUS:CANCELLED/)
    assert.match(life.issue(1), /^state: closed$/m)
    assert.deepEqual(await life.at('2026-11-28T08:00:00Z'), [])
  })
  it('waits for the morning of whoever sleeps while the meeting is days away, and for nobody’s on the day before it', async () => {
    const life = new Life(meeting({ required: 'required: [tom]' }))
    await life.at('2026-11-26T08:00:00Z')
    // 21:30 in Shanghai and 14:30 in Berlin.
    assert.deepEqual(await life.write(cancelled.replace('han-meimei', 'tom')).at('2026-11-27T13:30:00Z'), ['cancellation/2/mail:tom B7', 'cancellation/2/comment B7', 'cancellation/2/issue B7'])
    assert.match(life.keptReasons().join(), /li-lei: It is 21:30 where li-lei is/)
    assert.deepEqual(await life.at('2026-11-27T20:00:00Z'), [])
    assert.deepEqual(await life.at('2026-11-28T00:30:00Z', 'due'), ['cancellation/2/mail:li-lei B7'])
    assert.match(life.mail('cancellation.2.mail.li-lei'), /SEQUENCE:1/)
    const near = new Life()
    await near.at('2026-11-26T08:00:00Z')
    assert.ok((await near.write(cancelled).at('2026-12-02T18:00:00Z')).includes('cancellation/2/mail:han-meimei B7'))
  })
  it('invites whoever slept through cancellation and return with the new entry alone', async () => {
    const life = new Life()
    await life.at('2026-11-26T08:00:00Z')
    await life.write(cancelled).at('2026-11-27T14:00:00Z')
    await life.write(meeting()).at('2026-11-27T15:00:00Z')
    assert.deepEqual((await life.at('2026-11-28T01:00:00Z')).sort(), ['invitation/3/mail:han-meimei B1', 'invitation/3/mail:li-lei B1'])
  })
  it('says nothing of a meeting that was never announced, nor after its end', async () => {
    assert.deepEqual(await new Life(cancelled).at('2026-11-26T08:00:00Z'), [])
    const life = new Life()
    await life.at('2026-11-26T08:00:00Z')
    assert.deepEqual(await life.write(cancelled).at('2026-12-03T07:00:00Z'), [])
  })
  it('follows from a file that disappears while the meeting is ahead, and from nothing afterwards', async () => {
    const life = new Life()
    await life.at('2026-11-26T08:00:00Z')
    assert.deepEqual((await life.write(null).at('2026-11-27T08:00:00Z')).slice(0, 2), ['cancellation/2/mail:li-lei B7', 'cancellation/2/mail:han-meimei B7'])
    const past = new Life()
    await past.at('2026-11-26T08:00:00Z')
    assert.deepEqual(await past.write(null).at('2026-12-04T08:00:00Z'), [])
  })
  it('taken back, invites everybody anew, with a higher SEQUENCE', async () => {
    const life = new Life()
    await life.at('2026-11-26T08:00:00Z')
    await life.write(cancelled).at('2026-11-27T08:00:00Z')
    const again = await life.write(meeting()).at('2026-11-30T08:00:00Z')
    assert.ok(again.includes('invitation/3/mail:han-meimei B1'), again.join(', '))
    assert.match(life.mail('invitation.3.mail.han'), /SEQUENCE:2/)
  })
  it('stops reminders and the chase', async () => {
    const life = new Life()
    await life.at('2026-11-26T08:00:00Z')
    await life.write(cancelled).at('2026-11-27T08:00:00Z')
    for (const now of ['2026-12-02T05:00:00Z', '2026-12-03T04:30:00Z', '2026-12-03T09:30:00Z']) assert.deepEqual(await life.at(now), [])
  })
})
