import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readRepeat } from '../../src/core/arrangement/repeat.ts'
import { render } from '../../src/core/messages/render.ts'
import { parse } from '../../src/core/meeting/parse.ts'
import { good, judge } from '../support/rule.ts'
import { expandSnippet, type Typed } from '../support/snippet.ts'

interface Snippet {
  readonly prefix: readonly string[]
  readonly description: string
  readonly body: readonly string[]
}
type Snippets = Readonly<Record<string, Snippet>>

const EN = JSON.parse(readFileSync('snippets/en.json', 'utf8')) as Snippets
const ZH = JSON.parse(readFileSync('snippets/zh.json', 'utf8')) as Snippets
const DAY = '2026-12-03'

const AGENDA_EN: Typed = { 1: 'Where the Q1 money went', 3: 'han-meimei', 4: 'Vote on the split over four channels', 6: 'li-lei' }
const AGENDA_ZH: Typed = { 1: '一季度支出去向说明', 3: 'han-meimei', 4: '四个渠道的预算分配表决', 6: 'li-lei' }

/** What somebody sensible types, and the file around it, where the snippet is a part of one. `{}` stands for the snippet. */
const USES: Readonly<Record<string, { readonly typed: Typed; readonly around?: (snippet: string) => string; readonly now?: string; readonly facts?: readonly string[] }>> = {
  'Meeting file': {
    typed: {
      2: 'q2-budget', 3: 'Q2 marketing budget split over four channels', 4: 'Decide how the 1.2M Q2 budget is split over four channels', 5: 'A signed-off budget table', 7: 'Asia/Shanghai', 9: 'li-lei', 12: 'han-meimei', 13: 'wang-wei',
      14: '2026-12-02 12:00', 15: 'Where the Q1 money went', 17: 'Vote on the split over four channels',
    },
  },
  Agenda: { typed: AGENDA_EN, around: (snippet) => good({ body: snippet }) },
  'Agenda item': { typed: { 1: 'Vote on the split over four channels', 3: 'li-lei' }, around: (snippet) => good({ body: `## Agenda\n${snippet}\n` }) },
  'Action item': { typed: { 1: 'han-meimei', 2: 'Publish the signed-off budget table', 3: '2026-12-10' }, around: (snippet) => good({ body: `## Agenda\n1. Vote on the split (45m)\n\n## Minutes\n\n### Action items\n${snippet}\n` }) },
  Decision: { typed: { 2: 'The Q2 budget gives 40% to search and 20% to each other channel' }, around: (snippet) => good({ body: `## Agenda\n1. Vote on the split (45m)\n\n## Minutes\n\n### Decisions\n${snippet}\n` }) },
  Minutes: {
    typed: { 1: 'li-lei', 2: 'wang-wei', 4: 'Search costs rose by 12% in Q1.', 5: 'The Q2 budget gives 40% to search and 20% to each other channel', 6: 'han-meimei', 7: 'Publish the signed-off budget table', 8: '2026-12-10' },
    around: (snippet) => good({ body: `## Agenda\n1. Vote on the split (45m)\n\n${snippet}\n` }), now: '2026-12-03T09:00:00Z',
  },
  Preparation: { typed: { 1: 'decks/q2-budget.md' }, around: (snippet) => good({ body: `${snippet}\n## Agenda\n1. Vote on the split (45m)\n` }) },
  Material: { typed: { 1: 'decks/q2.md', 2: '2026-11-20' }, around: (snippet) => good({ more: snippet.trimEnd() }), facts: ['decks/q2.md'] },
  'Optional attendee': { typed: { 1: 'tom', 2: 'knows the sales figures of Q1' }, around: (snippet) => good({ more: snippet.trimEnd() }) },
  Series: { typed: { 1: 'week', 2: 'Thursday', 3: '2026-12-31', 4: '2027-03-31' }, around: (snippet) => good({ more: snippet.trimEnd() }) },
  'Silence a rule': { typed: { 2: 'the name of a product' }, around: (snippet) => good({ body: `## Agenda\n${snippet}1. Sync (45m)\n` }) },
  会议文件: {
    typed: {
      2: 'q2-budget', 3: '第二季度营销预算分配评审', 4: '确定 120 万元营销预算在四个渠道之间的分配方案', 5: '签字的预算分配表', 9: 'li-lei', 12: 'han-meimei', 13: 'wang-wei', 14: '2026-12-02 12:00',
      15: '一季度支出去向说明', 17: '四个渠道的预算分配表决',
    },
  },
  议程: { typed: AGENDA_ZH, around: (snippet) => good({ body: snippet }) },
  议程项: { typed: { 1: '四个渠道的预算分配表决', 3: 'li-lei' }, around: (snippet) => good({ body: `## 议程\n${snippet}\n` }) },
  行动项: { typed: { 1: 'han-meimei', 2: '发布签字的预算分配表', 3: '2026-12-10' }, around: (snippet) => good({ body: `## 议程\n1. 预算分配表决（45分钟）\n\n## 会议纪要\n\n### 行动项\n${snippet}\n` }) },
  决议: { typed: { 2: '第二季度预算的 40% 用于搜索，其余渠道各 20%' }, around: (snippet) => good({ body: `## 议程\n1. 预算分配表决（45分钟）\n\n## 会议纪要\n\n### 决议\n${snippet}\n` }) },
  会议纪要: {
    typed: { 1: 'li-lei', 2: 'wang-wei', 4: '一季度搜索成本上升 12%。', 5: '第二季度预算的 40% 用于搜索，其余渠道各 20%', 6: 'han-meimei', 7: '发布签字的预算分配表', 8: '2026-12-10' },
    around: (snippet) => good({ body: `## 议程\n1. 预算分配表决（45分钟）\n\n${snippet}\n` }), now: '2026-12-03T09:00:00Z',
  },
  会前准备: { typed: { 1: '四个渠道的投放方案' }, around: (snippet) => good({ body: `${snippet}\n## 议程\n1. 预算分配表决（45分钟）\n` }) },
  材料: { typed: { 1: 'decks/q2.md', 2: '2026-11-20' }, around: (snippet) => good({ more: snippet.trimEnd() }), facts: ['decks/q2.md'] },
  可选参加: { typed: { 1: 'tom', 2: '熟悉一季度的销售数据' }, around: (snippet) => good({ more: snippet.trimEnd() }) },
  例会: { typed: { 1: '周', 2: '周四', 3: '2026-12-31', 4: '2027-03-31' }, around: (snippet) => good({ more: snippet.trimEnd() }) },
  停用规则: { typed: { 2: '产品名称' }, around: (snippet) => good({ body: `## 议程\n${snippet}1. 同步（45分钟）\n` }) },
}

