import { CONFIG, expectProblems, good } from '../../support/rule.ts'

const VAGUE = 'title: Weekly sync'

describe('clear-wording', () => {
  it('refuses catch-all items, even as the last one', () => {
    expectProblems('clear-wording', good({ body: '## Agenda\n1. Vote on the split (15m)\n2. Any other business (5m)\n' }), [
      '17:4 warning “Any other business” lets anything in, so nobody can prepare for it: name the matters, or leave it out.',
    ])
    expectProblems('clear-wording', good({ body: '## 议程\n- 表决分配方案（15分钟）\n- 其他事项（5分钟）\n' }), [
      '17:3 warning “其他事项” lets anything in, so nobody can prepare for it: name the matters, or leave it out.',
    ])
  })
  it('does not tear an item with others below it out of the agenda', () => {
    expectProblems('clear-wording', good({ body: '## Agenda\n- Other topics (5m)\n  - the lease\n' }), [
      '16:3 warning “Other topics” lets anything in, so nobody can prepare for it: name the matters, or leave it out.',
    ])
  })
  it('reads an item together with the title', () => {
    const body = '## Agenda\n1. Numbers (15m)\n2. Budget (10m)\n'
    expectProblems('clear-wording', good({ body }), [])
    expectProblems('clear-wording', good({ title: VAGUE, body }), [
      '16:4 warning “Numbers” says nothing of what is to be settled: name the matter.', '17:4 warning “Budget” says nothing of what is to be settled: name the matter.',
    ])
  })
  it('finds an item empty under any title, but not the course of a meeting', () => {
    expectProblems('clear-wording', good({ body: '## 议程\n- 开场（5分钟）\n- 自由讨论（15分钟）\n- 茶歇（5分钟）\n' }), ['17:3 warning “自由讨论” says nothing of what is to be settled: name the matter.'])
    expectProblems('clear-wording', good({ title: VAGUE, body: '## Agenda\n1. Welcome (5m)\n2. Break (5m)\n3. Vote on the roof repair in the gym (5m)\n' }), [])
  })
  it('asks what a decision settles and what is to be prepared', () => {
    expectProblems('clear-wording', good({ body: '## Preparation\n- Think about the budget\n- Read decks/q2.md\n\n## Minutes\n### Decisions\n- Improve communication\n- Search gets 40 % of the budget\n- Ana leads the rollout\n- 同意续租两年\n' }), [
      '16:3 warning “Think about the budget” does not say what to prepare: read, fill in or bring what?',
      '21:3 warning “Improve communication” settles nothing definite: what holds from now on, and for whom?',
    ])
  })
  it('counts words and characters of a sentence outside the discussion', () => {
    const long = `The budget ${'is split over search and social and radio and print '.repeat(4)}by Friday.`
    const zh = `本次会议${'讨论搜索、社交、电台和纸媒四个渠道各自的预算，'.repeat(4)}并当场表决。`
    expectProblems('clear-wording', good({ body: `## Notes\n${long} Then we vote.\n\n${zh}\n\n## Minutes\n### Discussion\n${long}\n` }), [
      '16:1 warning A sentence of 44 words; a reader follows 40 at most. Divide it.',
      `18:1 warning A sentence of ${zh.replace(/[，、。]/g, '').length} characters; a reader follows 80 at most. Divide it.`,
    ])
  })
  it('counts no words of speeches, quotations and markup, nor of lines that each say something', () => {
    const long = `the budget ${'is split over search and social and radio and print '.repeat(4)}by Friday.`
    const lines = Array.from({ length: 9 }, (_, index) => `Item ${index} of the budget is split over two`).join('\n')
    expectProblems('clear-wording', good({ body: `## Notes\nAna Ruiz (chat): ${long}\n\n> ${long}\n\n<tr><td>${long}</td></tr>\n\n${lines}\n` }), [])
    expectProblems('clear-wording', good({ body: `## Notes\nNote: ${long}\n` }), ['16:1 warning A sentence of 45 words; a reader follows 40 at most. Divide it.'])
  })
  it('leaves whole sentences and items with an issue of their own alone, but not empty ones under a clear title', () => {
    const note = `Ben: the council would like to talk about things and updates ${'and more things '.repeat(3)}`
    expectProblems('clear-wording', good({ title: VAGUE, body: `## Agenda\n1. ${note}(5m)\n2. Updates #1054 (5m)\n3. N/A (5m)\n4. Turn on recording (5m)\n` }), [])
    expectProblems('clear-wording', good({ body: '## Agenda\n1. Project updates (5m)\n2. 各组进展 (5m)\n3. Owners and dates (5m)\n' }), [
      '16:4 warning “Project updates” says nothing of what is to be settled: name the matter.', '17:4 warning “各组进展” says nothing of what is to be settled: name the matter.',
    ])
  })
  it('leaves an item alone that links to its matter, or below which points name it', () => {
    const body = '## Agenda\n- Updates (5m)\n  - Move the mirror to Lyon\n- Issues (5m)\n  - Ana: we will see\n- PR [review](https://example.org/1) (5m)\n- No updates this week (5m)\n'
    expectProblems('clear-wording', good({ title: VAGUE, body }), ['18:3 warning “Issues” says nothing of what is to be settled: name the matter.'])
  })
  it('takes what stands under other headings for a record once the meeting is over, and a list of names for no sentence', () => {
    const long = `The budget ${'is split over search and social and radio and print '.repeat(4)}by Friday.`
    const past = { start: 'start: 2026-11-23 14:00', rsvp: '' }
    expectProblems('clear-wording', good({ ...past, body: `## Notes\n${long}\n\n## Minutes\n### Decisions\n${long}\n` }), ['19:1 warning A sentence of 44 words; a reader follows 40 at most. Divide it.'])
    expectProblems('clear-wording', good({ body: `## Notes\nRepositories: ${Array.from({ length: 44 }, (_, at) => `tool${at}`).join(', ')}.\n` }), [])
  })
  it('finds stacked negatives', () => {
    expectProblems('clear-wording', good({ body: '## Notes\nIt is not unlikely that nobody has not read it.\n\n- 这项费用不得不从二季度支出。\n- 对此没有不同意见。\n' }), [
      '16:7 warning “not unlikely” stacks negatives: say what is so, not what is not.',
      '16:25 warning “nobody has not” stacks negatives: say what is so, not what is not.',
      '18:7 warning “不得不” stacks negatives: say what is so, not what is not.',
    ])
  })
  it('reminds of placeholders', () => {
    expectProblems('clear-wording', good({ title: 'title: "Weekly sync: ‹the matter›"' }), ['3:22 warning “‹the matter›” is a placeholder: fill it in.'])
  })
  it('reads neither code nor comments, and can be asked for more certainty', () => {
    expectProblems('clear-wording', good({ body: '```\nIt is not unlikely.\n```\n<!-- not unlikely -->\n## Agenda\n1. Vote on the split (5m)\n' }), [])
    expectProblems('clear-wording', good({ title: VAGUE, body: '## Agenda\n1. Numbers (15m)\n' }), [], { config: `${CONFIG}rules: { clear-wording: { certainty: 99 } }\n` })
  })
})
