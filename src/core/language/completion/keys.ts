import { EXTENSION_KEYS, MATERIAL_KEYS } from '../../meeting/front-matter/lists.ts'
import { KEYS, type Key } from '../../meeting/keys.ts'
import type { Message } from '../../messages/message.ts'
import { keyName } from '../../rules/edits.ts'
import type { LanguageContext } from '../context.ts'
import { keyText } from '../hover/key.ts'
import { KEY_TEXTS } from '../key-texts.ts'
import type { Completion } from '../shapes.ts'
import type { Place } from './place.ts'
import { propose, type Proposed } from './proposal.ts'

const MESSAGES = {
  required: { en: 'missing', zh: '缺少' },
} satisfies Record<string, Message>

/** Keys that a meeting needs, in the order in which one writes them; a room or a link is enough. */
const NEEDED: readonly Key[] = ['id', 'title', 'purpose', 'outcome', 'start', 'duration', 'organizer', 'room', 'link', 'required', 'rsvp_by']
const USUAL: readonly Key[] = ['timezone', 'optional', 'backup_link', 'materials', 'equipment', 'importance', 'urgency', 'remote', 'channels', 'notes', 'remind', 'booking', 'status', 'reason']
const SERIES: readonly Key[] = ['repeat', 'until', 'review', 'except', 'move', 'series', 'occurrence', 'extended']
/** Keys under which the next line begins an item. */
const LISTS: ReadonlySet<Key> = new Set(['optional', 'materials', 'notes', 'extended'])
const FREE: ReadonlySet<Key> = new Set(['title', 'purpose', 'outcome', 'reason', 'notes', 'booking', 'optional', 'materials', 'extended', 'move'])

/** Keys that are not there yet, in the file's language: what is missing first (A1 to A8, B3), then what is usual, then a series' own. */
export function keyCompletions(context: LanguageContext, place: Place & { kind: 'key' }): Completion[] {
  const { meeting, text, language } = context
  const present = new Set((meeting.frontMatter?.entries ?? []).filter(({ keyRange }) => keyRange.end < place.range.start || keyRange.start > place.range.end).map(({ key }) => key))
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  // A key before which a colon stands already is only renamed.
  const hasColon = /^[^\s:：]*\s*[:：]/.test(place.after)
  const chinese = (meeting.frontMatter?.entries.length ?? 0) === 0 ? meeting.language === 'zh' : keyName(meeting, 'id') !== 'id'
  const offer = (keys: readonly Key[], group: number): Completion[] => propose(place.range, keys.filter((key) => !present.has(key) && !excluded(key, present)).map((key): Proposed => {
    const name = chinese ? KEYS[key].zh : key
    // One of room and link is enough.
    const needed = group === 0 && !(key === 'room' && present.has('link')) && !(key === 'link' && present.has('room'))
    return {
      label: name, kind: 'key', text: hasColon ? name : LISTS.has(key) ? `${name}:${end}  - ` : `${name}: `, also: [key, KEYS[key].zh],
      detail: `${needed ? `${MESSAGES.required[language]} · ` : ''}${KEY_TEXTS[key].means[language]}`, documentation: keyText(key, language), continues: !FREE.has(key) || key === 'optional' || key === 'materials',
    }
  }), group)
  return [...offer(NEEDED, 0), ...offer(USUAL, 1), ...offer(SERIES, 2)]
}

function excluded(key: Key, present: ReadonlySet<Key | undefined>): boolean {
  if (key === 'start') return present.has('date')
  if (key === 'backup_link') return !present.has('link')
  if (key === 'booking' || key === 'equipment') return !present.has('room')
  if (key === 'reason') return !present.has('status')
  return SERIES.slice(1, 5).includes(key) && !present.has('repeat') ? true : key === 'occurrence' && !present.has('series')
}

/** Keys within an item of the materials or of the extensions. */
export function innerKeyCompletions({ meeting }: LanguageContext, place: Place & { kind: 'inner-key' }): Completion[] {
  const names: Readonly<Record<string, string>> = place.key === 'materials' ? MATERIAL_KEYS : place.key === 'extended' ? EXTENSION_KEYS : {}
  const chinese = keyName(meeting, 'id') !== 'id'
  return propose(place.range, Object.entries(names).map(([key, zh]) => ({ label: chinese ? zh : key, kind: 'key', text: `${chinese ? zh : key}: `, also: [key, zh], continues: true })))
}
