import assert from 'node:assert/strict'
import { CONFIG, Life, meeting } from '../../support/process.ts'

const AFTER = '2026-12-02T04:00:00Z'

async function invited(text = meeting(), config = CONFIG): Promise<Life> {
  const life = new Life(text, config)
  await life.at('2026-11-26T08:00:00Z')
  return life
}

const chases = (effects: readonly string[]): string[] => effects.filter((each) => each.startsWith('chase'))

describe('replies and the chase (B3, B4)', () => {
  it('asks whoever did not answer by the deadline once more, through another channel, and gives the organizer a call sheet', async () => {
    const life = await invited(meeting({ required: 'required: [han-meimei, wang-wei]' }))
    life.reply('wang-wei yes')
    assert.deepEqual(chases(await life.at('2026-12-02T03:59:00Z')), [])
    assert.deepEqual(chases(await life.at(AFTER)), ['chase/1/chat:feishu B4', 'chase/1/call-sheet:li-lei B4'])
    assert.match(life.mail('call-sheet.li-lei'), /\+86 10 5555 0102/)
    assert.deepEqual(chases(await life.at('2026-12-02T05:00:00Z')), [], 'once')
  })
  it('asks nobody when everybody answered: no, maybe, or a substitute', async () => {
    const life = await invited(meeting({ required: 'required: [han-meimei, wang-wei, tom]' }))
    life.reply('han-meimei no on leave').reply('wang-wei maybe').reply('tom delegate @li-lei')
    assert.deepEqual(chases(await life.at(AFTER)), [])
  })
  it('takes the last answer of each, by key, name or login', async () => {
    const life = await invited(meeting({ required: "required: ['@octocat', han-meimei]", more: 'channels: [github, mail]' }))
    life.reply('@octocat yes').reply('韩梅梅 参加').reply('han-meimei 不参加 出差')
    assert.deepEqual(chases(await life.at(AFTER)), [])
  })
  it('without a deadline counts one day before; when that has passed, halfway to the start', async () => {
    const life = await invited(meeting({ rsvp: '' }))
    assert.deepEqual(chases(await life.at('2026-12-02T05:59:00Z')), [])
    assert.equal(chases(await life.at('2026-12-02T06:00:00Z')).length, 2)
    const late = new Life(meeting({ rsvp: '' }))
    await late.at('2026-12-03T02:00:00Z')
    assert.deepEqual(chases(await late.at('2026-12-03T03:59:00Z')), [])
    assert.equal(chases(await late.at('2026-12-03T04:00:00Z')).length, 2)
  })
  it('belongs to the start: a moved meeting asks anew', async () => {
    const life = await invited()
    await life.at(AFTER)
    await life.write(meeting({ start: 'start: 2026-12-08 14:00', rsvp: 'rsvp_by: 2026-12-07 12:00' })).at('2026-12-02T08:00:00Z')
    assert.deepEqual(chases(await life.at('2026-12-07T04:00:00Z')), ['chase/2/chat:feishu B4', 'chase/2/call-sheet:li-lei B4'])
  })
  it('asks nobody again in the minute they are told, though the written deadline has passed', async () => {
    const life = await invited()
    await life.at(AFTER)
    assert.deepEqual(chases(await life.write(meeting({ start: 'start: 2026-12-04 14:00' })).at('2026-12-03T02:00:00Z')), [])
    assert.deepEqual(chases(await life.at('2026-12-03T15:59:00Z')), [])
    assert.deepEqual(chases(await life.at('2026-12-03T16:00:00Z')), ['chase/2/chat:feishu B4', 'chase/2/call-sheet:li-lei B4'])
  })
  it('is dropped once the meeting has begun, however late the run', async () => {
    const life = await invited()
    assert.deepEqual(chases(await life.at('2026-12-03T06:00:00Z')), [])
  })
  it('without a fall-back calls by a comment on the issue', async () => {
    const life = await invited(meeting(), CONFIG.replace(/ {2}fallback:.*\n/, ''))
    assert.deepEqual(chases(await life.at(AFTER)), ['chase/1/comment B4', 'chase/1/call-sheet:li-lei B4'])
  })
})
