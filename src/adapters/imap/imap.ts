import type { FetchMessageObject, ImapFlow } from 'imapflow'
import type { Channel } from '../../core/config/model.ts'
import type { Reply } from '../../core/process/ledger.ts'
import { readMail } from '../../mime/read.ts'
import type { Inbox, Replies } from '../../ports/messages.ts'
import { isUnconfigured, type Mask, type Secrets, type Unconfigured } from '../../ports/secrets.ts'
import { interpret, knownMeetings, type Interpreted, type Known } from './interpret.ts'
import { readImapSettings, type ImapSettings } from './settings.ts'

export interface ImapOptions {
  /** Told of every form of the secret. */
  readonly mask: Mask
  /** Who is invited at an address: a person's key, or that of a bare address. Undefined where it is nobody's, or several people's. */
  readonly personOf: (address: string) => string | undefined
  /** UUID that calendar UIDs are made of. */
  readonly namespace: string
  /** Milliseconds since 1970; a mailbox without a mark is read back for so many days from here. */
  readonly now: number
  /** Certificate authority of a server of the team's own, PEM. */
  readonly ca?: string
  /** Milliseconds that the server may be silent; 30 s unless it is said. */
  readonly patience?: number
}

/** Read back without a mark: no answer to a meeting is older than its invitation, at most four weeks (B3). */
const DAYS_BACK = 30
/** Of each mail this much is looked at: an answer and its calendar part stand before any attachment. */
const MOST_BYTES = 512 * 1024
/** A run reads this many mails; the next one goes on. */
const MOST_MAILS = 500

/** Joins the mailbox in which answers to mails arrive, or says why it cannot be. Nothing is looked up yet. */
export function joinImap(channel: Channel, secrets: Secrets, options: ImapOptions): Inbox | Unconfigured {
  const settings = readImapSettings(channel, secrets, options.mask)
  if (isUnconfigured(settings)) return settings
  return {
    name: 'mail',
    async replies(request) {
      try {
        return await readMailbox(settings, knownMeetings(request, options.namespace), request.mark, options)
      } catch (error) {
        // What could not be read is unknown: the mark stays, and the next run reads on from it.
        const mark = request.mark === undefined ? {} : { mark: request.mark }
        return { replies: new Map(), unreadable: [], whole: false, fault: faultOf(error), ...mark }
      }
    },
  }
}

async function readMailbox(settings: ImapSettings, known: Known, mark: string | undefined, options: ImapOptions): Promise<Replies> {
  const client = await clientOf(settings, options)
  await client.connect()
  try {
    // Opened for reading only: nothing is ever marked as read, moved or deleted.
    const { uidValidity, uidNext } = await client.mailboxOpen(settings.mailbox, { readOnly: true })
    const last = lastUid(mark, uidValidity)
    const uids = await newUids(client, last, options.now)
    const found: (Interpreted & { readonly uid: number })[] = []
    for (const uid of uids) for (const each of await readOne(client, uid, known, options)) found.push({ ...each, uid })
    const newest = uids[uids.length - 1] ?? last
    const reached = uids.length === MOST_MAILS ? newest : Math.max(uidNext - 1, newest)
    return { ...collected(found), whole: false, mark: `${uidValidity}:${reached}` }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** The library takes 60 ms and 1 MB to load, so only a run with a mailbox loads it. */
async function clientOf({ host, port, security, login }: ImapSettings, { ca, patience = 30_000 }: ImapOptions): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host, port, secure: security === 'tls', doSTARTTLS: security === 'starttls', auth: login, logger: false, disableAutoIdle: true, disableCompression: true,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
    connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience,
    maxLiteralSize: MOST_BYTES * 2, maxResponseSize: MOST_BYTES * 4,
  })
  // A connection that breaks fails the command at hand; the event would end the process if nobody heard it.
  client.on('error', () => undefined)
  return client
}

/** UIDs are numbered anew when UIDVALIDITY changes (RFC 3501 §2.3.1.1): the mark is worth nothing then. */
function lastUid(mark: string | undefined, validity: bigint): number {
  const [, of, uid] = /^(\d{1,20}):(\d{1,10})$/.exec(mark ?? '') ?? []
  return of === String(validity) ? Number(uid) : 0
}

async function newUids(client: ImapFlow, last: number, now: number): Promise<number[]> {
  const query = last > 0 ? { uid: `${last + 1}:*` } : { since: new Date(now - DAYS_BACK * 86_400_000) }
  const found = await client.search(query, { uid: true })
  // `n:*` holds the last mail even where it is below n.
  return (Array.isArray(found) ? found : []).filter((uid) => uid > last).sort((a, b) => a - b).slice(0, MOST_MAILS)
}

async function readOne(client: ImapFlow, uid: number, known: Known, { personOf }: ImapOptions): Promise<readonly Interpreted[]> {
  const message: FetchMessageObject | false = await client.fetchOne(String(uid), { source: { start: 0, maxLength: MOST_BYTES } }, { uid: true })
  const mail = message === false || message.source === undefined ? undefined : await readMail(message.source)
  return mail === undefined ? [] : interpret(mail, known, personOf)
}

/** By meeting, in the order of arrival; of a calendar's answers to one entry the highest SEQUENCE, then the latest stamp counts (RFC 5546 §2.1.5). */
function collected(found: readonly (Interpreted & { readonly uid: number })[]): Pick<Replies, 'replies' | 'unreadable'> {
  const replies = new Map<string, Reply[]>()
  const unreadable: string[] = []
  const latest = new Map<string, NonNullable<Interpreted['order']>>()
  for (const { meeting, reply, order, uid } of found) {
    if (reply === 'unclear') {
      unreadable.push(`mail ${uid} (${meeting})`)
      continue
    }
    const whose = `${meeting}\n${reply.person}`
    const before = latest.get(whose)
    if (order !== undefined && before !== undefined && (order.sequence < before.sequence || (order.sequence === before.sequence && order.stamp < before.stamp))) continue
    if (order !== undefined) latest.set(whose, order)
    replies.set(meeting, [...replies.get(meeting) ?? [], reply])
  }
  return { replies, unreadable }
}

/** In words that hold no address or secret. */
function faultOf(error: unknown): string {
  const fault = typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {}
  if (fault['authenticationFailed'] === true) return 'the mailbox’s server did not accept the user name and password'
  const code = typeof fault['code'] === 'string' ? /^[A-Za-z0-9_]{2,50}$/.exec(fault['code'])?.[0] : undefined
  if (/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/.test(code ?? '')) return `the certificate of the mailbox’s server is not trusted (${code ?? ''})`
  if (fault['mailboxMissing'] === true || fault['responseStatus'] === 'NO') return 'the mailbox’s server has no such folder, or does not open it'
  return `the mailbox could not be read${code === undefined ? '' : ` (${code})`}`
}
