import type { Message } from '../../messages/message.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine } from '../clean.ts'
import { differences } from './difference.ts'
import { greeting, subjectOf, wholeInvitation } from './invitation.ts'
import { LABELS } from './labels.ts'
import { persons, phrase, words, type Block, type Fact, type Notice } from './notice.ts'
import { whenAndWhere } from './parts.ts'
import type { Directory, Reader } from './reader.ts'
import { replyPart, type Ways } from './reply.ts'

/** A change: what it was, what it is now, and by mail the whole invitation again (B6). */
export function changeNotice(before: Snapshot, after: Snapshot, reader: Reader, directory: Directory, ways: Ways = {}): Notice {
  const { language, sink } = reader
  const moved = before.start !== after.start || before.zone !== after.zone || before.duration !== after.duration
  const lead = phrase(moved ? MOVED : CHANGED, language, { title: cleanLine(after.title) })
  const answer: Block[] = moved ? [{ kind: 'paragraph', text: phrase(ANSWER_AGAIN, language) }] : []
  const rest: readonly Block[] = sink === 'issue' ? [] : sink === 'chat' ? replyPart(after, reader, ways)
    : [{ kind: 'heading', text: WHOLE[language] }, ...wholeInvitation(after, reader, directory, ways)]
  return {
    language,
    important: after.importance === 'high',
    subject: subjectOf(moved ? SUBJECT_MOVED : SUBJECT, after, reader),
    blocks: [
      ...greeting(after, reader, directory), { kind: 'paragraph', text: lead },
      { kind: 'changes', rows: differences(before, after, reader) }, ...answer, ...rest,
    ],
  }
}

/** The meeting does not take place (B7). */
export function cancellationNotice(snapshot: Snapshot, reason: string | undefined, reader: Reader, directory: Directory): Notice {
  const { language } = reader
  const why: Block[] = reason === undefined || cleanLine(reason) === '' ? []
    : [{ kind: 'facts', rows: [{ label: LABELS.reason[language], value: words(reason) }] }]
  return {
    language,
    important: snapshot.importance === 'high',
    subject: subjectOf(SUBJECT_CANCELLED, snapshot, reader),
    blocks: [
      ...greeting(snapshot, reader, directory),
      { kind: 'paragraph', text: phrase(CANCELLED, language, { title: cleanLine(snapshot.title) }), strong: true },
      ...why,
      { kind: 'facts', rows: whenAndWhere(snapshot, reader, directory).slice(0, 2) },
      { kind: 'note', text: phrase(reader.sink === 'mail' ? CALENDAR_EMPTIED : ROOM_FREED, language) },
    ],
  }
}

/** One person is no longer asked to come; the meeting takes place. */
export function withdrawalNotice(snapshot: Snapshot, reader: Reader, directory: Directory): Notice {
  const { language } = reader
  return {
    language,
    important: snapshot.importance === 'high',
    subject: subjectOf(SUBJECT_WITHDRAWN, snapshot, reader),
    blocks: [
      ...greeting(snapshot, reader, directory),
      {
        kind: 'paragraph',
        text: phrase(WITHDRAWN, language, {
          title: cleanLine(snapshot.title), organizer: { inline: [{ person: snapshot.organizer }] },
        }),
      },
      { kind: 'facts', rows: whenAndWhere(snapshot, reader, directory).slice(0, 2) },
    ],
  }
}

/** Somebody's answer is awaited and the deadline has passed (B4). On an issue or in a group `who` is named. */
export function chaseNotice(
  snapshot: Snapshot, who: readonly string[], reader: Reader, directory: Directory, ways: Ways = {},
): Notice {
  const { language } = reader
  const data = { title: cleanLine(snapshot.title), who: { inline: persons(who, language) } }
  const purpose: Fact = { label: LABELS.purpose[language], value: words(snapshot.purpose) }
  const lead = reader.sink === 'mail' ? phrase(CHASE_ONE, language, data) : phrase(CHASE_MANY, language, data)
  return {
    language,
    important: snapshot.importance === 'high',
    subject: subjectOf(SUBJECT_CHASE, snapshot, reader),
    blocks: [
      ...greeting(snapshot, reader, directory),
      { kind: 'paragraph', text: lead },
      { kind: 'facts', rows: [...whenAndWhere(snapshot, reader, directory), purpose] },
      ...replyPart(snapshot, reader, ways),
    ],
  }
}

const SUBJECT: Message = { en: 'Changed: {title}, {start}', zh: '会议变更：{title}，{start}' }
const SUBJECT_MOVED: Message = { en: 'New time: {title}, {start}', zh: '会议改期：{title}，{start}' }
const SUBJECT_CANCELLED: Message = { en: 'Cancelled: {title}, {start}', zh: '会议取消：{title}，{start}' }
const SUBJECT_WITHDRAWN: Message = { en: 'You need not attend: {title}, {start}', zh: '无需参加：{title}，{start}' }
const SUBJECT_CHASE: Message = { en: 'Please reply: {title}, {start}', zh: '请回复是否参加：{title}，{start}' }
const CHANGED: Message = { en: 'The meeting “{title}” has changed. What is new:', zh: '会议“{title}”有变更，变更内容如下：' }
const MOVED: Message = { en: 'The meeting “{title}” has a new time. What has changed:', zh: '会议“{title}”改期，变更内容如下：' }
const ANSWER_AGAIN: Message = { en: 'Please say again whether you can attend.', zh: '时间已变，请重新回复是否参加。' }
const WHOLE: Message = { en: 'The meeting as it is now', zh: '变更后的会议安排' }
const CANCELLED: Message = { en: 'The meeting “{title}” is cancelled.', zh: '会议“{title}”取消。' }
const CALENDAR_EMPTIED: Message = {
  en: 'The calendar entry is withdrawn with this mail. You need do nothing.',
  zh: '日历中的日程随本邮件一并撤销，您无需操作。',
}
const ROOM_FREED: Message = { en: 'Calendar entries are withdrawn. Nobody needs to do anything.', zh: '日历中的日程已一并撤销，无需操作。' }
const WITHDRAWN: Message = {
  en: '{organizer} no longer asks you to attend “{title}”. '
    + 'The meeting takes place without you, and its entry leaves your calendar.',
  zh: '会议“{title}”不再需要您参加，日历中的日程随本邮件撤销。如有疑问，请联系{organizer}。',
}
const CHASE_ONE: Message = {
  en: 'The deadline for replies to “{title}” has passed and your answer is still missing. Please reply now.',
  zh: '会议“{title}”的回复截止时间已过，尚未收到您的回复，请尽快回复。',
}
const CHASE_MANY: Message = {
  en: '{who}: the deadline for replies to “{title}” has passed and your answer is still missing. Please reply now.',
  zh: '{who}：会议“{title}”的回复截止时间已过，尚未收到您的回复，请尽快回复。',
}
