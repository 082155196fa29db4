import type { Language } from '../messages/message.ts'
import { render } from '../messages/render.ts'

/** What everybody in a meeting is told at once (C5, E4). */
export type LiveNotice =
  | { readonly word: 'late'; readonly minutes: number; readonly reason?: string }
  | { readonly word: 'extend'; readonly minutes: number; readonly reason: string }
  | { readonly word: 'backup' }
  | { readonly word: 'notice'; readonly text: string }

/** The comment on the invitation issue that has the Action tell everybody; one line, as `core/process/command` reads it. */
export function commandOf(notice: LiveNotice): string {
  switch (notice.word) {
    case 'backup':
      return '/backup'
    case 'notice':
      return `/notice ${oneLine(notice.text)}`
    case 'late':
    case 'extend':
      return `/${notice.word} ${notice.minutes} ${oneLine(notice.reason ?? '')}`.trimEnd()
  }
}

const TEXTS = {
  late: { en: '“{title}” starts {minutes} late.', zh: '“{title}”推迟 {minutes}开始。' },
  extend: { en: '“{title}” is extended by {minutes}.', zh: '“{title}”延长 {minutes}。' },
  backup: { en: '“{title}” goes on at the backup link: {link}', zh: '“{title}”改用备用链接继续：{link}' },
  notice: { en: '{text}', zh: '{text}' },
  reason: { en: ' Reason: {reason}', zh: '原因：{reason}' },
}

/** The same in words, to be pasted where no issue can be reached. */
export function wordsOf(notice: LiveNotice, meeting: { readonly title: string; readonly backupLink?: string }, language: Language): string {
  const reason = 'reason' in notice && notice.reason !== '' ? render(TEXTS.reason, { reason: oneLine(notice.reason) }, language) : ''
  const data = {
    title: meeting.title, link: meeting.backupLink ?? '', text: notice.word === 'notice' ? oneLine(notice.text) : '',
    minutes: { minutes: 'minutes' in notice ? notice.minutes : 0 },
  }
  return render(TEXTS[notice.word], data, language) + reason
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
