import { DAY, HOUR } from '../arrangement/zone.ts'
import type { Command, GivenCommand } from './command.ts'
import { effectKey, type Because } from './effect.ts'
import { announced, isSettled } from './ledger.ts'
import { chatChannels, chatEffect, emit, identity, keep, mailEffect, type Scene, type Telling } from './scene.ts'
import type { Snapshot } from './snapshot.ts'
import { toldOf } from './stand-in.ts'

const TOLD = { en: '{person} asks on the issue that everybody is told at once.', zh: '{person} 在 issue 上要求立即通知所有人。' }
const READ = { en: '{person} gave a command; the comment is marked as read.', zh: '{person} 发出了指令，在评论上标记已收到。' }
const OVER = { en: 'The notice of {person} came in outside the meeting’s time.', zh: '{person} 的通知不在会议时间范围内。' }
const NOBODY = { en: '{person} may not give commands here; the organizer and those who may write to the repository can.', zh: '{person} 无权在此发出指令；组织者和有写权限的人可以。' }
const NO_LINK = { en: 'There is no backup link to change to.', zh: '没有可切换的备用链接。' }

/** How long before its start and after its end a meeting has anything to be told at once. */
const [BEFORE, AFTER] = [DAY, 4 * HOUR]

/** A command of a comment that is told to everybody at once. */
export type LiveCommand = Extract<Command, { readonly word: 'late' | 'extend' | 'backup' | 'notice' }>

/**
 * C5, E4: running late, an extension with its reason, the change to the backup link, or a word to everybody, given by a comment
 * on the invitation issue (by the editor's live mode, or by hand) and relayed to the meeting's channels at once, by night too.
 */
export function relay(scene: Scene, given: readonly GivenCommand[]): void {
  const { entry, now, when } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined) return
  for (const { command, comment, person, trusted } of given) {
    if (command.word === 'cancel' || command.word === 'reschedule' || isAcknowledged(scene, comment)) continue
    if (!mayCommand(scene, comment, person, trusted)) continue
    if (now < when.start - BEFORE || now > when.end + AFTER) keep(scene, 'notice', { clause: 'C5', reason: OVER, data: { person } })
    else if (command.word === 'backup' && snapshot.backupLink === undefined) keep(scene, 'notice', { clause: 'C5', reason: NO_LINK })
    else tell(scene, command, comment, person)
    acknowledgeCommand(scene, comment, person)
  }
}

/** Marks a command as heard while the meeting could not be followed: a later look at everything does not carry it out belatedly. */
export function heardKey(snapshot: Snapshot, comment: string): string {
  return effectKey({ ...identity(snapshot), kind: 'notice', part: comment, revision: 1, recipient: 'heard' })
}

/** The organizer, and whoever may write to the repository. Refused once, a command stays so, whoever its giver becomes. */
export function mayCommand(scene: Scene, comment: string, person: string, trusted: boolean): boolean {
  if (trusted || person === announced(scene.entry)?.organizer) return true
  keep(scene, 'notice', { clause: 'E4', reason: NOBODY, data: { person } })
  const snapshot = announced(scene.entry)
  if (snapshot !== undefined) scene.entry.done = { ...scene.entry.done, [heardKey(snapshot, comment)]: { at: scene.now, outcome: 'failed' } }
  return false
}

/** Whether a command was answered by an earlier run: one that came at the wrong time is not carried out when its time has come. */
export function isAcknowledged(scene: Scene, comment: string): boolean {
  const snapshot = announced(scene.entry)
  return snapshot !== undefined && isSettled(scene.entry, acknowledgeKey(snapshot, comment))
}

function acknowledgeKey(snapshot: Snapshot, comment: string): string {
  return effectKey({ ...identity(snapshot), kind: 'notice', part: comment, revision: 1, recipient: 'reaction' })
}

/** Shows whoever gave a command that it was read. */
export function acknowledgeCommand(scene: Scene, comment: string, person: string): void {
  const snapshot = announced(scene.entry)
  if (snapshot === undefined) return
  const key = acknowledgeKey(snapshot, comment)
  emit(scene, { key, kind: 'notice', ...identity(snapshot), file: scene.desired.file, because: { clause: 'E4', reason: READ, data: { person } }, recipients: [person], at: scene.now, way: 'reaction', comment })
}

function tell(scene: Scene, command: LiveCommand, comment: string, person: string): void {
  const snapshot = announced(scene.entry)
  if (snapshot === undefined) return
  const because: Because = { clause: command.word === 'extend' ? 'E4' : 'C5', reason: TOLD, data: { person } }
  const telling: Telling = { kind: 'notice', part: comment, revision: 1, because, occasion: { kind: 'live', snapshot, command } }
  const people = toldOf(scene).map((each) => each.key)
  for (const channel of chatChannels(snapshot)) emit(scene, chatEffect(scene, telling, channel, people))
  // What is told at once is no reason to spare anybody's night: the meeting is now.
  if (snapshot.channels.includes('mail')) for (const each of people) emit(scene, mailEffect(scene, telling, each))
}
