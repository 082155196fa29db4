import type { Because } from './effect.ts'
import { audience } from './desired.ts'
import { announced } from './ledger.ts'
import { chatEffect, commentEffect, common, emit, mailEffect, type ChatChannel, type Scene, type Telling } from './scene.ts'

const WRITTEN = { en: 'The file says that the meeting is cancelled.', zh: '文件中写明会议已取消。' }
const VANISHED = { en: 'The file of this coming meeting is gone.', zh: '这场尚未召开的会议的文件已被删除。' }

/** B7: a cancelled meeting is called off everywhere, for everyone who was told of it. Its night is no reason to let anybody travel. */
export function cancel(scene: Scene, reason: string | undefined, vanished: boolean): void {
  const { entry } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined || entry.cancelled === true) return
  entry.sequence++
  entry.revision++
  entry.snapshots = { [entry.revision]: snapshot }
  entry.cancelled = true
  const because: Because = { clause: 'B7', reason: vanished ? VANISHED : WRITTEN }
  const roles = audience(snapshot)
  const people = roles.map((each) => each.key)
  const telling: Telling = {
    kind: 'cancellation', revision: entry.revision, because, calendar: roles,
    occasion: { kind: 'cancellation', snapshot, ...(reason === undefined ? {} : { reason }) },
  }
  for (const recipient of Object.keys(entry.told)) {
    if (recipient.startsWith('mail:')) emit(scene, mailEffect(scene, telling, recipient.slice('mail:'.length)))
    if (recipient.startsWith('chat:')) emit(scene, chatEffect(scene, telling, recipient.slice('chat:'.length) as ChatChannel, people))
  }
  emit(scene, commentEffect(scene, telling, people))
  if (entry.issue !== undefined) emit(scene, { ...common(scene, telling, 'issue', people), way: 'issue', act: 'close', issue: entry.issue })
  // Should the meeting be taken up again, everybody is invited anew.
  entry.told = {}
}
