import { offsetAt } from '../../arrangement/zone.ts'
import type { Message, MessageValue } from '../../messages/message.ts'
import type { CallSheet } from '../../process/occasion.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine } from '../clean.ts'
import { greeting, subjectOf } from './invitation.ts'
import { LABELS } from './labels.ts'
import { clause, phrase, words, type Inline, type Notice, type PhraseData } from './notice.ts'
import { whenAndWhere } from './parts.ts'
import { roleOf, type Directory, type Reader } from './reader.ts'
import { showSpan, spanOf } from './time.ts'

/**
 * To the organizer alone: whom to call and why, at which number, at what time of theirs the meeting is, and what to say (B4). The
 * only notice that holds numbers.
 */
export function callSheetNotice(sheet: CallSheet, reader: Reader, directory: Directory): Notice {
  const { snapshot, calls } = sheet
  const { language } = reader
  const span = spanOf(snapshot)
  const zones = calls.map(({ key }) => directory.zone(key))
  const abroad = zones.some((zone) => zone !== undefined && offsetAt(span.start, zone) !== offsetAt(span.start, snapshot.zone))
  const rows = calls.map(({ key, phone }, at): readonly Inline[] => {
    const zone = zones[at]
    const local: Inline = [zone === undefined ? NO_ZONE[language] : showSpan(span, zone, language)]
    return [[{ person: key }], phone === undefined ? phrase(NO_NUMBER, language) : words(phone), ...(abroad ? [local] : []), whyAsked(snapshot, key, reader)]
  })
  const data: PhraseData = { title: cleanLine(snapshot.title), start: { wall: snapshot.start } }
  const script = scriptOf(sheet).map(({ line, data: more }) => phrase(line, language, { ...data, ...more }))
  return {
    language,
    important: snapshot.importance === 'high',
    subject: subjectOf(SUBJECT, snapshot, reader),
    blocks: [
      ...greeting(snapshot, reader, directory),
      { kind: 'paragraph', text: phrase(WHY[sheet.why ?? 'no-reply'], language, data) },
      { kind: 'table', head: [NAME[language], PHONE[language], ...(abroad ? [LOCAL[language]] : []), ROLE[language]], rows },
      { kind: 'heading', text: SCRIPT[language] },
      { kind: 'list', style: 'number', items: script },
      { kind: 'heading', text: LABELS.meeting[language] },
      { kind: 'facts', rows: whenAndWhere(snapshot, reader, directory) },
      { kind: 'note', text: phrase(CONFIDENTIAL, language) },
    ],
  }
}

/** Required, or optional with the reason that the file gives (A10): what the person will want to know first. */
function whyAsked(snapshot: Snapshot, key: string, { language }: Reader): Inline {
  if (roleOf(snapshot, key) !== 'optional') return [LABELS.required[language]]
  const reason = snapshot.optional.find((each) => each.key === key)?.reason
  return [LABELS.optional[language] + (reason === undefined ? '' : (language === 'zh' ? '：' : ': ') + clause(reason))]
}

interface Said {
  readonly line: Message
  readonly data?: PhraseData
}

function scriptOf({ snapshot, about = 'invitation', reason }: CallSheet): readonly Said[] {
  const place = placeOf(snapshot)
  const where: readonly Said[] = place === undefined ? [] : [{ line: PLACE, data: { place } }]
  switch (about) {
    case 'cancellation':
      return [{ line: CANCELLED }, ...(reason === undefined ? [] : [{ line: CANCELLED_WHY, data: { reason: clause(reason) } }]), { line: CANCELLED_REST }]
    case 'withdrawal':
      return [{ line: WITHDRAWN }]
    case 'change':
      return [{ line: CHANGED }, ...where, { line: STILL }, { line: ENTER }]
    case 'reminder':
      return [{ line: NEAR }, ...where, ...signIn(snapshot), { line: COMING }, { line: ENTER }]
    case 'other':
      return [{ line: UNDELIVERED }, { line: LOOK }]
    case 'invitation':
      return [{ line: INVITED }, ...where, { line: PURPOSE, data: { purpose: clause(snapshot.purpose) } }, ...preparation(snapshot), { line: COMING }, { line: ENTER }]
  }
}

/** The room, and that there is a link: a URL is nothing to be said on the phone. */
function placeOf({ room, link }: Snapshot): MessageValue | undefined {
  if (room !== undefined) return link === undefined ? cleanLine(room.name) : { message: ROOM_OR_LINK, data: { room: cleanLine(room.name) } }
  return link === undefined ? undefined : { message: ONLINE }
}

function signIn({ room }: Snapshot): readonly Said[] {
  return room?.signIn === undefined ? [] : [{ line: SIGN_IN, data: { how: clause(room.signIn) } }]
}

