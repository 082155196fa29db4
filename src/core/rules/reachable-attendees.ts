import { channelsOf, isReachable } from '../arrangement/channels.ts'
import { attendeesOf, type Attendee } from '../arrangement/who.ts'
import type { ChannelName } from '../config/model.ts'
import { channelList } from '../arrangement/channel-names.ts'
import type { Message } from '../messages/message.ts'
import { isMissing } from './missing.ts'
import type { Fix, Rule } from './rule.ts'

const messages = {
  unreachable: { en: '{person} has no address for {channels}, through which this meeting is announced; add it to .convoke.yml, or write “secret” there.', zh: '{person} 没有留{channels}联系方式，而会议要用它通知；请在 .convoke.yml 中补上，或写 secret。' },
  fallback: { en: '{person} has no address for {channels}, which is used when another channel fails; add it to .convoke.yml.', zh: '{person} 没有留{channels}联系方式，而其他渠道失败时要用它；请在 .convoke.yml 中补上。' },
  somebody: { en: 'The person written here', zh: '此处填写的人' },
  fixSecret: { en: 'Write into .convoke.yml that it lies in the secret people input ({person}, {channels})', zh: '在 .convoke.yml 中写明由 secret 提供（{person}，{channels}）' },
} satisfies Record<string, Message>

/** E5: every attendee can be reached through the channels of the meeting. */
export const reachableAttendees: Rule = {
  id: 'reachable-attendees',
  clauses: ['E5'],
  severity: 'error',
  speaks: 'ahead',
  summary: { en: 'Every attendee has an address for every channel of the meeting', zh: '每位参会者在会议使用的每个渠道上都有联系方式' },
  messages,
  *check({ meeting, config }) {
    // Nobody is called to a meeting without a day; notes of long ago have none.
    if (meeting.fields.startDay === undefined && isMissing(meeting, 'start')) return
    const used = channelsOf(meeting, config)
    const backups = [...new Set(used.flatMap((name) => config.fallback.get(name) ?? []))].filter((name) => !used.includes(name))
    for (const attendee of attendeesOf(meeting, config)) {
      const person = attendee.address === undefined ? attendee.key : { message: messages.somebody }
      const { range } = attendee.ref
      const lacking = used.filter((name) => !isReachable(attendee, name))
      if (lacking.length > 0) yield { message: messages.unreachable, data: { person, channels: channelList(lacking) }, range, fixes: keptSecret(attendee, lacking) }
      const without = backups.filter((name) => !isReachable(attendee, name))
      if (without.length > 0) yield { message: messages.fallback, data: { person, channels: channelList(without) }, range, severity: 'info', fixes: keptSecret(attendee, without) }
    }
  },
}

/** An address that must not stand in the repository is said to lie in the secret; a GitHub login is no secret. */
function keptSecret({ person }: Attendee, channels: readonly ChannelName[]): Fix[] {
  if (person === undefined || channels.includes('github')) return []
  const settings = channels.map((name) => ({ path: ['people', person.key, name === 'mail' ? 'email' : name], value: 'secret' }))
  return [{ title: messages.fixSecret, data: { person: person.key, channels: channelList(channels) }, safe: false, edits: [], settings }]
}
