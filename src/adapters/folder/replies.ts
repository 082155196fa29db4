import { join } from 'node:path'
import type { Answer, Reply } from '../../core/process/ledger.ts'
import type { Inbox } from '../../ports/messages.ts'
import type { Disk } from './durable.ts'

const WORDS: Readonly<Record<string, Answer>> = {
  yes: 'yes', y: 'yes', accept: 'yes', accepted: 'yes', '/yes': 'yes', 参加: 'yes', 出席: 'yes', 是: 'yes',
  no: 'no', n: 'no', decline: 'no', declined: 'no', '/no': 'no', 不参加: 'no', 缺席: 'no', 请假: 'no', 否: 'no',
  maybe: 'maybe', tentative: 'maybe', '/maybe': 'maybe', 待定: 'maybe', 可能: 'maybe',
  delegate: 'delegate', '/delegate': 'delegate', 委托: 'delegate', 代理: 'delegate',
}

/**
 * Answers as files `replies/<meeting's id>.txt`, a line each: who, the answer, and a reason or, for `delegate`, the substitute.
 * The last line of a person counts. Blank lines and lines that begin with `#` are passed over; others are told apart.
 */
export function folderInbox(folder: string, disk: Disk): Inbox {
  return {
    name: 'replies',
    replies: ({ meetings }) => {
      const replies = new Map<string, readonly Reply[]>()
      const unreadable: string[] = []
      for (const meeting of meetings) {
        const file = `replies/${meeting}.txt`
        const text = disk.read(join(folder, file))
        if (text === undefined) continue
        replies.set(meeting, readLines(text, (line) => unreadable.push(`${file}:${line}`)))
      }
      return Promise.resolve({ replies, unreadable, whole: true })
    },
  }
}

function readLines(text: string, refuse: (line: number) => void): Reply[] {
  const last = new Map<string, Reply>()
  for (const [at, written] of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/).entries()) {
    const line = written.trim()
    if (line === '' || line.startsWith('#')) continue
    const [, person, word, rest = ''] = /^(\S+?)[:：]?\s+(\S+)\s*(.*)$/.exec(line) ?? []
    const answer = word === undefined ? undefined : WORDS[word.toLowerCase()]
    if (person === undefined || answer === undefined) {
      refuse(at + 1)
      continue
    }
    last.delete(person)
    last.set(person, { person, answer, ...(rest === '' ? {} : { note: rest.slice(0, 500) }) })
  }
  return [...last.values()]
}
