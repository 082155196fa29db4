import assert from 'node:assert/strict'
import { completions } from '../../../src/core/language/completion/complete.ts'
import { accept, open, proposed } from '../../support/language.ts'

const agenda = (line: string, duration = '60m'): string => `---\nduration: ${duration}\nrequired: [tom, li-lei]\n---\n\n## Agenda\n1. First thing (20m, @li-lei)\n${line}\n`
const 议程 = (line: string): string => `---\n时长: 60分钟\n必须参加: [li-lei]\n---\n\n## 议程\n1. 第一项（20分钟，@li-lei）\n${line}\n`
const minutes = (heading: string, lines: string): string => `---\nrequired: [tom, li-lei]\n---\n\n## Minutes\n\n### ${heading}\n${lines}\n`
const 纪要 = (heading: string, lines: string): string => `---\n必须参加: [tom, li-lei]\n---\n\n## 会议纪要\n\n### ${heading}\n${lines}\n`
const labels = (list: readonly string[]): string[] => list.map((each) => each.split(' — ')[0] ?? '')

describe('completion in the body', () => {
  describe('headings', () => {
    it('that are missing, in the file’s language', () => {
      assert.deepEqual(labels(proposed('---\nid: a\n---\n\n## Agenda\n- x (5m)\n\n‸')), ['## Preparation', '## Minutes'])
      assert.equal(accept('---\n编号: a\n---\n\n## 议‸\n', '## 议程'), '---\n编号: a\n---\n\n## 议程\n\n')
    })
    it('of the minutes within the minutes, one level below', () => {
      assert.deepEqual(labels(proposed('---\nid: a\n---\n\n## Minutes\n\n‸')).slice(0, 4), ['### Attendance', '### Discussion', '### Decisions', '### Action items'])
      assert.equal(accept('---\nid: a\n---\n\n##‸', '## Minutes'), '---\nid: a\n---\n\n## Minutes\n\n### Attendance\n\n### Discussion\n\n### Decisions\n\n### Action items\n')
    })
  })

  describe('the agenda', () => {
    it('frames an item at its marker', () => {
      assert.equal(accept(agenda('2. ‸'), 'Topic (15m, @owner)'), agenda('2. Topic (15m, @owner)'))
      assert.equal(accept(议程('2. ‸'), '议题（15分钟，@负责人）'), 议程('2. 议题（15分钟，@负责人）'))
    })
    it('offers the times that still fit, and which fills the meeting', () => {
      assert.deepEqual(proposed(agenda('2. Second (‸)')).slice(0, 6), [
        '5m — 35 min are left then', '10m — 30 min are left then', '15m — 25 min are left then', '20m — 20 min are left then', '30m — 10 min are left then', '40m — fills the meeting',
      ])
      assert.deepEqual(labels(proposed(agenda('2. Second (‸)', '25m'))).filter((label) => !label.startsWith('@')), ['5m'])
      assert.equal(accept(议程('2. 第二项（‸）'), '40分钟'), 议程('2. 第二项（40分钟）'))
      assert.ok(!labels(proposed(agenda('2. Second (‸)', '20m'))).includes('5m'), 'nothing fits a full meeting')
    })
    it('offers time and owner behind a title', () => {
      assert.equal(accept(agenda('2. Second ‸'), '(10m, @…)'), agenda('2. Second (10m, @owner)'))
      assert.deepEqual(proposed(agenda('2. Second (10m) ‸')), [], 'a time that stands there is enough')
    })
    it('offers owners behind the time, those who attend first', () => {
      assert.deepEqual(labels(proposed(agenda('2. Second (15m, ‸)'))).slice(0, 2), ['@li-lei', '@tom'])
      assert.equal(accept(agenda('2. Second (15m, @t‸)'), '@tom'), agenda('2. Second (15m, @tom)'))
      assert.equal(accept(agenda('2. Second (15m, han‸'), '@han-meimei'), agenda('2. Second (15m, @han-meimei)'))
      assert.equal(accept(议程('2. 第二项（15分钟，@韩‸'), '@han-meimei'), 议程('2. 第二项（15分钟，@han-meimei）'))
    })
  })

  describe('action items', () => {
    it('are framed with owner and date', () => {
      assert.equal(accept(minutes('Action items', '- ‸'), '- [ ] @… 📅'), minutes('Action items', '- [ ] @owner what exactly is done 📅 2026-12-01'))
      assert.equal(accept(纪要('行动项', '- [ ] ‸'), '- [ ] @… 📅'), 纪要('行动项', '- [ ] @负责人 具体做什么 📅 2026-12-01'))
    })
    it('turn words for a day into a date', () => {
      const cases: readonly (readonly [string, string, string])[] = [
        ['Send it next fri‸', '📅 2026-12-04', 'Send it 📅 2026-12-04'], ['Send it by next Friday‸', '📅 2026-12-04', 'Send it 📅 2026-12-04'],
        ['Send it tomorr‸', '📅 2026-11-25', 'Send it 📅 2026-11-25'], ['Send it 📅 next mon‸', '📅 2026-11-30', 'Send it 📅 2026-11-30'],
        ['Send it end of the m‸', '📅 2026-11-30', 'Send it 📅 2026-11-30'], ['Send it on thursd‸', '📅 2026-11-26', 'Send it on 📅 2026-11-26'],
      ]
      for (const [line, label, expected] of cases) assert.equal(accept(minutes('Action items', `- [ ] @tom ${line}`), label), minutes('Action items', `- [ ] @tom ${expected}`), line)
      assert.equal(accept(纪要('行动项', '- [ ] @tom 提交预算表 下周五‸'), '📅 2026-12-04'), 纪要('行动项', '- [ ] @tom 提交预算表 📅 2026-12-04'))
      assert.equal(accept(纪要('行动项', '- [ ] @tom 于下周五‸提交预算表'), '📅 2026-12-04'), 纪要('行动项', '- [ ] @tom 📅 2026-12-04 提交预算表'))
      assert.equal(accept(纪要('行动项', '- [ ] @tom 提交 本月‸'), '📅 2026-11-30'), 纪要('行动项', '- [ ] @tom 提交 📅 2026-11-30'))
      assert.deepEqual(proposed(minutes('Action items', '- [ ] @tom Send the infrid‸')), [], 'the end of another word is no day')
    })
    it('offer dates behind a sign, with their words in the reader’s language', () => {
      assert.ok(proposed(minutes('Action items', '- [ ] @tom Send it 📅 ‸')).includes('2026-12-04 — next Friday · Fri'))
      assert.ok(proposed(minutes('Action items', '- [ ] @tom Send it 📅 ‸'), { language: 'zh' }).includes('2026-12-04 — 下周五 · 周五'))
      assert.equal(accept(minutes('Action items', '- [ ] @tom Send it [due:: 2026-12-0‸]'), '2026-12-04'), minutes('Action items', '- [ ] @tom Send it [due:: 2026-12-04]'))
      assert.equal(accept(minutes('Action items', '- [ ] @tom Send it ‸'), '📅 2026-12-04'), minutes('Action items', '- [ ] @tom Send it 📅 2026-12-04'))
    })
    it('name owners', () => {
      assert.equal(accept(minutes('Action items', '- [ ] @hmm‸ Send it'), '@han-meimei'), minutes('Action items', '- [ ] @han-meimei Send it'))
    })
  })

  describe('the roll call', () => {
    it('offers those who were asked and are not called yet, present or absent', () => {
      assert.deepEqual(labels(proposed(minutes('Attendance', '- [x] @li-lei\n‸'))), ['- [x] @tom', '- [ ] @tom'])
      assert.equal(accept(minutes('Attendance', '‸'), 'Everybody'), minutes('Attendance', '- [ ] @tom\n- [ ] @li-lei'))
      assert.equal(accept(minutes('Attendance', '- [ ] @t‸'), '- [ ] @tom'), minutes('Attendance', '- [ ] @tom (minutes by mail)'))
      assert.equal(accept(纪要('出席情况', '- to‸'), '- [ ] @tom'), 纪要('出席情况', '- [ ] @tom（邮件发送纪要）'))
    })
    it('offers what the absent get instead', () => {
      assert.deepEqual(proposed(minutes('Attendance', '- [ ] @tom (‸)')), ['minutes by mail', 'substitute: ', 'talk afterwards'])
      assert.equal(accept(纪要('出席情况', '- [ ] @tom（‸）'), '会后单独沟通'), 纪要('出席情况', '- [ ] @tom（会后单独沟通）'))
    })
  })

  it('offers people behind @ anywhere, and nobody in an address', () => {
    assert.equal(accept(minutes('Discussion', 'As @li‸ said'), '@li-lei'), minutes('Discussion', 'As @li-lei said'))
    assert.equal(accept(minutes('Discussion', '请＠韩‸看一下'), '@han-meimei'), minutes('Discussion', '请@han-meimei看一下'))
    assert.deepEqual(proposed(minutes('Discussion', 'Write to me@exam‸')), [])
  })
  it('offers files behind a link’s bracket, from the file on', () => {
    const paths = ['data/q1 spend.csv', 'meetings/b.md']
    assert.equal(accept(minutes('Discussion', 'See [it](‸)'), '../data/q1%20spend.csv', { paths }), minutes('Discussion', 'See [it](../data/q1%20spend.csv)'))
    assert.equal(accept(minutes('Discussion', 'See [it](b‸)'), 'b.md', { paths }), minutes('Discussion', 'See [it](b.md)'))
  })
  it('offers the comment that silences a rule', () => {
    assert.match(accept(minutes('Discussion', '<!-- ‸'), 'convoke-disable-next-line'), /<!-- convoke-disable-next-line front-matter -- why -->/)
  })
  it('keeps quiet in running text', () => {
    assert.deepEqual(proposed(minutes('Discussion', 'The store review took five da‸')), [])
    for (const line of ['Done‸', 'D‸', 'T‸']) assert.deepEqual(proposed(minutes('Attendance', `\n### Discussion\n\n${line}`)), [], line)
    assert.deepEqual(labels(proposed(minutes('Attendance', '\n### Discussion\n\nDe‸'))), ['### Decisions'])
    for (const line of ['- [ ] @tom Send the‸', '- [ ] @tom Send this‸', '- [ ] @tom Put it in‸', '- [ ] @tom 发本‸']) assert.deepEqual(proposed(minutes('Action items', line)), [], line)
  })
  it('offers no time or date behind every space of a sentence, but where it is asked to', () => {
    for (const text of [agenda('2. Second ‸'), minutes('Action items', '- [ ] @tom Send it ‸')]) {
      const { context, offset } = open(text)
      assert.deepEqual(completions(context, offset, ' ').items, [])
      assert.ok(completions(context, offset).items.length > 3)
    }
    const { context, offset } = open(agenda('2. ‸'))
    assert.equal(completions(context, offset, ' ').items.length, 1)
  })
})
