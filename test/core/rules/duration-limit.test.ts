import { expectProblems, good } from '../../support/rule.ts'

describe('duration-limit', () => {
  const body = '## Agenda\n1. Where the money went (60m)\n2. Vote on the split (60m)\n3. Owners and dates (45m)\n'

  it('splits a long meeting into two files, or shortens it', () => {
    expectProblems('duration-limit', good({ duration: 'duration: 165m', body }), ['8:11 warning The meeting takes 2 h 45 min; more than 2 h is too long. Split it, or shorten it.'])
  })
  it('takes two hours, and a team’s own limit', () => {
    expectProblems('duration-limit', good({ duration: 'duration: 2h' }), [])
    expectProblems('duration-limit', good({ duration: '时长: 一个半小时' }), ['8:5 warning The meeting takes 1 h 30 min; more than 1 h is too long. Split it, or shorten it.'], { config: 'rules: { duration-limit: { max_minutes: 60 } }\n' })
  })
})
