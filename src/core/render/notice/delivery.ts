import type { ChannelName } from '../../config/model.ts'
import type { Message } from '../../messages/message.ts'
import type { Call, Gap } from '../../process/occasion.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine } from '../clean.ts'
import { greeting, subjectOf } from './invitation.ts'
import { LABELS } from './labels.ts'
import { clause, persons, phrase, words, type Inline, type Notice } from './notice.ts'
import { whenAndWhere } from './parts.ts'
import { roleOf, type Directory, type Reader } from './reader.ts'

/** On the invitation issue: what may not have arrived, and what was done instead (E6, DELIVERY "Guarantees"). */
export function gapNotice(snapshot: Snapshot, gaps: readonly Gap[], reader: Reader): Notice {
  const { language } = reader
  const items = gaps.map(({ channel, recipients, outcome, fallback }): Inline => {
    const who = { inline: persons(recipients, language) }
    const to = recipients.length === 0 ? phrase(TO_GROUP, language) : phrase(TO, language, { who })
    const text = phrase(outcome === 'failed' ? FAILED : UNKNOWN, language, { channel: channelName(channel), to: { inline: to } })
    return fallback === undefined ? text : [...text, ...phrase(INSTEAD, language, { channel: channelName(fallback) })]
  })
  return {
    language,
    important: snapshot.importance === 'high',
    subject: subjectOf(SUBJECT, snapshot, reader),
    blocks: [{ kind: 'paragraph', text: phrase(LEAD, language) }, { kind: 'list', style: 'bullet', items }],
  }
}

/** To the organizer alone: whom to call, at which number, and what to say (B4). The only notice that holds numbers. */
export function callSheetNotice(snapshot: Snapshot, calls: readonly Call[], reader: Reader, directory: Directory): Notice {
  const { language } = reader
  const rows = calls.map(({ key, phone }): readonly Inline[] => {
    const reason = snapshot.optional.find((each) => each.key === key)?.reason
    const role = roleOf(snapshot, key) === 'optional'
      ? [LABELS.optional[language], ...(reason === undefined ? [] : [language === 'zh' ? '：' : ': ', clause(reason)])]
      : [LABELS.required[language]]
    return [[{ person: key }], phone === undefined ? phrase(NO_NUMBER, language) : words(phone), [role.join('')]]
  })
  const data = { title: cleanLine(snapshot.title), start: { wall: snapshot.start }, purpose: clause(snapshot.purpose) }
  return {
    language,
    important: snapshot.importance === 'high',
    subject: subjectOf(SUBJECT_CALLS, snapshot, reader),
    blocks: [
      ...greeting(snapshot, reader, directory),
      { kind: 'paragraph', text: phrase(CALLS, language, data) },
      { kind: 'table', head: [NAME[language], PHONE[language], ROLE[language]], rows },
      { kind: 'heading', text: SCRIPT[language] },
      { kind: 'list', style: 'number', items: SCRIPT_LINES.map((line) => phrase(line, language, data)) },
      { kind: 'heading', text: LABELS.meeting[language] },
      { kind: 'facts', rows: whenAndWhere(snapshot, reader, directory) },
      { kind: 'note', text: phrase(CONFIDENTIAL, language) },
    ],
  }
}

/** What people call a channel. */
export function channelName(channel: ChannelName): { readonly message: Message } {
  return { message: CHANNEL_NAMES[channel] }
}

const CHANNEL_NAMES: Readonly<Record<ChannelName, Message>> = {
  github: { en: 'GitHub', zh: 'GitHub' }, mail: { en: 'mail', zh: '邮件' }, phone: { en: 'phone', zh: '电话' },
  slack: { en: 'Slack', zh: 'Slack' }, teams: { en: 'Teams', zh: 'Teams' }, feishu: { en: 'Feishu', zh: '飞书' },
  dingtalk: { en: 'DingTalk', zh: '钉钉' }, wecom: { en: 'WeCom', zh: '企业微信' }, discord: { en: 'Discord', zh: 'Discord' },
  webhook: { en: 'the webhook', zh: 'Webhook' },
}
const SUBJECT: Message = { en: 'May not have arrived: {title}, {start}', zh: '通知可能未送达：{title}，{start}' }
const LEAD: Message = { en: 'Some notices of this meeting may not have arrived:', zh: '本次会议的部分通知可能未送达：' }
const TO: Message = { en: ' to {who}', zh: '（收件人：{who}）' }
const TO_GROUP: Message = { en: ' to the group', zh: '（群消息）' }
const FAILED: Message = { en: 'By {channel}{to}: could not be sent.', zh: '{channel}{to}：发送失败。' }
const UNKNOWN: Message = {
  en: 'By {channel}{to}: it is not known whether it was sent, and it is not sent again so that nobody gets it twice.',
  zh: '{channel}{to}：不确定是否已发出；为避免重复打扰，不再重发。',
}
const INSTEAD: Message = { en: ' Used instead: {channel}.', zh: '已改用{channel}。' }
const SUBJECT_CALLS: Message = { en: 'Please call: {title}, {start}', zh: '请电话确认：{title}，{start}' }
const CALLS: Message = {
  en: 'The deadline for replies to “{title}” has passed. These people have not answered; please call them.',
  zh: '会议“{title}”的回复截止时间已过，以下人员尚未回复，请致电确认。',
}
const NAME: Message = { en: 'Name', zh: '姓名' }
const PHONE: Message = { en: 'Phone', zh: '电话' }
const ROLE: Message = { en: 'Asked to come as', zh: '参会要求' }
const NO_NUMBER: Message = { en: 'no number known', zh: '无号码' }
const SCRIPT: Message = { en: 'What to say', zh: '通话要点' }
const SCRIPT_LINES: readonly Message[] = [
  { en: 'The meeting is “{title}”, on {start}.', zh: '会议“{title}”，时间 {start}。' },
  { en: 'Its purpose: {purpose}.', zh: '会议目的：{purpose}。' },
  {
    en: 'Will you attend? If not: who comes in your place, or are the minutes enough?',
    zh: '您是否参加？如不参加，由谁代为参加，还是会后阅读纪要即可？',
  },
  {
    en: 'Enter the answer as a comment on the invitation: `/yes @name` or `/no @name`.',
    zh: '请把结果评论到会议邀请下：`/yes @姓名` 或 `/no @姓名`。',
  },
]
const CONFIDENTIAL: Message = {
  en: 'This list holds phone numbers. It goes to you alone; please do not forward it.',
  zh: '本名单含电话号码，仅发给您本人，请勿转发。',
}
