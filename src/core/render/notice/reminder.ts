import type { Message } from '../../messages/message.ts'
import { cleanLine } from '../clean.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { greeting, subjectOf } from './invitation.ts'
import { LABELS } from './labels.ts'
import { phrase, words, type Block, type Fact, type Notice } from './notice.ts'
import { aims, heading, materialsPart, preparationPart, whenAndWhere } from './parts.ts'
import { type Directory, type Reader } from './reader.ts'
import { replyPart, type Ways } from './reply.ts'

export interface Reminding {
  /** Minutes from the reminder to the start. */
  readonly before: number
  /** The last one before the start: the way there and the tests come with it (C1, C2). */
  readonly last: boolean
}

/** A short reminder with the key facts again (B5), the way and signing in (C2), what to test before going online (C1). */
export function reminderNotice(
  snapshot: Snapshot, { before, last }: Reminding, reader: Reader, directory: Directory, ways: Ways = {},
): Notice {
  const { language } = reader
  const title = cleanLine(snapshot.title)
  const facts: Fact[] = [...whenAndWhere(snapshot, reader, directory)]
  const signIn = last ? snapshot.room?.signIn : undefined
  if (signIn !== undefined) facts.push({ label: LABELS.signIn[language], value: words(signIn) })
  const chat = reader.sink === 'chat'
  return {
    language,
    important: snapshot.importance === 'high',
    subject: subjectOf(SUBJECT, snapshot, reader, { before: { minutes: before } }),
    blocks: [
      ...greeting(snapshot, reader, directory),
      { kind: 'paragraph', text: phrase(LEAD, language, { title, before: { minutes: before } }) },
      { kind: 'facts', rows: last ? facts : [...facts, ...aims(snapshot, reader)] },
      ...(last || chat ? [] : [...preparationPart(snapshot, reader), ...readFirst(snapshot, reader)]),
      ...(last ? preflight(snapshot, reader) : []),
      ...(reader.sink === 'issue' ? [] : last ? openPart(snapshot, reader, ways) : replyPart(snapshot, reader, ways)),
    ],
  }
}

/** Shortly before the start nobody is asked for an answer any more. */
function openPart(snapshot: Snapshot, reader: Reader, { issue }: Ways): readonly Block[] {
  return issue === undefined ? [] : replyPart(snapshot, reader, { issue })
}

function readFirst(snapshot: Snapshot, reader: Reader): readonly Block[] {
  return materialsPart({ ...snapshot, materials: snapshot.materials.filter((each) => each.readBefore === true) }, reader)
}

/** What to test before an online meeting; an issue's boxes can be ticked (A16, C1). */
export function preflight(snapshot: Snapshot, reader: Reader): readonly Block[] {
  if (snapshot.link === undefined) return []
  const { language, sink } = reader
  const checks = snapshot.backupLink === undefined ? CHECKS : [...CHECKS, BACKUP]
  return [
    heading(PREFLIGHT, reader),
    { kind: 'list', style: sink === 'issue' ? 'check' : 'bullet', items: checks.map((check) => phrase(check, language)) },
  ]
}

const SUBJECT: Message = { en: 'In {before}: {title}, {start}', zh: '会议提醒（{before}后）：{title}，{start}' }
const LEAD: Message = { en: 'The meeting “{title}” begins in {before}.', zh: '会议“{title}”将在 {before}后开始。' }
const PREFLIGHT: Message = { en: 'Test before you join', zh: '入会前请测试' }
const CHECKS: readonly Message[] = [
  { en: 'The meeting software is installed and you are signed in.', zh: '会议软件已安装并登录。' },
  { en: 'Microphone and loudspeaker work.', zh: '麦克风和扬声器正常。' },
  { en: 'The camera works.', zh: '摄像头正常。' },
  { en: 'Screen sharing works, and you have the right to share.', zh: '屏幕共享正常，且有共享权限。' },
  { en: 'A second network is at hand, such as a mobile hotspot.', zh: '备用网络可用，例如手机热点。' },
]
const BACKUP: Message = { en: 'The backup link opens.', zh: '备用链接能打开。' }
