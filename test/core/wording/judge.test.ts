import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { withoutActor } from '../../../src/core/wording/actor.ts'
import { explainWording } from '../../../src/core/wording/evidence.ts'
import { judgeWording } from '../../../src/core/wording/judge.ts'
import { MARKS, marked } from '../../../src/core/wording/marks.ts'
import { isAside, LANGUAGES, readData, readTable, type Row } from '../../../scripts/wording/data.ts'
import { figuresOf, precision, recall } from '../../../scripts/wording/measure.ts'

interface Floor {
  readonly precision: number
  readonly recall: number
}
const floor = JSON.parse(readFileSync('scripts/wording/floor.json', 'utf8')) as Record<'aside' | 'table', Record<'en' | 'zh', Floor>>

function expectAbove(name: 'aside' | 'table', rows: readonly Row[]): void {
  const figures = figuresOf(rows.map((row) => ({ row, vague: judgeWording(row.text, row.kind).vague })))
  for (const language of LANGUAGES) {
    const all = figures.find((each) => each.language === language && each.kind === 'all')
    assert.ok(all !== undefined && all.right > 50, `${language} has too few sentences to say anything`)
    assert.ok(precision(all) >= floor[name][language].precision, `${name} ${language}: precision ${precision(all).toFixed(3)}`)
    assert.ok(recall(all) >= floor[name][language].recall, `${name} ${language}: recall ${recall(all).toFixed(3)}`)
  }
}

describe('judging wording', () => {
  it('stays above the recorded floor on own sentences that were never learnt from', () => expectAbove('aside', readData().written.filter(isAside)))
  const path = process.env['CONVOKE_JUDGEMENT']
  if (path !== undefined) it('stays above it on the table of others', () => expectAbove('table', readTable(path)))
  it('judges a sentence alike whatever its width, case and white space', () => {
    for (const [one, other] of [['Weekly sync', '  weekly   SYNC '], ['讨论推广问题', '讨论推广问题。'], ['PR 512', 'ＰＲ　５１２']] as const) {
      assert.equal(judgeWording(one, 'topic').vague, judgeWording(other, 'topic').vague, `${one} / ${other}`)
    }
  })
  it('reads a mixed sentence in the language of its matter, not of its names', () => {
    for (const [text, language] of [['Flame Contributor Club 第五次会议纪要', 'zh'], ['Kubernetes 升级', 'zh'], ['Translate the 手册 into plain English', 'en'], ['Launch of the mini app (小程序) in two cities', 'en']] as const) {
      assert.equal(judgeWording(text, 'topic').language, language, text)
    }
  })
  it('looks past who brings a matter, when, and how long it takes', () => {
    for (const text of ['[DK] Coolant leak in hall 3', '1 - Coolant leak in hall 3', 'Coolant leak in hall 3 - @dk, @ab', 'Coolant leak in hall 3 (Dana, 15 minutes)', '~~Coolant leak in hall 3~~']) {
      assert.equal(judgeWording(text, 'topic').score, judgeWording('Coolant leak in hall 3', 'topic').score, text)
    }
    assert.equal(judgeWording('议题2、电梯漏水（王强）', 'topic').score, judgeWording('电梯漏水', 'topic').score)
  })
  it('looks past who does an action where the sentence begins with that', () => {
    for (const text of ['Mara to order two pumps', 'Mara and Kai will order two pumps', 'Action (KB, LT): order two pumps', '@kb agreed to order two pumps', 'TODO: order two pumps']) {
      assert.equal(judgeWording(text, 'action').score, judgeWording('order two pumps', 'action').score, text)
    }
    assert.equal(withoutActor('Switch to the new pump'), 'Switch to the new pump')
    assert.equal(withoutActor('Order what Mara has to install'), 'Order what Mara has to install')
  })
  it('marks a name that its capitals tell, and none in a title where every word has one', () => {
    assert.equal(marked('WebSerial review'), `${MARKS.name}webserial review`)
    assert.equal(marked('Update on the Saxon port'), `update on the ${MARKS.name}saxon port`)
    assert.equal(marked('Weekly Team Meeting'), 'weekly team meeting')
    assert.equal(marked('升级 WebSerial'), '升级 webserial')
  })
  it('takes any text, and long ones in a time that grows with their length', () => {
    for (const text of ['', ' ', '\u0000', '🎉', '-'.repeat(50000), '讨论'.repeat(20000), 'a.'.repeat(20000), '(('.repeat(9000), '1:1 '.repeat(9000), '2024-'.repeat(9000), 'owner: '.repeat(9000), 'aB'.repeat(20000), 'A b to '.repeat(9000)]) {
      const begun = process.hrtime.bigint()
      assert.ok(Number.isFinite(judgeWording(text, 'action').score))
      assert.ok(process.hrtime.bigint() - begun < 2_000_000_000n, `too slow: ${text.slice(0, 9)}…`)
    }
  })
  it('explains a score by stretches that do not overlap, the heaviest first', () => {
    const { evidence, vague } = explainWording('Follow up on the 61 access requests', 'action')
    assert.equal(vague, true)
    const worths = evidence.map((each) => Math.abs(each.worth))
    assert.deepEqual(worths, [...worths].sort((a, b) => b - a))
    assert.ok(evidence.some((each) => each.worth > 0 && each.parts.some((part) => 'word' in part && part.word === 'follow')))
  })
})
