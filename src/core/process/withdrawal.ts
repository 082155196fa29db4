import { announced } from './ledger.ts'
import { emit, mailEffect, mayMail, type Scene, type Telling } from './scene.ts'

const REASON = { en: 'They are no longer among those who are asked to come.', zh: '不再在参会名单中。' }

/** Whoever was invited and is no longer asked gets a CANCEL of their own; the others are not troubled (B6). */
export function withdraw(scene: Scene, asked: ReadonlySet<string>): void {
  const { entry } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined) return
  for (const recipient of Object.keys(entry.told)) {
    const person = recipient.startsWith('mail:') ? recipient.slice('mail:'.length) : undefined
    if (person === undefined || asked.has(person) || !mayMail(scene, 'change', person)) continue
    const before = entry.snapshots[String(entry.told[recipient])] ?? snapshot
    const telling: Telling = {
      kind: 'change', part: 'withdrawal', revision: entry.revision, because: { clause: 'B6', reason: REASON }, occasion: { kind: 'withdrawal', snapshot: before },
      calendar: [{ key: person, role: 'required' }],
    }
    emit(scene, mailEffect(scene, telling, person))
    entry.told = Object.fromEntries(Object.entries(entry.told).filter(([each]) => each !== recipient))
  }
}
