import { DeliveryError } from '../../ports/delivery.ts'
import type { Answer } from './https.ts'

/** Judges the body that came with a status of success; throws DeliveryError where it tells of a failure. */
export type Judge = (body: string | undefined) => void

/** Throws DeliveryError unless the service took the post. Only codes of an answer are told on, never its words. */
export function judgeAnswer({ status, body }: Answer, judge: Judge): void {
  if (status >= 200 && status < 300) return judge(body)
  if (status >= 300 && status < 400) throw new DeliveryError(`it was redirected (${status}), and redirects are not followed`, false)
  const word = wordOf(body)
  const code = word === undefined ? String(status) : `${status} ${word}`
  if (status === 429 || status === 408) throw new DeliveryError(`too many posts at once (${code})`, true)
  if (status >= 500) throw new DeliveryError(`the service failed (${code}); the post may have arrived`, false, true)
  throw new DeliveryError(`the service refused the post (${code})`, false)
}

/** Any answer of success will do. */
export const anyBody: Judge = () => undefined

/** Slack: `ok`; as data, `ok` true, or false with the error's name. */
export const slackBody: Judge = (body) => {
  const { ok, error } = objectOf(body) ?? {}
  if (body?.trim() === 'ok' || ok === true) return
  const word = ok === false ? wordOf(typeof error === 'string' ? error : '') ?? 'ok: false' : wordOf(body)
  if (word === undefined) throw strange()
  throw new DeliveryError(`the service refused the post (${word})`, false)
}

/** Teams: queued is all that is ever known, unless an error is named; the connectors of old told of failures under a status of success. */
export const teamsBody: Judge = (body) => {
  const error = objectOf(body)?.['error']
  if (typeof error === 'object' && error !== null) {
    const word = 'code' in error && typeof error.code === 'string' ? /^[A-Za-z]{3,60}$/.exec(error.code)?.[0] : undefined
    throw new DeliveryError(`the service refused the post${word === undefined ? '' : ` (${word})`}`, false)
  }
  if (body !== undefined && /^\s*(?:Webhook message delivery failed|Bad payload|Summary or Text is required)/i.test(body)) throw new DeliveryError('the service refused the post', false)
}

/** Discord: the message, with its id, since it was asked for. */
export const discordBody: Judge = (body) => {
  if (typeof jsonOf(body)['id'] !== 'string') throw strange()
}

/** Feishu: `code` 0, `StatusCode` in older answers. */
export const feishuBody: Judge = (body) => {
  const json = jsonOf(body)
  judgeCode(json['code'] ?? json['StatusCode'], {
    11232: { said: 'too many posts at once', retryable: true }, 19021: { said: 'the signature or this machine’s clock is wrong' }, 19022: { said: 'this machine’s address is not on the robot’s list' },
    19024: { said: 'the robot’s keyword is missing in the post' }, 9499: { said: 'the robot does not understand the post' }, 19001: { said: 'the robot does not exist any more' },
  })
}

/** DingTalk: `errcode` 0. */
export const dingtalkBody: Judge = (body) => {
  judgeCode(jsonOf(body)['errcode'], {
    130101: { said: 'too many posts at once', retryable: true }, 310000: { said: 'the signature, the keyword or this machine’s address does not fit the robot’s settings' },
    300001: { said: 'the robot does not exist any more' },
  })
}

/** WeCom: `errcode` 0. */
export const wecomBody: Judge = (body) => {
  judgeCode(jsonOf(body)['errcode'], {
    45009: { said: 'too many posts at once', retryable: true }, 40058: { said: 'the post is too long or malformed' }, 93000: { said: 'the robot does not exist any more' },
  })
}

type Known = Readonly<Record<number, { readonly said: string; readonly retryable?: boolean }>>

function judgeCode(code: unknown, known: Known): void {
  if (code === 0) return
  if (typeof code !== 'number') throw strange()
  const { said, retryable = false } = known[code] ?? { said: 'the service refused the post' }
  throw new DeliveryError(`${said} (${code})`, retryable)
}

function objectOf(body: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    return jsonOf(body)
  } catch {
    return undefined
  }
}

function jsonOf(body: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(body ?? '')
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Readonly<Record<string, unknown>>
  } catch {
    // Told below, with what is no object.
  }
  throw strange()
}

function strange(): DeliveryError {
  return new DeliveryError('the answer is not the service’s; the post may have arrived', false, true)
}

/** An answer that is one word of the service's list (`channel_is_archived`), or the number in a JSON answer. */
function wordOf(body: string | undefined): string | undefined {
  const word = /^[a-z][a-z_]{2,40}$/.exec(body?.trim() ?? '')?.[0]
  return word ?? /"(?:code|errcode)"\s*:\s*(\d{1,8})\b/.exec(body ?? '')?.[1]
}
