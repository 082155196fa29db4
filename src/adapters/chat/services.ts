import type { ChatChannel } from '../../core/render/chat/payload.ts'
import type { Post } from './https.ts'
import type { Pace } from './pace.ts'
import { dingtalkSignature, feishuSignature, webhookHeaders } from './signature.ts'
import { anyBody, dingtalkBody, discordBody, feishuBody, slackBody, teamsBody, wecomBody, type Judge } from './verdict.ts'

/** One post on its way to a service. */
export interface Letter {
  readonly url: URL
  readonly sign: string | undefined
  readonly key: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Milliseconds since 1970; signatures hold it, so it is taken when the post leaves. */
  readonly now: number
}

/** What a service asks of who posts to it. */
export interface Service {
  /** The form of its URL, for a message about a secret that has another. */
  readonly form: string
  owns(url: URL): boolean
  /** Whether a second secret signs the posts. */
  readonly signs: 'never' | 'may' | 'must'
  /** Most bytes of a body. */
  readonly bytes: number
  readonly pace: Pace
  write(letter: Letter): Omit<Post, 'foreign'>
  readonly judge: Judge
}

/** The services and their limits (FACTS 4; each below what its vendor states). Numbers of vendors stand here and in `render/chat/limits.ts` only. */
export const SERVICES: Readonly<Record<ChatChannel, Service>> = {
  // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks: one a second, text up to 40,000.
  slack: {
    form: 'https://hooks.slack.com/services/…', owns: isAt(/^hooks\.slack(?:-gov)?\.com$/, /^\/services\/./), signs: 'never',
    bytes: 40_000, pace: { posts: 1, seconds: 1 }, write: plainly, judge: slackBody,
  },
  // https://learn.microsoft.com/power-automate/teams: a Workflows URL with `sig`, about 28 KB.
  teams: {
    form: 'https://….logic.azure.com/workflows/…&sig=…', owns: (url) => /\.(?:logic\.azure\.com|environment\.api\.powerplatform\.com)$/.test(url.hostname) && url.searchParams.has('sig'), signs: 'never',
    bytes: 28_000, pace: { posts: 3, seconds: 1 }, write: plainly, judge: teamsBody,
  },
  // https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot: 100 a minute and 5 a second, 20 KB.
  feishu: {
    form: 'https://open.feishu.cn/open-apis/bot/v2/hook/…', owns: isAt(/^open\.(?:feishu\.cn|larksuite\.com)$/, /^\/open-apis\/bot\/v2\/hook\/./), signs: 'may',
    bytes: 20_000, pace: { posts: 90, seconds: 60 }, judge: feishuBody,
    write: (letter) => plainly(letter.sign === undefined ? letter : { ...letter, payload: signedForFeishu(letter, letter.sign) }),
  },
  // https://open.dingtalk.com/document/robots/custom-robot-access: 20 a minute, then muted for ten.
  dingtalk: {
    form: 'https://oapi.dingtalk.com/robot/send?access_token=…', owns: (url) => url.hostname === 'oapi.dingtalk.com' && url.pathname === '/robot/send' && url.searchParams.has('access_token'), signs: 'may',
    bytes: 20_000, pace: { posts: 18, seconds: 60 }, judge: dingtalkBody,
    write: (letter) => plainly(letter.sign === undefined ? letter : { ...letter, url: signedForDingtalk(letter, letter.sign) }),
  },
  // https://developer.work.weixin.qq.com/document/path/91770: 20 a minute; its 4,096 bytes of Markdown are the renderer's limit.
  wecom: {
    form: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…', owns: (url) => url.hostname === 'qyapi.weixin.qq.com' && url.pathname === '/cgi-bin/webhook/send' && url.searchParams.has('key'), signs: 'never',
    bytes: 10_000, pace: { posts: 18, seconds: 60 }, write: plainly, judge: wecomBody,
  },
  // https://discord.com/developers/docs/resources/webhook: without `wait` a message that was not saved raises no error.
  discord: {
    form: 'https://discord.com/api/webhooks/…', owns: isAt(/^(?:(?:canary|ptb)\.)?discord(?:app)?\.com$/, /^\/api\/(?:v\d+\/)?webhooks\/\d+\/./), signs: 'never',
    bytes: 40_000, pace: { posts: 5, seconds: 2 }, judge: discordBody,
    write: (letter) => plainly({ ...letter, url: withQuery(letter.url, { wait: 'true' }) }),
  },
  webhook: {
    form: 'https://…', owns: (url) => url.protocol === 'https:', signs: 'must', bytes: 200_000, pace: { posts: 10, seconds: 1 }, judge: anyBody,
    write: (letter) => {
      const post = plainly(letter)
      return { ...post, headers: webhookHeaders(Math.floor(letter.now / 1000), letter.sign ?? '', letter.key, post.body) }
    },
  },
}

function isAt(host: RegExp, path: RegExp): Service['owns'] {
  return (url) => host.test(url.hostname) && path.test(url.pathname)
}

function plainly({ url, payload }: Letter): Omit<Post, 'foreign'> {
  return { url, headers: {}, body: JSON.stringify(payload) }
}

function signedForFeishu({ payload, now }: Letter, sign: string): Letter['payload'] {
  const seconds = Math.floor(now / 1000)
  return { timestamp: String(seconds), sign: feishuSignature(seconds, sign), ...payload }
}

function signedForDingtalk({ url, now }: Letter, sign: string): URL {
  return withQuery(url, { timestamp: String(now), sign: dingtalkSignature(now, sign) })
}

function withQuery(url: URL, values: Readonly<Record<string, string>>): URL {
  const made = new URL(url)
  for (const [name, value] of Object.entries(values)) made.searchParams.set(name, value)
  return made
}
