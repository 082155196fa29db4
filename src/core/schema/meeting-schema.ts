import { CHANNELS } from '../config/model.ts'
import { KEYS, type Key } from '../meeting/keys.ts'
import { CHANNEL_WORDS, EXTENSION_KEYS, MATERIAL_KEYS } from '../meeting/front-matter/lists.ts'
import { WORDS } from '../meeting/front-matter/fields.ts'

/** A part of a JSON Schema (draft 2020-12). */
export type Schema = Readonly<Record<string, unknown>>

const TEXT: Schema = { type: ['string', 'number', 'boolean'] }
const TEXTS: Schema = { anyOf: [TEXT, { type: 'array', items: TEXT }] }
const MOMENT: Schema = { type: 'string', pattern: '^\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}' }
const PERSONS: Schema = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: ['string', 'object'] } }] }
const URL: Schema = { type: 'string', pattern: '^[hH][tT][tT][pP][sS]?://' }
const YES_NO: Schema = { enum: [true, false, 'true', 'false', 'yes', 'no', '是', '否', '需要', '不需要', '要', '不要'] }

/** What each key's value may be; words come from the tables that the reader uses. */
const VALUES: Readonly<Record<Key, Schema>> = {
  id: { type: ['string', 'number'], pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}$' },
  title: TEXT, purpose: TEXT, outcome: TEXTS,
  start: MOMENT, date: MOMENT, time: { type: 'string' }, timezone: { type: 'string', pattern: '^(?:UTC|[^/]+/.+)$' }, duration: { type: 'string', minLength: 2 },
  importance: wordsOf('importance'), urgency: wordsOf('urgency'), status: wordsOf('status'), reason: TEXT,
  organizer: { type: 'string' }, room: TEXT, booking: TEXT, equipment: TEXTS, link: URL, backup_link: URL,
  channels: { type: ['array', 'string'], items: { enum: CHANNELS.flatMap((name) => [name, ...CHANNEL_WORDS[name]]) } },
  required: PERSONS, optional: { type: ['array', 'string', 'object'], items: { type: ['string', 'object'] } }, attendees: PERSONS, remote: PERSONS,
  rsvp_by: MOMENT, remind: TEXTS,
  materials: {
    type: ['array', 'string', 'object'],
    items: { anyOf: [{ type: 'string' }, inner(MATERIAL_KEYS, { path: { type: 'string' }, url: { type: 'string' }, as_of: MOMENT, read_before: YES_NO, note: TEXT })] },
  },
  notes: TEXTS, series: TEXT, occurrence: MOMENT,
  extended: { type: ['array', 'object'], items: inner(EXTENSION_KEYS, { by: { type: 'string' }, reason: TEXT }) },
  repeat: { type: 'string' }, except: TEXTS, move: { type: ['object', 'array'] }, until: MOMENT, review: MOMENT,
}

/** The JSON Schema of a meeting file's front matter: every key in both languages and its other spellings. */
export function meetingSchema(): Schema {
  const properties: Record<string, unknown> = {}
  for (const [key, names] of Object.entries(KEYS) as [Key, { zh: string; also?: readonly string[] }][]) {
    for (const name of [key, names.zh, ...(names.also ?? [])]) properties[name] = { ...VALUES[key], description: `${key} · ${names.zh}` }
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://convoke.dev/schemas/meeting.schema.json',
    title: 'Convoke meeting file, front matter',
    type: 'object',
    properties,
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  }
}

function wordsOf(key: keyof typeof WORDS): Schema {
  return { enum: Object.entries<readonly string[]>(WORDS[key]).flatMap(([word, also]) => [word, ...also]) }
}

function inner<K extends string>(keys: Readonly<Record<K, string>>, values: Readonly<Record<K, Schema>>): Schema {
  const properties: Record<string, Schema> = {}
  for (const key of Object.keys(keys) as K[]) {
    properties[key] = values[key]
    properties[keys[key]] = values[key]
  }
  return { type: 'object', properties, patternProperties: { '^x-': {} }, additionalProperties: false }
}
