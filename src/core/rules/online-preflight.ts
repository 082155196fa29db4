import { hostOf, isConferencing } from '../arrangement/conferencing.ts'
import type { Message } from '../messages/message.ts'
import { isMissing } from './missing.ts'
import type { Rule } from './rule.ts'

const messages = {
  unknownHost: { en: '{host} is not known as conferencing software; if it is, add it to “conference_hosts” in .convoke.yml.', zh: '{host} 不是已知的会议软件；如果是，请加入 .convoke.yml 的 conference_hosts。' },
  noBackup: { en: 'No backup link: add one, in case the first fails (“backup_link”).', zh: '没有备用链接，请加上一个以防主链接出问题。' },
  sameLink: { en: 'The backup link is the link itself; name another way to meet.', zh: '备用链接与会议链接相同，请换一个。' },
} satisfies Record<string, Message>

/** A16: conferencing software that is known, and a way out when it fails. */
export const onlinePreflight: Rule = {
  id: 'online-preflight',
  clauses: ['A16'],
  severity: 'warning',
  speaks: 'ahead',
  summary: { en: 'An online meeting uses known software and has a backup link', zh: '线上会议使用已知的会议软件，并有备用链接' },
  messages,
  *check({ meeting, config }) {
    const { link, backupLink, room } = meeting.fields
    if (link === undefined) return
    const host = hostOf(link.value)
    if (!isConferencing(host, config.conferenceHosts)) yield { message: messages.unknownHost, data: { host }, range: link.range }
    if (backupLink === undefined) {
      const finding = { message: messages.noBackup, range: link.range }
      if (isMissing(meeting, 'backup_link')) yield room === undefined ? finding : { ...finding, severity: 'info' }
    } else if (sameAddress(backupLink.value, link.value)) yield { message: messages.sameLink, range: backupLink.range }
  },
}

function sameAddress(a: string, b: string): boolean {
  // Scheme and host know no case, the rest may.
  const plain = (url: string): string => url.trim().replace(/^[a-z]+:\/\/[^/?#]*/i, (start) => start.toLowerCase().replace(/^http:/, 'https:')).replace(/\/+$/, '')
  return plain(a) === plain(b)
}
