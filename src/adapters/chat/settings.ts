import type { Channel } from '../../core/config/model.ts'
import type { Message } from '../../core/messages/message.ts'
import type { ChatChannel } from '../../core/render/chat/payload.ts'
import type { Mask, Secrets, Unconfigured } from '../../ports/secrets.ts'
import { SERVICES, type Service } from './services.ts'

/** Where the posts of one channel go. */
export interface ChatSettings {
  readonly url: URL
  /** What signs them. */
  readonly sign?: string
}

/** The channels that this folder sends to. */
export const CHAT_CHANNELS = Object.keys(SERVICES) as readonly ChatChannel[]

/**
 * Reads a channel's secrets: its webhook's URL, which is a credential as a whole, and what signs its posts. Every form of them
 * that a log could hold is masked first. A problem tells the secret's name and what to do.
 */
export function readChatSettings(name: ChatChannel, { secret, sign }: Channel, secrets: Secrets, mask: Mask): ChatSettings | Unconfigured {
  if (secret === undefined) return { problem: NOT_NAMED, data: { channel: name, secret: `CONVOKE_${name.toUpperCase()}_WEBHOOK` } }
  const written = secrets(secret)?.trim() ?? ''
  const data = { channel: name, secret, form: SERVICES[name].form }
  if (written === '') return { problem: MISSING, data }
  mask(written)
  const url = parseUrl(written)
  if (url === undefined) return { problem: NO_URL, data }
  for (const form of formsOf(url)) mask(form)
  if (!SERVICES[name].owns(url)) {
    if (/\.webhook\.office\.com$/.test(url.hostname)) return { problem: RETIRED, data }
    const other = CHAT_CHANNELS.find((each) => each !== 'webhook' && SERVICES[each].owns(url))
    return other === undefined ? { problem: NOT_ITS, data } : { problem: OTHERS, data: { ...data, other } }
  }
  return withSign({ url }, sign, SERVICES[name].signs, { channel: name, secrets, mask })
}

function withSign({ url }: ChatSettings, sign: string | undefined, signs: Service['signs'], { channel, secrets, mask }: { channel: string; secrets: Secrets; mask: Mask }): ChatSettings | Unconfigured {
  if (sign === undefined) return signs === 'must' ? { problem: UNSIGNED, data: { channel } } : { url }
  if (signs === 'never') return { problem: NEVER_SIGNED, data: { channel } }
  const value = secrets(sign)?.trim() ?? ''
  if (value === '') return { problem: SIGN_MISSING, data: { channel, secret: sign } }
  for (const form of [value, encodeURIComponent(value), Buffer.from(value, 'utf8').toString('base64')]) mask(form)
  return { url, sign: value }
}

function parseUrl(written: string): URL | undefined {
  if (!/^https:\/\//i.test(written) || /\s/.test(written)) return undefined
  try {
    const url = new URL(written)
    url.hash = ''
    return url.username === '' && url.password === '' ? url : undefined
  } catch {
    return undefined
  }
}

/** The URL as it is sent, and what of it lets somebody in: long pieces of the path, values of the query, as written and encoded. */
function formsOf(url: URL): string[] {
  const pieces = [...url.pathname.split('/'), ...url.searchParams.values()].filter((each) => each.length >= 12)
  return [...new Set([url.href, url.pathname + url.search, ...pieces.flatMap((each) => [each, encodeURIComponent(each)])])].filter((each) => each.length >= 8)
}

const NOT_NAMED: Message = {
  en: 'The channel “{channel}” names no secret. Add `secret: {secret}` to it in .convoke.yml.',
  zh: '渠道 {channel} 未指定密钥，请在 .convoke.yml 中为它添加 `secret: {secret}`。',
}
const MISSING: Message = {
  en: 'The secret {secret} of the channel “{channel}” is empty or not passed on. Set it to the webhook’s URL: {form}',
  zh: '渠道 {channel} 的密钥 {secret} 为空或未传入。请填写 Webhook 地址：{form}',
}
const NO_URL: Message = {
  en: 'The secret {secret} of the channel “{channel}” is no https URL. Set it to the whole URL of the webhook: {form}',
  zh: '渠道 {channel} 的密钥 {secret} 不是 https 地址。请填写完整的 Webhook 地址：{form}',
}
const NOT_ITS: Message = {
  en: 'The secret {secret} is not a webhook of “{channel}”. Its URL has the form {form}',
  zh: '密钥 {secret} 不是 {channel} 的 Webhook 地址，应形如 {form}',
}
const OTHERS: Message = {
  en: 'The secret {secret} of the channel “{channel}” is a webhook of “{other}”. Name it under `{other}`, or set it to {form}',
  zh: '渠道 {channel} 的密钥 {secret} 是 {other} 的 Webhook 地址。请改到 `{other}` 之下，或换成 {form}',
}
const RETIRED: Message = {
  en: 'The secret {secret} is an Office 365 connector, which Microsoft has retired. Make a workflow “Post to a channel when a webhook request is received” and use its URL: {form}',
  zh: '密钥 {secret} 是 Office 365 连接器，微软已停用。请新建工作流“收到 Webhook 请求时发布到频道”，并使用其地址：{form}',
}
const UNSIGNED: Message = {
  en: 'The channel “{channel}” has nothing to sign its posts with. Add `sign: CONVOKE_WEBHOOK_SIGN` to it and set that secret to a long random text that the receiver knows as well.',
  zh: '渠道 {channel} 没有签名密钥。请为它添加 `sign: CONVOKE_WEBHOOK_SIGN`，并把该密钥设为接收方也知道的一段足够长的随机文本。',
}
const NEVER_SIGNED: Message = {
  en: 'The channel “{channel}” has no signature of its own; remove `sign` from it.',
  zh: '渠道 {channel} 不支持签名，请删除其中的 `sign`。',
}
const SIGN_MISSING: Message = {
  en: 'The secret {secret}, which signs the posts of the channel “{channel}”, is empty or not passed on.',
  zh: '用于渠道 {channel} 签名的密钥 {secret} 为空或未传入。',
}
