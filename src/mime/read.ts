import PostalMime, { type Address, type Email } from 'postal-mime'
import { isAutomatic } from './automatic.ts'
import { ownWords } from './own-words.ts'

/** A mail that came in, as far as an answer can stand in it. Everything in it is somebody else's word. */
export interface ReceivedMail {
  /** The sender's address in small letters; undefined unless there is exactly one. */
  readonly from?: string
  readonly subject: string
  /** What the sender wrote, without what they quote and without their signature. */
  readonly words: string
  /** iCalendar texts, the calendar part before attached files, each text once. */
  readonly calendars: readonly string[]
  /** Message-IDs that it answers to, without angle brackets, the nearest first. */
  readonly answersTo: readonly string[]
  /** Written by a machine: an absence notice, a bounce, a list's own mail. */
  readonly automatic: boolean
  /** The receiving server found that the sender is not who they say (RFC 8601, `dmarc=fail`). */
  readonly forged: boolean
}

const MOST_CALENDAR = 256 * 1024

/** Reads a mail's bytes, cut off or not; undefined for what is no mail. Never throws. */
export async function readMail(bytes: Uint8Array): Promise<ReceivedMail | undefined> {
  try {
    // A forwarded mail's parts are not the sender's words.
    return received(await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 30, maxHeadersSize: 128 * 1024 }))
  } catch {
    return undefined
  }
}

function received(mail: Email): ReceivedMail {
  const from = senderOf(mail)
  const headers = (key: string): string[] => mail.headers.filter((each) => each.key === key).map((each) => each.value)
  return {
    ...(from === undefined ? {} : { from }), subject: (mail.subject ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, 500),
    words: ownWords(mail.text, mail.html), calendars: calendarsOf(mail),
    answersTo: [...idsIn(headers('in-reply-to')), ...idsIn(headers('references')).reverse()].slice(0, 50),
    automatic: isAutomatic(headers, from ?? '', mail.subject ?? ''),
    // The receiving server writes its judgement above all others; one below it may be the sender's own.
    forged: /\bdmarc\s*=\s*fail\b/i.test(headers('authentication-results')[0] ?? ''),
  }
}

/** One `From` with one mailbox: two of either are a trick to show a reader one sender and a program another. */
function senderOf(mail: Email): string | undefined {
  const written = mail.headers.filter((each) => each.key === 'from')
  const address = written.length === 1 ? mailboxOf(mail.from) : undefined
  if (address === undefined || !/^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/.test(address)) return undefined
  return (written[0]?.value.match(/<[^<>]*@[^<>]*>/g)?.length ?? 0) > 1 ? undefined : address.toLowerCase()
}

function mailboxOf(address: Address | undefined): string | undefined {
  return address?.address
}

function idsIn(values: readonly string[]): string[] {
  return values.flatMap((value) => value.slice(0, 20_000).match(/<[^<>\s]{3,250}>/g) ?? []).map((id) => id.slice(1, -1))
}

function calendarsOf({ attachments }: Email): readonly string[] {
  const parts = attachments.filter(({ mimeType, filename }) => mimeType === 'text/calendar' || mimeType === 'application/ics' || /\.ics$/i.test(filename ?? ''))
  const ordered = [...parts.filter((each) => each.mimeType === 'text/calendar'), ...parts.filter((each) => each.mimeType !== 'text/calendar')].slice(0, 5)
  return [...new Set(ordered.map(({ content }) => textOf(content)).filter((text) => text !== '' && text.length <= MOST_CALENDAR))]
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}
