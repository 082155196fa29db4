import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { ChatChannel } from '../../../src/core/render/chat/payload.ts'
import type { Certificate } from '../../support/certificate.ts'

export const SIGN = 'SEC+secret/of=the robot'
/** When the tests take place, as the services see it. */
export const NOW = Date.parse('2026-11-24T08:00:00.000Z')
export const TOKEN = 'a1b2c3d4e5f6a7b8c9d0token'

/** Hosts and paths of the services, as their URLs are made. */
export const PLACES: Readonly<Record<ChatChannel, { readonly host: string; readonly path: string }>> = {
  slack: { host: 'hooks.slack.com', path: `/services/T0AAAAAAA/B0BBBBBBB/${TOKEN}` },
  teams: { host: 'prod-07.westeurope.logic.azure.com', path: `/workflows/0123/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${TOKEN}` },
  feishu: { host: 'open.feishu.cn', path: `/open-apis/bot/v2/hook/${TOKEN}` },
  dingtalk: { host: 'oapi.dingtalk.com', path: `/robot/send?access_token=${TOKEN}` },
  wecom: { host: 'qyapi.weixin.qq.com', path: `/cgi-bin/webhook/send?key=${TOKEN}` },
  discord: { host: 'discord.com', path: `/api/webhooks/123456789012345678/${TOKEN}` },
  webhook: { host: 'hooks.example.org', path: `/convoke/${TOKEN}` },
}

export interface Seen {
  readonly host: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly json: Readonly<Record<string, unknown>>
}

export interface Receiver {
  readonly port: number
  readonly seen: Seen[]
  /** What comes next instead of the service's own answer. */
  readonly next: ((response: ServerResponse) => void)[]
  /** Asked when a whole post has come: true loses it. */
  onOffered?: () => boolean
  /** Told when a post was taken, before that is answered. */
  onSeen?: () => void
  close(): Promise<void>
}

/** All services behind one real HTTPS server, each judging a post as its vendor does. */
export async function startReceiver({ key, cert }: Certificate, now: () => number = () => NOW): Promise<Receiver> {
  const seen: Seen[] = []
  const next: ((response: ServerResponse) => void)[] = []
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (receiver.onOffered?.() === true) return void request.socket.destroy()
      const body = Buffer.concat(chunks).toString('utf8')
      const host = (request.headers.host ?? '').split(':')[0] ?? ''
      const post: Seen = { host, url: new URL(request.url ?? '/', `https://${host}`), headers: request.headers, body, json: JSON.parse(body) as Seen['json'] }
      seen.push(post)
      receiver.onSeen?.()
      const instead = next.shift()
      if (instead !== undefined) return instead(response)
      const [status, answer] = answerOf(post, request.method ?? '', now())
      response.writeHead(status, { 'content-type': typeof answer === 'string' ? 'text/plain' : 'application/json' }).end(typeof answer === 'string' ? answer : JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: Receiver = {
    port: (server.address() as AddressInfo).port, seen, next,
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
  return receiver
}

type Reply = readonly [status: number, answer: string | object]

function answerOf(post: Seen, method: string, now: number): Reply {
  const channel = (Object.keys(PLACES) as ChatChannel[]).find((each) => PLACES[each].host === post.host)
  if (channel === undefined || method !== 'POST') return [405, 'method_not_allowed']
  if (!/^application\/json/.test(String(post.headers['content-type']))) return [415, 'unsupported media type']
  if (post.url.pathname !== new URL(PLACES[channel].path, 'https://x').pathname) return [404, 'no_service']
  return VENDORS[channel](post, now)
}

const bytes = (value: unknown): number => Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value))
const record = (value: unknown): Readonly<Record<string, unknown>> => value as Readonly<Record<string, unknown>>

/** What each vendor documents: limits, signatures, and the bodies of its answers. */
const VENDORS: Readonly<Record<ChatChannel, (post: Seen, now: number) => Reply>> = {
  slack: ({ json }) => {
    const blocks = json['blocks'] as readonly Readonly<Record<string, unknown>>[]
    const texts = blocks.map((block) => String(record(block['text'] ?? {})['text'] ?? ''))
    if (blocks.length > 50 || texts.some((text, at) => text.length > (blocks[at]?.['type'] === 'header' ? 150 : 3000))) return [400, 'invalid_blocks']
    return texts.join('').length > 13_200 ? [400, 'msg_blocks_too_long'] : [200, 'ok']
  },
  teams: ({ json, body }) => (bytes(body) > 28_000 ? [413, 'Request Entity Too Large'] : Array.isArray(json['attachments']) ? [202, ''] : [400, { error: { code: 'InvalidRequestContent' } }]),
  feishu: ({ json, body }, now) => {
    if (bytes(body) > 20_000) return [200, { code: 9499, msg: 'Bad Request' }]
    const expected = createHmac('sha256', `${String(json['timestamp'])}\n${SIGN}`).digest('base64')
    if (json['sign'] !== expected || Math.abs(Number(json['timestamp']) - now / 1000) > 3600) return [200, { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' }]
    return [200, { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' }]
  },
  dingtalk: ({ url, body }, now) => {
    const stamp = url.searchParams.get('timestamp') ?? ''
    const expected = createHmac('sha256', SIGN).update(`${stamp}\n${SIGN}`).digest('base64')
    if (url.searchParams.get('access_token') !== TOKEN) return [200, { errcode: 300001, errmsg: 'token is not exist' }]
    if (url.searchParams.get('sign') !== expected || Math.abs(Number(stamp) - now) > 3_600_000) return [200, { errcode: 310000, errmsg: 'sign not match' }]
    return bytes(body) > 20_000 ? [200, { errcode: 460101, errmsg: 'message too long' }] : [200, { errcode: 0, errmsg: 'ok' }]
  },
  wecom: ({ url, json }) => {
    if (url.searchParams.get('key') !== TOKEN) return [200, { errcode: 93000, errmsg: 'invalid webhook url' }]
    return bytes(record(json['markdown'])['content']) > 4096 ? [200, { errcode: 40058, errmsg: 'markdown.content exceed max length 4096' }] : [200, { errcode: 0, errmsg: 'ok' }]
  },
  discord: ({ url, json }) => {
    const embeds = json['embeds'] as readonly Readonly<Record<string, string>>[]
    const size = embeds.reduce((sum, each) => sum + (each['title'] ?? '').length + (each['description'] ?? '').length, 0)
    if (String(json['content']).length > 2000 || embeds.length > 10 || size > 6000) return [400, { code: 50035, message: 'Invalid Form Body' }]
    return url.searchParams.get('wait') === 'true' ? [200, { id: '999999999999999999', content: json['content'] }] : [204, '']
  },
  webhook: ({ headers, body }) => {
    const expected = createHmac('sha256', SIGN).update(`${String(headers['x-convoke-timestamp'])}.${body}`).digest('hex')
    return headers['x-convoke-signature'] === `sha256=${expected}` ? [204, ''] : [401, 'bad signature']
  },
}