describe('the snippets', () => {
  for (const [name, snippet] of Object.entries({ ...EN, ...ZH })) {
    it(`${name}: filled in by somebody sensible, it has no error and no warning`, () => {
      const use = USES[name]
      assert.ok(use !== undefined, `no example of ${name}`)
      const expanded = expandSnippet(snippet.body.join('\n'), use.typed, DAY)
      const text = use.around?.(expanded) ?? expanded
      const facts = Object.fromEntries((use.facts ?? []).map((path) => [path, { state: 'file' as const }]))
      const found = judge(text, { facts, ...(use.now === undefined ? {} : { now: use.now }) }).filter(({ severity }) => severity !== 'info')
      assert.deepEqual(found.map((each) => `${each.rule}: ${render(each.message, each.data ?? {}, 'en')}`), [], text)
    })
  }
  it('exist in both languages, each with the same parts', () => {
    assert.equal(Object.keys(EN).length, Object.keys(ZH).length)
    for (const [at, english] of Object.values(EN).entries()) {
      const chinese = Object.values(ZH)[at]
      assert.equal(chinese?.body.length, english.body.length, english.description)
      assert.deepEqual([...new Set(chinese?.body.join('\n').match(/\$\{?\d+/g) ?? [])].length, [...new Set(english.body.join('\n').match(/\$\{?\d+/g) ?? [])].length, english.description)
    }
  })
  it('offer only rules of repetition that are read', () => {
    for (const [body, language] of [[EN['Series']?.body[0] ?? '', 'every'], [ZH['例会']?.body[0] ?? '', '每']] as const) {
      const [first = [], second = []] = [...body.matchAll(/\|([^|]+)\|/g)].map((match) => (match[1] ?? '').split(','))
      assert.ok(first.length > 1 && second.length > 1, language)
      for (const period of first) for (const day of second) assert.ok(readRepeat(expandSnippet(body, { 1: period, 2: day }, DAY).replace(/^\S+: /, '')) !== undefined, `${period} ${day}`)
    }
  })
  it('make what they say: a whole meeting is read with every part', () => {
    for (const [snippets, name] of [[EN, 'Meeting file'], [ZH, '会议文件']] as const) {
      const { meeting, problems } = parse(expandSnippet(snippets[name]?.body.join('\n') ?? '', USES[name]?.typed ?? {}, DAY))
      assert.deepEqual(problems, [])
      assert.equal(meeting.agenda?.items.length, 3)
      assert.deepEqual(meeting.agenda?.items.map(({ minutes }) => minutes?.value), [20, 30, 10])
      assert.ok(meeting.minutes?.attendance && meeting.minutes.discussion && meeting.minutes.decisions && meeting.minutes.actions)
    }
  })
})
