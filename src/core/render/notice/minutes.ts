import type { Message } from '../../messages/message.ts'
import type { ActionText, MinutesText } from '../../process/occasion.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine } from '../clean.ts'
import { greeting, subjectOf } from './invitation.ts'
import { LABELS } from './labels.ts'
import { bracketed, commaJoined, persons, phrase, words, type Block, type Fact, type Inline, type Notice } from './notice.ts'
import { heading } from './parts.ts'
import type { Directory, Reader } from './reader.ts'
import { showSpan, spanOf } from './time.ts'

/** The minutes, sent to everybody invited (D1); whoever was absent is told so, with what was settled for them (C4). */
export function minutesNotice(snapshot: Snapshot, minutes: MinutesText, reader: Reader, directory: Directory): Notice {
  const { language } = reader
  const title = cleanLine(snapshot.title)
  const absence = minutes.absent.find((each) => each.key === reader.person)
  return {
    language,
    important: snapshot.importance === 'high',
    subject: subjectOf(SUBJECT, snapshot, reader),
    blocks: [
      ...greeting(snapshot, reader, directory),
      { kind: 'paragraph', text: phrase(absence === undefined ? LEAD : LEAD_ABSENT, language, { title }) },
      { kind: 'facts', rows: attendanceFacts(snapshot, minutes, reader) },
      ...section(DISCUSSION, minutes.discussion, reader),
      ...section(DECISIONS, minutes.decisions, reader),
      ...actionsPart(minutes.actions, reader),
    ],
  }
}

function attendanceFacts(snapshot: Snapshot, minutes: MinutesText, { language }: Reader): readonly Fact[] {
  const rows: Fact[] = [{ label: LABELS.when[language], value: [showSpan(spanOf(snapshot), snapshot.zone, language)] }]
  if (minutes.present.length > 0) rows.push({ label: PRESENT[language], value: persons(minutes.present, language) })
  if (minutes.absent.length > 0) {
    const absent = minutes.absent.map(({ key, note }): Inline => [{ person: key }, ...bracketed(words(note ?? ''), language)])
    rows.push({ label: ABSENT[language], value: commaJoined(absent, language) })
  }
  return rows
}

function section(label: Message, source: string, reader: Reader): readonly Block[] {
  return source.trim() === '' ? [] : [heading(label, reader), { kind: 'markdown', source }]
}

/** The action items as a table: what, who, until when (D2, D3). */
export function actionsPart(actions: readonly ActionText[], reader: Reader): readonly Block[] {
  if (actions.length === 0) return []
  const { language } = reader
  const rows = actions.map((action): readonly Inline[] => [
    actionWords(action),
    action.owner === undefined ? [] : [{ person: action.owner }],
    action.due === undefined ? [] : phrase(DATE, language, { date: { date: action.due } }),
  ])
  const head = [ACTION, LABELS.owner, LABELS.due].map((column) => column[language])
  return [heading(ACTIONS, reader), { kind: 'table', head, rows }]
}

function actionWords({ text, done, issue }: ActionText): Inline {
  return [...(done === true ? ['✓ '] : []), ...words(text), ...(issue === undefined ? [] : [' ', { issue }])]
}

/** To the organizer: the minutes are wanted, or late (D1). */
export function minutesWantedNotice(
  snapshot: Snapshot, late: boolean, within: number, reader: Reader, directory: Directory,
): Notice {
  const { language } = reader
  const data = { title: cleanLine(snapshot.title), within: { minutes: within } }
  return {
    language,
    important: snapshot.importance === 'high',
    subject: subjectOf(late ? SUBJECT_LATE : SUBJECT_WANTED, snapshot, reader),
    blocks: [
      ...greeting(snapshot, reader, directory),
      { kind: 'paragraph', text: phrase(late ? LATE : WANTED, language, data) },
      { kind: 'list', style: 'bullet', items: WANTED_PARTS.map((each) => phrase(each, language)) },
      { kind: 'note', text: phrase(NONE_IS_FINE, language) },
    ],
  }
}

const SUBJECT: Message = { en: 'Minutes: {title}, {start}', zh: '会议纪要：{title}，{start}' }
const LEAD: Message = { en: 'These are the minutes of “{title}”.', zh: '会议“{title}”的纪要如下。' }
const LEAD_ABSENT: Message = { en: 'You could not attend “{title}”. These are its minutes.', zh: '您未能参加会议“{title}”，纪要如下，请查阅。' }
const PRESENT: Message = { en: 'Present', zh: '出席' }
const ABSENT: Message = { en: 'Absent', zh: '缺席' }
const DISCUSSION: Message = { en: 'Points discussed', zh: '讨论要点' }
const DECISIONS: Message = { en: 'Decisions', zh: '决议' }
const ACTIONS: Message = { en: 'Action items', zh: '行动项' }
const ACTION: Message = { en: 'What', zh: '事项' }
const DATE: Message = { en: '{date}', zh: '{date}' }
const SUBJECT_WANTED: Message = { en: 'Minutes wanted: {title}, {start}', zh: '请提交会议纪要：{title}，{start}' }
const SUBJECT_LATE: Message = { en: 'Minutes are late: {title}, {start}', zh: '会议纪要已逾期：{title}，{start}' }
const WANTED: Message = {
  en: 'The minutes of “{title}” are not there yet. They are due within {within} of the end. '
    + 'Please fill in three parts of the meeting file and merge it:',
  zh: '会议“{title}”的纪要还未提交，应在会议结束后 {within}内发出。请在会议文件中填写以下三部分并合并：',
}
const LATE: Message = {
  en: 'The minutes of “{title}” are late: they were due within {within} of the end. '
    + 'Please fill in three parts of the meeting file and merge it now:',
  zh: '会议“{title}”的纪要已逾期，原应在会议结束后 {within}内发出。请立即在会议文件中填写以下三部分并合并：',
}
const WANTED_PARTS: readonly Message[] = [
  { en: 'Discussion: the points that were made', zh: '讨论要点' },
  { en: 'Decisions: what was settled', zh: '决议' },
  { en: 'Action items: each with one owner and a date', zh: '行动项：每项一位负责人、一个截止日期' },
]
const NONE_IS_FINE: Message = { en: 'Where there was nothing, write “none”.', zh: '某一部分没有内容时，请写“无”。' }
