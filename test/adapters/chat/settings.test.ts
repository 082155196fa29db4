import assert from 'node:assert/strict'
import { joinChat } from '../../../src/adapters/chat/chat.ts'
import { isPublicAddress } from '../../../src/adapters/chat/public-address.ts'
import type { Channel, ChannelName } from '../../../src/core/config/model.ts'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { render } from '../../../src/core/messages/render.ts'
import { DeliveryError } from '../../../src/ports/delivery.ts'

const FEISHU = 'https://open.feishu.cn/open-apis/bot/v2/hook/a1b2c3d4-secret'
const SLACK = 'https://hooks.slack.com/services/T0/B0/a1b2c3d4secret'

/** What is said of a configuration's channels with these secrets. */
function said(yaml: string, secrets: Readonly<Record<string, string>>, language: 'en' | 'zh' = 'en'): string[] {
  const { config, problems } = parseConfig(`channels:\n${yaml.split('\n').map((line) => `  ${line}`).join('\n')}\n`)
  assert.deepEqual(problems, [])
  const joined = joinChat(config.channels, (name) => secrets[name], { mask: () => undefined })
  return [...joined.problems.values()].map(({ problem, data }) => render(problem, data, language))
}

describe('a chat channel’s secret', () => {
  for (const [what, yaml, secrets, expected] of [
    ['right ones', 'feishu: { secret: F, sign: S }\nslack: { secret: L }', { F: FEISHU, S: 'x', L: SLACK }, []],
    ['none named', 'feishu: {}', {}, ['The channel “feishu” names no secret. Add `secret: CONVOKE_FEISHU_WEBHOOK` to it in .convoke.yml.']],
    ['missing', 'feishu: { secret: F }', {}, ['The secret F of the channel “feishu” is empty or not passed on. Set it to the webhook’s URL: https://open.feishu.cn/open-apis/bot/v2/hook/…']],
    ['blank', 'slack: { secret: L }', { L: ' \n' }, ['The secret L of the channel “slack” is empty or not passed on. Set it to the webhook’s URL: https://hooks.slack.com/services/…']],
    ['another service’s', 'feishu: { secret: F }', { F: SLACK }, ['The secret F of the channel “feishu” is a webhook of “slack”. Name it under `slack`, or set it to https://open.feishu.cn/open-apis/bot/v2/hook/…']],
    ['nobody’s', 'slack: { secret: L }', { L: 'https://hooks.slack.com.evil.example/services/T/B/x' }, ['The secret L is not a webhook of “slack”. Its URL has the form https://hooks.slack.com/services/…']],
    ['a token alone', 'feishu: { secret: F }', { F: 'a1b2c3d4-secret' }, ['The secret F of the channel “feishu” is no https URL. Set it to the whole URL of the webhook: https://open.feishu.cn/open-apis/bot/v2/hook/…']],
    ['not https', 'slack: { secret: L }', { L: SLACK.replace('https', 'http') }, ['The secret L of the channel “slack” is no https URL. Set it to the whole URL of the webhook: https://hooks.slack.com/services/…']],
    ['unsigned', 'webhook: { secret: W }', { W: 'https://hooks.example.org/x' }, [
      'The channel “webhook” has nothing to sign its posts with. Add `sign: CONVOKE_WEBHOOK_SIGN` to it and set that secret to a long random text that the receiver knows as well.',
    ]],
    ['sign missing', 'dingtalk: { secret: D, sign: S }', { D: 'https://oapi.dingtalk.com/robot/send?access_token=abcdefabcdef' }, ['The secret S, which signs the posts of the channel “dingtalk”, is empty or not passed on.']],
    ['sign where none is', 'slack: { secret: L, sign: S }', { L: SLACK, S: 'x' }, ['The channel “slack” has no signature of its own; remove `sign` from it.']],
  ] as const) {
    it(`says what to do: ${what}`, () => {
      assert.deepEqual(said(yaml, secrets), expected)
    })
  }

  it('knows the connectors that Microsoft retired, in Chinese too', () => {
    const [text] = said('teams: { secret: T }', { T: 'https://contoso.webhook.office.com/webhookb2/abc/IncomingWebhook/def' }, 'zh')
    assert.match(text ?? '', /^密钥 T 是 Office 365 连接器，微软已停用。/)
  })

  it('never stands in what is said, and lets its channel fail with the words', async () => {
    const channels = new Map<ChannelName, Channel>([['feishu', { name: 'feishu', secret: 'F' }]])
    const { chat } = joinChat(channels, () => SLACK, { mask: () => undefined })
    await assert.rejects(chat.post('feishu', 'k', {}), (error) => error instanceof DeliveryError && /webhook of “slack”/.test(error.message) && !error.message.includes('a1b2c3d4'))
    await assert.rejects(chat.post('wecom', 'k', {}), /the channel wecom is not configured/)
  })
})

describe('a webhook', () => {
  const CLOSED = [
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.1.2.3', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
    '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'localhost', '',
  ]
  for (const address of CLOSED) it(`reaches nothing at ${address}`, () => assert.equal(isPublicAddress(address), false))
  for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '192.169.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1']) it(`may reach ${address}`, () => assert.equal(isPublicAddress(address), true))

  const channels = new Map<ChannelName, Channel>([['webhook', { name: 'webhook', secret: 'W', sign: 'S' }]])
  for (const [host, addresses] of [
    ['127.0.0.1', []], ['[::1]', []], ['0x7f.1', []], ['2130706433', []], ['[::ffff:169.254.169.254]', []], ['localhost', ['127.0.0.1']], ['intern.example.org', ['10.0.0.7']],
    ['metadata.example.org', ['169.254.169.254']], ['rebinding.example.org', ['93.184.215.14', '192.168.0.1']], ['six.example.org', ['fd00::1']],
  ] as const) {
    it(`is not sent to ${host}`, async () => {
      const secrets: Readonly<Record<string, string>> = { W: `https://${host}/hook`, S: 'signing' }
      const { chat } = joinChat(channels, (name) => secrets[name], { mask: () => undefined, network: { resolve: () => Promise.resolve(addresses), patience: 300 } })
      await assert.rejects(chat.post('webhook', 'k', {}), (error) => error instanceof DeliveryError && /not on the public internet/.test(error.message) && !error.retryable)
    })
  }
})
