import assert from 'node:assert/strict'
import { CONFIG, Life, meeting } from '../../support/process.ts'

const items = (...lines: readonly string[]): string => `${meeting()}\n## Minutes\n### Discussion\nx\n### Decisions\nx\n### Action items\n${lines.join('\n')}\n`
const TABLE = '- [ ] @han-meimei Enter the amounts of the four channels 📅 2026-12-10'
const CONTRACT = '- [ ] @wang-wei Sign the contract with both platforms 📅 2026-12-08'

async function held(...lines: readonly string[]): Promise<{ life: Life; opened: string[] }> {
  const life = new Life()
  await life.at('2026-11-26T08:00:00Z')
  return { life, opened: (await life.write(items(...lines)).at('2026-12-03T08:00:00Z')).filter((each) => !each.startsWith('minutes')) }
}

describe('action items (D2, D3, D4)', () => {
  it('get an issue each, assigned, under the meeting’s, once', async () => {
    const { life, opened } = await held(TABLE, CONTRACT)
    assert.deepEqual(opened, ['action@1/1/issue D3', 'action@2/1/issue D3'])
    assert.match(life.issue(2), /title: 'Enter the amounts[^]*parent: 1\n/)
    assert.deepEqual(await life.at('2026-12-04T08:00:00Z'), [])
  })
  it('are assigned to who owns them, and not to who is only mentioned', async () => {
    const { life } = await held('- [ ] @han-meimei Send @wang-wei the amounts of the four channels 📅 2026-12-10', '- [ ] 王伟：签订两个平台的合同 📅 2026-12-08')
    assert.match(life.issue(2), /^title: 'Send @?wang-wei the amounts of the four channels'$[^]*\*\*Owner\*\*: `han-meimei`/m)
    assert.match(life.issue(3), /\*\*Owner\*\*: `wang-wei`/)
  })
  it('are the same when they are reworded, moved or re-dated, and another when they are another', async () => {
    const { life } = await held(TABLE, CONTRACT)
    const later = (lines: readonly string[]): Promise<string[]> => life.write(items(...lines)).at('2026-12-04T08:00:00Z')
    assert.deepEqual(await later([CONTRACT.replace('both', 'the two'), TABLE.replace('2026-12-10', '2026-12-20')]), [])
    assert.deepEqual(await later([CONTRACT, TABLE, '- [ ] @li-lei Book the photographer for the launch 📅 2026-12-09']), ['action@3/1/issue D3'])
  })
  it('carried with a number are that issue', async () => {
    const { opened } = await held('- [ ] @han-meimei Enter the amounts 📅 2026-12-10 (#17)')
    assert.deepEqual(opened, [])
  })
  it('are not opened when they are done already', async () => assert.deepEqual((await held(TABLE.replace('[ ]', '[x]'))).opened, []))
  it('remind their owner two days before and on the day, in the morning', async () => {
    const { life } = await held(TABLE)
    assert.deepEqual(await life.at('2026-12-07T23:00:00Z'), [])
    assert.deepEqual(await life.at('2026-12-08T00:00:00Z'), ['action-reminder@1-2026-12-10-soon/1/mail:han-meimei D4'])
    assert.deepEqual(await life.at('2026-12-09T01:00:00Z'), [])
    assert.deepEqual(await life.at('2026-12-10T01:00:00Z'), ['action-reminder@1-2026-12-10-day/1/mail:han-meimei D4'])
  })
  it('given that near to their day need no reminder on top', async () => {
    const { life } = await held(TABLE.replace('2026-12-10', '2026-12-05'))
    assert.deepEqual(await life.at('2026-12-04T02:00:00Z'), [])
    assert.deepEqual(await life.at('2026-12-05T02:00:00Z'), ['action-reminder@1-2026-12-05-day/1/mail:han-meimei D4'])
  })
  it('ticked in the file, are closed in the forge', async () => {
    const { life } = await held(TABLE)
    assert.deepEqual(await life.write(items(TABLE.replace('[ ]', '[x]'))).at('2026-12-04T08:00:00Z'), ['action@1-done/1/issue D4'])
    assert.match(life.issue(2), /^state: closed$/m)
    assert.deepEqual(await life.at('2026-12-10T01:00:00Z'), [])
  })
  it('closed in the forge, are left alone; opened again by a person, they count as open', async () => {
    const { life } = await held(TABLE)
    life.setIssue('Enter the amounts', 'closed')
    assert.deepEqual(await life.at('2026-12-08T01:00:00Z'), [])
    life.setIssue('Enter the amounts', 'open')
    assert.deepEqual(await life.at('2026-12-10T01:00:00Z'), ['action-reminder@1-2026-12-10-day/1/mail:han-meimei D4'])
  })
  it('an issue that a person opened again is not closed against them', async () => {
    const { life } = await held(TABLE)
    await life.write(items(TABLE.replace('[ ]', '[x]'))).at('2026-12-04T08:00:00Z')
    life.setIssue('Enter the amounts', 'open')
    assert.deepEqual(await life.at('2026-12-05T08:00:00Z'), [])
    assert.match(life.issue(2), /^state: open$/m)
  })
  it('overdue, come together in one mail an owner, once a week', async () => {
    const { life } = await held(TABLE, CONTRACT.replace('wang-wei', 'han-meimei'))
    const digests = async (now: string): Promise<string[]> => (await life.at(now)).filter((each) => each.startsWith('overdue'))
    assert.deepEqual(await digests('2026-12-08T15:00:00Z'), [])
    assert.deepEqual(await digests('2026-12-09T01:00:00Z'), ['overdue@2026-12-07/1/mail:han-meimei D4'])
    assert.deepEqual(await digests('2026-12-11T01:00:00Z'), [])
    assert.deepEqual(await digests('2026-12-14T00:00:00Z'), ['overdue@2026-12-14/1/mail:han-meimei D4'])
    assert.match(life.mail('overdue@2026-12-14'), /Sign the contract[^]*Enter the amounts/)
  })
  it('or daily, where the team says so', async () => {
    const life = new Life(meeting(), `${CONFIG}digest: daily\n`)
    await life.at('2026-11-26T08:00:00Z')
    await life.write(items(TABLE)).at('2026-12-03T08:00:00Z')
    for (const day of ['11', '12', '13']) assert.ok((await life.at(`2026-12-${day}T01:00:00Z`)).includes(`overdue@2026-12-${day}/1/mail:han-meimei D4`), day)
  })
})
