import assert from 'node:assert/strict'
import { isAllowed, withinLimits, type Limits, type Outbound } from '../../src/app/outbound.ts'
import { DeliveryError } from '../../src/ports/delivery.ts'

describe('what may be sent', () => {
  const sent: string[] = []
  beforeEach(() => {
    sent.length = 0
  })
  function limited(limits: Limits): Outbound {
    return withinLimits({
      mail: { send: (key) => Promise.resolve(void sent.push(key)) },
      chat: { post: (_channel, key) => Promise.resolve(void sent.push(key)) },
    }, limits)
  }
  const to = (address: string) => ({ from: 'meetings@example.org', to: address })
  const refused = (reason: RegExp, retryable: boolean) => (error: unknown): boolean =>
    error instanceof DeliveryError && reason.test(error.message) && error.retryable === retryable && !error.message.includes('@')

  for (const [address, domains, allowed] of [
    ['a@example.org', ['example.org'], true], ['a@Example.ORG', ['@EXAMPLE.org '], true], ['a@mail.example.org', ['example.org'], false], ['a@mail.example.org', ['*.example.org'], true],
    ['a@example.org', ['*.example.org'], false], ['a@notexample.org', ['example.org'], false], ['a@example.org.evil.net', ['example.org'], false], ['a@evil.net', [], false],
    ['"a@example.org"@evil.net', ['example.org'], false],
  ] as const) {
    it(`${allowed ? 'goes' : 'does not go'} to ${address} with ${JSON.stringify(domains)}`, () => assert.equal(isAllowed(address, domains), allowed))
  }

  it('is refused for good at a domain that is not allowed, without a word of the address', async () => {
    const { mail } = limited({ domains: ['example.org'] })
    await mail.send('a', new Uint8Array(), to('han@example.org'))
    await assert.rejects(mail.send('b', new Uint8Array(), to('han@evil.net')), refused(/not on the list of allowed domains/, false))
    assert.deepEqual(sent, ['a'])
  })

  it('stops at the cap, over mail and chat together, and says how much it held back', async () => {
    const { mail, chat, held } = limited({ sends: 2 })
    await mail.send('a', new Uint8Array(), to('han@example.org'))
    await chat.post('feishu', 'b', {})
    await assert.rejects(mail.send('c', new Uint8Array(), to('han@example.org')), refused(/cap of 2 sends/, true))
    await assert.rejects(chat.post('feishu', 'd', {}), refused(/cap of 2 sends/, true))
    assert.deepEqual([sent, held()], [['a', 'b'], 2])
  })
})
