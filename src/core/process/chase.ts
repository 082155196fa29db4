import type { Because } from './effect.ts'
import { awaited } from './response.ts'
import { chatChannels, chatEffect, commentEffect, common, emit, mailEffect, mayMail, type ChatChannel, type Scene, type Telling } from './scene.ts'
import { announced } from './ledger.ts'

const REASON = { en: 'The reply deadline has passed and {who} did not answer; they are asked again through another channel.', zh: '回复期限已过，{who}尚未回复，改用另一渠道再次询问。' }
const SHEET = { en: 'The organizer gets a call sheet for {who}.', zh: '把{who}列入组织者的电话联系单。' }

/** B4: whoever has not replied by the deadline is asked again, once, through the fall-back channel, and stands on the call sheet. */
export function chase(scene: Scene): void {
  const { entry, now, when } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined || now < snapshot.rsvpBy || now >= when.start) return
  const who = awaited(scene)
  if (who.length === 0) return
  const because: Because = { clause: 'B4', reason: REASON, data: { who: { list: who } } }
  const telling: Telling = { kind: 'chase', revision: entry.startRevision, because, occasion: { kind: 'chase', snapshot, who } }
  const backup = otherChannel(scene)
  if (backup === 'github') emit(scene, commentEffect(scene, telling, who))
  else if (backup === 'mail') {
    for (const person of who) if (mayMail(scene, 'chase', person)) emit(scene, mailEffect(scene, telling, person))
  } else if (backup !== 'phone') emit(scene, chatEffect(scene, telling, backup, who))
  if (!mayMail(scene, 'chase', snapshot.organizer)) return
  const sheet: Telling = { ...telling, because: { clause: 'B4', reason: SHEET, data: { who: { list: who } } }, occasion: { kind: 'call-sheet', snapshot, why: 'no-reply', calls: who.map((key) => ({ key })) } }
  emit(scene, { ...common(scene, sheet, `call-sheet:${snapshot.organizer}`, [snapshot.organizer]), way: 'mail', to: snapshot.organizer })
}

/** A channel that the invitation did not use: the first one's fall-back, else a comment on the issue. */
function otherChannel({ config, snapshot }: Scene): 'github' | 'mail' | 'phone' | ChatChannel {
  for (const channel of snapshot.channels) {
    const backup = config.fallback.get(channel)
    if (backup !== undefined) return backup
  }
  const used = chatChannels(snapshot)[0]
  return snapshot.channels.includes('mail') || used === undefined ? 'github' : 'mail'
}
