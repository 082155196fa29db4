import { channelsOf, policyChannels } from '../arrangement/channels.ts'
import type { Config } from '../config/model.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Message } from '../messages/message.ts'
import type { Rule } from './rule.ts'

const messages = {
  few: { en: 'An important meeting is announced through at least two channels; this one through {channels}.', zh: '重要会议至少通过两个渠道通知，目前只有{channels}。' },
  none: { en: 'An important meeting is announced through at least two channels; this one has none.', zh: '重要会议至少通过两个渠道通知，目前一个也没有。' },
  fixPolicy: { en: 'Announce it through {channels}', zh: '通过{channels}通知' },
} satisfies Record<string, Message>

/** A19: an important meeting is announced through several channels. */
export const importantMultichannel: Rule = {
  id: 'important-multichannel',
  clauses: ['A19'],
  severity: 'warning',
  speaks: 'ahead',
  summary: { en: 'An important meeting is announced through two channels or more', zh: '重要会议通过两个以上渠道通知' },
  messages,
  *check({ meeting, config }) {
    if (!tooFewChannels(meeting, config)) return
    const used = channelsOf(meeting, config)
    const written = meeting.fields.channels
    const range = written?.range ?? meeting.fields.importance?.range
    if (range === undefined) return
    const wanted = [...new Set([...used, ...policyChannels(meeting, config), ...config.channels.keys()])].slice(0, Math.max(2, policyChannels(meeting, config).length))
    const data = { channels: { list: wanted } }
    const fixes = wanted.length < 2 || written === undefined ? [] : [{ title: messages.fixPolicy, data, safe: false, edits: [{ range: written.range, text: `[${wanted.join(', ')}]` }] }]
    yield used.length === 0 ? { message: messages.none, range, fixes } : { message: messages.few, data: { channels: { list: used } }, range, fixes }
  },
}

/** True for an important meeting with fewer than two channels, from the file or the policy. */
export function tooFewChannels(meeting: Meeting, config: Config): boolean {
  return meeting.fields.importance?.value === 'high' && channelsOf(meeting, config).length < 2
}
