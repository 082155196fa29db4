import assert from 'node:assert/strict'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { extensionEdits } from '../../../src/core/live/extension.ts'
import { addToPart, minutesFrame } from '../../../src/core/live/minutes-frame.ts'
import { rollCallEdits, rollIn } from '../../../src/core/live/roll-call.ts'
import type { RollEntry } from '../../../src/core/live/state.ts'
import { parse } from '../../../src/core/meeting/parse.ts'
import { applyEdits, type TextEdit } from '../../../src/core/text/edit.ts'
import { CONFIG, good } from '../../support/rule.ts'

const { config } = parseConfig(CONFIG)
const HEAD = '---\nid: a\ntitle: A\n---\n\n'
const AGENDA = '## Agenda\n1. Costs (15m)\n2. Vote (30m)\n'

function expectEdits(text: string, edits: readonly TextEdit[], expected: string): void {
  assert.equal(applyEdits(text, edits), expected)
}

const here = (key: string, name = key): RollEntry => ({ key, name, present: true })
const away = (key: string, instead: RollEntry['instead'], name = key): RollEntry => ({ key, name, present: false, ...(instead === undefined ? {} : { instead }) })

describe('the roll call in the file (C3, C4)', () => {
  it('makes the minutes where there are none', () => expectEdits(HEAD + AGENDA, rollCallEdits(HEAD + AGENDA, [here('li-lei'), away('wang-wei', { kind: 'minutes' })]),
    `${HEAD}## Agenda\n1. Costs (15m)\n2. Vote (30m)\n\n## Minutes\n\n### Attendance\n- [x] @li-lei\n- [ ] @wang-wei (minutes by mail)\n`))
  it('changes who stands there, adds who does not, and leaves the rest to the byte', () => {
    const text = `${HEAD}## Minutes\n\n### Attendance\n* [ ] @li-lei  \n* [x] @wang-wei (was late)\n* [x] @guest\n\n### Discussion\nWords.\n`
    expectEdits(text, rollCallEdits(text, [here('li-lei'), away('wang-wei', { kind: 'talk' }), away('tom', { kind: 'substitute', name: 'Ana (the new one)' })]),
      `${HEAD}## Minutes\n\n### Attendance\n* [x] @li-lei  \n* [ ] @wang-wei (a talk afterwards)\n* [x] @guest\n- [ ] @tom (substitute: Ana the new one)\n\n### Discussion\nWords.\n`)
  })
  it('knows a person by name and login where the directory does', () => {
    const text = '---\n编号: a\n---\n\n## 会议纪要\n\n### 出席情况\n- [ ] 李雷\n- [ ] @hanmeimei\n'
    expectEdits(text, rollCallEdits(text, [here('li-lei', '李雷'), away('han-meimei', { kind: 'open' }, '韩梅梅')], config), '---\n编号: a\n---\n\n## 会议纪要\n\n### 出席情况\n- [x] 李雷\n- [ ] @hanmeimei（待定）\n')
    assert.equal(rollIn(text.replace('[ ] @hanmeimei', '[x] @hanmeimei'), config)({ key: 'han-meimei', name: '韩梅梅' }), true)
    assert.equal(rollIn(text, config)({ key: 'tom', name: 'Tom' }), undefined)
  })
  it('keeps CRLF, and a note where nothing else was chosen', () => {
    const text = '---\r\nid: a\r\n---\r\n\r\n## Minutes\r\n\r\n### Attendance\r\n- [x] @li-lei (by phone)\r\n'
    expectEdits(text, rollCallEdits(text, [here('li-lei'), here('tom')]), `${text.trimEnd()}\r\n- [x] @tom\r\n`)
  })
  it('takes its own note away from somebody who came after all, and no other', () => {
    const text = `${HEAD}## Minutes\n\n### Attendance\n- [ ] @tom (minutes by mail)\n- [ ] @ana (substitute: Tom)\n- [ ] @eva（会后单独沟通）\n- [ ] @bob (on a train)\n`
    expectEdits(text, rollCallEdits(text, ['tom', 'ana', 'eva', 'bob'].map((key) => here(key))), `${HEAD}## Minutes\n\n### Attendance\n- [x] @tom\n- [x] @ana\n- [x] @eva\n- [x] @bob (on a train)\n`)
  })
  it('twice is the same as once, and is read back as it was called', () => {
    const roll = [here('li-lei'), away('han-meimei', { kind: 'minutes' }), away('wang-wei', { kind: 'substitute', name: 'Tom' })]
    for (const text of [good(), good({ body: '## 议程\n1. 表决（45分钟）\n\n## 会议纪要\n\n### 讨论要点\n' }), `${HEAD}## Minutes\n### Attendance\n`, HEAD.trimEnd()]) {
      const once = applyEdits(text, rollCallEdits(text, roll, config)) ?? ''
      assert.deepEqual(rollCallEdits(once, roll, config), [], once)
      assert.deepEqual(parse(once).meeting.minutes?.attendance?.entries.map(({ present, person, note }) => [person.value, present, note !== undefined]), [['li-lei', true, false], ['han-meimei', false, true], ['wang-wei', false, true]], once)
    }
  })
})

