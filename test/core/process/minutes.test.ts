import assert from 'node:assert/strict'
import { Life, meeting } from '../../support/process.ts'

const MINUTES = '\n## Minutes\n### Attendance\n- [x] @li-lei\n- [ ] @han-meimei (minutes by mail)\n### Discussion\nSearch ads are cheapest.\n### Decisions\n- D1: 45, 35, 15, 5\n### Action items\nnone\n'

async function invited(text = meeting()): Promise<Life> {
  const life = new Life(text)
  await life.at('2026-11-26T08:00:00Z')
  return life
}

describe('minutes (D1, C4)', () => {
  it('are asked for after two hours, and again after four', async () => {
    const life = await invited()
    assert.deepEqual(await life.at('2026-12-03T08:59:00Z'), [])
    assert.deepEqual(await life.at('2026-12-03T09:00:00Z'), ['minutes-reminder@first/1/mail:li-lei D1'])
    assert.deepEqual(await life.at('2026-12-03T10:59:00Z'), [])
    assert.deepEqual(await life.at('2026-12-03T11:00:00Z'), ['minutes-reminder@late/1/mail:li-lei D1'])
    assert.deepEqual(await life.at('2026-12-04T09:00:00Z'), [])
  })
  it('a late run asks once, as late', async () => assert.deepEqual(await (await invited()).at('2026-12-04T02:00:00Z'), ['minutes-reminder@late/1/mail:li-lei D1']))
  it('go to everybody who was invited, to the absent first, once, and stand on the issue', async () => {
    const life = await invited()
    assert.deepEqual(await life.write(meeting() + MINUTES).at('2026-12-03T08:00:00Z'), ['minutes/1/mail:han-meimei D1', 'minutes/1/mail:li-lei D1', 'minutes/1/comment D1'])
    assert.match(life.mail('minutes.1.mail.han'), /Search ads are cheapest/)
    assert.match(life.issue(1), /45, 35, 15, 5/)
    assert.deepEqual(await life.write(meeting() + MINUTES.replace('cheapest', 'the cheapest')).at('2026-12-04T02:00:00Z'), [], 'a later correction is not sent')
  })
  it('are not sent before the end, while a part lacks, nor after two weeks', async () => {
    assert.deepEqual(await (await invited(meeting() + MINUTES)).at('2026-12-03T06:59:00Z').then((all) => all.filter((each) => each.startsWith('minutes'))), [])
    const partly = await invited()
    assert.deepEqual(await partly.write(`${meeting()}\n## Minutes\n### Discussion\nx\n### Decisions\nx\n### Action items\n`).at('2026-12-03T08:00:00Z'), [])
    assert.deepEqual(await (await invited()).write(meeting() + MINUTES).at('2026-12-18T08:00:00Z'), [])
  })
})
