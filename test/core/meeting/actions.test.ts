import assert from 'node:assert/strict'
import { action, actions, meeting, under, type Said } from '../../support/meeting.ts'

const LINES: readonly [string, Said][] = [
  ['- [ ] @han-meimei Publish the signed-off table 📅 2026-12-10',
    { text: 'Publish the signed-off table', owners: ['@han-meimei'], due: '2026-12-10', underDue: '2026-12-10' }],
  ['- [x] Book the room @li ⏰ 2026-12-10 #123', { text: 'Book the room', done: true, owners: ['@li'], due: '2026-12-10',
    underDue: '2026-12-10', issue: 123 }],
  ['- [X] Book the room', { text: 'Book the room', done: true }],
  ['- #45 @li book the room', { text: 'book the room', owners: ['@li'], issue: 45 }],
  ['- @li reopen #45 after the talk', { text: 'reopen #45 after the talk', owners: ['@li'], issue: 45 }],
  ['- Book the room ⏳ 2026-12-10 18:00 @li', { text: 'Book the room', owners: ['@li'], due: '2026-12-10',
    underDue: '2026-12-10' }],
  ['* Book the room [due:: 2026-12-10]', { text: 'Book the room', due: '2026-12-10', underDue: '2026-12-10' }],
  ['+ Book the room due 2026-12-10', { text: 'Book the room', due: '2026-12-10', underDue: '2026-12-10' }],
  ['- Book the room (due: Dec 10 2026), owner: Li Lei', { text: 'Book the room', owners: ['Li Lei'], due: '2026-12-10',
    underDue: 'Dec 10 2026' }],
  ['- Book the room by 10 December 2026', { text: 'Book the room', due: '2026-12-10', underDue: '10 December 2026' }],
  ['- Book the room by 2026-12-10', { text: 'Book the room', due: '2026-12-10', underDue: '2026-12-10' }],
  ['- Book the room (Han Meimei, 2026-12-10)', { text: 'Book the room', owners: ['Han Meimei'], due: '2026-12-10',
    underDue: '2026-12-10' }],
  ['- owner: han-meimei book the room', { text: 'book the room', owners: ['han-meimei'] }],
  ['- @li and @wang-wei book the room', { text: 'and book the room', owners: ['@li', '@wang-wei'] }],
  ['- @example/rooms book the room', { text: 'book the room', owners: ['@example/rooms'] }],
  ['- 发布预算表，责任人：韩梅梅，截止日期：2026年12月10日', { text: '发布预算表', owners: ['韩梅梅'], due: '2026-12-10', underDue: '2026年12月10日' }],
  ['- 负责人：王伟 截止 2026-12-10 整理材料', { text: '整理材料', owners: ['王伟'], due: '2026-12-10', underDue: '2026-12-10' }],
  ['- 整理材料 @li 截止2026/12/1', { text: '整理材料', owners: ['@li'], due: '2026-12-01', underDue: '2026/12/1' }],
  ['- @li 于2026年12月10日前提交', { text: '提交', owners: ['@li'], due: '2026-12-10', underDue: '2026年12月10日' }],
  ['- 12月10日前 @li 提交', { text: '提交', owners: ['@li'], dueText: '12月10日' }],
  ['- Book the room by Dec 10', { text: 'Book the room', dueText: 'Dec 10' }],
  ['- Book the room 📅 2026-02-30', { text: 'Book the room', dueText: '2026-02-30' }],
  ['- @li book the room next week', { text: 'book the room', owners: ['@li'], dueText: 'next week' }],
  ['- @li book the room ASAP', { text: 'book the room', owners: ['@li'], dueText: 'ASAP' }],
  ['- @li book the room by Friday', { text: 'book the room', owners: ['@li'], dueText: 'Friday' }],
  ['- @li book the room by the end of the month', { text: 'book the room', owners: ['@li'], dueText: 'the end of the month' }],
  ['- @li 尽快整理材料', { text: '整理材料', owners: ['@li'], dueText: '尽快' }],
  ['- @li 下周给出方案', { text: '给出方案', owners: ['@li'], dueText: '下周' }],
  ['- @li 月底前给出方案', { text: '给出方案', owners: ['@li'], dueText: '月底' }],
  ['- @li 准备下周的议程', { text: '准备下周的议程', owners: ['@li'] }],
  ['- Review the report of 2026-11-30 with Sales', { text: 'Review the report of 2026-11-30 with Sales' }],
  ['Action: @li book the room', { text: 'book the room', owners: ['@li'] }],
  ['AI: book the room', { text: 'book the room' }],
  ['TODO: book the room', { text: 'book the room' }],
  ['- Action: book the room', { text: 'book the room' }],
  ['- **Book** the [room](https://example.org/due-2026-01-01) <!-- @nobody -->', { text: 'Book the room' }],
  ['- write to li@example.org', { text: 'write to', owners: ['li@example.org'] }],
]

