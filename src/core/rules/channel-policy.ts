import { policyChannels } from '../arrangement/channels.ts'
import { channelList } from '../arrangement/channel-names.ts'
import type { Message } from '../messages/message.ts'
import { addToList } from './edits.ts'
import { tooFewChannels } from './important-multichannel.ts'
import type { Rule } from './rule.ts'

const messages = {
  lacks: { en: 'The policy asks for {channels} as well for a meeting of this importance and urgency.', zh: '按通知策略，这种重要和紧急程度的会议还应通过{channels}通知。' },
  fixAdd: { en: 'Add {channels}', zh: '加上{channels}' },
} satisfies Record<string, Message>

/** A18: the way of calling fits the urgency and the people, by the team's policy. */
export const channelPolicy: Rule = {
  id: 'channel-policy',
  clauses: ['A18'],
  severity: 'warning',
  speaks: 'ahead',
  summary: { en: 'The file’s channels include those that the policy asks for', zh: '文件中的通知渠道包含策略要求的渠道' },
  messages,
  *check({ meeting, config, text }) {
    const written = meeting.fields.channels
    if (written === undefined || tooFewChannels(meeting, config)) return
    const has = new Set(written.value.map((each) => each.value))
    // The invitation issue is opened in any case, so GitHub is asked for only where a team wrote a policy of its own.
    const lacking = policyChannels(meeting, config).filter((name) => !has.has(name) && (config.policy !== undefined || name !== 'github'))
    if (lacking.length === 0) return
    const channels = channelList(lacking)
    const edits = addToList(text, written, lacking)
    yield { message: messages.lacks, data: { channels }, range: written.range, fixes: [{ title: messages.fixAdd, data: { channels }, safe: false, edits }] }
  },
}
