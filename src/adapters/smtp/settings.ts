import type { Channel } from '../../core/config/model.ts'
import type { Message } from '../../core/messages/message.ts'
import type { Mask, Secrets, Unconfigured } from '../../ports/secrets.ts'

/** Where mail is handed in, as one secret URL says it. */
export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** `tls` from the first byte, `starttls` required before anything else, `none` on this machine only. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly login?: { readonly user: string; readonly pass: string }
}

/**
 * Reads the secret that the mail channel names: `smtps://user:pass@host:465`, or `smtp://user:pass@host:587` with STARTTLS.
 * `smtp://127.0.0.1:1025?tls=off` goes without TLS, to a loopback address only. Every form of the secret is masked first.
 */
export function readSmtpSettings(channel: Channel, secrets: Secrets, mask: Mask): SmtpSettings | Unconfigured {
  const name = channel.secret
  if (name === undefined) return { problem: NOT_NAMED, data: {} }
  const written = secrets(name)?.trim() ?? ''
  if (written === '') return { problem: MISSING, data: { name } }
  mask(written)
  const url = parseUrl(written)
  if (url === undefined) return { problem: NO_URL, data: { name } }
  const login = loginOf(url)
  if (login === 'unreadable') return { problem: NO_URL, data: { name } }
  if (login !== undefined) for (const form of formsOf(url, login)) mask(form)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const tls = url.searchParams.get('tls')
  const others = [...url.searchParams.keys()].some((key) => key !== 'tls')
  if (others || (tls !== null && tls !== 'off') || !/^\/?$/.test(url.pathname) || url.hash !== '') return { problem: EXTRA, data: { name } }
  if (tls === 'off' && (url.protocol !== 'smtp:' || !isLoopback(host))) return { problem: INSECURE, data: { name } }
  const security = tls === 'off' ? 'none' : url.protocol === 'smtps:' ? 'tls' : 'starttls'
  return { host, port: url.port === '' ? (security === 'tls' ? 465 : 587) : Number(url.port), security, ...(login === undefined ? {} : { login }) }
}

function parseUrl(written: string): URL | undefined {
  if (!/^smtps?:\/\//i.test(written) || /\s/.test(written)) return undefined
  try {
    const url = new URL(written)
    return url.hostname === '' ? undefined : url
  } catch {
    return undefined
  }
}

function loginOf(url: URL): { user: string; pass: string } | 'unreadable' | undefined {
  if (url.username === '' && url.password === '') return undefined
  try {
    const login = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    return login.user === '' || login.pass === '' || /\p{Cc}/u.test(login.user + login.pass) ? 'unreadable' : login
  } catch {
    return 'unreadable'
  }
}

/** What of a login could show up in a transcript or an error: plain, as URLs write it, and as AUTH LOGIN and PLAIN do. */
function formsOf(url: URL, { user, pass }: { user: string; pass: string }): string[] {
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64')
  const forms = [pass, url.password, encodeURIComponent(pass), base64(pass), base64(`\0${user}\0${pass}`), user, url.username, base64(user), `${user}:${pass}`]
  return [...new Set(forms)].filter((form) => form.length >= 4)
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

const NOT_NAMED: Message = {
  en: 'The channel “mail” names no secret. Add `secret: CONVOKE_SMTP_URL` to it in .convoke.yml.',
  zh: '邮件渠道未指定密钥，请在 .convoke.yml 的 `mail` 中添加 `secret: CONVOKE_SMTP_URL`。',
}
const MISSING: Message = {
  en: 'The secret {name} is empty or not passed on. Set it to the mail server, as smtps://user:password@host:465.',
  zh: '密钥 {name} 为空或未传入。请填写邮件服务器地址，形如 smtps://用户名:密码@主机:465。',
}
const NO_URL: Message = {
  en: 'The secret {name} is no address of a mail server. Write smtps://user:password@host:465 or smtp://user:password@host:587, with signs such as @ : / # % in the user name and password as %40 %3A %2F %23 %25.',
  zh: '密钥 {name} 不是邮件服务器地址。请写成 smtps://用户名:密码@主机:465 或 smtp://用户名:密码@主机:587；用户名和密码中的 @ : / # % 要写成 %40 %3A %2F %23 %25。',
}
const EXTRA: Message = {
  en: 'The secret {name} has something after the mail server’s port that is not understood. Only ?tls=off may stand there, for this machine.',
  zh: '密钥 {name} 的端口之后有无法识别的内容。此处只能写 ?tls=off，且仅限本机。',
}
const INSECURE: Message = {
  en: 'The secret {name} turns TLS off for a server on the network. That is allowed for this machine only (127.0.0.1); remove ?tls=off.',
  zh: '密钥 {name} 对网络上的服务器关闭了 TLS。只有本机（127.0.0.1）可以这样做，请删除 ?tls=off。',
}
