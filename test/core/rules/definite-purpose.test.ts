import { expectProblems, good } from '../../support/rule.ts'

describe('definite-purpose', () => {
  it('asks what is decided about the object of an activity', () => {
    expectProblems('definite-purpose', good({ purpose: 'purpose: Discuss promotion' }), ['4:10 warning “Discuss” is an activity: what is decided or drawn up about promotion?'])
    expectProblems('definite-purpose', good({ purpose: '目的: 讨论推广问题' }), ['4:5 warning “讨论” is an activity: what is decided or drawn up about 推广?'])
  })
  it('asks for the object as well where there is none', () => {
    expectProblems('definite-purpose', good({ purpose: 'purpose: Sync' }), ['4:10 warning “Sync” is an activity without an object: what is decided or drawn up at the end?'])
    expectProblems('definite-purpose', good({ purpose: '目的: 研究' }), ['4:5 warning “研究” is an activity without an object: what is decided or drawn up at the end?'])
  })
  it('asks what a bare thing is of, and what any other words are for', () => {
    expectProblems('definite-purpose', good({ purpose: 'purpose: Planning' }), ['4:10 warning “Planning” names no object: planning of what, and what is decided about it?'])
    expectProblems('definite-purpose', good({ purpose: '目的: 集思广益' }), ['4:5 warning “集思广益” names neither a decision nor a product: what is decided or drawn up, and how far does it reach?'])
  })
  it('takes a decision or a product, with a number only where there is one to give', () => {
    for (const purpose of ['Draw up the Q2 promotion budget split', 'Choose a name for the café', 'Align on the price list by fixing the rebate of each tier', '制定二季度推广预算分配表', '选封面', '讨论两家报价，当场定标']) {
      expectProblems('definite-purpose', good({ purpose: `purpose: ${purpose}` }), [])
    }
  })
  it('rewrites a text in quotes whole, and leaves one over several lines to its writer', () => {
    expectProblems('definite-purpose', good({ purpose: 'purpose: "Discuss promotion"' }), ['4:10 warning “Discuss” is an activity: what is decided or drawn up about promotion?'])
    expectProblems('definite-purpose', good({ purpose: 'purpose: >\n  Discuss\n  promotion' }), ['4:10 warning “Discuss” is an activity: what is decided or drawn up about promotion?'])
  })
})
