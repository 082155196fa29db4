import { audience } from './desired.ts'
import { announced, type Reply } from './ledger.ts'
import type { Scene } from './scene.ts'

/** What each person answered last; a substitute counts as the answer of whom they stand in for. */
export function repliesOf(replies: readonly Reply[]): ReadonlyMap<string, Reply> {
  return new Map(replies.map((reply) => [reply.person, reply]))
}

/** Keys of those whose answer is awaited: everybody who is asked, but not the organizer. */
export function awaited({ entry, replies, snapshot }: Scene): string[] {
  const answered = repliesOf(replies)
  return audience(announced(entry) ?? snapshot).filter(({ key, role }) => role !== 'organizer' && !answered.has(key)).map((each) => each.key)
}

/** Keys of those who said that they do not come. */
export function declined({ replies }: Scene): ReadonlySet<string> {
  return new Set(replies.filter((reply) => reply.answer === 'no').map((reply) => reply.person))
}
