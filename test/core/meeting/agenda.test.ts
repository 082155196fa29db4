import assert from 'node:assert/strict'
import { agenda, agendaItem, meeting, under } from '../../support/meeting.ts'

/** A line, and what it says: title, minutes with the text under them, owners. */
const LINES: readonly [string, string, (number | undefined)?, string?, string[]?][] = [
  ['Where the Q1 money went (15m, @han-meimei)', 'Where the Q1 money went', 15, '15m', ['@han-meimei']],
  ['Budget (Han Meimei, 10m)', 'Budget', 10, '10m', ['Han Meimei']],
  ['Budget (10m, Han Meimei)', 'Budget', 10, '10m', ['Han Meimei']],
  ['Budget (han-meimei, 10 min)', 'Budget', 10, '10 min', ['han-meimei']],
  ['Budget (Ana & Bo, 10m)', 'Budget', 10, '10m', ['Ana', 'Bo']],
  ['Owners [10 mins]', 'Owners', 10, '10 mins'],
  ['Questions (5-10 minutes)', 'Questions', 10, '5-10 minutes'],
  ['Questions (5–10 min)', 'Questions', 10, '5–10 min'],
  ['10 min - Welcome', 'Welcome', 10, '10 min'],
  ['10m: Welcome', 'Welcome', 10, '10m'],
  ['Welcome - 5 mins', 'Welcome', 5, '5 mins'],
  ['Welcome: 10 minutes', 'Welcome', 10, '10 minutes'],
  ['Deep dive 1h', 'Deep dive', 60, '1h'],
  ['Deep dive (1h30m)', 'Deep dive', 90, '1h30m'],
  ['Deep dive (1.5 hours)', 'Deep dive', 90, '1.5 hours'],
  ['Release plan @mia 20m', 'Release plan', 20, '20m', ['@mia']],
  ['Moderation (*Eric Holm* **Time**: 20 Minutes)', 'Moderation', 20, '20 Minutes', ['Eric Holm']],
  ['**Budget** review (30 min; @li)', 'Budget review', 30, '30 min', ['@li']],
  ['Vote on the budget (vote, 10m)', 'Vote on the budget', 10, '10m'],
  ['预算 10分钟', '预算', 10, '10分钟'],
  ['预算（10 分钟，@li-lei）', '预算', 10, '10 分钟', ['@li-lei']],
  ['预算（韩梅梅，10分钟）', '预算', 10, '10分钟', ['韩梅梅']],
  ['预算（1小时30分钟）', '预算', 90, '1小时30分钟'],
  ['预算（一个半小时）', '预算', 90, '一个半小时'],
  ['茶歇（半小时）', '茶歇', 30, '半小时'],
  ['半小时 茶歇', '茶歇', 30, '半小时'],
  ['渠道分配（约20分钟，负责人：李雷）', '渠道分配', 20, '20分钟', ['李雷']],
  ['负责人：王伟、李雷 预算评审，时长：20分钟', '预算评审', 20, '20分钟', ['王伟', '李雷']],
  ['成员分享（5-10min） @孙师傅', '成员分享', 10, '5-10min', ['@孙师傅']],
  ['案例分享 @[tang](https://example.org/tang)（15 mins）', '案例分享', 15, '15 mins', ['tang']],
  ['[@zhuo](https://example.org/10min) 回顾 (3 min)', '回顾', 3, '3 min', ['@zhuo']],
  ['Talk about builds that take 10 minutes', 'Talk about builds that take 10 minutes'],
  ['Alerts fire (every 10 minutes): why?', 'Alerts fire (every 10 minutes): why?'],
  ['Plan the 2027 budget', 'Plan the 2027 budget'],
  ['Raise $10m for the fund', 'Raise $10m for the fund'],
  ['Owners and dates', 'Owners and dates'],
  ['Roadmap (draft)', 'Roadmap (draft)'],
]

