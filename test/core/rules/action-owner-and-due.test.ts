import { expectProblems, good } from '../../support/rule.ts'

describe('action-owner-and-due', () => {
  const minutes = (...items: readonly string[]): string => good({
    start: 'start: 2026-11-23 14:00', rsvp: '', body: `## Agenda\n1. Vote (15m)\n\n## Minutes\n### Discussion\nx\n### Decisions\nx\n### Action items\n${items.join('\n')}\n`,
  })

  it('asks for one owner', () => {
    expectProblems('action-owner-and-due', minutes('- [ ] Publish the table 📅 2026-12-10', '- [ ] @finance Check the sums 📅 2026-12-10', '- [ ] @han-meimei @wang-wei Sign it 📅 2026-12-10', '- [ ] 责任人：大家 核对数字 📅 2026-12-10'), [
      '23:7 warning No owner: name the one person who does it, such as @li-lei.',
      '24:7 warning “finance” is no single person; name one who answers for it.',
      '25:7 warning 2 owners: one person answers for it, the others help.',
      '26:11 warning “大家” is no single person; name one who answers for it.',
    ])
  })
  it('does not repeat a bare address', () => {
    expectProblems('action-owner-and-due', minutes('- [ ] a@example.net and @han-meimei Sign it 📅 2026-12-10'), ['23:7 warning 2 owners: one person answers for it, the others help.'])
  })
  it('asks for a date', () => {
    expectProblems('action-owner-and-due', minutes('- [ ] @han-meimei Publish the table', '- [ ] @wang-wei Sign it next week', '- [ ] @han-meimei 尽快公布分配表'), [
      '23:19 warning No due date: add one, such as 📅 2026-12-01.',
      '24:25 warning “next week” is no date: write the day, such as 📅 2026-12-01.',
      '25:19 warning “尽快” is no date: write the day, such as 📅 2026-12-01.',
    ])
  })
  it('is content with one of each, in every form', () => {
    expectProblems('action-owner-and-due', minutes('- [ ] @han-meimei Publish the table 📅 2026-12-10', '- 责任人：王伟 签订合同，截止 2026-12-10', '- [x] @tom Send the deck (due 2026-12-01)'), [])
  })
  it('knows a person of the directory by name at the beginning, and by nothing else', () => {
    expectProblems('action-owner-and-due', minutes(
      '- [ ] 韩梅梅：公布分配表 📅 2026-12-10', '- [ ] 韩梅梅 公布分配表 📅 2026-12-10', '- [ ] **Tom Becker** to send the deck (due 2026-12-10)', '- [ ] han-meimei: publish the table 📅 2026-12-10',
    ), [])
    for (const item of ['Tom Becker needs a badge', '预算：公布分配表']) {
      expectProblems('action-owner-and-due', minutes(`- [ ] ${item} 📅 2026-12-10`), ['23:7 warning No owner: name the one person who does it, such as @li-lei.'])
    }
  })
})
