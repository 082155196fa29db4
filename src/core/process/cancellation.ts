import type { Because } from './effect.ts'
import { announced } from './ledger.ts'
import { chatEffect, commentEffect, common, emit, mailEffect, mayMail, type ChatChannel, type Scene, type Telling } from './scene.ts'
import { toldOf } from './stand-in.ts'

const WRITTEN = { en: 'The file says that the meeting is cancelled.', zh: '文件中写明会议已取消。' }
const VANISHED = { en: 'The file of this coming meeting is gone.', zh: '这场尚未召开的会议的文件已被删除。' }

/**
 * B7: a cancelled meeting is called off everywhere, for everyone who was told of it: at once on the issue and in groups, by mail
 * when the receiver's night is over, and by night as well where the meeting is near (DELIVERY, "quiet hours").
 */
export function cancel(scene: Scene, reason: string | undefined, vanished: boolean): void {
  const { entry } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined) return
  const isNew = entry.cancelled !== true
  if (isNew) {
    entry.sequence++
    entry.revision++
    entry.snapshots = { [entry.revision]: snapshot }
    entry.cancelled = true
  }
  const because: Because = { clause: 'B7', reason: vanished ? VANISHED : WRITTEN }
  const roles = toldOf(scene)
  const people = roles.map((each) => each.key)
  const telling: Telling = {
    kind: 'cancellation', revision: entry.revision, because, calendar: roles,
    occasion: { kind: 'cancellation', snapshot, ...(reason === undefined ? {} : { reason }) },
  }
  const waiting: Record<string, number> = {}
  for (const [recipient, revision] of Object.entries(entry.told)) {
    const person = recipient.startsWith('mail:') ? recipient.slice('mail:'.length) : undefined
    if (person !== undefined && !mayMail(scene, 'cancellation', person)) waiting[recipient] = revision
    else if (person !== undefined) emit(scene, mailEffect(scene, telling, person))
    else if (recipient.startsWith('chat:')) emit(scene, chatEffect(scene, telling, recipient.slice('chat:'.length) as ChatChannel, people))
  }
  // Whoever has heard of it is forgotten: should the meeting be taken up again, they are invited anew.
  entry.told = waiting
  if (!isNew) return
  emit(scene, commentEffect(scene, telling, people))
  if (entry.issue !== undefined) emit(scene, { ...common(scene, telling, 'issue', people), way: 'issue', act: 'close', issue: entry.issue })
}
