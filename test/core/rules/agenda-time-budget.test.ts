import { expectProblems, good } from '../../support/rule.ts'

describe('agenda-time-budget', () => {
  const agenda = (...items: readonly string[]): string => good({ body: `## Agenda\n${items.map((item, at) => `${at + 1}. ${item}`).join('\n')}\n` })

  it('asks for an agenda with items', () => {
    expectProblems('agenda-time-budget', good({ body: '' }), ['1:1 warning No agenda: add a section “## Agenda” with an item and a time on each line.'])
    expectProblems('agenda-time-budget', good({ body: '## 议程\n\n## 会议纪要\n' }), ['15:1 warning The agenda has no item.'])
  })
  it('gives what is left to the one item without time', () => {
    expectProblems('agenda-time-budget', agenda('Where the money went (15m)', 'Vote on the split'), ['17:4 warning “Vote on the split” has no time: write how long it takes, such as (15m).'])
    expectProblems('agenda-time-budget', good({ body: '## 议程\n1. 一季度支出（15分钟）\n2. 分配表决\n' }), ['17:4 warning “分配表决” has no time: write how long it takes, such as (15m).'])
  })
  it('scales the items to the duration, or lengthens the meeting', () => {
    expectProblems('agenda-time-budget', agenda('Where the money went (50m)', 'Vote on the split (60m)'), ['15:1 warning The items take 1 h 50 min, the meeting 1 h 30 min.'])
  })
  it('sees clock times that overlap or run past the end', () => {
    expectProblems('agenda-time-budget', agenda('14:00-14:40 Where the money went', '14:30-15:00 Vote on the split'), ['17:4 warning “Vote on the split” begins at 14:30, before “Where the money went” ends.'])
    expectProblems('agenda-time-budget', agenda('14:00-14:30 Where the money went', '14:30-15:45 Vote on the split'), ['17:4 warning “Vote on the split” runs until 15:45; the meeting ends at 15:30.'])
  })
  it('takes an item with a start alone to last until the next one begins, and the last one until the end', () => {
    expectProblems('agenda-time-budget', agenda('14:00 Where the money went', '14:30 Vote on the split'), [])
    expectProblems('agenda-time-budget', agenda('14:00 Where the money went', 'Vote on the split'), [
      '16:10 warning “Where the money went” has no time: write how long it takes, such as (15m).', '17:4 warning “Vote on the split” has no time: write how long it takes, such as (15m).',
    ])
    expectProblems('agenda-time-budget', agenda('14:00 Where the money went', '15:40 Vote on the split'), ['17:4 warning “Vote on the split” runs until 15:40; the meeting ends at 15:30.'])
  })
  it('asks no time of a bare link, the day of the next meeting, and “none”', () => {
    expectProblems('agenda-time-budget', agenda('Vote on the split (15m)', 'https://example.org/board', 'Next meeting: 9 October 2026', 'Next meeting is on Thursday', 'No announcements'), [])
    expectProblems('agenda-time-budget', good({ body: '## 议程\n1. 分配表决（15分钟）\n2. https://example.org/board\n3. 下次会议：10月9日\n4. 暂无\n' }), [])
  })
  it('asks it of what only looks like that', () => {
    const untimed = (item: string, at: number): string => `${at}:4 warning “${item}” has no time: write how long it takes, such as (15m).`
    const items = ['Next meeting’s place', 'Next meeting: which of the 3 rooms', 'No smoking in hall 3', 'Compare the offers on https://example.org/board']
    expectProblems('agenda-time-budget', agenda('Vote on the split (15m)', ...items), items.map((item, at) => untimed(item.length > 40 ? `${item.slice(0, 39)}…` : item, 17 + at)))
    expectProblems('agenda-time-budget', good({ body: '## 议程\n1. 分配表决（15分钟）\n2. 下次会议的地点\n3. 会议室 3 漏水\n4. 无障碍入口\n' }), [untimed('下次会议的地点', 17), untimed('会议室 3 漏水', 18), untimed('无障碍入口', 19)])
  })
  it('asks no time of news below a heading of its own, but of matters below another', () => {
    expectProblems('agenda-time-budget', good({ body: '## Agenda\n### Announcements\n- The lift is mended\n### Money\n- Vote on the split\n' }), ['19:3 warning “Vote on the split” has no time: write how long it takes, such as (15m).'])
    expectProblems('agenda-time-budget', good({ body: '## 议程\n### 社区动态\n- 电梯修好了\n### 经费\n- 分配表决\n' }), ['19:3 warning “分配表决” has no time: write how long it takes, such as (15m).'])
  })
})
