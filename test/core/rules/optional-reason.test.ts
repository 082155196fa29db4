import { expectProblems, good } from '../../support/rule.ts'

describe('optional-reason', () => {
  it('asks for a reason that says something', () => {
    expectProblems('optional-reason', good({ required: 'required: [tom]', more: 'optional:\n  - han-meimei\n  - wang-wei: FYI' }), [
      '14:5 warning Say why han-meimei is asked, so that they can judge whether to come: “han-meimei: keeps the sales figures”.',
      '15:15 warning “FYI” only says that wang-wei may stay away; say why they are asked.',
    ])
  })
  it('takes background as a reason', () => expectProblems('optional-reason', good({ more: '可选参加:\n  - tom: 了解背景' }), []))
})
