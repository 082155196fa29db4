import { differs, concernedPeople, concernsAll, movesStart } from './difference.ts'
import { audience } from './desired.ts'
import type { CalendarRole } from './effect.ts'
import { announced } from './ledger.ts'
import { changeTelling, updateIssue } from './change.ts'
import { invitationTelling, openIssue } from './invitation.ts'
import { chatChannels, chatEffect, commentEffect, common, emit, mailEffect, mayMail, type Scene, type Telling } from './scene.ts'
import type { Snapshot } from './snapshot.ts'
import { standIns, toldOf } from './stand-in.ts'
import { withdraw } from './withdrawal.ts'

/**
 * Brings everybody to the announced state: who was never told is invited, who was told of an older revision hears the
 * difference, who is no longer asked is called off. Each receiver has a revision of their own, so that a mail held back over
 * the night, or a run that died, leaves nobody behind (B1, B6, A9).
 */
export function announce(scene: Scene): void {
  const { entry, snapshot, now } = scene
  const last = announced(entry)
  if (last === undefined || differs(last, snapshot)) {
    if (entry.revision > 0) entry.sequence++
    entry.revision++
    entry.snapshots = { ...entry.snapshots, [entry.revision]: snapshot }
    if (last === undefined || movesStart(last, snapshot)) {
      entry.startRevision = entry.revision
      entry.startAnnounced = now
    }
  }
  const current = announced(entry) ?? snapshot
  tellIssue(scene, current)
  const roles = toldOf(scene)
  // Required people first (A9), then the groups, then those who may come.
  for (const { key, role } of roles) if (role !== 'optional') tellByMail(scene, current, key, roles)
  for (const channel of chatChannels(current)) tellGroup(scene, current, channel)
  for (const { key, role } of roles) if (role === 'optional') tellByMail(scene, current, key, roles)
  tellByPhone(scene, current)
  withdraw(scene, new Set(roles.map((each) => each.key)))
  forget(scene)
}

function tellIssue(scene: Scene, current: Snapshot): void {
  const { entry } = scene
  const told = entry.told['issue']
  if (told === undefined) {
    emit(scene, openIssue(scene, current))
    mark(scene, 'issue')
    return
  }
  const before = entry.snapshots[String(told)]
  if (told === entry.revision || before === undefined) return
  if (differs(before, current)) {
    if (entry.issue !== undefined) emit(scene, updateIssue(scene, before, current, entry.issue))
    emit(scene, commentEffect(scene, changeTelling(scene, before, current), audience(current).map((each) => each.key)))
  }
  mark(scene, 'issue')
}

function tellByMail(scene: Scene, current: Snapshot, person: string, roles: readonly CalendarRole[]): void {
  const { entry } = scene
  if (!current.channels.includes('mail')) return
  const told = entry.told[`mail:${person}`]
  const before = told === undefined ? undefined : entry.snapshots[String(told)]
  if (told === entry.revision) return
  const concerned = before === undefined || concernsAll(before, current) || concernedPeople(before, current).has(person)
  const insteadOf = standIns(current, scene.replies, scene.config).find((each) => each.key === person)?.insteadOf
  const telling = before === undefined ? invitationTelling(scene, current, insteadOf) : changeTelling(scene, before, current)
  if (concerned && !mayMail(scene, telling.kind, person)) return
  if (concerned) emit(scene, mailEffect(scene, { ...telling, calendar: roles }, person))
  mark(scene, `mail:${person}`)
}

function tellGroup(scene: Scene, current: Snapshot, channel: ReturnType<typeof chatChannels>[number]): void {
  const { entry } = scene
  const told = entry.told[`chat:${channel}`]
  const before = told === undefined ? undefined : entry.snapshots[String(told)]
  if (told === entry.revision) return
  const telling = before === undefined ? invitationTelling(scene, current) : changeTelling(scene, before, current)
  if (before === undefined || concernsAll(before, current)) emit(scene, chatEffect(scene, telling, channel, audience(current).map((each) => each.key)))
  mark(scene, `chat:${channel}`)
}

/** The phone is the organizer's: they get a sheet with whom to call, and what to say. */
function tellByPhone(scene: Scene, current: Snapshot): void {
  const { entry } = scene
  if (!current.channels.includes('phone') || entry.told['phone'] !== undefined || !mayMail(scene, 'invitation', current.organizer)) return
  const calls = audience(current).filter((each) => each.role !== 'organizer').map(({ key }) => ({ key }))
  const telling: Telling = { ...invitationTelling(scene, current), because: { clause: 'A18', reason: BY_PHONE }, occasion: { kind: 'call-sheet', snapshot: current, why: 'announced', calls } }
  emit(scene, { ...common(scene, telling, `call-sheet:${current.organizer}`, [current.organizer]), way: 'mail', to: current.organizer })
  mark(scene, 'phone')
}

const BY_PHONE = { en: 'The meeting is announced by phone as well; the organizer gets the call sheet.', zh: '会议还要电话通知，组织者会收到电话联系单。' }

function mark(scene: Scene, recipient: string): void {
  scene.entry.told = { ...scene.entry.told, [recipient]: scene.entry.revision }
}

/** Drops snapshots that nobody was told last. */
function forget({ entry }: Scene): void {
  const needed = new Set([entry.revision, ...Object.values(entry.told)].map(String))
  entry.snapshots = Object.fromEntries(Object.entries(entry.snapshots).filter(([revision]) => needed.has(revision)))
}
