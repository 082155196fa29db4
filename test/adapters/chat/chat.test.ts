import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { joinChat, type JoinedChat } from '../../../src/adapters/chat/chat.ts'
import { dingtalkSignature, feishuSignature } from '../../../src/adapters/chat/signature.ts'
import type { Channel, ChannelName } from '../../../src/core/config/model.ts'
import { chatPayload, type ChatChannel } from '../../../src/core/render/chat/payload.ts'
import { invitationNotice } from '../../../src/core/render/notice/invitation.ts'
import { minutesNotice } from '../../../src/core/render/notice/minutes.ts'
import { DeliveryError } from '../../../src/ports/delivery.ts'
import { BUDGET, DIRECTORY, HOSTILE } from '../../core/render/meetings.ts'
import { makeCertificate, type Certificate } from '../../support/certificate.ts'
import { NOW, PLACES, SIGN, startReceiver, TOKEN, type Receiver } from './receiver.ts'

const CHANNELS = Object.keys(PLACES) as ChatChannel[]
const SIGNED: readonly ChatChannel[] = ['feishu', 'dingtalk', 'webhook']
const zh = { language: 'zh', sink: 'chat' } as const
const people = { name: DIRECTORY.name, id: () => undefined }
const ways = { issue: 'https://git.example.org/o/r/issues/7' }

const LONG = [
  ['lines', '很长的讨论 <&"\\> '.repeat(20).concat('\n').repeat(300)], ['quotes', '"\\'.repeat(40).concat('\n').repeat(2000)], ['line', '长"'.repeat(50_000)],
] as const