/** What must be read or prepared beforehand is said too (B2). */
function preparation({ materials, preparation: text }: Snapshot): readonly Said[] {
  const names = materials.filter((each) => each.readBefore === true).map(({ note, path, url }) => clause(note ?? path?.slice(path.lastIndexOf('/') + 1) ?? url ?? '')).filter((each) => each !== '')
  if (names.length > 0) return [{ line: READ, data: { what: { list: names } } }]
  return text === undefined || cleanLine(text) === '' ? [] : [{ line: PREPARE }]
}

const SUBJECT: Message = { en: 'Please call: {title}, {start}', zh: '请电话联系：{title}，{start}' }
const WHY: Readonly<Record<NonNullable<CallSheet['why']>, Message>> = {
  'no-reply': {
    en: 'The deadline for replies to “{title}” has passed. These people have not answered; please call them.',
    zh: '会议“{title}”的回复截止时间已过，以下人员尚未回复，请致电确认。',
  },
  announced: {
    en: '“{title}” is to be announced by phone as well. Please call these people.',
    zh: '会议“{title}”还需电话通知，请致电以下人员。',
  },
  undelivered: {
    en: 'A notice of “{title}” could not be delivered to these people. Please tell them by phone.',
    zh: '会议“{title}”的通知未能送达以下人员，请电话告知。',
  },
}
const NAME: Message = { en: 'Name', zh: '姓名' }
const PHONE: Message = { en: 'Phone', zh: '电话' }
const LOCAL: Message = { en: 'The meeting in their time', zh: '对方当地的会议时间' }
const ROLE: Message = { en: 'Asked to come as', zh: '参会要求' }
const NO_NUMBER: Message = { en: 'no number known', zh: '无号码' }
const NO_ZONE: Message = { en: 'time zone not known', zh: '时区未知' }
const SCRIPT: Message = { en: 'What to say', zh: '通话要点' }
const INVITED: Message = { en: 'The meeting is “{title}”, on {start}.', zh: '会议“{title}”，时间 {start}。' }
const PLACE: Message = { en: 'Place: {place}.', zh: '地点：{place}。' }
const ONLINE: Message = { en: 'online, by the link in the invitation', zh: '线上，链接见会议邀请' }
const ROOM_OR_LINK: Message = { en: '{room}, or online by the link in the invitation', zh: '{room}，也可线上参加，链接见会议邀请' }
const PURPOSE: Message = { en: 'Its purpose: {purpose}.', zh: '会议目的：{purpose}。' }
const READ: Message = { en: 'To be read beforehand: {what}. It came with the invitation.', zh: '会前请阅读：{what}，已随会议邀请发送。' }
const PREPARE: Message = { en: 'There is something to prepare; it stands in the invitation.', zh: '会前有需要准备的事项，详见会议邀请。' }
const COMING: Message = {
  en: 'Will you attend? If not: who comes in your place, or are the minutes enough?',
  zh: '您是否参加？如不参加，由谁代为参加，还是会后阅读纪要即可？',
}
const ENTER: Message = {
  en: 'Enter the answer as a comment on the invitation: `/yes @name` or `/no @name`.',
  zh: '请把结果评论到会议邀请下：`/yes @姓名` 或 `/no @姓名`。',
}
const CHANGED: Message = { en: '“{title}” has changed. It is now on {start}.', zh: '会议“{title}”有变更，现定于 {start}。' }
const STILL: Message = { en: 'Can you still attend? What else has changed stands in the notice on the meeting’s thread.', zh: '您是否仍能参加？其他变更详见会议页面上的通知。' }
const NEAR: Message = { en: '“{title}” begins soon: on {start}.', zh: '会议“{title}”即将召开：{start}。' }
const SIGN_IN: Message = { en: 'Signing in: {how}.', zh: '签到：{how}。' }
const CANCELLED: Message = { en: '“{title}”, planned for {start}, is cancelled.', zh: '原定于 {start} 召开的会议“{title}”已取消。' }
const CANCELLED_WHY: Message = { en: 'The reason: {reason}.', zh: '原因：{reason}。' }
const CANCELLED_REST: Message = { en: 'Please take it out of your calendar; nothing else is to be done.', zh: '请从日程中删除，无需其他操作。' }
const WITHDRAWN: Message = { en: 'You are no longer asked to attend “{title}” on {start}.', zh: '{start} 的会议“{title}”不再需要您参加。' }
const UNDELIVERED: Message = { en: 'There is a notice about “{title}” ({start}) that did not reach you.', zh: '有一份关于会议“{title}”（{start}）的通知未能送达您。' }
const LOOK: Message = { en: 'Please look at the meeting’s thread, or ask me for it.', zh: '请查看会议页面，或直接向我索取。' }
const CONFIDENTIAL: Message = {
  en: 'This list holds phone numbers. It goes to you alone; please do not forward it.',
  zh: '本名单含电话号码，仅发给您本人，请勿转发。',
}
