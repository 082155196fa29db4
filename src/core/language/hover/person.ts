import type { Person } from '../../config/model.ts'
import { regionOf } from '../../arrangement/working-time.ts'
import { dayKind } from '../../arrangement/holidays/day.ts'
import { whenOf } from '../../arrangement/when.ts'
import { attendeesOf, resolvePerson } from '../../arrangement/who.ts'
import { wallAt, type Instant } from '../../arrangement/zone.ts'
import type { Message, MessageData } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'
import { closest } from '../../text/similar.ts'
import type { LanguageContext } from '../context.ts'
import { escapeMarkdown } from '../markdown.ts'
import type { PersonPlace } from '../people-places.ts'
import type { Hover } from '../shapes.ts'
import { clockText } from '../timeline.ts'

const MESSAGES = {
  organizer: { en: 'organizer of this meeting', zh: '本次会议的组织者' },
  required: { en: 'has to come', zh: '必须参加' },
  optional: { en: 'may come', zh: '可选参加' },
  reason: { en: 'may come: {reason}', zh: '可选参加：{reason}' },
  remote: { en: 'joins from elsewhere', zh: '远程参加' },
  not: { en: 'is not asked to this meeting', zh: '不在本次会议的邀请名单里' },
  outside: { en: 'from outside the organization', zh: '外部人员' },
  now: { en: 'Now {clock} there ({zone})', zh: '当地现在 {clock}（{zone}）' },
  start: { en: '{clock} there when the meeting starts', zh: '会议开始时当地 {clock}' },
  hours: { en: 'Works {from}–{to}', zh: '工作时间 {from}–{to}' },
  dayOff: { en: 'That day is a day off there.', zh: '当天在当地是休息日。' },
  noZone: { en: 'Nobody knows the zone of this person; add “timezone” in .convoke.yml.', zh: '不知道此人所在的时区，请在 .convoke.yml 中写明 timezone。' },
  group: { en: 'Group of {count}: {members}', zh: '共 {count} 人的组：{members}' },
  login: { en: 'A GitHub account that is not in the directory', zh: '通讯录中没有的 GitHub 账号' },
  mail: { en: 'A bare mail address; somebody of the directory would be written by key.', zh: '这是一个邮件地址；通讯录里的人请写键。' },
  unknown: { en: 'Nobody in .convoke.yml has this key, login or name.', zh: '.convoke.yml 中没有人使用这个键、登录名或姓名。' },
  meant: { en: 'Nobody in .convoke.yml has this key, login or name. Did you mean {key}?', zh: '.convoke.yml 中没有人使用这个键、登录名或姓名，是否想写 {key}？' },
} satisfies Record<string, Message>

/** Who somebody is, in what role, and what their clock shows now and at the start; never an address or number. */
export function personHover(context: LanguageContext, { ref }: PersonPlace): Hover {
  const { config, language } = context
  const found = resolvePerson(ref, config)
  const say = (message: Message, data: MessageData = {}): string => render(message, data, language)
  const hover = (contents: string): Hover => ({ range: ref.range, contents })
  switch (found.kind) {
    case 'person':
      return hover(describe(context, found.person, say))
    case 'group': {
      const members = found.members.map((person) => escapeMarkdown(person.name ?? person.key))
      return hover(`**${escapeMarkdown(found.group)}**\n\n${say(MESSAGES.group, { count: members.length, members: { list: members } })}`)
    }
    case 'login':
      return hover(`**@${escapeMarkdown(found.login)}**\n\n${say(MESSAGES.login)}`)
    case 'mail':
      return hover(say(MESSAGES.mail))
    case 'unknown': {
      const meant = closest(ref.value, [...config.people.keys(), ...config.groups.keys()])
      return hover(meant === undefined ? say(MESSAGES.unknown) : say(MESSAGES.meant, { key: `\`${meant.replace(/`/g, '')}\`` }))
    }
  }
}

function describe(context: LanguageContext, person: Person, say: (message: Message, data?: MessageData) => string): string {
  const { meeting, config, now } = context
  const attendee = attendeesOf(meeting, config).find((each) => each.key === person.key)
  const role = attendee === undefined ? say(MESSAGES.not)
    : attendee.role === 'optional' && attendee.reason !== undefined ? say(MESSAGES.reason, { reason: escapeMarkdown(attendee.reason) }) : say(MESSAGES[attendee.role])
  const facts = [role, ...(attendee?.remote === true ? [say(MESSAGES.remote)] : []), ...(person.outside ? [say(MESSAGES.outside)] : [])]
  const name = escapeMarkdown(person.name ?? person.key)
  const key = escapeMarkdown(person.key)
  const lines = [`**${name}**${name === key ? '' : ` · ${key}`}${person.github === undefined ? '' : ` · @${escapeMarkdown(person.github)}`}`, facts.join(' · ')]
  const zone = person.timezone ?? (person.outside ? undefined : config.timezone)
  if (zone === undefined) return [...lines, say(MESSAGES.noZone)].join('\n\n')
  const clock = (instant: Instant): { wall: string } => ({ wall: wallAt(instant, zone) })
  const hours = person.workingHours ?? config.workingHours
  const times = [say(MESSAGES.now, { clock: clock(now), zone: escapeMarkdown(zone) })]
  const when = whenOf(meeting, config)
  if (when !== undefined) {
    times.push(say(MESSAGES.start, { clock: clock(when.start) }))
    const day = wallAt(when.start, zone).slice(0, 10)
    const region = regionOf(attendee ?? { key: person.key, person, ref: { value: person.key, form: 'key', range: { start: 0, end: 0 } }, role: 'optional', remote: false }, config)
    if (['holiday', 'weekend'].includes(dayKind(day, region))) times.push(say(MESSAGES.dayOff))
  }
  times.push(say(MESSAGES.hours, { from: clockText(hours.start), to: hours.end === 1440 ? '24:00' : clockText(hours.end) }))
  return [...lines, times.map((each) => `- ${each}`).join('\n')].join('\n\n')
}
