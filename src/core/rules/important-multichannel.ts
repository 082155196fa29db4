import { channelsOf, isReachable, policyChannels } from '../arrangement/channels.ts'
import { attendeesOf } from '../arrangement/who.ts'
import type { ChannelName, Config } from '../config/model.ts'
import type { Meeting } from '../meeting/model.ts'
import { channelList } from '../arrangement/channel-names.ts'
import type { Message } from '../messages/message.ts'
import { addToList, setKey } from './edits.ts'
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
  *check({ meeting, config, text }) {
    if (!tooFewChannels(meeting, config)) return
    const used = channelsOf(meeting, config)
    const written = meeting.fields.channels
    const range = written?.range ?? meeting.fields.importance?.range
    if (range === undefined) return
    const wanted = propose(meeting, config, used)
    const more = wanted.filter((name) => !used.includes(name))
    const data = { channels: channelList(wanted) }
    const edits = written === undefined ? setKey(meeting, text, 'channels', `[${wanted.join(', ')}]`) : addToList(text, written, more)
    const fixes = wanted.length < 2 || edits.length === 0 ? [] : [{ title: messages.fixPolicy, data, safe: false, edits }]
    yield used.length === 0 ? { message: messages.none, range, fixes } : { message: messages.few, data: { channels: channelList(used) }, range, fixes }
  },
}

/** The channels of now with those of the policy; where these are too few, configured ones, those that reach everybody first. */
function propose(meeting: Meeting, config: Config, used: readonly ChannelName[]): ChannelName[] {
  const wanted = new Set([...used, ...policyChannels(meeting, config)])
  const reaches = (name: ChannelName): boolean => attendeesOf(meeting, config).every((attendee) => isReachable(attendee, name))
  const others = [...config.channels.keys(), 'github' as const]
  for (const name of [...others.filter(reaches), ...others]) if (wanted.size < 2) wanted.add(name)
  return [...wanted]
}

/** True for an important meeting with fewer than two channels, from the file or the policy. */
export function tooFewChannels(meeting: Meeting, config: Config): boolean {
  return meeting.fields.importance?.value === 'high' && channelsOf(meeting, config).length < 2
}
