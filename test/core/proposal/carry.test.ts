import assert from 'node:assert/strict'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { parse } from '../../../src/core/meeting/parse.ts'
import { carriedText } from '../../../src/core/proposal/carry.ts'
import { CONFIG, meeting } from '../../support/process.ts'

const { config } = parseConfig(CONFIG)
const FROM = `${meeting()}\n## Minutes\n### Action items\n- [ ] @han-meimei Enter the amounts of the four channels 📅 2026-12-20\n- [x] @wang-wei Book the room 📅 2026-12-01 #8\n- [ ] 王伟：签订合同 📅 2026-12-22 #9\n`
const ITEMS = [{ text: 'Enter the amounts of the four channels', issue: 7, done: false }, { text: 'Book the room', issue: 8, done: false }, { text: '王伟：签订合同', issue: 9, done: false }]
const CARRIED = '- [ ] @han-meimei Enter the amounts of the four channels 📅 2026-12-20 #7\n- [ ] 王伟：签订合同 📅 2026-12-22 #9'
const carry = (target: string, from = FROM): string | undefined => carriedText(target, from, ITEMS, config)

describe('action items carried into another file (D4)', () => {
  for (const [what, target, expected] of [
    ['has no minutes yet', meeting(), `${meeting().trimEnd()}\n\n## Minutes\n\n### Action items\n\n${CARRIED}\n`],
    ['has minutes without a list', `${meeting()}\n### Minutes\n\n## Later\n`, `${meeting()}\n### Minutes\n\n#### Action items\n\n${CARRIED}\n\n## Later\n`],
    ['has an empty list', `${meeting()}\n## Minutes\n### Action items\n`, `${meeting()}\n## Minutes\n### Action items\n\n${CARRIED}\n`],
    ['has items of its own, and words behind', `${meeting()}\n## Minutes\n### Action items\n\n- [ ] @tom Write the summary 📅 2026-12-11\n\n\n## Later\nwords`, `${meeting()}\n## Minutes\n### Action items\n\n- [ ] @tom Write the summary 📅 2026-12-11\n${CARRIED}\n\n\n## Later\nwords`],
    ['ends without a line end', `${meeting()}\n## Minutes\n### Action items`, `${meeting()}\n## Minutes\n### Action items\n\n${CARRIED}\n`],
    ['is Chinese', meeting({ body: '## 议程\n1. 分配（45分钟）\n', title: 'title: 四个渠道的预算', purpose: 'purpose: 确定分配', outcome: 'outcome: 分配表' }), `${meeting({ body: '## 议程\n1. 分配（45分钟）\n', title: 'title: 四个渠道的预算', purpose: 'purpose: 确定分配', outcome: 'outcome: 分配表' }).trimEnd()}\n\n## 会议纪要\n\n### 行动项\n\n${CARRIED}\n`],
  ] as const) {
    it(`stand at the end where the file ${what}, and nothing else changes`, () => {
      assert.equal(carry(target), expected)
      assert.equal(carry(expected), undefined, 'carried a second time')
    })
  }
  it('out of a table become items of a list, with owner, date and number', () => {
    const table = `${meeting()}\n## Minutes\n### Action items\n| Item | Owner | Due |\n| --- | --- | --- |\n| Enter the amounts of the four channels | @han-meimei | 2026-12-20 |\n`
    const [item] = parse(carry(meeting(), table) ?? '').meeting.minutes?.actions?.items ?? []
    assert.deepEqual([item?.text.value, item?.owners.map((each) => each.value), item?.due?.value, item?.issue?.value, item?.done], ['Enter the amounts of the four channels', ['han-meimei'], '2026-12-20', 7, false])
  })
  it('keep the line ends and the byte order mark of the file', () => {
    const target = `\ufeff${meeting()}\n## Minutes\n### Action items\n`.replaceAll('\n', '\r\n')
    assert.equal(carry(target), `${target}\r\n${CARRIED.replaceAll('\n', '\r\n')}\r\n`)
  })
  it('into a table are left out rather than written so that they are read otherwise', () => {
    const target = `${meeting()}\n## Minutes\n### Action items\n| Item | Owner | Due |\n| --- | --- | --- |\n| Write the summary | @tom | 2026-12-11 |\n`
    const text = carry(target)
    assert.deepEqual(parse(text ?? '').meeting.minutes?.actions?.items.map((each) => each.issue?.value), [undefined, 7, 9])
  })
})
