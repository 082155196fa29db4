import MailComposer from 'nodemailer/lib/mail-composer'
import { addressProblem } from './address.ts'

/** A mailbox. The name is free text, the address was judged by `addressProblem`. */
export interface Mailbox {
  readonly name?: string
  readonly address: string
}

/** A mail, complete: whatever is not in here is not in the message. */
export interface Mail {
  readonly from: Mailbox
  /** One mail goes to one person. */
  readonly to: Mailbox
  /** Where an answer goes: the organizer, and the mailbox that is read. */
  readonly replyTo?: readonly Mailbox[]
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** An iMIP part (RFC 6047): the method has to be the one in the content. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string }
  readonly attachments?: readonly Attachment[]
  /** With or without angle brackets. */
  readonly messageId: string
  /** Message-IDs of what this mail follows, oldest first, so that clients thread it. */
  readonly references?: readonly string[]
  /** Milliseconds since 1970 UTC. */
  readonly date: number
  /** Letters and digits that the boundaries are made of. */
  readonly boundarySeed: string
  readonly important?: boolean
}

export interface Attachment {
  readonly filename: string
  readonly content: Uint8Array
  readonly contentType?: string
}

/** An address that cannot stand in a mail: the caller should have judged it (`addressProblem`). */
export class AddressError extends Error {}

/**
 * The bytes of a mail: `multipart/mixed` of `multipart/alternative` (text, HTML, calendar last, FACTS 3.2) and attachments,
 * CRLF, 7-bit clean. Equal input gives equal bytes, so that a repeat is absorbed by clients (DELIVERY, "Guarantees").
 * Throws AddressError for an address that is no plain mailbox.
 */
export async function composeMail(mail: Mail): Promise<Uint8Array> {
  const { calendar } = mail
  const composer = new MailComposer({
    from: mailbox(mail.from),
    to: mailbox(mail.to),
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo.map(mailbox) }),
    subject: oneLine(mail.subject),
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    ...(calendar === undefined ? {} : { alternatives: [calendarPart(calendar)] }),
    attachments: [...(mail.attachments ?? []).map(attachmentPart), ...(calendar === undefined ? [] : [calendarFile(calendar)])],
    messageId: bracketed(mail.messageId),
    ...((mail.references ?? []).length === 0 ? {} : {
      references: (mail.references ?? []).map(bracketed), inReplyTo: bracketed(mail.references?.at(-1) ?? ''),
    }),
    date: new Date(mail.date),
    headers: {
      // No client's holiday notice should come back to the sender (RFC 3834), and the organizer reads the replies.
      'Auto-Submitted': 'auto-generated',
      ...(mail.important === true ? { Importance: 'high', 'X-Priority': '1 (Highest)' } : {}),
    },
    baseBoundary: mail.boundarySeed.replace(/[^A-Za-z0-9]/g, '').slice(0, 40),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  })
  return new Uint8Array(await composer.compile().build())
}

/** The part that clients read as an invitation. Base64, since no path is sure to be 8-bit clean (RFC 6047 §2.5). */
function calendarPart({ method, content }: NonNullable<Mail['calendar']>): object {
  return { contentType: `text/calendar; charset=UTF-8; method=${method}`, contentTransferEncoding: 'base64', content }
}

/** The same once more as a file, for clients that want one. Outlook knows it by this name. */
function calendarFile({ content }: NonNullable<Mail['calendar']>): object {
  return { contentType: 'application/ics', filename: 'invite.ics', contentTransferEncoding: 'base64', content }
}

function attachmentPart({ filename, content, contentType }: Attachment): object {
  const name = oneLine(filename).replace(/[/\\:"]/g, '_')
  const type = contentType === undefined ? {} : { contentType: oneLine(contentType) }
  return { filename: name, content: Buffer.from(content), ...type }
}

function mailbox({ name, address }: Mailbox): { name: string; address: string } {
  const problem = addressProblem(address)
  if (problem !== undefined) throw new AddressError(problem)
  return { name: oneLine(name ?? ''), address }
}

function bracketed(messageId: string): string {
  return `<${messageId.replace(/[^\x21-\x7e]|[<>]/g, '')}>`
}

/** No header may hold a control character: nodemailer encodes them, and a reader might decode them again. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
