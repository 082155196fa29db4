import { expectProblems, good } from '../../support/rule.ts'

const actions = (...lines: readonly string[]): string => good({ body: `## Minutes\n### Action items\n${lines.map((line) => `- [ ] ${line}\n`).join('')}` })

describe('definite-action', () => {
  it('asks for the end of an act', () => {
    expectProblems('definite-action', actions('@li-lei Follow up with Legal 📅 2026-12-10', '@li-lei 跟进法务。 📅 2026-12-10'), [
      '17:15 warning “Follow up with …” has no end: what exists once this is done?',
      '18:15 warning “跟进……” has no end: what exists once this is done?',
    ])
  })
  it('asks for the object as well where there is none', () => {
    expectProblems('definite-action', actions('@li-lei Investigate 📅 2026-12-10', '@li-lei 持续关注 📅 2026-12-10'), [
      '17:15 warning “Investigate” names no object and no end: do what with what, and how does one see that it is done?',
      '18:15 warning “关注” names no object and no end: do what with what, and how does one see that it is done?',
    ])
  })
  it('asks for an act where only a thing stands', () => {
    expectProblems('definite-action', actions('@li-lei Governance 📅 2026-12-10', '@li-lei Do the needful 📅 2026-12-10'), [
      '17:15 warning “Governance” names no act: do what with it, and how does one see that it is done?',
      '18:15 warning “Do the needful” has no definite act, object or end: how does one see that it is done?',
    ])
  })
  it('takes a definite act, whatever it begins with', () => {
    expectProblems('definite-action', actions(
      '@li-lei Publish the signed-off table 📅 2026-12-10', '@li-lei Look into the pump alarms: list the serial numbers that failed 📅 2026-12-10',
      '@li-lei Water the plants in August 📅 2026-12-10', '@li-lei 订12把椅子 📅 2026-12-10', '@li-lei 把会议纪要发到邮件列表 📅 2026-12-10',
    ), [])
  })
  it('leaves alone what is done, a bare link, and an act whose object a link is', () => {
    expectProblems('definite-action', actions('@li-lei https://example.org/board 📅 2026-12-10', '@li-lei review https://example.org/pull/3 📅 2026-12-10', '@li-lei 跟进 https://example.org/pull/3 📅 2026-12-10'), [])
    expectProblems('definite-action', good({ body: '## Minutes\n### Action items\n- [x] @li-lei Follow up with Legal 📅 2026-12-10\n' }), [])
  })
})
