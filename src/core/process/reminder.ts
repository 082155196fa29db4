import { MINUTE } from '../arrangement/zone.ts'
import type { Because } from './effect.ts'
import { announced, isSettled } from './ledger.ts'
import { declined } from './response.ts'
import { chatChannels, chatEffect, commentEffect, common, emit, mailEffect, mayMail, type Scene, type Telling } from './scene.ts'
import { toldOf } from './stand-in.ts'

const REASON = { en: 'The meeting begins in less than {lead}.', zh: '距会议开始不到 {lead}。' }

/** The reminders of a meeting, minutes before the start, longest first: the file's own, else the configuration's. */
export function reminderLeads({ desired, config }: Scene): number[] {
  const own = desired.meeting.fields.remind?.value.map((each) => each.value)
  return [...new Set(own ?? config.remind)].sort((a, b) => b - a)
}

/**
 * B5: each reminder once for each start, from its time until the start. Those already past when the start was announced are
 * dropped; when a late run finds several due, only the nearest is sent.
 */
export function remind(scene: Scene): void {
  const { entry, now, when } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined || now >= when.start) return
  const leads = reminderLeads(scene)
  const due = leads.filter((lead) => now >= when.start - lead * MINUTE && when.start - lead * MINUTE > entry.startAnnounced)
  const lead = due[due.length - 1]
  if (lead === undefined) return
  const last = lead === leads[leads.length - 1]
  const because: Because = { clause: 'B5', reason: REASON, data: { lead: { minutes: lead } } }
  const telling: Telling = {
    kind: 'reminder', part: `${lead}m`, revision: entry.startRevision, because,
    occasion: { kind: 'reminder', snapshot, before: Math.round((when.start - now) / MINUTE), last },
  }
  const away = declined(scene)
  const people = toldOf(scene).map((each) => each.key).filter((key) => !away.has(key))
  if (snapshot.channels.includes('mail')) {
    for (const person of people) {
      if (isSettled(entry, common(scene, telling, `mail:${person}`, []).key)) continue
      if (mayMail(scene, 'reminder', person)) emit(scene, mailEffect(scene, telling, person))
    }
  }
  for (const channel of chatChannels(snapshot)) emit(scene, chatEffect(scene, telling, channel, people))
  // What is to be tested before an online meeting stands on the issue, to be ticked there (A16, C1).
  if (snapshot.channels.includes('github') || (last && snapshot.link !== undefined)) emit(scene, commentEffect(scene, telling, people))
}
