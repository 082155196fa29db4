import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Certificate } from '../../support/certificate.ts'

export const USER = 'meetings@example.org'
export const PASS = 'p@ss:w/rd#9'

/** A real mail server on this machine, and what it took. Receivers `gone@` and `later@` are refused with 550 and 451. */
export interface RunningServer {
  readonly port: number
  readonly taken: { readonly from: string; readonly to: readonly string[]; readonly bytes: Buffer }[]
  readonly connections: () => number
  readonly logins: () => number
  /** Asked when a whole mail has come: true loses it. */
  onOffered?: () => boolean
  /** Told when a mail was taken, before that is answered. */
  onTaken?: () => void
  close(): Promise<void>
}

export interface Behaviour {
  readonly tls?: 'tls' | 'starttls' | 'none'
  /** Ends the connection once the mail was taken, before it is answered. */
  readonly dropAfterData?: boolean
  /** Takes the mail and never answers. */
  readonly silent?: boolean
  /** Refuses the mail after its content. */
  readonly refuseContent?: boolean
}

export async function startServer({ key, cert }: Certificate, { tls = 'starttls', dropAfterData = false, silent = false, refuseContent = false }: Behaviour = {}): Promise<RunningServer> {
  const taken: { from: string; to: string[]; bytes: Buffer }[] = []
  let connections = 0
  let logins = 0
  const refuse = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code })
  const options: SMTPServerOptions = {
    key, cert, secure: tls === 'tls', logger: false, authOptional: tls === 'none', disabledCommands: tls === 'none' ? ['STARTTLS'] : [], closeTimeout: 200,
    onConnect: (_session, done) => {
      connections++
      done()
    },
    onAuth: ({ username, password }, _session, done) => {
      logins++
      if (username === USER && password === PASS) done(null, { user: username })
      else done(refuse(535, `5.7.8 ${username ?? ''} may not come in with ${password ?? ''}`))
    },
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('gone@')) done(refuse(550, `5.1.1 <${address}> user unknown`))
      else if (address.startsWith('later@')) done(refuse(451, `4.2.1 <${address}> greylisted`))
      else done()
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (running.onOffered?.() === true) return
        const { mailFrom, rcptTo } = session.envelope
        taken.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map((each) => each.address), bytes: Buffer.concat(chunks) })
        running.onTaken?.()
        if (dropAfterData) for (const each of (server as unknown as { connections: Set<{ close(): void }> }).connections) each.close()
        else if (refuseContent) done(refuse(554, '5.7.1 spam'))
        else if (!silent) done()
      })
    },
  }
  const server = new SMTPServer(options)
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const running: RunningServer = {
    port: (server.server.address() as AddressInfo).port, taken, connections: () => connections, logins: () => logins,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
  return running
}
