import assert from 'node:assert/strict'
import { CONFIG, Life, meeting } from '../../support/process.ts'

const ASKED = meeting({ required: 'required: [han-meimei, tom]' })
const MINUTES = '\n## Minutes\n### Attendance\n- [x] @li-lei\n### Discussion\nx\n### Decisions\nx\n### Action items\nnone\n'

/** A meeting on Thu 2026-12-03 06:00Z whose Han Meimei has named somebody in her place. */
async function delegated(to: string, text = ASKED, config = CONFIG): Promise<{ life: Life; told: string[] }> {
  const life = new Life(text, config)
  await life.at('2026-11-26T08:00:00Z')
  life.reply(`han-meimei delegate ${to}`)
  return { life, told: await life.at('2026-11-27T08:00:00Z') }
}

describe('a substitute (B3, C4)', () => {
  it('is invited once, with an entry for the calendar, and told in whose place', async () => {
    const { life, told } = await delegated('wang-wei')
    assert.deepEqual(told, ['invitation/1/mail:wang-wei B1'])
    const mail = life.mail('mail.wang-wei')
    assert.match(mail, /韩梅梅 asked that you attend in their place\./)
    assert.match(mail, /METHOD:REQUEST[^]*ATTENDEE[^\r]*mailto:wang@example\.org/)
    assert.deepEqual(await life.at('2026-11-28T08:00:00Z'), [])
  })
  it('reads it in Chinese where that is their language', async () => {
    const { life } = await delegated('wang-wei', ASKED, CONFIG.replace('{ name: 王伟,', '{ name: 王伟, language: zh,'))
    assert.match(life.mail('mail.wang-wei'), /李雷邀请您参加会议[^\n]*韩梅梅委托您代为参加。/)
  })
  it('is reminded in the place of whoever named them, and hears of changes, notices, minutes and the end of it all', async () => {
    const { life } = await delegated('wang-wei')
    life.reply('tom yes')
    assert.deepEqual((await life.at('2026-12-02T08:00:00Z')).filter((each) => each.startsWith('reminder')).map((each) => /mail:([\w-]+)/.exec(each)?.[1]), ['li-lei', 'tom', 'wang-wei'])
    const moved = ASKED.replace('2026-12-03 14:00', '2026-12-03 15:00')
    assert.deepEqual((await life.write(moved).at('2026-12-02T09:00:00Z')).filter((each) => each.includes('mail:wang')), ['change/2/mail:wang-wei B6'])
    assert.ok((await life.write(moved + MINUTES).at('2026-12-03T08:30:00Z')).includes('minutes/2/mail:wang-wei D1'))
    const other = await delegated('wang-wei')
    assert.ok((await other.life.write(null).at('2026-12-02T09:00:00Z')).includes('cancellation/2/mail:wang-wei B7'))
  })
  it('who was named in error is called off when the answer is taken back', async () => {
    const { life } = await delegated('wang-wei')
    life.reply('han-meimei yes')
    assert.deepEqual(await life.at('2026-11-27T09:00:00Z'), ['change@withdrawal/1/mail:wang-wei B6'])
    assert.deepEqual(await life.at('2026-11-27T10:00:00Z'), [])
  })
  it('may name another one, and declines for themselves', async () => {
    const { life } = await delegated('wang-wei', meeting())
    life.reply('wang-wei no')
    assert.deepEqual((await life.at('2026-12-02T08:00:00Z')).filter((each) => each.startsWith('reminder')), ['reminder@1440m/1/mail:li-lei B5'])
    const { life: chain } = await delegated('wang-wei', meeting())
    chain.reply('wang-wei delegate tom')
    assert.deepEqual(await chain.at('2026-11-27T09:00:00Z'), ['invitation/1/mail:tom B1'])
    assert.match(chain.mail('mail.tom'), /王伟 asked that you attend in their place/)
  })
  for (const [what, name] of [['whom nobody knows', 'somebody'], ['who was asked anyway', 'tom'], ['who organizes the meeting', 'li-lei']] as const) {
    it(`${what} is told nothing more`, async () => assert.deepEqual((await delegated(name)).told, []))
  }
})
