import type { ChannelName, Config } from '../config/model.ts'
import { builtInChannels } from '../config/policy.ts'
import type { Meeting } from '../meeting/model.ts'
import type { Attendee } from './who.ts'

/** The channels that the policy asks for, by the meeting's importance and urgency (A18, FORMAT 2). */
export function policyChannels(meeting: Meeting, config: Config): readonly ChannelName[] {
  const importance = meeting.fields.importance?.value ?? 'normal'
  const urgency = meeting.fields.urgency?.value ?? 'normal'
  if (config.policy !== undefined) return config.policy[importance][urgency]
  return builtInChannels(importance, config.channels)
}

/** The channels that a meeting is announced through: the file's own, else the policy's. */
export function channelsOf(meeting: Meeting, config: Config): readonly ChannelName[] {
  const written = meeting.fields.channels?.value
  if (written === undefined) return policyChannels(meeting, config)
  return [...new Set(written.map((each) => each.value))]
}

/** True when the person can be reached on a channel: an address for it, written or secret. */
export function isReachable(attendee: Attendee, channel: ChannelName): boolean {
  if (channel === 'github') {
    return attendee.login !== undefined || attendee.person?.github !== undefined
  }
  if (channel === 'mail' && attendee.address !== undefined) return true
  return attendee.person?.addresses.has(channel) ?? false
}
