import type { Message } from '../../messages/message.ts'
import type { LiveCommand } from '../../process/live.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { cleanLine, cleanText } from '../clean.ts'
import { greeting, subjectOf } from './invitation.ts'
import { LABELS } from './labels.ts'
import { phrase, words, type Block, type Notice } from './notice.ts'
import type { Directory, Reader } from './reader.ts'
import { replyPart, type Ways } from './reply.ts'

/** Something to be known at once: a late start, an extension with its reason (E4), the change to the backup link (C5). */
export function liveNotice(snapshot: Snapshot, command: LiveCommand, reader: Reader, directory: Directory, ways: Ways = {}): Notice {
  const { language } = reader
  const title = cleanLine(snapshot.title)
  const reason = 'reason' in command ? command.reason : undefined
  const data = { title, ...('minutes' in command ? { minutes: { minutes: command.minutes } } : {}) }
  const blocks: Block[] = [...greeting(snapshot, reader, directory)]
  if (command.word === 'notice') blocks.push({ kind: 'paragraph', text: phrase(LEAD.notice, language, data) }, { kind: 'paragraph', text: words(cleanText(command.text)), strong: true })
  else blocks.push({ kind: 'paragraph', text: phrase(LEAD[command.word], language, data), strong: true })
  if (reason !== undefined) blocks.push({ kind: 'facts', rows: [{ label: LABELS.reason[language], value: words(cleanLine(reason)) }] })
  const link = command.word === 'backup' ? snapshot.backupLink : undefined
  if (link !== undefined) blocks.push({ kind: 'facts', rows: [{ label: LABELS.link[language], value: [{ url: link }] }] })
  const thread = ways.issue === undefined || reader.sink === 'issue' ? [] : replyPart(snapshot, reader, { issue: ways.issue })
  return { language, important: true, subject: subjectOf(SUBJECTS[command.word], snapshot, reader, data), blocks: [...blocks, ...thread] }
}

const SUBJECTS: Readonly<Record<LiveCommand['word'], Message>> = {
  late: { en: 'Starts {minutes} late: {title}, {start}', zh: '推迟 {minutes}开始：{title}，{start}' }, extend: { en: 'Extended by {minutes}: {title}, {start}', zh: '延长 {minutes}：{title}，{start}' },
  backup: { en: 'Please change to the backup link: {title}, {start}', zh: '请改用备用链接：{title}，{start}' }, notice: { en: 'Notice: {title}, {start}', zh: '通知：{title}，{start}' },
}
const LEAD: Readonly<Record<LiveCommand['word'], Message>> = {
  late: { en: 'The meeting “{title}” starts {minutes} late.', zh: '会议“{title}”推迟 {minutes}开始。' }, extend: { en: 'The meeting “{title}” is extended by {minutes}.', zh: '会议“{title}”延长 {minutes}。' },
  backup: { en: 'The meeting “{title}” goes on at the backup link.', zh: '会议“{title}”改用备用链接继续。' }, notice: { en: 'To everybody in the meeting “{title}”:', zh: '致“{title}”的各位与会者：' },
}
