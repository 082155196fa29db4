import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { description } from './description.ts'
import { isAllowed } from './permissions.ts'
import { ROUTES, type Answered } from './routes.ts'
import { State } from './state.ts'

/** What goes wrong with a call, on demand. */
export type Fault =
  /** The request is not carried out, and answered so. */
  | { readonly kind: 'refuse'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The connection breaks: before the request is carried out, or after it was. */
  | { readonly kind: 'break'; readonly when: 'before' | 'after' }

export interface Call {
  readonly number: number
  readonly method: string
  readonly path: string
}

interface Served {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** GitHub's REST API over HTTP as far as the tool uses it; every request and every answer is held to GitHub's own description. */
export class GitHubStandIn {
  now = Date.parse('2026-11-24T00:00:00Z')
  readonly state = new State(() => this.now)
  readonly calls: Call[] = []
  /** Requests or answers that GitHub's description does not allow. */
  readonly violations: string[] = []
  /** Lists lack what was written in the last seconds, as GitHub's do at times. */
  stale = false
  /** Off where thousands of calls would only repeat what other tests have checked. */
  isChecked = true
  /** Asked for each call; undefined lets it go on. */
  fault: (call: Call) => Fault | undefined = () => undefined
  private readonly server = createServer((request, response) => void this.serve(request, response))

  async start(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }

  /** The same without a socket, for thousands of calls: what would be a broken connection is the error that fetch has for it. */
  readonly fetch: typeof fetch = (input, options) => {
    const body = options?.body
    const served = this.carryOut(options?.method ?? 'GET', new URL(String(input)), typeof body === 'string' ? body : '', new Headers(options?.headers).get('authorization') ?? undefined)
    if (served === undefined) return Promise.reject(new TypeError('fetch failed'))
    return Promise.resolve(new Response(served.status === 204 ? null : JSON.stringify(served.body ?? {}), { status: served.status, headers: { ...JSON_TYPE, ...served.headers } }))
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const served = this.carryOut(request.method ?? 'GET', new URL(request.url ?? '/', 'http://x'), Buffer.concat(chunks).toString('utf8'), request.headers.authorization)
    if (served === undefined) return void request.socket.destroy()
    response.writeHead(served.status, { ...JSON_TYPE, ...served.headers })
    response.end(served.status === 204 ? undefined : JSON.stringify(served.body ?? {}))
  }

  /** What is answered; undefined where the connection breaks. */
  private carryOut(method: string, url: URL, text: string, authorization: string | undefined): Served | undefined {
    const call = { number: this.calls.length + 1, method, path: url.pathname }
    this.calls.push(call)
    const body = text === '' ? undefined : JSON.parse(text) as Record<string, unknown>
    if (this.isChecked) for (const each of description().request(method, url, body)) this.violations.push(`${method} ${url.pathname}: ${each}`)
    const fault = this.fault(call)
    if (fault?.kind === 'refuse') return { status: fault.status, body: { message: fault.status === 429 ? 'API rate limit exceeded' : 'faulty' }, ...(fault.headers === undefined ? {} : { headers: fault.headers }) }
    if (fault?.kind === 'break' && fault.when === 'before') return undefined
    // A second on the forge's clock for each call, so that no two objects are of the same age.
    this.now += 1000
    const answered = this.answer(method, url, body ?? {}, authorization)
    if (fault?.kind === 'break') return undefined
    const { page, link } = paged(this.stale && answered.list !== undefined ? { ...answered, list: answered.list.filter((each) => isOld(each, this.now)) } : answered, url)
    const filled = this.isChecked && answered.status < 400 ? description().fill(method, url, answered.status, page) : page
    // What GitHub answers although its description leaves it out.
    const isUndeclared = answered.status === 403 || answered.status === 429 || answered.status >= 500
    if (this.isChecked && !isUndeclared) for (const each of description().response(method, url, answered.status, filled)) this.violations.push(`${method} ${url.pathname} ${answered.status}: ${each}`)
    return { status: answered.status, body: filled, ...(link === undefined ? {} : { headers: { link } }) }
  }

  private answer(method: string, url: URL, body: Record<string, unknown>, authorization: string | undefined): Answered {
    const login = authorization === undefined ? 'nobody' : 'github-actions[bot]'
    if (!isAllowed(authorization ?? '', method, url.pathname)) {
      return { status: 403, body: { message: 'Resource not accessible by integration', documentation_url: 'https://docs.github.com/rest' } }
    }
    for (const [verb, pattern, handle] of ROUTES) {
      const match = verb === method ? pattern.exec(url.pathname) : null
      if (match !== null) return handle({ method, url, body, login }, this.state, match.slice(1))
    }
    return { status: 404, body: { message: `the stand-in has no ${method} ${url.pathname}` } }
  }
}

/** Half a minute old, as far as it has a time. */
function isOld(item: unknown, now: number): boolean {
  const at = (item as { created_at?: string }).created_at
  return at === undefined || Date.parse(at) < now - 30_000
}

function paged({ body, list }: Answered, url: URL): { page: unknown; link?: string } {
  if (list === undefined) return { page: body }
  const size = Number(url.searchParams.get('per_page') ?? 30)
  const number = Number(url.searchParams.get('page') ?? 1)
  const page = list.slice((number - 1) * size, number * size)
  if (number * size >= list.length) return { page }
  const next = new URL(url)
  next.searchParams.set('page', String(number + 1))
  return { page, link: `<${next.href}>; rel="next"` }
}
