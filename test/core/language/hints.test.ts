import assert from 'node:assert/strict'
import { inlayHints } from '../../../src/core/language/inlay-hints.ts'
import { hinted, open } from '../../support/language.ts'

const front = (lines: string): string => `---\n${lines}\n---\n`

describe('inlay hints', () => {
  it('show the agenda on the clock, and what is left', () => {
    const text = (duration: string): string => `${front(`start: 2026-12-03 14:00\nduration: ${duration}`)}\n## Agenda\n1. One (20m)\n2. Two (15m)\n`
    assert.match(hinted(text('60m')), /1\. «14:00–14:20»One \(20m\)\n2\. «14:20–14:35»Two \(15m\)«25 min left»\n/)
    assert.match(hinted(text('30m')), /Two \(15m\)«5 min over»\n/)
    assert.match(hinted(text('35m'), { language: 'zh' }), /Two \(15m\)«正好用完»\n/)
    assert.match(hinted(text('60m').replace(/\n/g, '\r\n')), /Two \(15m\)«25 min left»\r\n/)
  })
  it('run past midnight, stop where no time is written, and leave written clock times alone', () => {
    assert.match(hinted(`${front('start: 2026-12-03 23:50\nduration: 60m')}\n## Agenda\n1. One (20m)\n2. Two\n3. Three (5m)\n`), /1\. «23:50–00:10»One \(20m\)\n2\. «00:10»Two\n3\. Three \(5m\)«35 min left»/)
    assert.match(hinted(`${front('start: 2026-12-03 14:00\nduration: 60m')}\n## Agenda\n- 14:00-14:20 One\n- Two (5m)\n`), /- 14:00-14:20 One\n- «14:20–14:25»Two/)
  })
  it('show the local times of people in other zones beside the start, with the day where it is another', () => {
    const people = 'timezone: Asia/Shanghai\npeople:\n  a: { timezone: America/Los_Angeles, name: Ann }\n  b: { timezone: Europe/Berlin, name: Ben }\n  c: { timezone: Europe/Paris, name: Cy }\n  d: { name: Dan }\n'
    const text = front('start: 2026-12-03 09:00\nduration: 60m\nrequired: [a, b, c, d]')
    assert.match(hinted(text, { config: people }), /start: 2026-12-03 09:00«Thu · Los Angeles 17:00 Wed · Berlin 02:00»\n/)
    const { context } = open(text, { config: people, language: 'zh' })
    assert.equal(inlayHints(context, { start: 0, end: 40 })[0]?.tooltip, '- Los Angeles 17\\:00 周三: Ann\n- Berlin 02\\:00: Ben, Cy')
  })
  it('show weekdays, holidays and make-up workdays beside dates', () => {
    const text = front('start: 2026-10-01 09:00\nrsvp_by: 2026-10-10 12:00\nuntil: 2026-12-31')
    assert.equal(hinted(text), front('start: 2026-10-01 09:00«Thu holiday»\nrsvp_by: 2026-10-10 12:00«Sat make-up workday»\nuntil: 2026-12-31«Thu»'))
    assert.match(hinted('---\nid: a\n---\n## 会议纪要\n### 行动项\n- [ ] @tom 提交 📅 2026-12-04\n', { language: 'zh' }), /📅 2026-12-04«周五»/)
  })
  it('show names beside keys where they differ', () => {
    const config = 'people:\n  li-lei: { name: 李雷 }\n  tom-becker: { name: Tom Becker }\n'
    assert.equal(hinted(front('required: [li-lei, tom-becker]'), { config }), front('required: [li-lei«李雷», tom-becker]'))
  })
  it('come only from the span that is asked for', () => {
    const { context, text } = open(`${front('start: 2026-12-03 14:00')}\n## Agenda\n1. One (20m)\n`)
    assert.deepEqual(inlayHints(context, { start: text.indexOf('## Agenda'), end: text.length }).map(({ label }) => label), ['14:00–14:20'])
  })
})
