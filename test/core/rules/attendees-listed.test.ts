import { expectProblems, good } from '../../support/rule.ts'

describe('attendees-listed', () => {
  it('asks for somebody who has to come', () => {
    expectProblems('attendees-listed', good({ required: '' }), ['1:1 error Nobody is required: list those who have to come as “required”.'])
    expectProblems('attendees-listed', good({ required: 'required: []' }), ['11:11 error Nobody is required: list those who have to come as “required”.'])
  })
  it('divides one list for all', () => {
    expectProblems('attendees-listed', good({ required: '参会人员: [han-meimei, wang-wei]' }), [
      '11:1 warning One list for all does not say who has to come; divide it into “required” and “optional”.',
    ])
  })
  it('sees a person in both lists, and keeps them once', () => {
    expectProblems('attendees-listed', good({ more: 'optional:\n  - wang-wei: knows the figures\n  - tom: hears of it' }), ['14:5 warning Listed as required and as optional: wang-wei. Keep one of the two.'])
  })
})
