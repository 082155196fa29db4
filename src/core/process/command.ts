/** What somebody asks for in a comment on the invitation issue, beside an answer. */
export type Command =
  /** The start is late by so many minutes (C5). */
  | { readonly word: 'late'; readonly minutes: number; readonly reason?: string }
  /** The meeting is extended by so many minutes, with the reason (E4). */
  | { readonly word: 'extend'; readonly minutes: number; readonly reason?: string }
  /** Everybody is to change to the backup link (C5). */
  | { readonly word: 'backup' }
  | { readonly word: 'notice'; readonly text: string }
  | { readonly word: 'cancel'; readonly reason?: string }
  /** The new start as it was written. */
  | { readonly word: 'reschedule'; readonly start: string }

/** A command with who gave it and where. */
export interface GivenCommand {
  readonly command: Command
  /** Id of the comment: a command is carried out once. */
  readonly comment: string
  /** Who gave it: a key, or `@login`. */
  readonly person: string
  /** May write to the repository; the organizer may give commands in any case. */
  readonly trusted: boolean
}

const WORDS: Readonly<Record<string, Command['word']>> = {
  late: 'late', 推迟开始: 'late', 晚开始: 'late', extend: 'extend', 延长: 'extend', backup: 'backup', 备用链接: 'backup', notice: 'notice', 通知: 'notice',
  cancel: 'cancel', 取消: 'cancel', 取消会议: 'cancel', reschedule: 'reschedule', 改期: 'reschedule',
}
const MOST_MINUTES = 480
const LONGEST = 500

/**
 * Reads a command from a comment's first line: `/late 10`, `/extend 15 reason`, `/backup`, `/notice text`, `/cancel reason`,
 * `/reschedule 2026-12-04 15:00`, in Chinese alike. Undefined for anything else; `unclear` for a command that lacks what it needs.
 */
export function readCommand(text: string): Command | 'unclear' | undefined {
  const line = text.split(/\r?\n/).map((each) => each.trim()).find((each) => each !== '') ?? ''
  const [, written = '', rest = ''] = /^[/／]\s?([a-z]+|[\u4e00-\u9fff]+)[\s，,：:]*(.*)$/iu.exec(line) ?? []
  const word = WORDS[written.toLowerCase()]
  if (word === undefined) return undefined
  const said = rest.trim().slice(0, LONGEST)
  const reason = (given: string): { readonly reason?: string } => (given === '' ? {} : { reason: given })
  switch (word) {
    case 'backup':
      return { word }
    case 'notice':
      return said === '' ? 'unclear' : { word, text: said }
    case 'cancel':
      return { word, ...reason(said) }
    case 'reschedule':
      return said === '' ? 'unclear' : { word, start: said }
    case 'late':
    case 'extend': {
      const [, minutes, why = ''] = /^(\d{1,4})\s*(?:m|min|mins|minutes?|分钟?)?(?![\w])[\s，,：:。.]*(.*)$/iu.exec(said) ?? []
      const count = Number(minutes)
      return minutes === undefined || count < 1 || count > MOST_MINUTES ? 'unclear' : { word, minutes: count, ...reason(why.trim()) }
    }
  }
}
