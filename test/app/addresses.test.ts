import assert from 'node:assert/strict'
import { personAt } from '../../src/app/addresses.ts'
import { mailKey } from '../../src/core/arrangement/who.ts'
import { mergePeople, parseConfig } from '../../src/core/config/parse.ts'

describe('who is invited at an address', () => {
  const { config } = mergePeople(parseConfig('people:\n  han: { email: Han@Example.org }\n  li: { email: secret }\n  one: { email: team@example.org }\n  two: { email: TEAM@example.org }\n').config, 'li: { email: li@example.org }')
  for (const [address, key] of [
    ['han@example.org', 'han'], ['HAN@EXAMPLE.ORG', 'han'], ['li@example.org', 'li'], ['guest@partner.example', mailKey('guest@partner.example')], ['team@example.org', undefined], ['secret', mailKey('secret')],
  ] as const) {
    it(`${address}: ${key ?? 'nobody'}`, () => assert.equal(personAt(config)(address), key))
  }
})