describe('the frame of the minutes (D1)', () => {
  it('is written whole, with a heading for each item', () => expectEdits(HEAD + AGENDA, minutesFrame(HEAD + AGENDA),
    `${HEAD}## Agenda\n1. Costs (15m)\n2. Vote (30m)\n\n## Minutes\n\n### Attendance\n\n### Discussion\n\n#### Costs\n\n#### Vote\n\n### Decisions\n\n### Action items\n`))
  it('fills in only what is missing, each part at its place', () => {
    const text = `${HEAD}${AGENDA}\n## Minutes\n\n### Discussion\nWe talked.\n\n### Action items\n- [ ] @tom Write it 📅 2026-12-10\n`
    expectEdits(text, minutesFrame(text), `${HEAD}${AGENDA}\n## Minutes\n\n### Attendance\n\n### Discussion\nWe talked.\n\n### Decisions\n\n### Action items\n- [ ] @tom Write it 📅 2026-12-10\n`)
  })
  it('in Chinese, under an empty frame, adds the items and nothing else; a second time nothing', () => {
    const text = '---\n编号: a\n---\n\n## 议程\n1. 预算表决（45分钟）\n\n## 会议纪要\n\n### 出席情况\n\n### 讨论要点\n\n### 决议\n\n### 行动项\n'
    const once = applyEdits(text, minutesFrame(text)) ?? ''
    assert.equal(once, text.replace('### 讨论要点\n', '### 讨论要点\n\n#### 预算表决\n'))
    assert.deepEqual(minutesFrame(once), [])
  })
  it('leaves what people wrote as it was, and every part is found afterwards', () => {
    for (const text of [good(), good({ body: '# Notes\n\n## Minutes\nShort words first.\n' }), 'No front matter at all', '', `${HEAD}## Minutes\n### Action items\n- [ ] x`]) {
      const edits = minutesFrame(text)
      const made = applyEdits(text, edits) ?? ''
      const { minutes } = parse(made).meeting
      assert.ok(edits.every(({ range }) => range.start === range.end))
      assert.ok(minutes?.attendance && minutes.discussion && minutes.decisions && minutes.actions, made)
      assert.deepEqual(minutesFrame(made), [], made)
    }
  })
  it('takes further lines under a part', () => {
    const text = `${HEAD}## Minutes\n\n### Decisions\n- D1: Roll back\n\n### Action items\n`
    expectEdits(text, addToPart(text, 'decisions', ['- D2: Add a node']), `${HEAD}## Minutes\n\n### Decisions\n- D1: Roll back\n- D2: Add a node\n\n### Action items\n`)
    expectEdits(text, addToPart(text, 'actions', ['- [ ] @tom Do it 📅 2026-12-10']), `${text.trimEnd()}\n- [ ] @tom Do it 📅 2026-12-10\n`)
    assert.deepEqual(addToPart(text, 'actions', []), [])
  })
})

describe('an extension in the file (E4)', () => {
  const written = (text: string, minutes: number, reason: string): string => applyEdits(text, extensionEdits(text, minutes, reason)) ?? ''
  it('is a new key, then a further entry of it', () => {
    const once = written(HEAD, 15, 'The vote: a second round')
    assert.equal(once, '---\nid: a\ntitle: A\nextended:\n  - by: 15m\n    reason: \'The vote: a second round\'\n---\n\n')
    assert.equal(written(once, 90, 'Lunch came'), '---\nid: a\ntitle: A\nextended:\n  - by: 15m\n    reason: \'The vote: a second round\'\n  - by: 1h30m\n    reason: Lunch came\n---\n\n')
  })
  it('is written in the words of the file, inside brackets too, with its line ends', () => {
    assert.equal(written('---\n编号: a\n主题: 甲\n---\n', 15, '需要第二轮表决'), '---\n编号: a\n主题: 甲\n延长:\n  - 延长: 15分钟\n    原因: 需要第二轮表决\n---\n')
    assert.equal(written('---\nid: a\nextended: [{ by: 5m, reason: late }]\n---\n', 10, 'vote'), '---\nid: a\nextended: [{ by: 5m, reason: late }, { by: 10m, reason: vote }]\n---\n')
    assert.equal(written('---\r\nid: a\r\nextended:\r\n---\r\n', 10, 'vote'), '---\r\nid: a\r\nextended:\r\n  - by: 10m\r\n    reason: vote\r\n---\r\n')
  })
  it('is read back as it was said, whatever the reason holds', () => {
    for (const reason of ['# no comment', '- a list', '"quoted', "it's", 'a: b', '[x]', '{{y}}', '---', 'two\nlines', '是：的']) {
      const { extended } = parse(written(good(), 20, reason)).meeting.fields
      assert.deepEqual(extended?.value.map(({ by, reason: why }) => [by?.value, why?.value]), [[20, reason.replace('\n', ' ')]], reason)
    }
  })
  it('is left to its writer where there is no front matter', () => assert.deepEqual(extensionEdits('# A', 10, 'x'), []))
})
