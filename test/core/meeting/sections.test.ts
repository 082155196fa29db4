import assert from 'node:assert/strict'
import { headingKey } from '../../../src/core/meeting/sections.ts'
import { meeting, rollCall, under } from '../../support/meeting.ts'

describe('sections', () => {
  const kinds = (text: string): (string | undefined)[] => meeting(text).sections.map((section) => section.kind)

  it('know their headings in both languages at any level', () => {
    assert.deepEqual(kinds('# Preparation\n### agenda\n## Minutes\n#### Attendance\n### Discussion\n'
      + '### Decisions\n### ACTION ITEMS\n'),
      ['preparation', 'agenda', 'minutes', 'attendance', 'discussion', 'decisions', 'actions'])
    assert.deepEqual(kinds('# 会前准备\n# 会议议程\n# 会议纪要\n## 出席情况\n## 讨论要点\n## 决策事项\n## 待办事项\n'),
      ['preparation', 'agenda', 'minutes', 'attendance', 'discussion', 'decisions', 'actions'])
  })

  it('are known through numbering, marks, emoji and a colon', () => {
    for (const heading of ['**Agenda**', '1. Agenda', '2) Agenda:', '📋 Agenda', '_agenda_ ：', 'AGENDA']) {
      assert.deepEqual(kinds(`## ${heading}\n`), ['agenda'], heading)
    }
    for (const heading of ['一、议程', '（二）议程', '第三部分 议程', '3. 议程：', '🗓️议程', '【议程】', '**议程**']) {
      assert.deepEqual(kinds(`## ${heading}\n`), ['agenda'], heading)
    }
    assert.deepEqual(kinds('## Agenda items for next time\n'), [undefined])
    assert.equal(headingKey('一致决定'), '一致决定')
  })

  it('give a meaning to the first heading of it only', () => {
    assert.deepEqual(kinds('## Agenda\n## Agenda\n'), ['agenda', undefined])
  })

  it('give attendance, discussion, decisions and action items a meaning inside Minutes only', () => {
    assert.deepEqual(kinds('## Discussion\n## Minutes\n### Discussion\n## Decisions\n'), [undefined, 'minutes', 'discussion',
      undefined])
  })

  it('reach to the next heading of their own or a higher level', () => {
    const text = '# A\none\n## B\ntwo\n# C\nthree\n'
    assert.deepEqual(meeting(text).sections.map((section) => under(text, section.content)), ['\none\n## B\ntwo\n', '\ntwo\n',
      '\nthree\n'])
    assert.deepEqual(meeting(text).sections.map((section) => under(text, section.headingRange)), ['# A', '## B', '# C'])
  })

  it('begin at underlined headings and at `#Title` with no space', () => {
    const text = '会议纪要\n===\n\n##议程\n- a\n'
    assert.deepEqual(meeting(text).sections.map(({ level, kind, heading }) => [level, kind, heading.value]), [[1, 'minutes',
      '会议纪要'], [2, 'agenda', '议程']])
  })

  it('do not begin in code, HTML, comments, quotes and lists', () => {
    assert.deepEqual(kinds('```\n# a\n```\n<div>\n# b\n</div>\n\n<!--\n# c\n-->\n\n> # d\n\n- # e\n\n    # f\n'), [])
  })

  it('begin again after a blank line inside HTML', () => {
    assert.deepEqual(kinds('<div>\n\n## Agenda\n\n</div>\n'), ['agenda'])
  })
})

describe('content of a part', () => {
  const filled = (lines: string): boolean | undefined =>
    meeting(`## Minutes\n### Discussion\n${lines}`).minutes?.discussion?.hasContent

  it('is anything that says something, "none" and 无 too', () => {
    for (const lines of ['Talked.\n', '- a\n', '- none\n', '无\n', '1. \n2. b\n', '> quoted\n', '```\nlog\n```\n',
      '| a |\n|---|\n| b |\n', '#### Budget\ntext\n', '<p>text</p>\n']) {
      assert.equal(filled(lines), true, lines)
    }
  })

  it('is not an empty bullet, a comment, a heading, a place holder or an empty row', () => {
    for (const lines of ['', '\n\n', '-\n', '- \n- [ ] \n', '<!-- to do -->\n', '#### Budget\n', '…\n', '- D1: …\n', 'TBD\n',
      '待定\n', '| a |\n|---|\n| |\n', '<br>\n', '---\n']) {
      assert.equal(filled(lines), false, lines)
    }
  })

  it('fills Minutes through its parts', () => {
    assert.equal(meeting('## Minutes\n### Discussion\n').minutes?.hasContent, false)
    assert.equal(meeting('## Minutes\n### Discussion\nx\n').minutes?.hasContent, true)
    assert.equal(meeting('## Preparation\nRead it.\n').preparation?.hasContent, true)
  })
})

