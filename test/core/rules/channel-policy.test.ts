import { expectProblems, good, CONFIG } from '../../support/rule.ts'

describe('channel-policy', () => {
  const config = `${CONFIG}policy: { channels: { normal: { normal: [mail], urgent: [mail, feishu] }, high: { normal: [mail, feishu], urgent: [mail, feishu] } } }\n`

  it('asks for the channels of the policy', () => {
    expectProblems('channel-policy', good({ more: 'channels: [mail]\nurgency: urgent' }), ['13:11 warning The policy asks for feishu as well for a meeting of this importance and urgency.'], { config })
    expectProblems('channel-policy', good({ more: '通知渠道: [邮件]' }), [], { config })
  })
  it('is silent where an important meeting has too few channels at all', () => expectProblems('channel-policy', good({ more: 'importance: high\nchannels: [feishu]' }), [], { config }))
})
