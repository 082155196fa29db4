import { audience } from './desired.ts'
import { announced, type Reply } from './ledger.ts'
import { effectKey, type Because } from './effect.ts'
import { emit, identity, type Scene } from './scene.ts'

const READ = { en: '{person} answered; the comment is marked as read.', zh: '{person} 已回复，在评论上标记已收到。' }

/** B3: an answer given in a comment is acknowledged on it, so that whoever wrote it need not wonder. */
export function acknowledge(scene: Scene): void {
  const snapshot = announced(scene.entry)
  if (snapshot === undefined) return
  for (const reply of scene.replies) {
    if (reply.comment === undefined) continue
    const because: Because = { clause: 'B3', reason: READ, data: { person: reply.person } }
    const key = effectKey({ ...identity(snapshot), kind: 'response', part: reply.comment, revision: 1, recipient: 'reaction' })
    emit(scene, {
      key, kind: 'response', ...identity(snapshot), file: scene.desired.file, because, recipients: [reply.person], at: scene.now, way: 'reaction', comment: reply.comment, reply,
    })
  }
}

/** What each person answered last; a substitute counts as the answer of whom they stand in for. */
export function repliesOf(replies: readonly Reply[]): ReadonlyMap<string, Reply> {
  return new Map(replies.map((reply) => [reply.person, reply]))
}

/** Keys of those whose answer is awaited: everybody who is asked, but not the organizer. */
export function awaited({ entry, replies, snapshot }: Scene): string[] {
  const answered = repliesOf(replies)
  return audience(announced(entry) ?? snapshot).filter(({ key, role }) => role !== 'organizer' && !answered.has(key)).map((each) => each.key)
}

/** Keys of those who said that they do not come, or that somebody comes in their place. */
export function declined({ replies }: Scene): ReadonlySet<string> {
  return new Set(replies.filter((reply) => reply.answer === 'no' || reply.answer === 'delegate').map((reply) => reply.person))
}