describe('action items', () => {
  for (const [line, expected] of LINES) {
    it(`reads ${line}`, () => assert.deepEqual(action(line), expected))
  }

  it('reads a table by its headings in English', () => {
    const lines = '| Action | Owner | Due | Status |\n|---|---|---|---|\n'
      + '| Book | @li | 2026-12-10 | done |\n| Pay | Ana, Bo | next week | |\n'
      + '| Tidy | | Thu 2026-12-10 | closed |\n'
    assert.deepEqual(actions(lines), [
      { text: 'Book', done: true, owners: ['@li'], due: '2026-12-10', underDue: '2026-12-10' },
      { text: 'Pay', owners: ['Ana', 'Bo'], dueText: 'next week' },
      { text: 'Tidy', done: true, due: '2026-12-10', underDue: '2026-12-10' },
    ])
  })

  it('reads a table by its headings in Chinese', () => {
    const lines = '| 序号 | 任务 | 责任人 | 截止日期 | 状态 |\n|---|---|---|---|---|\n| 1 | 订会议室 | 李雷 | 2026年12月1日 | 进行中 |\n| 2 | | | | |\n'
    assert.deepEqual(actions(lines), [{ text: '订会议室', owners: ['李雷'], due: '2026-12-01', underDue: '2026年12月1日' }])
  })

  it('reads the items under a person as theirs', () => {
    assert.deepEqual(actions('- @li\n  - book the room\n  - @ana pay\n- Later:\n  - [ ] tidy up\n'), [
      { text: 'book the room', owners: ['@li'] },
      { text: 'pay', owners: ['@ana'] },
      { text: 'tidy up' },
    ])
  })

  it('takes nested items for steps', () => {
    assert.deepEqual(actions('- [ ] @li book the room\n  - [ ] ask for the price\n').map((item) => item['text']),
      ['book the room'])
  })

  it('reads no item where there is none', () => {
    for (const lines of ['none\n', '- none\n', '- 无\n', '-\n', '- [ ]\n', '- …\n', '- TBD\n', 'We talked about it.\n',
      '<!-- - [ ] @li later -->\n']) {
      assert.deepEqual(actions(lines), [], lines)
    }
  })

  it('gives the box, and nothing is lost under CRLF and a byte order mark', () => {
    const text = '\ufeff# 会议纪要\r\n\r\n## 行动项\r\n\r\n- [x] @li 订会议室 📅 2026-12-10\r\n'
    const [item] = meeting(text).minutes?.actions?.items ?? []
    assert.ok(item?.box)
    assert.equal(under(text, item.box), '[x]')
    assert.equal(under(text, item.range), '[x] @li 订会议室 📅 2026-12-10')
  })

  it('reads action items outside Minutes apart', () => {
    const read = meeting('## Notes\n\n### Action items\n- [ ] @li book\n')
    assert.equal(read.minutes, undefined)
    assert.deepEqual(read.looseActions?.items.map((item) => item.text.value), ['book'])
    assert.equal(read.looseActions?.section.heading.value, 'Action items')
  })
})
