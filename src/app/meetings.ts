import type { Message, MessageData } from '../core/messages/message.ts'
import type { Meeting, SyntaxProblem } from '../core/meeting/model.ts'
import { parse } from '../core/meeting/parse.ts'
import type { Files, Unread } from '../ports/files.ts'
import { LARGEST } from './listing.ts'

/** A meeting file as it lies in the repository. */
export interface ReadMeeting {
  readonly file: string
  readonly meeting: Meeting
  readonly syntax: readonly SyntaxProblem[]
  /** Absent where the file could not be read; `syntax` then says why, and nothing else is to be judged. */
  readonly text?: string
}

const UNREAD: Readonly<Record<Unread, Message>> = {
  missing: { en: 'This file is not there, or is a link that leads nowhere.', zh: '文件不存在，或是一个失效的链接。' },
  outside: { en: 'This is a link that leads out of the repository; it is not followed.', zh: '这是指向仓库之外的链接，不会跟随。' },
  unreadable: { en: 'This file cannot be opened; check its permissions, or whether it is a link to itself.', zh: '无法打开文件，请检查权限，或是否为指向自身的链接。' },
  'too-large': { en: 'This file is larger than {limit} MB and was not read.', zh: '文件超过 {limit} MB，没有读取。' },
  binary: { en: 'This is not a text file, in spite of its name.', zh: '这不是文本文件，尽管文件名像是。' },
  'not-utf8': { en: 'This file is not UTF-8 (it may be GBK or UTF-16); save it as UTF-8.', zh: '文件不是 UTF-8 编码（可能是 GBK 或 UTF-16），请另存为 UTF-8。' },
}

/** Reads and parses one file; never fails. `parsed` may remember what it has read before. */
export async function readMeeting(files: Files, file: string, parsed: (text: string) => { meeting: Meeting; problems: readonly SyntaxProblem[] } = parse): Promise<ReadMeeting> {
  const read = await files.readText(file, LARGEST)
  if ('unread' in read) return { file, meeting: parse('').meeting, syntax: [unreadProblem(read.unread)] }
  const { meeting, problems } = parsed(read.text)
  return { file, meeting, syntax: problems, text: read.text }
}

/** The one problem of a file that could not be read. */
export function unreadProblem(unread: Unread): SyntaxProblem {
  const data: MessageData = { limit: LARGEST / 1024 / 1024 }
  return { code: unread, message: UNREAD[unread], data, range: { start: 0, end: 0 } }
}
