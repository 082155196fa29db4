import assert from 'node:assert/strict'
import { render } from '../../../src/core/messages/render.ts'
import { accepted, act, CURSOR, open, type Scene } from '../../support/language.ts'

/** Somebody at an editor: types, accepts proposals, takes quick fixes, and moves by searching. */
class Writer {
  private marked = CURSOR
  constructor(private readonly scene: Scene) {}
  type(text: string): this {
    this.marked = this.marked.replace(CURSOR, () => `${text}${CURSOR}`)
    return this
  }
  take(label: string): this {
    this.marked = accepted(this.marked, label, this.scene)
    return this
  }
  /** Selects a text and types over it. */
  over(selected: string, typed = ''): this {
    const text = this.marked.replace(CURSOR, '')
    assert.ok(text.includes(selected), `“${selected}” is not in:\n${text}`)
    this.marked = text.replace(selected, () => `${typed}${CURSOR}`)
    return this
  }
  behind(place: string): this {
    return this.over(place, place)
  }
  fix(title: string): this {
    this.marked = `${act(this.marked, title, this.scene)['meetings/a.md'] ?? ''}${CURSOR}`
    return this
  }
  get problems(): string[] {
    const { context, problems } = open(this.marked, this.scene)
    return problems.map(({ message, data }) => render(message, data, context.language))
  }
  get text(): string {
    return this.marked.replace(CURSOR, '')
  }
}

describe('a meeting file out of nothing, by what the editor offers', () => {
  it('in English', () => {
    const writer = new Writer({ language: 'en' })
    writer.type('mee').take('meeting')
      .over('What is at stake, with its scope', 'Q2 marketing budget split over four channels').over('The decision or product', 'Decide how the 1.2M Q2 budget is split over four channels')
      .over('What exists when it ends', 'A signed-off budget table')
      .behind('organizer: ').take('li-lei').behind('required: [').type('hmm').take('han-meimei').type(', wang').take('wang-wei')
      .over('2026-12-01 10:00').take('2026-11-25 09:00').behind('room: ').take('3A')
      .behind('wang-wei]').type('\nrsvp').take('rsvp_by').take('2026-11-24 18:00')
      .over('Topic (15m, @owner)', 'Where the Q1 money went (').take('15m').type(', @han').take('@han-meimei').type('\n2. ').take('Topic (15m, @owner)')
      .over('Topic (15m, @owner)', 'Vote on the split over four channels (').take('45m').type(', ').take('@li-lei')
    assert.deepEqual(writer.problems, [])
    assert.equal(writer.text, `---
id: a
title: Q2 marketing budget split over four channels
purpose: Decide how the 1.2M Q2 budget is split over four channels
outcome: A signed-off budget table
start: 2026-11-25 09:00
duration: 1h
organizer: li-lei
room: 3A
required: [han-meimei, wang-wei]
rsvp_by: 2026-11-24 18:00
---

## Agenda
1. Where the Q1 money went (15m, @han-meimei)
2. Vote on the split over four channels (45m, @li-lei)
`)
  })
  it('in Chinese, with quick fixes', () => {
    const writer = new Writer({ language: 'zh' })
    writer.type('会').take('会议')
      .over('具体的主题和范围', '第二季度营销预算分配评审').over('要作出的决定或产出', '确定 120 万元营销预算在四个渠道之间的分配方案').over('散会时手里有什么', '签字的预算分配表')
      .behind('组织者: ').take('li-lei').behind('必须参加: [').type('韩').take('han-meimei').type(', ').take('wang-wei').behind('会议室: ').take('3A')
      .over('2026-12-01 10:00', '2026-12-05 14:00')
    assert.ok(writer.problems.some((each) => each.includes('周末')))
    writer.behind('2026-12-05').fix('改到').behind('---').fix('前回复')
      .over('议题（15分钟，@负责人）', '一季度支出去向说明（').take('20分钟').type('，@wang').take('@wang-wei').type('\n2. ').take('议题（15分钟，@负责人）')
      .over('议题（15分钟，@负责人）', '四个渠道的预算分配方案表决（').take('40分钟').type('，').take('@li-lei')
    assert.deepEqual(writer.problems, [])
    assert.match(writer.text, /开始时间: 2026-12-07 09:00\n[^]*回复截止: 2026-12-04 09:00\n---\n\n## 议程\n1\. 一季度支出去向说明（20分钟，@wang-wei）\n2\. 四个渠道的预算分配方案表决（40分钟，@li-lei）\n/)
  })
})
