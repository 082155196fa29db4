import { resolvePerson } from '../../core/arrangement/who.ts'
import type { Config } from '../../core/config/model.ts'
import type { PersonRef } from '../../core/meeting/model.ts'
import type { Language } from '../../core/messages/message.ts'
import { keysOf } from '../../core/arrangement/who.ts'
import { namesFor } from '../../core/render/notice/notice.ts'
import { directoryOf } from '../../core/render/notice/reader.ts'
import type { PersonSummary } from '../protocol.ts'

/** Somebody by their printable key, with the name that people know; nothing of an address is in either. */
export function personOf(key: string, config: Config, language: Language): PersonSummary {
  return { key, name: namesFor(directoryOf(config).name, language)(key) }
}

/** Whom a reference names, where it is one person; a name that nobody in the directory has stands for itself. */
export function ownerOf(ref: PersonRef | undefined, config: Config, language: Language): PersonSummary | undefined {
  if (ref === undefined) return undefined
  const found = resolvePerson(ref, config)
  if (found.kind === 'group') return { key: found.group, name: found.group }
  const [key] = keysOf(ref, config)
  if (key !== undefined) return personOf(key, config, language)
  return ref.form === 'mail' ? undefined : { key: ref.value, name: ref.value }
}
