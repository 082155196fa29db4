import { CONFIG, expectProblems, good } from '../../support/rule.ts'

describe('specific-topic', () => {
  it('asks what a label that fits any meeting is about', () => {
    expectProblems('specific-topic', good({ title: 'title: Weekly sync' }), ['3:8 warning “Weekly sync” fits any meeting: name the matter at stake and its scope.'])
    expectProblems('specific-topic', good({ title: '主题: "工作会议"' }), ['3:5 warning “工作会议” fits any meeting: name the matter at stake and its scope.'])
  })
  it('asks what a bare thing is of', () => {
    expectProblems('specific-topic', good({ title: 'title: Budget' }), ['3:8 warning “Budget” names no object: budget of what, and for when?'])
    expectProblems('specific-topic', good({ title: '主题: 预算' }), ['3:5 warning “预算” names no object: 预算 of what, and for when?'])
  })
  it('knows that a date and a team make no topic', () => {
    expectProblems('specific-topic', good({ title: 'title: Security team meeting 2026-03-12' }), ['3:8 warning “Security team meeting 2026-03-12” fits any meeting: name the matter at stake and its scope.'])
  })
  it('takes a concrete matter, whatever the word beside it', () => {
    for (const title of ['Weekly sync: roof leak in the gym', 'Q2 marketing strategy review', 'Parking permits for night staff', '周会：支付回调重复', '食堂涨价五毛', '2027']) {
      expectProblems('specific-topic', good({ title: `title: "${title}"` }), [])
    }
  })
  it('knows the team’s own names, listed or learnt, and that a name alone is no topic', () => {
    const config = `${CONFIG}vocabulary: [Plan]\n`
    expectProblems('specific-topic', good({ title: 'title: Plan status call' }), ['3:8 warning “Plan status call” fits any meeting: name the matter at stake and its scope.'], { config })
    expectProblems('specific-topic', good({ title: 'title: Plan 2.1 rollout to the three pilot sites' }), [], { config })
  })
  it('says nothing of what a fix has left to fill in, and asks for more certainty where the team does', () => {
    expectProblems('specific-topic', good({ title: 'title: "Weekly sync: ‹the matter›"' }), [])
    expectProblems('specific-topic', good({ title: 'title: Budget' }), [], { config: `${CONFIG}rules: { specific-topic: { certainty: 99 } }\n` })
  })
})