describe('chat', function () {
  this.timeout(10_000)
  let certificate: Certificate
  let receiver: Receiver
  let masked: string[] = []
  let slept: number[] = []
  let time = NOW

  before(() => {
    certificate = makeCertificate(Object.values(PLACES).map((each) => each.host))
  })
  beforeEach(async () => {
    receiver = await startReceiver(certificate)
    masked = []
    slept = []
    time = NOW
  })
  afterEach(() => receiver.close())

  /** Every channel joined to its service on this machine. */
  function join(options: { readonly secrets?: Readonly<Record<string, string>>; readonly port?: number; readonly trusted?: boolean; readonly isAllowed?: (address: string) => boolean; readonly addresses?: readonly string[] } = {}): JoinedChat {
    const urls = Object.fromEntries(CHANNELS.map((name) => [name, `https://${PLACES[name].host}:${options.port ?? receiver.port}${PLACES[name].path}`]))
    const secrets: Readonly<Record<string, string>> = { ...urls, SIGN, ...options.secrets }
    const channels = new Map<ChannelName, Channel>(CHANNELS.map((name) => [name, { name, secret: name, ...(SIGNED.includes(name) ? { sign: 'SIGN' } : {}) }]))
    return joinChat(channels, (name) => secrets[name], {
      mask: (text) => masked.push(text),
      network: {
        resolve: () => Promise.resolve(options.addresses ?? ['127.0.0.1']), patience: 700, ...(options.trusted === false ? {} : { ca: certificate.cert }),
        isAllowed: options.isAllowed ?? ((address) => address === '127.0.0.1'),
      },
      clock: {
        now: () => time,
        sleep: (milliseconds) => {
          slept.push(milliseconds)
          time += milliseconds
          return Promise.resolve()
        },
      },
    })
  }

  function invitation(channel: ChatChannel): unknown {
    return chatPayload(channel, { notice: invitationNotice(BUDGET, zh, DIRECTORY, ways), people, meeting: BUDGET.meeting })
  }

  async function fails(work: Promise<void>, reason: RegExp, expected: { readonly retryable?: boolean; readonly uncertain?: boolean } = {}): Promise<void> {
    await assert.rejects(work, (error) => {
      assert.ok(error instanceof DeliveryError, String(error))
      assert.match(error.message, reason)
      assert.deepEqual({ retryable: error.retryable, uncertain: error.uncertain }, { retryable: false, uncertain: false, ...expected }, error.message)
      for (const secret of [TOKEN, SIGN, 'https://', '127.0.0.1', ...Object.values(PLACES).map((each) => each.host)]) assert.ok(!error.message.includes(secret), error.message)
      return true
    })
  }

  const answers = (status: number, body: string, headers: Record<string, string> = {}) => (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body)
  }

  for (const channel of CHANNELS) {
    it(`posts to ${channel} as its service asks, signed where it signs`, async () => {
      await join().chat.post(channel, 'm/-/invitation/1/chat', invitation(channel))
      const [seen] = receiver.seen
      assert.equal(receiver.seen.length, 1)
      assert.equal(seen?.headers['content-type'], 'application/json; charset=utf-8')
      assert.match(seen?.body ?? '', /第二季度营销预算分配评审/)
    })

    for (const [what, discussion] of LONG) it(`takes the longest ${what} to ${channel}, with the way to the whole`, async () => {
      const long = minutesNotice(BUDGET, { present: [], absent: [], discussion, decisions: '无', actions: [] }, zh, DIRECTORY)
      const more = [{ kind: 'buttons' as const, buttons: [{ text: '打开会议页面', url: ways.issue }] }]
      await join().chat.post(channel, 'k', chatPayload(channel, { notice: { ...long, blocks: [...long.blocks, ...more] }, people, meeting: BUDGET.meeting }))
      assert.ok(receiver.seen[0]!.body.includes(ways.issue), 'no link to the whole text')
      assert.ok(receiver.seen[0]!.body.includes('…'), 'no sign that something was left out')
    })

    it(`is judged by ${channel} to be well formed whatever people write`, async () => {
      const { chat } = join()
      for (const text of HOSTILE) {
        const snapshot = { ...BUDGET, title: text, purpose: text, room: { key: 'r', name: text }, link: text }
        await chat.post(channel, text, chatPayload(channel, { notice: invitationNotice(snapshot, zh, DIRECTORY, ways), people, meeting: BUDGET.meeting }))
      }
      assert.equal(receiver.seen.length, HOSTILE.length)
    })

    it(`tells a failure of ${channel} from a success, without its URL or secret`, async () => {
      const { chat } = join()
      const attempt = (): Promise<void> => chat.post(channel, 'k', invitation(channel))
      receiver.next.push(answers(404, 'no_service'))
      await fails(attempt(), /refused the post \(404 no_service\)/)
      receiver.next.push(answers(500, '<html>oops</html>'))
      await fails(attempt(), /failed \(500\); the post may have arrived/, { uncertain: true })
      receiver.next.push(answers(302, '', { location: `https://127.0.0.1:${receiver.port}/elsewhere` }))
      await fails(attempt(), /redirected \(302\)/)
      receiver.next.push(answers(429, '', { 'retry-after': '120' }))
      await fails(attempt(), /too many posts at once \(429\)/, { retryable: true })
      receiver.next.push(() => undefined)
      await fails(attempt(), /no answer in time after the post was sent; it may have arrived/, { uncertain: true })
      receiver.next.push((response) => response.socket?.destroy())
      await fails(attempt(), /connection failed \(ECONNRESET\) after the post was sent/, { uncertain: true })
      assert.equal(receiver.seen.length, 6, 'a post was repeated')
    })

    it(`reads only so much of an answer of ${channel}`, async () => {
      const { chat } = join()
      const huge = (status: number) => (response: ServerResponse): void => {
        response.writeHead(status, { 'content-type': 'text/plain' })
        const write = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
          response.once('drain', write)
        }
        write()
      }
      receiver.next.push(huge(400))
      await fails(chat.post(channel, 'k', invitation(channel)), /refused the post \(400\)/)
      receiver.next.push(huge(200))
      const work = chat.post(channel, 'k', invitation(channel))
      await (channel === 'webhook' || channel === 'teams' ? work : fails(work, /not the service’s; the post may have arrived/, { uncertain: true }))
    })
  }

  for (const [channel, body, reason, retryable] of [
    ['slack', 'invalid_payload', /refused the post \(invalid_payload\)/, false],
    ['slack', '{"ok":false,"error":"invalid_auth"}', /refused the post \(invalid_auth\)/, false],
    ['slack', '{"ok":false}', /refused the post \(ok: false\)/, false],
    ['teams', '{"error":{"code":"WorkflowTriggerIsNotEnabled","message":"x"}}', /refused the post \(WorkflowTriggerIsNotEnabled\)/, false],
    ['feishu', '{"code":19024,"msg":"Key Words Not Found"}', /keyword is missing in the post \(19024\)/, false],
    ['feishu', '{"code":11232,"msg":"frequency limited psm"}', /too many posts at once \(11232\)/, true],
    ['dingtalk', '{"errcode":310000,"errmsg":"keywords not in content"}', /signature, the keyword or this machine’s address .* \(310000\)/, false],
    ['dingtalk', '{"errcode":130101,"errmsg":"send too fast"}', /too many posts at once \(130101\)/, true],
    ['wecom', '{"errcode":45009,"errmsg":"api freq out of limit"}', /too many posts at once \(45009\)/, true],
    ['wecom', '{"errcode":40058,"errmsg":"markdown.content exceed max length 4096. invalid Request Parameter"}', /too long or malformed \(40058\)/, false],
    ['teams', 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429', /refused the post/, false],
  ] as const) {
    it(`takes no status of success for a post that ${channel} refused: ${body.slice(0, 40)}`, async () => {
      receiver.next.push(answers(200, body))
      await fails(join().chat.post(channel, 'k', invitation(channel)), reason, { retryable })
      assert.equal(receiver.seen.length, 1)
    })
  }

  for (const [channel, body] of [['slack', '{"ok":true}'], ['teams', '{"id":"1"}'], ['teams', '']] as const) {
    it(`takes ${body === '' ? 'nothing' : body} for a post that ${channel} took`, async () => {
      receiver.next.push(answers(200, body))
      await join().chat.post(channel, 'k', invitation(channel))
    })
  }

  for (const body of ['', 'null', '[]', '{"code":"0"}', '<html>sign in</html>', '{"code":{}}']) {
    it(`takes no stranger’s answer for Feishu’s: ${body}`, async () => {
      receiver.next.push(answers(200, body))
      await fails(join().chat.post('feishu', 'k', invitation('feishu')), /not the service’s; the post may have arrived/, { uncertain: true })
    })
  }

  it('waits once for a service that asks for a short wait, and signs anew then', async () => {
    const { chat } = join()
    receiver.next.push(answers(429, '', { 'retry-after': '3' }))
    await chat.post('dingtalk', 'k', invitation('dingtalk'))
    receiver.next.push(answers(429, '{"message":"You are being rate limited.","retry_after":0.64,"global":false}'))
    await chat.post('discord', 'k', invitation('discord'))
    assert.deepEqual(slept, [3000, 640])
    assert.deepEqual(receiver.seen.slice(0, 2).map((each) => Number(each.url.searchParams.get('timestamp'))), [NOW, NOW + 3000])
    receiver.next.push(answers(429, '', { 'retry-after': '1' }), answers(429, '', { 'retry-after': '1' }))
    await fails(chat.post('slack', 'k', invitation('slack')), /too many posts/, { retryable: true })
  })

  it('goes no faster than a robot may', async () => {
    const { chat } = join()
    const times: number[] = []
    for (let at = 0; at < 40; at++) {
      await chat.post('wecom', `k${at}`, invitation('wecom'))
      times.push(time)
    }
    for (const [at, each] of times.entries()) assert.ok((times[at + 20] ?? Infinity) - each >= 60_000, `posts ${at} to ${at + 20}`)
    assert.equal(time - NOW, 120_000)
  })

  it('signs as the vendors’ own examples do', () => {
    assert.equal(feishuSignature(1599360473, 'demo'), 'l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=')
    assert.equal(encodeURIComponent(dingtalkSignature(1599360473000, 'demo')), 'eblRZvilBzXa6Ce18IeBM4pMy1rYNWKicaCg6VMwQe0%3D')
  })

  it('gives the webhook’s receiver one key for one effect, which tells nothing of it', async () => {
    const { chat } = join()
    for (const key of ['m/-/invitation/1/chat:webhook', 'm/-/invitation/1/chat:webhook', 'm/-/change/2/chat:webhook']) await chat.post('webhook', key, invitation('webhook'))
    const keys = receiver.seen.map((each) => String(each.headers['idempotency-key']))
    assert.match(keys[0]!, /^[0-9a-f]{64}$/)
    assert.deepEqual([keys[0] === keys[1], keys[0] === keys[2]], [true, false])
  })

  it('masks each secret and every part of it that opens a door', () => {
    join()
    for (const text of [TOKEN, SIGN, encodeURIComponent(SIGN), Buffer.from(SIGN).toString('base64')]) assert.ok(masked.includes(text), text)
    for (const { host, path } of Object.values(PLACES)) assert.ok(masked.includes(`https://${host}:${receiver.port}${path}`), host)
  })

  it('does not send to a service whose certificate is not trusted', async () => {
    await fails(join({ trusted: false }).chat.post('slack', 'k', invitation('slack')), /no secure connection \(.*SELF_SIGNED.*\)$/)
    assert.equal(receiver.seen.length, 0)
  })

  it('says that nobody listens, and that the post has surely not arrived', async () => {
    await fails(join({ port: 9 }).chat.post('slack', 'k', invitation('slack')), /connection failed \(ECONNREFUSED\)$/, { retryable: true })
    await fails(join({ addresses: [] }).chat.post('slack', 'k', invitation('slack')), /name could not be looked up/, { retryable: true })
  })
})
