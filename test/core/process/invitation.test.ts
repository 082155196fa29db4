import assert from 'node:assert/strict'
import { CONFIG, Life, meeting } from '../../support/process.ts'

describe('invitation (B1, A9, A18, E5)', () => {
  it('opens the issue first, then tells required people, then groups, then those who may come', async () => {
    const life = new Life(meeting({ required: 'required: [tom, han-meimei]', more: 'importance: high\noptional:\n  - wang-wei: knows the figures' }))
    assert.deepEqual(await life.at('2026-11-26T08:00:00Z'), [
      'invitation/1/issue B1', 'invitation/1/mail:li-lei B1', 'invitation/1/mail:tom B1', 'invitation/1/mail:han-meimei B1', 'invitation/1/chat:feishu B1', 'invitation/1/mail:wang-wei B1',
    ])
    assert.deepEqual(await life.at('2026-11-26T09:00:00Z'), [], 'once')
  })
  it('waits for each receiver’s morning, and does not for a meeting within a day', async () => {
    const life = new Life(meeting({ required: 'required: [tom]' }))
    assert.deepEqual(await life.at('2026-11-25T02:00:00Z'), ['invitation/1/issue B1', 'invitation/1/mail:li-lei B1'])
    assert.deepEqual(life.keptReasons(), ['tom: It is 03:00 where tom is; nothing is sent between 21:00 and 08:00.'])
    assert.deepEqual(await life.at('2026-11-25T06:59:00Z'), [])
    assert.deepEqual(await life.at('2026-11-25T07:00:00Z'), ['invitation/1/mail:tom B1'])
    assert.ok((await new Life(meeting({ required: 'required: [tom]' })).at('2026-12-02T22:00:00Z')).includes('invitation/1/mail:tom B1'))
  })
  it('sends nothing for a draft, a file that lacks what an invitation needs, or a meeting that has begun', async () => {
    for (const [text, said] of [
      [meeting({ more: 'status: draft' }), 'The meeting is a draft.'], [meeting({ duration: '' }), 'The invitation needs what the file lacks: duration.'],
      [meeting({ place: '', required: '' }), 'The invitation needs what the file lacks: room or link and required.'],
    ] as const) {
      const life = new Life(text)
      assert.deepEqual(await life.at('2026-11-26T08:00:00Z'), [])
      assert.deepEqual(life.keptReasons(), [`-: ${said}`])
    }
    const late = new Life()
    assert.deepEqual(await late.at('2026-12-03T06:00:00Z'), [])
    assert.deepEqual(late.keptReasons(), ['-: The meeting had begun before it was announced.'])
    const history = new Life(meeting({ start: 'start: 2026-10-01 14:00', rsvp: '' }))
    assert.deepEqual(await history.at('2026-11-26T08:00:00Z'), [])
    assert.deepEqual(history.kept, [])
    assert.deepEqual(await new Life('# Notes without front matter\n').at('2026-11-26T08:00:00Z'), [])
  })
  it('sends nothing while two files claim one id, and neither is taken for the other', async () => {
    const life = new Life().write(meeting({ title: 'title: Another' }), 'meetings/copy.md')
    assert.deepEqual(await life.at('2026-11-26T08:00:00Z'), [])
    assert.match(life.keptReasons()[0] ?? '', /The id is used by meetings\/copy\.md and meetings\/m\.md/)
  })
  it('gives each person a mail with their local time, and a calendar entry of one UID', async () => {
    const life = new Life(meeting({ required: 'required: [tom]' }))
    await life.at('2026-11-26T08:00:00Z')
    const mail = life.mail('invitation.1.mail.tom')
    assert.match(mail, /07:00–08:00/)
    assert.match(mail, /METHOD:REQUEST[^]*SEQUENCE:0[^]*UID:[0-9a-f-]{36}/)
    assert.equal(/UID:(\S+)/.exec(mail)?.[1], /UID:(\S+)/.exec(life.mail('invitation.1.mail.li-lei'))?.[1])
  })
  it('names nobody’s address or number in plan, issue or post', async () => {
    const life = new Life(meeting({ more: 'importance: high\nchannels: [mail, feishu, phone]' }))
    await life.at('2026-11-26T08:00:00Z')
    const outside = JSON.stringify(life.effects) + [...life.disk.contents].filter(([path]) => !path.includes('/mails/')).map(([, content]) => String(content)).join('\n')
    assert.doesNotMatch(outside, /example\.org|5555/)
    assert.match(life.mail('call-sheet.li-lei'), /\+86 10 5555 0102/)
  })
  it('works without any policy: mention and mail', async () => {
    const life = new Life(meeting({ required: 'required: [li-lei]', organizer: 'organizer: han-meimei' }), CONFIG.replace(/policy:[^]*/, '').replace(/ {2}feishu: \{ secret: HOOK \}\n/, ''))
    assert.deepEqual(await life.at('2026-11-26T08:00:00Z'), ['invitation/1/issue B1', 'invitation/1/mail:han-meimei B1', 'invitation/1/mail:li-lei B1'])
    assert.match(life.issue(1), /@lilei/)
  })
})