describe('agenda items', () => {
  for (const [line, title, minutes, underMinutes, owners] of LINES) {
    it(`reads ${line}`, () => {
      assert.deepEqual(agendaItem(line), {
        title,
        ...(minutes === undefined ? {} : { minutes, underMinutes }),
        ...(owners ? { owners } : {}),
      })
    })
  }

  it('reads clock times', () => {
    assert.deepEqual(agendaItem('14:00-14:15 Opening'), { title: 'Opening', clock: '14:00-14:15', underClock: '14:00-14:15' })
    assert.deepEqual(agendaItem('14:00–14:15 Opening'), { title: 'Opening', clock: '14:00-14:15', underClock: '14:00–14:15' })
    assert.deepEqual(agendaItem('Opening (14:00 - 14:15)'), { title: 'Opening', clock: '14:00-14:15',
      underClock: '14:00 - 14:15' })
    assert.deepEqual(agendaItem('14:00 Opening'), { title: 'Opening', clock: '14:00', underClock: '14:00' })
    assert.deepEqual(agendaItem('1:30-2:15pm Opening'), { title: 'Opening', clock: '13:30-14:15', underClock: '1:30-2:15pm' })
    assert.deepEqual(agendaItem('下午2:00至2:30 开场'), { title: '开场', clock: '14:00-14:30', underClock: '下午2:00至2:30' })
    assert.deepEqual(agendaItem('14：00—14：30 开场'), { title: '开场', clock: '14:00-14:30', underClock: '14：00—14：30' })
  })

  it('reads a table by its headings in English', () => {
    const lines = '| # | Topic | Time | Owner |\n|---|---|---|---|\n'
      + '| 1 | Budget | 15m | @han-meimei |\n| 2 | Vote | 14:15-14:30 | Li Lei |\n| | | | |\n'
    assert.deepEqual(agenda(lines), [
      { title: 'Budget', minutes: 15, underMinutes: '15m', owners: ['@han-meimei'] },
      { title: 'Vote', clock: '14:15-14:30', underClock: '14:15-14:30', owners: ['Li Lei'] },
    ])
  })

  it('reads a table by its headings in Chinese, bare numbers where the heading says minutes', () => {
    const lines = '| 时间 | 议题 | 时长（分钟） | 主讲 |\n| --- | :-: | --- | --- |\n| 14:00 | 预算 | 15 | 韩梅梅、李雷 |\n'
    assert.deepEqual(agenda(lines), [
      { title: '预算', minutes: 15, underMinutes: '15', clock: '14:00', underClock: '14:00', owners: ['韩梅梅', '李雷'] },
    ])
  })

  it('takes sub-headings with times for the items, and what is under them for detail', () => {
    assert.deepEqual(agenda('### Budget (15m, @li)\n- where it went\n- what is left\n### Vote (10m)\n'), [
      { title: 'Budget', minutes: 15, underMinutes: '15m', owners: ['@li'] },
      { title: 'Vote', minutes: 10, underMinutes: '10m' },
    ])
  })

  it('takes sub-headings without times for groups', () => {
    assert.deepEqual(agenda('### Reports\n- Sales (5m)\n### Decisions to take\n- Split (20m)\n').map((item) => item['title']),
      ['Sales', 'Split'])
  })

  it('takes the outermost list items, nested ones being detail', () => {
    assert.deepEqual(agenda('- Budget (15m)\n  - Q1 (5m)\n  - Q2\n- Vote\n  - how\n').map((item) => item['title']), ['Budget',
      'Vote'])
  })

  it('takes nested items where the outer one only groups them', () => {
    assert.deepEqual(agenda('- Reports\n  - Sales (5m)\n  - Costs (10m)\n- Vote (10m)\n').map((item) => item['title']),
      ['Sales', 'Costs', 'Vote'])
  })

  it('reads time and owner from nested lines that say nothing else', () => {
    assert.deepEqual(agenda('- 预算\n  - 时间：15分钟\n  - 负责人：李雷\n'), [{ title: '预算', minutes: 15, underMinutes: '15分钟',
      owners: ['李雷'] }])
  })

  it('skips empty bullets and place holders', () => {
    assert.deepEqual(agenda('-\n- …\n- TBD\n- [ ]\n- Vote\n').map((item) => item['title']), ['Vote'])
  })

  it('gives the item without its marker and without nested items', () => {
    const text = '## Agenda\r\n\r\n1.  Budget (15m)\r\n    and its split\r\n    - detail\r\n'
    const [item] = meeting(text).agenda?.items ?? []
    assert.equal(item && under(text, item.range), 'Budget (15m)\r\n    and its split')
  })

  it('leaves out what people said, where minutes are written into the agenda', () => {
    const titles = (body: string): unknown[] => agenda(body).map((item) => item['title'])
    assert.deepEqual(titles('* Cache\n\n- Ann: it is slow\n- Bob: only at first\n- Ann: then we warm it\n\n* Mirror\n'), ['Cache', 'Mirror'])
    assert.deepEqual(titles('### Cache\n- Ann: it is slow\n- Bob Ray: only at first\n- Ann: then we warm it\n- https://example.org\n\n### Mirror\n'), ['Cache', 'Mirror'])
    assert.deepEqual(titles('* 缓存\n\n- 李雷：启动太慢\n- 韩梅梅：只有第一次\n- 李雷：那就预热\n'), ['缓存'])
  })

  it('keeps topics that open with their owner', () => {
    const titles = (body: string): unknown[] => agenda(body).map((item) => item['title'])
    assert.equal(titles('- Ann: demo\n- Bob: release\n- Cy: mirror\n').length, 3)
    assert.equal(titles('- Ann: demo (5m)\n- Bob: release (5m)\n- Ann: mirror (5m)\n').length, 3)
    assert.equal(titles('- [ ] Ann: demo\n- [ ] Bob: release\n- [ ] Ann: mirror\n').length, 3)
    assert.equal(titles('- Release: date\n- Release: notes\n').length, 2)
  })

  it('leaves what follows in another section alone', () => {
    const items = meeting('# Agenda\n- One\n## Minutes\n### Discussion\n- no item\n').agenda?.items ?? []
    assert.deepEqual(items.map((item) => item.title.value), ['One'])
  })
})
