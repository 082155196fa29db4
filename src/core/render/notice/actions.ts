import type { Message } from '../../messages/message.ts'
import type { ActionText, MeetingAction } from '../../process/occasion.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine, shorten } from '../clean.ts'
import { LABELS } from './labels.ts'
import { phrase, plain, words, type Block, type Fact, type Inline, type Notice } from './notice.ts'
import { linked } from './parts.ts'
import type { Directory, Reader } from './reader.ts'

/** The issue of one action item (D3). */
export function actionNotice(snapshot: Snapshot, action: ActionText, reader: Reader, meetingIssue?: string): Notice {
  const { language } = reader
  const rows: Fact[] = []
  if (action.owner !== undefined) rows.push({ label: LABELS.owner[language], value: [{ person: action.owner }] })
  if (action.due !== undefined) rows.push({ label: LABELS.due[language], value: day(action.due, language) })
  const from = meetingIssue === undefined ? words(snapshot.title) : linked(meetingIssue, snapshot.title)
  rows.push({ label: LABELS.meeting[language], value: from })
  return {
    language,
    important: false,
    subject: shorten(cleanLine(action.text), 200),
    blocks: [
      { kind: 'paragraph', text: words(action.text), strong: true },
      { kind: 'facts', rows },
      { kind: 'note', text: phrase(CLOSE_WHEN_DONE, language) },
    ],
  }
}

/** To the owner, two days before and on the day that an item is due (D4). */
export function actionDueNotice(action: MeetingAction, today: boolean, reader: Reader, directory: Directory): Notice {
  const { language } = reader
  const text = shorten(cleanLine(action.text), 120)
  return {
    language,
    important: false,
    subject: join(phrase(today ? SUBJECT_TODAY : SUBJECT_SOON, language, { text, due: { date: action.due ?? '' } })),
    blocks: [
      ...hello(reader, directory),
      { kind: 'paragraph', text: phrase(today ? TODAY : SOON, language, { due: { date: action.due ?? '' } }) },
      { kind: 'facts', rows: actionFacts(action, language) },
      { kind: 'note', text: phrase(DONE_OR_NEW_DATE, language) },
    ],
  }
}

/** To one owner: everything of theirs that is past its date (D4), oldest first. */
export function overdueNotice(actions: readonly MeetingAction[], reader: Reader, directory: Directory): Notice {
  const { language } = reader
  const rows = actions.map((action): readonly Inline[] => [
    action.url === undefined ? words(action.text) : linked(action.url, action.text),
    action.due === undefined ? [] : day(action.due, language),
    words(action.meeting),
  ])
  const head = [ITEM[language], LABELS.due[language], LABELS.meeting[language]]
  return {
    language,
    important: false,
    subject: join(phrase(actions.length === 1 ? SUBJECT_OVERDUE_ONE : SUBJECT_OVERDUE, language, { count: actions.length })),
    blocks: [
      ...hello(reader, directory),
      { kind: 'paragraph', text: phrase(OVERDUE, language) },
      { kind: 'table', head, rows },
      { kind: 'note', text: phrase(DONE_OR_NEW_DATE, language) },
    ],
  }
}

function actionFacts(action: MeetingAction, language: Reader['language']): readonly Fact[] {
  return [
    { label: ITEM[language], value: action.url === undefined ? words(action.text) : linked(action.url, action.text) },
    { label: LABELS.due[language], value: action.due === undefined ? [] : day(action.due, language) },
    { label: LABELS.meeting[language], value: words(action.meeting) },
  ]
}

function hello(reader: Reader, directory: Directory): readonly Block[] {
  const name = reader.person === undefined || reader.sink !== 'mail' ? '' : cleanLine(directory.name(reader.person))
  return name === '' ? [] : [{ kind: 'paragraph', text: phrase(GREETING, reader.language, { name }) }]
}

function day(date: string, language: Reader['language']): Inline {
  return phrase(DATE, language, { date: { date } })
}

function join(inline: Inline): string {
  return plain(inline, (key) => key)
}

const DATE: Message = { en: '{date}', zh: '{date}' }
const GREETING: Message = { en: 'Hello {name},', zh: '{name}，您好：' }
const ITEM: Message = { en: 'Action item', zh: '行动项' }
const CLOSE_WHEN_DONE: Message = {
  en: 'Close this issue when it is done. A new date belongs in the meeting file.',
  zh: '完成后请关闭本 issue。如需改期，请修改会议文件。',
}
const SUBJECT_SOON: Message = { en: 'Due {due}: {text}', zh: '行动项将于 {due}到期：{text}' }
const SUBJECT_TODAY: Message = { en: 'Due today: {text}', zh: '行动项今天到期：{text}' }
const SOON: Message = { en: 'An action item of yours is due on {due}.', zh: '您负责的一项行动项将于 {due}到期。' }
const TODAY: Message = { en: 'An action item of yours is due today.', zh: '您负责的一项行动项今天到期。' }
const DONE_OR_NEW_DATE: Message = {
  en: 'Done? Tick it in the meeting file or close its issue. Not going to make it? Agree on a new date with the organizer.',
  zh: '如已完成，请在会议文件中勾选，或关闭对应的 issue；如无法按期完成，请与会议组织者商定新的日期。',
}
const SUBJECT_OVERDUE: Message = { en: '{count} action items are overdue', zh: '{count} 项行动项已逾期' }
const SUBJECT_OVERDUE_ONE: Message = { en: 'An action item is overdue', zh: '1 项行动项已逾期' }
const OVERDUE: Message = { en: 'These action items of yours are past their date:', zh: '您负责的以下行动项已逾期：' }
