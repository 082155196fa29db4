import { expectProblems, good } from '../../support/rule.ts'

describe('measurable-outcome', () => {
  it('asks what exists at the end that did not before', () => {
    expectProblems('measurable-outcome', good({ outcome: 'outcome: Alignment' }), ['5:10 warning At the end nobody can say yes or no to “Alignment”: what exists then that did not before?'])
    expectProblems('measurable-outcome', good({ outcome: '预期成果: 达成共识' }), ['5:7 warning At the end nobody can say yes or no to “达成共识”: what exists then that did not before?'])
  })
  it('names the object where the text has one', () => {
    expectProblems('measurable-outcome', good({ outcome: 'outcome: Progress on the lease' }), ['5:10 warning “Progress on” cannot be checked when the meeting ends: which document, decision or list about the lease exists then?'])
    expectProblems('measurable-outcome', good({ outcome: '预期成果: 仓库搬迁取得进展' }), ['5:7 warning “取得进展” cannot be checked when the meeting ends: which document, decision or list about 仓库搬迁 exists then?'])
  })
  it('asks what a bare thing is of', () => {
    expectProblems('measurable-outcome', good({ outcome: 'outcome: Solutions' }), ['5:10 warning “Solutions” names no object: solutions of what, in which form?'])
  })
  it('judges each item of a list', () => {
    expectProblems('measurable-outcome', good({ outcome: 'outcome:\n  - Budget table\n  - A better atmosphere\n  - "Everyone on board"' }), [
      '7:5 warning “better” cannot be checked when the meeting ends: which document, decision or list about atmosphere exists then?',
      '8:6 warning At the end nobody can say yes or no to “Everyone on board”: what exists then that did not before?',
    ])
  })
  it('takes what exists or does not', () => {
    for (const outcome of ['Budget table and execution plan', 'Yes or no to the second scanner', 'Date of the summer party', '预算表和执行计划', '达成共识并签署备忘录', '值班表']) {
      expectProblems('measurable-outcome', good({ outcome: `outcome: ${outcome}` }), [])
    }
  })
})
