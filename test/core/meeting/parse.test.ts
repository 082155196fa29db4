import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parse } from '../../../src/core/meeting/parse.ts'
import { applyEdits } from '../../../src/core/text/edit.ts'
import { checkRanges } from '../../support/ranges.ts'

const MEETING = `---
id: 2026-12-03-q2-budget
title: Q2 marketing budget split
start: 2026-12-03 14:00
required: [han-meimei, wang-wei]
---

## 会前准备
Read [the deck](decks/q2.pptx).

## Agenda
1. Where the Q1 money went (15m, @han-meimei)
2. 渠道分配（45 分钟，负责人：李雷）
   - 时间：45分钟

| Topic | Time | Owner |
|-------|------|-------|
| Vote  | 10m  | @li-lei |

## Minutes
### Attendance
- [x] @han-meimei
- [ ] @wang-wei (minutes by mail)
### Decisions
- D1: Split it **evenly**
<!-- convoke-disable-next-line action-owner-and-due -- agreed -->
### Action items
- [ ] @han-meimei Publish the signed-off table 📅 2026-12-10 #12
- [x] 整理材料，责任人：王伟，截止日期：2026年12月10日

TODO: @li next week
`

/** Pieces that mean something somewhere, so that random texts reach deep. */
const PIECES = [
  '---\n', '# Agenda\n', '## 行动项\n', '# Minutes\n', '### Attendance\n', '- ', '  - ', '1. ', '- [ ] ', '- [x] ', '@li', '@',
  '[', ']', '(', ')', '（', '）',
  '10m', '5-10 minutes', '14:00-14:15', '半小时', '一个半小时', 'owner: ', '负责人：', '📅 2026-12-10', 'due ', '下周', '#12', '|',
  '\n|---|---|\n', '| Topic | Time |\n',
  '\n', '\r\n', '\r', '\t', '    ', '> ', '```', '<!--', '-->', '<div>', '<br>', '`', '*', '**', '_', '\\', 'http://a.b', '](',
  '[a]: b', 'text', '文字', '\ufeff',
  '\u0000', '\ud83d', '\u2028', '🎉', '__proto__', '<!-- convoke-disable-next-line a -->', '，', '、', ' and ', ': ', '=', '---',
  '#', '##题',
]

const texts = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1,
  arbitrary: fc.string({ unit: 'binary' }) }), { maxLength: 60 })
  .map((pieces) => pieces.join(''))

describe('parse', function () {
  this.timeout(30_000)

  it('reads the whole of a meeting', () => {
    const { meeting } = parse(MEETING)
    checkRanges(MEETING, parse(MEETING))
    assert.deepEqual(meeting.agenda?.items.map((item) => item.minutes?.value), [15, 45, 10])
    assert.deepEqual(meeting.minutes?.actions?.items.map((item) => item.due?.value), ['2026-12-10', '2026-12-10', undefined])
    assert.equal(meeting.minutes?.attendance?.entries.length, 2)
    assert.equal(meeting.suppressions.length, 1)
  })

  it('gives plain JSON, the same every time', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(parse(MEETING))), parse(MEETING))
  })

  it('never fails on any text, and its ranges hold', () => {
    fc.assert(fc.property(texts, (text) => checkRanges(text, parse(text))), { seed: 11, numRuns: 3000 })
  })

  it('never fails on any edit of a meeting, and an edit changes nothing outside its range', () => {
    const edits = fc.record({ at: fc.nat(MEETING.length), length: fc.nat(40), text: texts, crlf: fc.boolean(),
      bom: fc.boolean() })
    fc.assert(fc.property(edits, ({ at, length, text, crlf, bom }) => {
      const base = (bom ? '\ufeff' : '') + (crlf ? MEETING.replaceAll('\n', '\r\n') : MEETING)
      const range = { start: at, end: Math.min(at + length, base.length) }
      const edited = applyEdits(base, [{ range, text }])
      assert.ok(edited !== undefined)
      assert.equal(edited.slice(0, range.start), base.slice(0, range.start))
      assert.equal(edited.slice(range.start + text.length), base.slice(range.end))
      checkRanges(edited, parse(edited))
    }), { seed: 12, numRuns: 1500 })
  })

  it('writes over what it read, and reads what was written', () => {
    for (const text of [MEETING, MEETING.replaceAll('\n', '\r\n'), `\ufeff${MEETING}`]) {
      const { meeting } = parse(text)
      const [item] = meeting.minutes?.actions?.items ?? []
      const box = item?.box
      const [first] = meeting.agenda?.items ?? []
      assert.ok(box && item.due && first?.minutes)
      const edited = applyEdits(text, [
        { range: box, text: '[x]' },
        { range: item.due.range, text: '2027-01-05' },
        { range: first.minutes.range, text: '20m' },
      ])
      assert.equal(edited, text.replace('- [ ] @han-meimei Pub', '- [x] @han-meimei Pub').replace('📅 2026-12-10',
        '📅 2027-01-05').replace('(15m', '(20m'))
      const again = parse(edited).meeting
      assert.equal(again.minutes?.actions?.items[0]?.done, true)
      assert.equal(again.minutes.actions.items[0].due?.value, '2027-01-05')
      assert.equal(again.agenda?.items[0]?.minutes?.value, 20)
    }
  })

  it('reads hostile depth and length', () => {
    for (const text of ['> '.repeat(50_000), '- '.repeat(50_000), '['.repeat(100_000), '# Agenda\n- ' + '('.repeat(100_000),
      '|'.repeat(100_000), '`'.repeat(99_999)]) {
      checkRanges(text, parse(text))
    }
  })
})
