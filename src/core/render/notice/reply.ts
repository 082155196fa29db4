import type { Language, Message } from '../../messages/message.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine, safeUrl } from '../clean.ts'
import { phrase, type Block } from './notice.ts'
import { roleOf, type Reader } from './reader.ts'

/** Where an answer can go. */
export interface Ways {
  /** URL of the invitation issue. */
  readonly issue?: string
  /** Mailbox that reads answers: the organizer's, or the one that is read by the tool. */
  readonly reply?: string
}

/** How to answer, by what the reader has at hand (B3), and where questions and feedback go: to the issue, which stays open for them (C6). The organizer is not asked. */
export function replyPart(snapshot: Snapshot, reader: Reader, ways: Ways): readonly Block[] {
  const { language } = reader
  if (reader.sink === 'issue') {
    const items = [YES, NO, DELEGATE, ON_BEHALF, FEEDBACK].map((message) => phrase(message, language))
    return [{ kind: 'list', style: 'bullet', items }]
  }
  if (roleOf(snapshot, reader.person) === 'organizer') return issueButton(ways, language)
  if (reader.sink === 'chat' && ways.issue === undefined) return [{ kind: 'note', text: phrase(ELSEWHERE, language) }]
  if (reader.sink === 'chat') return issueButton(ways, language)
  const answers = ways.reply === undefined ? [] : ANSWERS.flatMap(({ label, command }) => {
    const url = answerUrl(ways.reply ?? '', snapshot, command)
    return url === undefined ? [] : [{ text: label[language], url }]
  })
  if (answers.length === 0) return issueButton(ways, language)
  const note: Block = { kind: 'note', text: phrase(BY_MAIL, language) }
  return [{ kind: 'buttons', buttons: answers }, note, ...issueButton(ways, language)]
}

/** A mail that answers when it is sent: the command stands in its body, the meeting's id in its subject. */
function answerUrl(address: string, snapshot: Snapshot, command: string): string | undefined {
  const occurrence = snapshot.occurrence === undefined ? '' : ` ${snapshot.occurrence}`
  const subject = `${command} [${cleanLine(snapshot.meeting)}${occurrence}]`
  const encoded = safeUrl(`mailto:${encodeURIComponent(cleanLine(address)).replaceAll('%40', '@')}`)
  if (encoded === undefined) return undefined
  return `${encoded}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(command)}`
}

function issueButton({ issue }: Ways, language: Language): readonly Block[] {
  const url = issue === undefined ? undefined : safeUrl(issue)
  return url === undefined ? [] : [{ kind: 'buttons', buttons: [{ text: OPEN[language], url }] }]
}

const ANSWERS: readonly { readonly label: Message; readonly command: string }[] = [
  { label: { en: 'I will attend', zh: '参加' }, command: '/yes' },
  { label: { en: 'I cannot attend', zh: '不参加' }, command: '/no' },
]
const OPEN: Message = { en: 'Open the meeting’s thread', zh: '打开会议页面' }
const YES: Message = { en: 'You will attend: comment `/yes`, or react with 👍.', zh: '参加：评论 `/yes`，或点 👍。' }
const NO: Message = { en: 'You cannot attend: comment `/no` and why, or react with 👎.', zh: '不参加：评论 `/no` 并说明原因，或点 👎。' }
const DELEGATE: Message = { en: 'Somebody attends in your place: comment `/delegate @name`.', zh: '由他人代为参加：评论 `/delegate @姓名`。' }
const ON_BEHALF: Message = {
  en: 'The organizer can answer for somebody: `/yes @name` or `/no @name`.',
  zh: '组织者可代为回复：`/yes @姓名` 或 `/no @姓名`。',
}
const FEEDBACK: Message = {
  en: 'Questions beforehand and feedback during the meeting: comment here as well.',
  zh: '会前的问题、会中的反馈，也请在此评论。',
}
const ELSEWHERE: Message = { en: 'Please answer the invitation, or tell the organizer.', zh: '请回复会议邀请，或直接告知组织者。' }
const BY_MAIL: Message = {
  en: 'Or answer in your calendar, or reply to this mail with /yes or /no.',
  zh: '也可在日历中直接答复，或回复本邮件，写明 /yes（参加）或 /no（不参加）。',
}
