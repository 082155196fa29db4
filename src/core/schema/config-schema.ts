import { CHANNELS } from '../config/model.ts'
import { CONFIG_KEYS, OUTSIDE, ROOM_KEYS } from '../config/parse.ts'
import { PERSON_KEYS } from '../config/people.ts'
import { CHANNEL_KEYS } from '../config/policy.ts'
import type { OptionSchema, Rule } from '../rules/rule.ts'
import type { Schema } from './meeting-schema.ts'

const TEXT: Schema = { type: 'string' }
const TEXTS: Schema = { anyOf: [TEXT, { type: 'array', items: { type: ['string', 'number'] } }] }
const GLOB: Schema = { type: 'string', not: { pattern: OUTSIDE } }
const GLOBS: Schema = { anyOf: [GLOB, { type: 'array', items: GLOB }] }
const ZONE: Schema = { type: 'string', pattern: '^(?:UTC|[^/]+/.+)$' }
const SPAN: Schema = { type: 'string', pattern: '^\\d{1,2}:\\d\\d\\s*[-–—~至]\\s*\\d{1,2}:\\d\\d$' }
const REGION: Schema = { type: 'string', pattern: '^(?:none|[A-Z]{2}(?:-[A-Z0-9]{1,3})?)$' }
const LANGUAGE: Schema = { enum: ['en', 'zh'] }
const CHANNEL: Schema = { enum: CHANNELS }
const CELLS: Schema = closed({ normal: { type: 'array', items: CHANNEL }, urgent: { type: 'array', items: CHANNEL } })

/** The JSON Schema of `.convoke.yml`, rules and their options included. */
export function configSchema(rules: readonly Rule[]): Schema {
  const values: Readonly<Record<(typeof CONFIG_KEYS)[number], Schema>> = {
    meetings: GLOBS, language: LANGUAGE, timezone: ZONE, working_hours: SPAN, holiday_region: REGION, adopted: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
    remind: TEXTS, minutes: closed({ within: TEXT }), digest: { enum: ['daily', 'weekly'] },
    people: mapOf(person()), groups: mapOf(TEXTS), rooms: mapOf(room()),
    channels: { type: 'object', propertyNames: CHANNEL, additionalProperties: closed(Object.fromEntries(CHANNEL_KEYS.map((key) => [key, TEXT]))) },
    policy: closed({ channels: closed({ normal: CELLS, high: CELLS }), fallback: { type: 'object', propertyNames: CHANNEL, additionalProperties: CHANNEL } }),
    conference_hosts: TEXTS, rules: closed(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]))),
    namespace: { type: 'string', format: 'uuid' }, vocabulary: TEXTS, identity: TEXTS,
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://convoke.dev/schemas/convoke.schema.json',
    title: 'Convoke configuration, .convoke.yml',
    ...closed(Object.fromEntries(CONFIG_KEYS.map((key) => [key, values[key]]))),
  }
}

function person(): Schema {
  const own: Readonly<Record<string, Schema>> = { language: LANGUAGE, timezone: ZONE, working_hours: SPAN, holiday_region: REGION, outside: { type: 'boolean' } }
  return closed(Object.fromEntries(PERSON_KEYS.map((key) => [key, own[key] ?? { type: ['string', 'number'] }])))
}

function room(): Schema {
  const own: Readonly<Record<string, Schema>> = { capacity: { type: 'integer', minimum: 1 }, equipment: TEXTS, booking: { enum: ['required', 'free'] }, timezone: ZONE }
  return closed(Object.fromEntries(ROOM_KEYS.map((key) => [key, own[key] ?? { type: ['string', 'number'] }])))
}

function ruleSchema({ summary, options = {} }: Rule): Schema {
  const severity: Schema = { enum: ['off', 'info', 'warning', 'error'] }
  const own = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)]))
  return { description: summary.en, anyOf: [severity, closed({ severity, ...own })] }
}

function optionSchema(option: OptionSchema): Schema {
  const description = option.description.en
  if (option.type === 'integer') return { type: 'integer', minimum: option.minimum, maximum: option.maximum, default: option.default, description }
  return option.type === 'boolean' ? { type: 'boolean', default: option.default, description } : { type: 'array', items: TEXT, default: option.default, description }
}

function mapOf(schema: Schema): Schema {
  return { type: 'object', additionalProperties: schema }
}

function closed(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: 'object', properties, patternProperties: { '^x-': {} }, additionalProperties: false }
}
