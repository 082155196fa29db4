import type { ChannelName } from '../config/model.ts'
import type { Message, MessageValue } from '../messages/message.ts'

/** Channels as a person says them; in English as they are written into a file, where the Chinese names are read as well. */
export const CHANNEL_NAMES: Readonly<Record<ChannelName, Message>> = {
  github: { en: 'github', zh: 'GitHub' },
  mail: { en: 'mail', zh: '邮件' },
  phone: { en: 'phone', zh: '电话' },
  slack: { en: 'slack', zh: 'Slack' },
  teams: { en: 'teams', zh: 'Teams' },
  feishu: { en: 'feishu', zh: '飞书' },
  dingtalk: { en: 'dingtalk', zh: '钉钉' },
  wecom: { en: 'wecom', zh: '企业微信' },
  discord: { en: 'discord', zh: 'Discord' },
  webhook: { en: 'webhook', zh: 'Webhook' },
}

/** Channels as one value of a message. */
export function channelList(names: readonly ChannelName[]): MessageValue {
  return { list: names.map((name) => ({ message: CHANNEL_NAMES[name] })) }
}
