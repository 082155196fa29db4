import { createTransport } from 'nodemailer'
import type { Channel } from '../../core/config/model.ts'
import type { MailServer } from '../../mime/server-url.ts'
import { DeliveryError } from '../../ports/delivery.ts'
import type { Mail } from '../../ports/messages.ts'
import { isUnconfigured, type Mask, type Secrets, type Unconfigured } from '../../ports/secrets.ts'
import { deliveryError } from './reason.ts'
import { readSmtpSettings } from './settings.ts'

/** Mail over SMTP. `close` ends the connection; until then it is kept for the next mail. */
export interface SmtpMail extends Mail {
  close(): void
}

export interface SmtpOptions {
  /** Told of every form of the secret. */
  readonly mask: Mask
  /** Certificate authority of a server of the team's own, PEM; beside it none is trusted. */
  readonly ca?: string
  /** Milliseconds that the server may be silent; 60 s unless it is said. */
  readonly patience?: number
}

/** Joins the mail channel of the configuration, or says why it cannot be. Nothing is sent or looked up yet. */
export function joinSmtp(channel: Channel, secrets: Secrets, options: SmtpOptions): SmtpMail | Unconfigured {
  const settings = readSmtpSettings(channel, secrets, options.mask)
  return isUnconfigured(settings) ? settings : smtpMail(settings, options)
}

function smtpMail(settings: MailServer, options: SmtpOptions): SmtpMail {
  const transport = createTransport(transportOptions(settings, options))
  // A login that was refused once is not tried again for each receiver: a server locks the account after a few.
  let barred: DeliveryError | undefined
  return {
    async send(_key, message, { from, to }) {
      if (barred !== undefined) throw barred
      try {
        const info = await transport.sendMail({ raw: Buffer.from(message), envelope: { from, to: [to] } })
        if (info.accepted.length !== 1 || info.rejected.length > 0) throw new DeliveryError('the mail server did not accept the receiver', false)
      } catch (error) {
        const { told, bars } = deliveryError(error)
        if (bars) barred = told
        throw told
      }
    },
    close: () => transport.close(),
  }
}

function transportOptions({ host, port, security, login }: MailServer, { ca, patience = 60_000 }: SmtpOptions) {
  return {
    pool: true as const, maxConnections: 1, maxMessages: Infinity, maxRequeues: 1, idleTimeout: 30_000,
    host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2' as const, ...(ca === undefined ? {} : { ca }) },
    ...(login === undefined ? {} : { auth: login, forceAuth: true }),
    connectionTimeout: Math.min(patience, 20_000), greetingTimeout: Math.min(patience, 20_000), socketTimeout: patience, dnsTimeout: Math.min(patience, 10_000),
    disableFileAccess: true, disableUrlAccess: true, logger: false, debug: false,
  }
}
