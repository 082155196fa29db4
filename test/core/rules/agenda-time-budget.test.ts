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
})
