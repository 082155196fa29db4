import { expectProblems, good, CONFIG } from '../../support/rule.ts'

describe('reachable-attendees', () => {
  it('says nothing where no start is written', () => expectProblems('reachable-attendees', good({ start: '', more: 'channels: [mail, phone]' }), []))
  it('asks for an address on every channel, and hints at the fall-back', () => {
    expectProblems('reachable-attendees', good({ more: 'channels: [mail, phone]' }), [
      '9:12 error li-lei has no address for phone, through which this meeting is announced; add it to .convoke.yml, or write “secret” there.',
      '11:12 error han-meimei has no address for phone, through which this meeting is announced; add it to .convoke.yml, or write “secret” there.',
    ])
    expectProblems('reachable-attendees', good({ organizer: 'organizer: wang-wei', required: 'required: [han-meimei]', more: 'channels: [mail]' }), [
      '11:12 info han-meimei has no address for phone, which is used when another channel fails; add it to .convoke.yml.',
    ], { config: `${CONFIG}policy: { fallback: { mail: phone } }\n` })
  })
  it('does not repeat a bare address', () => {
    expectProblems('reachable-attendees', good({ required: 'required: [someone@example.net]', more: 'channels: [mail, phone]' }), [
      '9:12 error li-lei has no address for phone, through which this meeting is announced; add it to .convoke.yml, or write “secret” there.',
      '11:12 error The person written here has no address for phone, through which this meeting is announced; add it to .convoke.yml, or write “secret” there.',
    ])
  })
  it('takes a bare address for mail, a login for GitHub, and a secret', () => {
    expectProblems('reachable-attendees', good({ required: "required: ['@octocat', someone@example.net]", more: 'channels: [mail]' }), [
      '11:13 error @octocat has no address for mail, through which this meeting is announced; add it to .convoke.yml, or write “secret” there.',
    ])
  })
})
