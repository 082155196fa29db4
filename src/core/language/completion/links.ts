import type { Message } from '../../messages/message.ts'
import { render } from '../../messages/render.ts'
import { hostOf } from '../../arrangement/conferencing.ts'
import type { LanguageContext } from '../context.ts'
import type { Completion } from '../shapes.ts'
import { usageOf } from '../usage.ts'
import type { Place } from './place.ts'
import { inSnippet, propose, type Proposed } from './proposal.ts'

const MESSAGES = {
  used: { en: 'used by {count} meetings', zh: '{count} 场会议用过' },
  id: { en: 'meeting id', zh: '会议号' },
} satisfies Record<string, Message>

/** How the providers' addresses begin, with the host by which use of them is told. */
const FRAMES = [
  { name: { en: 'Tencent Meeting', zh: '腾讯会议' }, start: 'https://meeting.tencent.com/dm/', host: 'meeting.tencent.com' },
  { name: { en: 'Feishu', zh: '飞书会议' }, start: 'https://vc.feishu.cn/j/', host: 'feishu.cn' },
  { name: { en: 'DingTalk', zh: '钉钉会议' }, start: 'https://meeting.dingtalk.com/j/', host: 'dingtalk.com' },
  { name: { en: 'Zoom', zh: 'Zoom' }, start: 'https://zoom.us/j/', host: 'zoom.us' },
  { name: { en: 'Microsoft Teams', zh: 'Microsoft Teams' }, start: 'https://teams.microsoft.com/l/meetup-join/', host: 'teams.microsoft.com' },
  { name: { en: 'Google Meet', zh: 'Google Meet' }, start: 'https://meet.google.com/', host: 'meet.google.com' },
  { name: { en: 'Webex', zh: 'Webex' }, start: 'https://webex.com/meet/', host: 'webex.com' },
  { name: { en: 'Jitsi Meet', zh: 'Jitsi Meet' }, start: 'https://meet.jit.si/', host: 'meet.jit.si' },
] as const

/**
 * Links that several meetings share, then the providers' addresses with a place for the meeting's id, those that the repository uses first.
 * A backup link is never at the provider of the link itself (A16).
 */
export function linkCompletions({ meeting, config, files, language }: LanguageContext, place: Place & { kind: 'value' }): Completion[] {
  const { links } = usageOf(files, config)
  const other = place.key === 'backup_link' ? meeting.fields.link?.value : meeting.fields.backupLink?.value
  const otherHost = other === undefined ? undefined : hostOf(other)
  const isOther = (host: string): boolean => otherHost !== undefined && (otherHost === host || otherHost.endsWith(`.${host}`))
  const shared = [...links].filter(([link, count]) => count > 1 && link !== other && /^https:\/\//i.test(link)).sort((a, b) => b[1] - a[1]).slice(0, 5)
  const uses = (host: string): number => [...links].reduce((all, [link, count]) => (hostOf(link) === host || hostOf(link).endsWith(`.${host}`) ? all + count : all), 0)
  const own = config.conferenceHosts.map((host) => ({ name: { en: host, zh: host }, start: `https://${host.replace(/^\*\./, '')}/`, host }))
  const frames = [...own, ...FRAMES].filter(({ host }) => !isOther(host)).map((frame) => ({ ...frame, count: uses(frame.host) })).sort((a, b) => b.count - a.count)
  return propose(place.range, [
    ...shared.map(([link, count]): Proposed => ({ label: link, kind: 'value', detail: render(MESSAGES.used, { count }, language) })),
    ...frames.map(({ name, start }): Proposed => ({ label: start, kind: 'value', text: `${inSnippet(start)}\${1:${MESSAGES.id[meeting.language]}}`, isSnippet: true, detail: name[language], also: [name.en, name.zh] })),
  ])
}
