import assert from 'node:assert/strict'
import { codeActions } from '../../../src/core/language/code-actions.ts'
import { CONFIG, good } from '../../support/rule.ts'
import { act, fixedAll, offered, open } from '../../support/language.ts'

describe('code actions', () => {
  it('offer the fixes of the problems at the cursor, in the reader’s language', () => {
    const text = good({ start: 'start: 2026-12-05 1‸4:00' })
    assert.deepEqual(offered(text).filter((each) => each.startsWith('quickfix')), ['quickfix Move to Mon 2026-12-07 09:00'])
    assert.deepEqual(offered(text, { language: 'zh' }).filter((each) => each.startsWith('quickfix')), ['quickfix 改到2026-12-07（周一）09:00'])
    assert.match(act(text, 'Move to')['meetings/a.md'] ?? '', /start: 2026-12-07 09:00\n/)
    assert.deepEqual(offered(good({ start: 'start: 2026-12-05 14:00', title: 'title: Q2 marketing bud‸get split over four channels' })), [])
  })
  it('name the problem that they mend, and prefer a safe one that stands alone', () => {
    const { context, range, problems } = open('---\ntitel‸: Q2 marketing budget split over four channels\n---\n')
    const [first] = codeActions(context, problems, range)
    assert.ok(first !== undefined && first.safe && first.preferred)
    assert.equal(problems[first.problem ?? -1]?.rule, 'front-matter')
  })
  it('change the configuration, and leave the rest of it as it is', () => {
    const changed = act(good({ required: 'required: [gu‸est]' }), 'Asia/Shanghai')
    assert.deepEqual(Object.keys(changed), ['.convoke.yml'])
    assert.equal(changed['.convoke.yml'], CONFIG.replace('{ name: Guest, github: guest-gh, email: guest@example.net, outside: true }', '{ name: Guest, github: guest-gh, email: guest@example.net, outside: true, timezone: Asia/Shanghai }'))
  })
  it('make new files', () => {
    const duration = good({ duration: 'duration: 3‸h', body: '## Agenda\n1. Where the Q1 money went (90m, @han-meimei)\n2. Vote on the split over four channels (80m, @li-lei)\n' })
    const changed = act(duration, 'plit')
    assert.equal(Object.keys(changed).length, 2)
    assert.ok(Object.keys(changed).some((file) => file !== 'meetings/a.md'))
  })
  it('repair everything safe at once, and nothing else', () => {
    const text = '---\ntitel: Q2 marketing budget split over four channels\npurpose：Decide how the 1.2M Q2 budget is split\nrequired: [@lilei]\nstart: 2026-12-05 14:00\n---\n'
    assert.deepEqual(fixedAll(text), { 'meetings/a.md': '---\ntitle: Q2 marketing budget split over four channels\npurpose: Decide how the 1.2M Q2 budget is split\nrequired: [\'@lilei\']\nstart: 2026-12-05 14:00\n---\n' })
    assert.deepEqual(fixedAll(good()), {})
  })
  it('divide an undivided list', () => {
    assert.match(act('---\nattend‸ees: [li-lei, priya, tom]\n---\n', 'Divide')['meetings/a.md'] ?? '', /^---\nrequired: \[li-lei, tom\]\noptional:\n {2}- priya: ‹why they are asked›\n---\n$/)
    assert.match(act('---\r\n参会人‸员: [li-lei, priya]\r\n---\r\n', '分成', { language: 'zh' })['meetings/a.md'] ?? '', /^---\r\n必须参加: \[li-lei\]\r\n可选参加:\r\n {2}- priya: 〈说明请其参加的原因〉\r\n---\r\n$/)
    assert.deepEqual(offered('---\nattend‸ees: [li-lei, tom]\n---\n').filter((each) => each.includes('Divide')), [], 'nobody is from outside')
  })
  it('make a list of a table of action items, where nothing is lost', () => {
    const table = (rows: string): string => `---\nid: a\n---\n\n## Minutes\n\n### Action items\n\n${rows}\n\nText.\n`
    assert.equal(act(table('| Task | Owner | Due |\n| --- | --- | --- |\n| Send ‸it | Tom Becker | 2026-12-04 |'), 'list')['meetings/a.md'], table('- [ ] @tom Send it 📅 2026-12-04'))
    assert.deepEqual(offered(table('| Task | Owner | Due | Comment |\n| --- | --- | --- | --- |\n| Send ‸it | tom | 2026-12-04 | urgent |')).filter((each) => each.includes('list')), [])
  })
  it('write names as keys, and the agenda’s times in one form', () => {
    const minutes = '---\nid: a\n---\n## 会议纪要\n### 行动项\n- [ ] 负责人：韩梅‸梅 提交预算表 📅 2026-12-04\n'
    assert.match(act(minutes, '@键', { language: 'zh' })['meetings/a.md'] ?? '', /负责人：@han-meimei 提交预算表/)
    assert.match(act('---\nid: a\n---\n## Agenda\n1. O‸ne (15 minutes)\n2. Two (0.5 h)\n', 'one form')['meetings/a.md'] ?? '', /1\. One \(15m\)\n2\. Two \(30m\)\n/)
  })
})
