import { expectProblems, good } from '../../support/rule.ts'

describe('read-before-stated', () => {
  it('asks for each material, and writes the answer', () => {
    expectProblems('read-before-stated', good({ more: 'materials:\n  - path: a.pdf\n    note: x\n  - b.pdf\n  - { url: "https://example.org/c" }' }), [
      '14:11 warning Nothing says whether a.pdf has to be read before the meeting: add “read_before”, or a Preparation section.',
      '16:5 warning Nothing says whether b.pdf has to be read before the meeting: add “read_before”, or a Preparation section.',
      '17:13 warning Nothing says whether https://example.org/c has to be read before the meeting: add “read_before”, or a Preparation section.',
    ])
  })
  it('writes Chinese keys into a Chinese file', () => {
    const text = '---\n编号: a\n主题: 预算\n材料:\n  - 路径: a.pdf\n---\n'
    expectProblems('read-before-stated', text, ['5:9 warning Nothing says whether a.pdf has to be read before the meeting: add “read_before”, or a Preparation section.'])
  })
  it('is content with a Preparation section', () => {
    expectProblems('read-before-stated', good({ more: 'materials: [a.pdf]', body: '## 会前准备\n读完 a.pdf。\n\n## 议程\n1. 表决（5分钟）\n' }), [])
  })
})
