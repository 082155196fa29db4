import { expectProblems, good } from '../../support/rule.ts'

describe('minutes-complete', () => {
  const past = { start: 'start: 2026-11-23 14:00', rsvp: '' }
  const agenda = '## Agenda\n1. Vote on the split (15m)\n'

  it('asks for minutes from the end on', () => {
    expectProblems('minutes-complete', good({ ...past, body: agenda }), ['1:1 warning The meeting is over and has no minutes: write what was discussed, decided, and who does what.'])
    expectProblems('minutes-complete', good({ ...past, body: agenda }), ['1:1 info The meeting is over and has no minutes: write what was discussed, decided, and who does what.'], { now: '2026-11-23T08:00:00Z' })
    expectProblems('minutes-complete', good({ ...past, body: agenda }), [], { now: '2026-11-23T07:00:00Z' })
  })
  it('says where minutes stand that it cannot read as such', () => {
    expectProblems('minutes-complete', good({ ...past, body: `${agenda}\n## Notes\nWe vote for mail.\n` }), [
      '17:1 warning “Notes” is not read as minutes: name it “Minutes”, with discussion, decisions and action items below.',
    ])
    expectProblems('minutes-complete', good({ ...past, body: `${agenda}\n## Notes\n` }), ['1:1 warning The meeting is over and has no minutes: write what was discussed, decided, and who does what.'])
  })
  it('reads a heading with its translation, and text below it that has no parts', () => {
    expectProblems('minutes-complete', good({ ...past, body: `${agenda}\n## 会议纪要 (Notes)\nWe vote for mail.\n` }), [
      '17:1 warning The minutes lack Discussion, Decisions and Action items; write “none” where there is nothing.',
    ])
    expectProblems('minutes-complete', good({ ...past, body: `${agenda}\n## Minutes\n### Discussion\n\n### Decisions\n` }), [
      '17:1 warning The meeting is over and has no minutes: write what was discussed, decided, and who does what.',
    ])
  })
  it('reads conclusions and open points that stand below each topic', () => {
    const topic = '**议题一、镜像**\n会议结论：\n1、保留\n'
    expectProblems('minutes-complete', good({ ...past, body: `${agenda}\n## 会议纪要\n${topic}遗留问题：无\n` }), [])
    expectProblems('minutes-complete', good({ ...past, body: `${agenda}\n## 会议纪要\n${topic}` }), ['17:1 warning The minutes lack Action items; write “none” where there is nothing.'])
  })
  it('names the parts that lack, and can say that there is nothing', () => {
    expectProblems('minutes-complete', good({ ...past, body: `${agenda}\n## Minutes\n### Discussion\nThe mail channel was cheapest.\n### Decisions\n` }), [
      '17:1 warning The minutes lack Decisions and Action items; write “none” where there is nothing.',
    ])
    expectProblems('minutes-complete', good({ ...past, body: '## 议程\n1. 表决（5分钟）\n\n## 会议纪要\n### 决议\n- D1：通过\n### 行动项\n无\n' }), [
      '17:1 warning The minutes lack Discussion; write “none” where there is nothing.',
    ])
  })
})
