import assert from 'node:assert/strict'
import { Life, meeting } from '../../support/process.ts'

async function invited(text = meeting(), now = '2026-11-26T08:00:00Z'): Promise<Life> {
  const life = new Life(text)
  await life.at(now)
  life.reply('han-meimei yes')
  return life
}

const reminders = (effects: readonly string[]): string[] => effects.filter((each) => each.startsWith('reminder'))

describe('reminders (B5, C1, C2)', () => {
  it('come a day and two hours before, each once', async () => {
    const life = await invited()
    assert.deepEqual(reminders(await life.at('2026-12-02T05:59:00Z')), [])
    assert.deepEqual(reminders(await life.at('2026-12-02T06:00:00Z')), ['reminder@1440m/1/mail:li-lei B5', 'reminder@1440m/1/mail:han-meimei B5'])
    assert.deepEqual(reminders(await life.at('2026-12-03T03:59:00Z')), [])
    assert.deepEqual(reminders(await life.at('2026-12-03T04:00:00Z')), ['reminder@120m/1/mail:li-lei B5', 'reminder@120m/1/mail:han-meimei B5'])
    assert.deepEqual(reminders(await life.at('2026-12-03T05:00:00Z')), [])
  })
  it('tell the way and signing in with the last one', async () => {
    const life = await invited()
    await life.at('2026-12-02T06:00:00Z')
    await life.at('2026-12-03T04:00:00Z')
    assert.match(life.mail('reminder@120m.1.mail.han'), /third floor[^]*front desk/)
  })
  it('put what is to be tested before an online meeting on its issue, as boxes to tick', async () => {
    const life = await invited(meeting({ place: 'link: https://zoom.us/j/1\nbackup_link: https://meet.google.com/abc-defg-hij' }))
    await life.at('2026-12-02T06:00:00Z')
    assert.ok(!reminders(await life.at('2026-12-02T07:00:00Z')).some((each) => each.includes('comment')))
    assert.ok(reminders(await life.at('2026-12-03T04:00:00Z')).includes('reminder@120m/1/comment B5'))
    const issue = [...life.disk.contents].find(([path]) => path.includes('/issues/0001'))?.[1]
    assert.match(String(issue), /- \[ \] Microphone and loudspeaker work\.[^]*- \[ \] The backup link opens\./)
  })
  it('a late run sends only the nearest of those due, and none after the start', async () => {
    const life = await invited()
    assert.deepEqual(reminders(await life.at('2026-12-03T04:30:00Z')), ['reminder@120m/1/mail:li-lei B5', 'reminder@120m/1/mail:han-meimei B5'])
    assert.deepEqual(reminders(await (await invited()).at('2026-12-03T06:00:00Z')), [])
  })
  it('those already past at the invitation are dropped', async () => {
    const life = await invited(meeting({ rsvp: '' }), '2026-12-02T10:00:00Z')
    assert.deepEqual(reminders(await life.at('2026-12-02T11:00:00Z')), [])
    assert.equal(reminders(await life.at('2026-12-03T04:00:00Z')).length, 2)
  })
  it('are made anew for a moved start', async () => {
    const life = await invited()
    await life.at('2026-12-02T06:00:00Z')
    await life.write(meeting({ start: 'start: 2026-12-08 14:00' })).at('2026-12-02T08:00:00Z')
    assert.deepEqual(reminders(await life.at('2026-12-07T06:00:00Z')), ['reminder@1440m/2/mail:li-lei B5', 'reminder@1440m/2/mail:han-meimei B5'])
  })
  it('leave out whoever said no', async () => {
    const life = await invited(meeting({ required: 'required: [han-meimei, wang-wei]' }))
    life.reply('wang-wei no')
    assert.deepEqual(reminders(await life.at('2026-12-02T06:00:00Z')), ['reminder@1440m/1/mail:li-lei B5', 'reminder@1440m/1/mail:han-meimei B5'])
  })
  it('follow the file’s own list, and the channels of a group', async () => {
    const life = await invited(meeting({ more: 'remind: [3h]\nimportance: high' }))
    assert.deepEqual(reminders(await life.at('2026-12-02T06:00:00Z')), [])
    assert.deepEqual(reminders(await life.at('2026-12-03T03:00:00Z')), ['reminder@180m/1/mail:li-lei B5', 'reminder@180m/1/mail:han-meimei B5', 'reminder@180m/1/chat:feishu B5'])
  })
})
