import { lookup } from 'node:dns/promises'
import { request } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { DeliveryError } from '../../ports/delivery.ts'
import { isPublicAddress } from './public-address.ts'

/** What a post needs of the network. */
export interface Network {
  /** Addresses of a host; the system's resolver unless it is given. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  /** Whether a webhook may reach an address; public ones only unless it is given. */
  readonly isAllowed?: (address: string) => boolean
  /** Certificate authority beside the system's, PEM. */
  readonly ca?: string
  /** Milliseconds for the whole exchange; 15 s unless it is given. */
  readonly patience?: number
}

export interface Post {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The host is anybody's, so its addresses are judged. */
  readonly foreign: boolean
}

export interface Answer {
  readonly status: number
  /** At most `MOST_READ` bytes; undefined where it was longer. */
  readonly body: string | undefined
  /** Seconds to wait, as a header says it. */
  readonly retryAfter?: number
}

/** No service answers more than a few hundred bytes. */
const MOST_READ = 64 * 1024

/**
 * Posts over HTTPS, once: no redirect is followed and nothing is repeated. Throws DeliveryError, `uncertain` from the moment at
 * which the request may have left; its reason names neither host nor URL.
 */
export async function post({ url, headers, body, foreign }: Post, network: Network): Promise<Answer> {
  if (url.protocol !== 'https:') throw new DeliveryError('the address is not https', false)
  const patience = network.patience ?? 15_000
  const addresses = await addressesOf(url.hostname.replace(/^\[|\]$/g, ''), network)
  if (foreign && !addresses.every(network.isAllowed ?? isPublicAddress)) throw new DeliveryError('the address is not on the public internet, and posts go nowhere else', false)
  return new Promise((resolve, reject) => {
    let left = false
    const fail = (reason: string, retryable: boolean): void => {
      clearTimeout(clock)
      reject(new DeliveryError(left ? `${reason} after the post was sent; it may have arrived` : reason, retryable && !left, left))
      sent.destroy()
    }
    const bytes = Buffer.from(body, 'utf8')
    const sent = request(url, {
      method: 'POST', agent: false, lookup: pinned(addresses), ...(network.ca === undefined ? {} : { ca: network.ca }), minVersion: 'TLSv1.2', maxHeaderSize: 16_384,
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': String(bytes.length), 'user-agent': 'convoke', ...headers },
    }, (answer) => {
      const chunks: Buffer[] = []
      let size = 0
      const done = (whole: boolean): void => {
        clearTimeout(clock)
        const retryAfter = Number(answer.headers['retry-after'])
        resolve({
          status: answer.statusCode ?? 0, body: whole ? Buffer.concat(chunks).toString('utf8') : undefined,
          ...(answer.headers['retry-after'] !== undefined && Number.isFinite(retryAfter) && retryAfter >= 0 ? { retryAfter } : {}),
        })
        if (!whole) sent.destroy()
      }
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > MOST_READ) done(false)
        else chunks.push(chunk)
      })
      answer.on('end', () => done(true))
      answer.on('error', () => fail('the answer broke off', false))
    })
    const clock = setTimeout(() => fail('no answer in time', true), patience)
    sent.on('socket', (socket) => socket.on('secureConnect', () => {
      left = true
    }))
    sent.on('error', (error: NodeJS.ErrnoException) => fail(faultOf(error), !isCertificate(error)))
    sent.end(bytes)
  })
}

async function addressesOf(host: string, { resolve }: Network): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host]
  const found = await (resolve ?? systemResolve)(host).catch(() => [])
  if (found.length === 0) throw new DeliveryError('the host’s name could not be looked up', true)
  return found
}

async function systemResolve(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map((each) => each.address)
}

/** The connection goes to the addresses that were judged: a second look-up could answer otherwise. */
function pinned(addresses: readonly string[]): LookupFunction {
  const list = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, done) => {
    const [first] = list
    if (options.all === true) done(null, list)
    else done(null, first?.address ?? '', first?.family ?? 4)
  }
}

function isCertificate({ code = '' }: NodeJS.ErrnoException): boolean {
  return /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/.test(code)
}

function faultOf(error: NodeJS.ErrnoException): string {
  const code = /^[A-Z][A-Z0-9_]{2,50}$/.exec(error.code ?? '')?.[0]
  if (isCertificate(error)) return `no secure connection (${code ?? ''})`
  return `the connection failed${code === undefined ? '' : ` (${code})`}`
}