describe('decisions', () => {
  const decisions = (lines: string): string[] | undefined =>
    meeting(`## Minutes\n### Decisions\n${lines}`).minutes?.decisions?.items.map((item) => item.value)

  it('are list items, else paragraphs', () => {
    assert.deepEqual(decisions('- D1: **Split** it\n- D2: Sign\n  - detail\n'), ['D1: Split it', 'D2: Sign'])
    assert.deepEqual(decisions('We split it\nevenly.\n\nWe sign.\n'), ['We split it evenly.', 'We sign.'])
  })

  it('are none where nothing or "none" stands', () => {
    assert.deepEqual(decisions('- none\n- D1: …\n'), [])
    assert.deepEqual(decisions('无\n'), [])
  })
})

describe('the roll call', () => {
  it('reads boxes, names and notes in brackets of either width', () => {
    assert.deepEqual(rollCall('- [x] @han-meimei\n- [ ] @wang-wei (minutes by mail)\n'
      + '- [ ] 王伟（会后单独沟通）\n- [X] Li Lei, Sales\n- li@example.org\n'), [
      { person: '@han-meimei', present: true },
      { person: '@wang-wei', present: false, note: 'minutes by mail' },
      { person: '王伟', present: false, note: '会后单独沟通' },
      { person: 'Li Lei', present: true },
      { person: 'li@example.org', present: true },
    ])
  })

  it('skips what names nobody', () => {
    assert.deepEqual(rollCall('- [ ]\n-\n- 12\n'), [])
  })
})

describe('suppressions in the body', () => {
  it('name their rules, their reason and the next line that is not blank', () => {
    const text = '# A\r\n<!-- convoke-disable-next-line agenda-time-budget, vague-words -- the chair insists -->\r\n'
      + '\r\n## Agenda\r\n'
    const [found] = meeting(text).suppressions
    assert.deepEqual(found?.rules.map((rule) => under(text, rule.range)), ['agenda-time-budget', 'vague-words'])
    assert.equal(found.reason, 'the chair insists')
    assert.equal(found.line, 3)
    assert.ok(under(text, found.range).startsWith('<!--') && under(text, found.range).endsWith('-->'))
  })

  it('may lack a reason', () => {
    assert.equal(meeting('<!-- convoke-disable-next-line a -->\nx\n').suppressions[0]?.reason, undefined)
    assert.equal(meeting('<!-- convoke-disable-next-line a -- -->\nx\n').suppressions[0]?.reason, undefined)
  })

  it('are only comments', () => {
    assert.deepEqual(meeting('convoke-disable-next-line a\n').suppressions, [])
  })
})

describe('the language', () => {
  it('is that of the headings, else of the letters', () => {
    assert.equal(meeting('## 议程\n- Budget review with everybody in the room\n').language, 'zh')
    assert.equal(meeting('## Agenda\n- 预算评审\n').language, 'en')
    assert.equal(meeting('# 第二季度预算会\n讨论预算。\n').language, 'zh')
    assert.equal(meeting('# Budget\nTalk.\n').language, 'en')
  })
})

describe('links of the body', () => {
  const links = (text: string): string[] =>
    meeting(text).links.map((link) => (link.image ? `!${link.url.value}` : link.url.value))

  it('are found in every form', () => {
    const text = '[a](decks/q2.pptx "Deck") ![p](<my pic.png>) <https://a.example> '
      + 'https://b.example/x_(y). www.c.example\n\n[r]: ../data.csv\n'
    assert.deepEqual(links(text), ['decks/q2.pptx', '!my pic.png', 'https://a.example', 'https://b.example/x_(y)',
      'www.c.example', '../data.csv'])
  })

  it('are not in code, comments and HTML', () => {
    assert.deepEqual(links('`[a](b)` <!-- [c](d) --> \\[e](f)\n\n```\n[g](h)\n```\n\n    [i](j)\n\n<div>\n[k](l)\n</div>\n'), [])
  })

  it('are found in lists, quotes and tables', () => {
    assert.deepEqual(links('- [a](b)\n  > [c](d)\n\n| [e](f) |\n|---|\n| `x\\|y` [g](h) |\n'), ['b', 'd', 'f', 'h'])
  })

  it('in a label do not count beside the link itself', () => {
    assert.deepEqual(links('[https://a.example](https://b.example) [![p](i.png)](j.md)\n'), ['https://b.example', '!i.png',
      'j.md'])
  })
})
