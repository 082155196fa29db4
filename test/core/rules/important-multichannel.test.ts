import { expectProblems, good } from '../../support/rule.ts'

describe('important-multichannel', () => {
  it('asks for two channels', () => {
    expectProblems('important-multichannel', good({ more: '重要程度: 重要\n通知渠道: [邮件]' }), ['14:7 warning An important meeting is announced through at least two channels; this one through mail.'])
    expectProblems('important-multichannel', good({ more: 'importance: high\nchannels: []' }), ['14:11 warning An important meeting is announced through at least two channels; this one has none.'])
  })
  it('is content with the policy', () => expectProblems('important-multichannel', good({ more: 'importance: high' }), []))
})
