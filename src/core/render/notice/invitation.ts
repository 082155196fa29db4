import type { Message } from '../../messages/message.ts'
import { renderValue } from '../../messages/render.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine } from '../clean.ts'
import { LABELS } from './labels.ts'
import { clause, phrase, plain, type Block, type Fact, type Inline, type Notice, type PhraseData } from './notice.ts'
import { agendaPart, aims, heading, localTimesPart, materialsPart, peopleFacts, preparationPart, whenAndWhere } from './parts.ts'
import { roleOf, type Directory, type Reader, type Role } from './reader.ts'
import { replyPart, type Ways } from './reply.ts'
import { showInstant } from './time.ts'

/** Everything that a formal invitation says (B1, B2, B3, A11, A17; E2 for an important meeting). */
export function invitationNotice(snapshot: Snapshot, reader: Reader, directory: Directory, ways: Ways = {}, insteadOf?: string): Notice {
  const important = snapshot.importance === 'high'
  const closing: Block = { kind: 'paragraph', text: phrase(CLOSING, reader.language) }
  return {
    language: reader.language,
    important,
    subject: subjectOf(important ? SUBJECT_FORMAL : SUBJECT, snapshot, reader),
    blocks: [
      ...opening(snapshot, reader, directory, insteadOf),
      ...wholeInvitation(snapshot, reader, directory, ways),
      ...(important && reader.sink === 'mail' ? [closing] : []),
    ],
  }
}

/** The invitation without its opening words: what a change and an issue show again. */
export function wholeInvitation(snapshot: Snapshot, reader: Reader, directory: Directory, ways: Ways): readonly Block[] {
  const place = whenAndWhere(snapshot, reader, directory)
  const reply: Fact = { label: LABELS.rsvpBy[reader.language], value: [deadline(snapshot, reader, directory)] }
  const about = [...aims(snapshot, reader), ...peopleFacts(snapshot, reader)]
  const ask = replyPart(snapshot, reader, ways)
  if (reader.sink === 'chat') return [{ kind: 'facts', rows: [...place, ...about, reply] }, ...ask]
  // A mail asks for the answer before the details, an issue after them.
  const facts: readonly Block[] = reader.sink === 'mail'
    ? [{ kind: 'facts', rows: [...place, reply] }, ...ask, { kind: 'facts', rows: about }]
    : [{ kind: 'facts', rows: [...place, reply, ...about] }]
  return [
    ...facts,
    ...localTimesPart(snapshot, reader, directory),
    ...preparationPart(snapshot, reader),
    ...agendaPart(snapshot, reader),
    ...materialsPart(snapshot, reader),
    ...(reader.sink === 'issue' ? [heading(LABELS.reply, reader), ...ask] : []),
  ]
}

/** Until when an answer is awaited, in the reader's own zone where it is known. */
export function deadline(snapshot: Snapshot, reader: Reader, directory: Directory): string {
  const own = reader.person === undefined ? undefined : directory.zone(reader.person)
  return showInstant(snapshot.rsvpBy, own ?? snapshot.zone, reader.language)
}

/** A subject with the meeting's title and start. */
export function subjectOf(message: Message, snapshot: Snapshot, reader: Reader, data: PhraseData = {}): string {
  const start = renderValue({ wall: snapshot.start }, reader.language)
  const title = cleanLine(snapshot.title)
  return plain(phrase(message, reader.language, { title, start, ...data }), (key) => key)
}

/** How a mail begins; an issue or post addresses nobody. */
export function greeting(snapshot: Snapshot, reader: Reader, directory: Directory): readonly Block[] {
  const name = reader.person === undefined || reader.sink !== 'mail' ? '' : cleanLine(directory.name(reader.person))
  if (name === '') return []
  const message = snapshot.importance === 'high' ? GREETING_FORMAL : GREETING
  return [{ kind: 'paragraph', text: phrase(message, reader.language, { name }) }]
}

function opening(snapshot: Snapshot, reader: Reader, directory: Directory, insteadOf: string | undefined): readonly Block[] {
  const { language } = reader
  const important = snapshot.importance === 'high'
  const role = roleOf(snapshot, reader.person)
  const data: PhraseData = {
    organizer: { inline: [{ person: snapshot.organizer }] }, title: cleanLine(snapshot.title),
    start: { wall: snapshot.start },
  }
  const lead = role === 'organizer' ? LEAD_ORGANIZER : important ? LEAD_FORMAL : LEAD
  const why = insteadOf === undefined ? roleWords(snapshot, reader, role, important) : phrase(INSTEAD, language, { person: { inline: [{ person: insteadOf }] } })
  const text: Inline = [...phrase(lead, language, data), ...why]
  return [...greeting(snapshot, reader, directory), { kind: 'paragraph', text }]
}

function roleWords(snapshot: Snapshot, { language, person }: Reader, role: Role | undefined, important: boolean): Inline {
  if (role === 'required') return phrase(important ? REQUIRED_FORMAL : REQUIRED, language)
  if (role !== 'optional') return []
  const reason = snapshot.optional.find((each) => each.key === person)?.reason
  return reason === undefined ? phrase(OPTIONAL, language) : phrase(OPTIONAL_REASON, language, { reason: clause(reason) })
}


const SUBJECT: Message = { en: 'Invitation: {title}, {start}', zh: '会议邀请：{title}，{start}' }
const SUBJECT_FORMAL: Message = { en: 'Important meeting: {title}, {start}', zh: '【重要】会议通知：{title}，{start}' }
const GREETING: Message = { en: 'Hello {name},', zh: '{name}，您好：' }
const GREETING_FORMAL: Message = { en: 'Dear {name},', zh: '尊敬的{name}：' }
const LEAD: Message = { en: '{organizer} invites you to the meeting “{title}”.', zh: '{organizer}邀请您参加会议“{title}”。' }
const LEAD_FORMAL: Message = {
  en: 'You are invited to attend the meeting “{title}” on {start}, convened by {organizer}.',
  zh: '兹定于 {start} 召开“{title}”会议，由{organizer}召集，现将有关事项通知如下。',
}
const LEAD_ORGANIZER: Message = {
  en: 'Your meeting “{title}” has been announced. This is what those invited receive.',
  zh: '您组织的会议“{title}”已发出通知，参会人员收到的内容如下。',
}
const REQUIRED: Message = { en: ' Your attendance is required.', zh: '本次会议需要您参加。' }
const REQUIRED_FORMAL: Message = { en: ' Your attendance is required.', zh: '敬请您准时出席。' }
const OPTIONAL: Message = { en: ' Your attendance is optional.', zh: '您可自行决定是否参加。' }
const OPTIONAL_REASON: Message = {
  en: ' Your attendance is optional. Why you are asked: {reason}.',
  zh: '您可自行决定是否参加，邀请原因：{reason}。',
}
const INSTEAD: Message = { en: ' {person} asked that you attend in their place.', zh: '{person}委托您代为参加。' }
const CLOSING: Message = { en: 'We look forward to your attendance.', zh: '特此通知。' }
