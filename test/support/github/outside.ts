import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PLACES, SIGN, startReceiver, type Receiver } from '../../adapters/chat/receiver.ts'
import { PASS, startServer, USER, type RunningServer } from '../../adapters/smtp/server.ts'
import { makeCertificate, type Certificate } from '../certificate.ts'

/** Loaded before the Action: the chat services' hosts are on this machine. */
const HOOK = `import dns from 'node:dns/promises'
import { syncBuiltinESMExports } from 'node:module'

const real = dns.lookup
const own = new Set((process.env.TEST_HOSTS ?? '').split(','))
dns.lookup = (host, options) => (own.has(host) ? Promise.resolve(options?.all ? [{ address: '127.0.0.1', family: 4 }] : { address: '127.0.0.1', family: 4 }) : real(host, options))
syncBuiltinESMExports()
`

/** A real mail server and a real receiver of posts, and the environment in which the Action reaches them. */
export class Outside {
  readonly certificate: Certificate = makeCertificate(Object.values(PLACES).map((each) => each.host))
  readonly folder = mkdtempSync(join(tmpdir(), 'convoke-outside-'))
  mail!: RunningServer
  chat!: Receiver

  async start(): Promise<void> {
    writeFileSync(join(this.folder, 'ca.pem'), this.certificate.cert)
    writeFileSync(join(this.folder, 'hook.mjs'), HOOK)
    this.mail = await startServer(this.certificate)
    this.chat = await startReceiver(this.certificate, () => Date.now())
  }

  async stop(): Promise<void> {
    await this.mail.close()
    await this.chat.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Secrets by the names that the story's configuration gives. */
  get secrets(): Readonly<Record<string, string>> {
    return {
      SMTP: `smtp://${encodeURIComponent(USER)}:${encodeURIComponent(PASS)}@127.0.0.1:${this.mail.port}`, HOOK: `https://${PLACES.feishu.host}:${this.chat.port}${PLACES.feishu.path}`, SIGN,
    }
  }

  env(ports: { readonly mail: number; readonly chat: number } = { mail: this.mail.port, chat: this.chat.port }): Record<string, string> {
    const { SMTP = '', HOOK = '', ...rest } = this.secrets
    return {
      ...rest, SMTP: SMTP.replace(/:\d+$/, `:${ports.mail}`), HOOK: HOOK.replace(/:\d+\//, `:${ports.chat}/`), NODE_EXTRA_CA_CERTS: join(this.folder, 'ca.pem'),
      TEST_HOSTS: Object.values(PLACES).map((each) => each.host).join(','), NODE_OPTIONS: `--import ${pathToFileURL(join(this.folder, 'hook.mjs')).href}`,
    }
  }
}
