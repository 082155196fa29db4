import type { ChannelName } from '../../config/model.ts'
import type { Message } from '../../messages/message.ts'
import type { Gap } from '../../process/occasion.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { subjectOf } from './invitation.ts'
import { persons, phrase, type Inline, type Notice } from './notice.ts'
import type { Reader } from './reader.ts'

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
