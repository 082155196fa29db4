/** A mail server and how to come in, as one secret URL says it. */
export interface MailServer {
  readonly host: string
  readonly port: number
  /** `tls` from the first byte, `starttls` required before anything else, `none` on this machine only. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly login?: { readonly user: string; readonly pass: string }
  /** What stands after the host, decoded; empty where nothing does. */
  readonly path: string
}

/** What is wrong with a URL: it is none, it says more than is understood, or it turns TLS off on a network. */
export type ServerUrlFault = 'no-url' | 'extra' | 'insecure'

/** A protocol's scheme; with an `s` after it for TLS from the first byte. */
export interface Protocol {
  readonly scheme: 'smtp' | 'imap'
  readonly ports: { readonly tls: number; readonly starttls: number }
}

/**
 * Reads `smtps://user:pass@host:465`, `imap://user:pass@host` and the like. Without the `s` STARTTLS is required; `?tls=off` goes
 * without, to a loopback address only. `mask` is told of every form in which the secret could be printed, before anything else.
 */
export function readServerUrl(written: string, { scheme, ports }: Protocol, mask: (text: string) => void): MailServer | ServerUrlFault {
  mask(written)
  const url = parseUrl(written, scheme)
  const login = url === undefined ? undefined : loginOf(url)
  const path = url === undefined ? undefined : decode(url.pathname.replace(/^\//, ''))
  if (url === undefined || login === 'unreadable' || path === undefined) return 'no-url'
  if (login !== undefined) for (const form of formsOf(url, login)) mask(form)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const tls = url.searchParams.get('tls')
  if ([...url.searchParams.keys()].some((key) => key !== 'tls') || (tls !== null && tls !== 'off') || url.hash !== '') return 'extra'
  const isSecure = url.protocol === `${scheme}s:`
  if (tls === 'off' && (isSecure || !isLoopback(host))) return 'insecure'
  const security = tls === 'off' ? 'none' : isSecure ? 'tls' : 'starttls'
  const port = url.port === '' ? ports[isSecure ? 'tls' : 'starttls'] : Number(url.port)
  return { host, port, security, path, ...(login === undefined ? {} : { login }) }
}

function parseUrl(written: string, scheme: string): URL | undefined {
  if (/\s/.test(written)) return undefined
  try {
    const url = new URL(written)
    return url.hostname === '' || (url.protocol !== `${scheme}:` && url.protocol !== `${scheme}s:`) ? undefined : url
  } catch {
    return undefined
  }
}

function loginOf(url: URL): { user: string; pass: string } | 'unreadable' | undefined {
  if (url.username === '' && url.password === '') return undefined
  const [user, pass] = [decode(url.username), decode(url.password)]
  return user === undefined || pass === undefined || user === '' || pass === '' || /\p{Cc}/u.test(user + pass) ? 'unreadable' : { user, pass }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
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
