import { resolveWall } from '../../core/arrangement/zone.ts'
import { readAnswer, readAnswerSubject } from '../../core/process/answer.ts'
import type { Answer, Reply } from '../../core/process/ledger.ts'
import { meetingToken, tokenIn } from '../../core/render/mail/identity.ts'
import { calendarUid } from '../../core/render/uid.ts'
import { readCalendar, type CalendarReply, type Recurrence } from '../../mime/calendar-reply.ts'
import type { ReceivedMail } from '../../mime/read.ts'
import type { ReplyRequest } from '../../ports/messages.ts'

/** By what an answer names its meeting. */
export interface Known {
  readonly ids: ReadonlySet<string>
  readonly byToken: ReadonlyMap<string, string>
  /** Meetings by their calendar UID; the occurrences of a series share one. */
  readonly byUid: ReadonlyMap<string, readonly string[]>
  readonly places: ReplyRequest['places']
}

export function knownMeetings({ meetings, places }: Pick<ReplyRequest, 'meetings' | 'places'>, namespace: string): Known {
  const byUid = new Map<string, string[]>()
  for (const id of meetings) {
    const uid = calendarUid(namespace, places.get(id)?.series ?? id)
    byUid.set(uid, [...byUid.get(uid) ?? [], id])
  }
  return { ids: new Set(meetings), byToken: new Map(meetings.map((id) => [meetingToken(id), id])), byUid, places }
}

/** An answer to one meeting, or `unclear`: it is about the meeting, but says nothing that counts. */
export interface Interpreted {
  readonly meeting: string
  readonly reply: Reply | 'unclear'
  /** Which of two answers of a calendar is the later one. */
  readonly order?: { readonly sequence: number; readonly stamp: number }
}

/**
 * What a mail answers. A person is known by the sender's address alone: whoever else a calendar part names, the answer counts for
 * nobody. The meeting is known by the entry's UID and original start, by the mail that it answers to, or by `[id]` in the subject.
 * What is about none of the meetings is nothing.
 */
export function interpret(mail: ReceivedMail, known: Known, personOf: (address: string) => string | undefined): readonly Interpreted[] {
  const person = mail.from === undefined || mail.forged ? undefined : personOf(mail.from)
  const calendars = mail.calendars.flatMap((text) => readCalendar(text) ?? [])
  const answers = calendars.flatMap((each) => each.replies).flatMap((reply) => calendarAnswer(reply, mail, known, person, personOf))
  if (answers.length > 0) return answers
  const proposals = calendars.filter((each) => each.method === 'COUNTER' || each.method === 'REPLY').flatMap((each) => each.uids).flatMap((uid) => known.byUid.get(uid)?.slice(0, 1) ?? [])
  if (proposals.length > 0) return proposals.map((meeting) => ({ meeting, reply: 'unclear' }))
  if (mail.automatic) return []
  const meeting = meetingOf(mail, known)
  if (meeting === undefined) return []
  return [{ meeting, reply: person === undefined ? 'unclear' : writtenAnswer(mail, person) }]
}

const PARTSTATS: Readonly<Record<string, Answer>> = { ACCEPTED: 'yes', DECLINED: 'no', TENTATIVE: 'maybe', DELEGATED: 'delegate' }

function calendarAnswer(given: CalendarReply, mail: ReceivedMail, known: Known, person: string | undefined, personOf: (address: string) => string | undefined): readonly Interpreted[] {
  const meeting = occurrenceOf(known.byUid.get(given.uid) ?? [], given.recurrence, known)
  if (meeting === undefined) return []
  const answer = PARTSTATS[given.partstat]
  if (answer === undefined) return []
  if (person === undefined || given.attendee !== mail.from) return [{ meeting, reply: 'unclear' }]
  const order = { sequence: given.sequence, stamp: given.stamp }
  const substitute = given.delegatedTo === undefined ? undefined : personOf(given.delegatedTo)
  if (answer === 'delegate') return [{ meeting, order, reply: substitute === undefined ? 'unclear' : { person, answer, note: substitute } }]
  return [{ meeting, order, reply: { person, answer, ...(given.comment === undefined ? {} : { note: given.comment }) } }]
}

/** Which of the meetings with one UID is meant: by the absolute time of the original start, since clients write it in any zone. */
function occurrenceOf(ids: readonly string[], recurrence: Recurrence | undefined, { places }: Known): string | undefined {
  if (recurrence === undefined) return ids.length === 1 ? ids[0] : undefined
  return ids.find((id) => {
    const place = places.get(id)
    if (place === undefined) return false
    return 'at' in recurrence ? resolveWall(place.occurrence, place.zone).instant === recurrence.at : place.occurrence.startsWith(recurrence.wall)
  })
}

function meetingOf({ answersTo, subject }: ReceivedMail, { byToken, ids }: Known): string | undefined {
  for (const id of answersTo) {
    const meeting = byToken.get(tokenIn(id) ?? '')
    if (meeting !== undefined) return meeting
  }
  for (const [, inside = ''] of subject.matchAll(/\[([^[\]]{1,200})\]/g)) {
    const written = inside.trim()
    if (ids.has(written)) return written
    // An occurrence's subject holds its original start as well.
    const id = written.replace(/ \d{4}-\d\d-\d\dT\d\d:\d\d$/, '')
    if (ids.has(id)) return id
  }
  return undefined
}

function writtenAnswer({ words, subject }: ReceivedMail, person: string): Reply | 'unclear' {
  const read = readAnswer(words) ?? (words === '' ? readAnswerSubject(subject) : undefined)
  if (read === undefined) return 'unclear'
  const { answer, name, note } = read
  if (answer === 'delegate') return name === undefined ? 'unclear' : { person, answer, note: name }
  // An answer for somebody else is the organizer's to give, on the meeting's issue.
  return name === undefined ? { person, answer, ...(note === undefined ? {} : { note }) } : 'unclear'
}
