import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { joinChat } from '../../src/adapters/chat/chat.ts'
import { SERVICES } from '../../src/adapters/chat/services.ts'
import { webhookHeaders } from '../../src/adapters/chat/signature.ts'
import { CHAT_CHANNELS } from '../../src/adapters/chat/settings.ts'
import { parseConfig } from '../../src/core/config/parse.ts'
import { readServerUrl } from '../../src/mime/server-url.ts'

const DOC = readFileSync(new URL('../../docs/channels.md', import.meta.url), 'utf8')
const [english = '', chinese = ''] = DOC.split('\n# 渠道\n')

describe('the page about channels', () => {
  for (const [language, half] of [['English', english], ['Chinese', chinese]] as const) {
    it(`gives each service’s form and pace as they are, in ${language}`, () => {
      for (const name of CHAT_CHANNELS) {
        const row = half.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? assert.fail(name)
        const { form, pace, signs } = SERVICES[name]
        assert.ok(row.includes(`| \`${form}\` |`), row)
        assert.match(row, new RegExp(`(?:\\b|\\D)${pace.posts}(?:\\b|\\D)`), row)
        assert.match(row, { never: / (?:no|无) \|/, may: / (?:recommended|建议) \|/, must: / (?:required|必须) \|/ }[signs], row)
      }
    })

    it(`has an example that is read without a problem, in ${language}`, () => {
      const yaml = /```yaml\n([^]*?)```/.exec(half)?.[1] ?? assert.fail()
      const { config, problems } = parseConfig(yaml)
      assert.deepEqual(problems, [])
      const { problems: missing } = joinChat(config.channels, () => undefined, { mask: () => undefined })
      assert.ok(missing.size > 0, 'a secret that is not there is told')
    })

    it(`gives an example of a mail server that is read as it should be, in ${language}`, () => {
      const url = /`(smtps:\/\/meetings%40[^`]+)`/.exec(half)?.[1] ?? assert.fail()
      assert.deepEqual(readServerUrl(url, { scheme: 'smtp', ports: { tls: 465, starttls: 587 } }, () => undefined), {
        host: 'smtp.example.org', port: 465, security: 'tls', path: '', login: { user: 'meetings@example.org', pass: 'p@ss' },
      })
    })
  }

  it('tells how to check a signature as it is made', () => {
    const [timestamp, body] = [1_800_000_000, '{"version":1}']
    const expected = `sha256=${createHmac('sha256', 's').update(`${timestamp}.${body}`).digest('hex')}`
    assert.equal(webhookHeaders(timestamp, 's', 'key', body)['x-convoke-signature'], expected)
    assert.ok(DOC.includes('.update(`${timestamp}.${body}`).digest(\'hex\')'))
  })
})
