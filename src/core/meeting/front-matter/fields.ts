import type { Range } from '../../text/range.ts'
import type { YamlNode } from '../../yaml/node.ts'
import type { Key } from '../keys.ts'
import type { Fields, Field } from '../model.ts'
import { readChannels, readDays, readExtensions, readMaterials, readMoves } from './lists.ts'
import { readOptional, readPerson, readPersons } from './people.ts'
import { clip, readText, readTexts, readWord, refuse, type Reader } from './reader.ts'
import { readClock, readMinutes, readMinutesList, readMoment, readWall, readZone } from './times.ts'

/** Words of the keys whose values are words; the first beside each is its Chinese name. */
export const WORDS = {
  importance: { normal: ['一般', '普通', '正常'], high: ['重要', '高'] },
  urgency: { normal: ['一般', '普通', '正常', '不紧急'], urgent: ['紧急', '急'] },
  status: { planned: ['计划', '计划中', 'scheduled', 'confirmed'], draft: ['草稿'], cancelled: ['取消', '已取消', 'canceled'] },
} as const

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u
const URL = /^https?:\/\/[^\s/?#"<>\\]+\.?[^\s"<>\\]*$/i

type Read<T> = (reader: Reader, node: YamlNode) => T | undefined
type Plain = Exclude<keyof Fields, 'start' | 'startDay'>

/** What each key's value is read by, and the field that it becomes. `start`, `date` and `time` are joined apart. */
const READERS: { readonly [K in Exclude<Key, 'start' | 'date' | 'time'>]: readonly [Plain, Read<unknown>] } = {
  id: ['id', readId],
  title: ['title', readString],
  purpose: ['purpose', readString],
  outcome: ['outcome', readTexts],
  timezone: ['timezone', readZone],
  duration: ['duration', readMinutes],
  importance: ['importance', (reader, node) => readWord(reader, node, WORDS.importance)],
  urgency: ['urgency', (reader, node) => readWord(reader, node, WORDS.urgency)],
  status: ['status', (reader, node) => readWord(reader, node, WORDS.status)],
  reason: ['reason', readString],
  organizer: ['organizer', readPerson],
  room: ['room', readString],
  booking: ['booking', readString],
  equipment: ['equipment', readTexts],
  link: ['link', readUrl],
  backup_link: ['backupLink', readUrl],
  channels: ['channels', readChannels],
  required: ['required', readPersons],
  optional: ['optional', readOptional],
  attendees: ['attendees', readPersons],
  remote: ['remote', readPersons],
  rsvp_by: ['rsvpBy', readWall],
  remind: ['remind', readMinutesList],
  materials: ['materials', readMaterials],
  notes: ['notes', readTexts],
  series: ['series', readString],
  occurrence: ['occurrence', readWall],
  extended: ['extended', readExtensions],
  repeat: ['repeat', readString],
  except: ['except', readDays],
  move: ['move', readMoves],
  until: ['until', readDayText],
  review: ['review', readDayText],
}

export type MutableFields = { -readonly [K in keyof Fields]: Fields[K] }

/** Reads one key's value into the fields. True when it could be read; otherwise a problem says why. */
export function readField(reader: Reader, key: Key, keyRange: Range, node: YamlNode, fields: MutableFields): boolean {
  if (key === 'start' || key === 'date') return readStart(reader, key, keyRange, node, fields)
  if (key === 'time') return true
  const [name, read] = READERS[key]
  const value = read(reader, node)
  if (value === undefined) return false
  // The table pairs each field with the reader of its type; the compiler cannot follow the pair through the index.
  Object.assign(fields, { [name]: { value, range: node.range, keyRange } satisfies Field<unknown> })
  return true
}

function readStart(reader: Reader, key: 'start' | 'date', keyRange: Range, node: YamlNode, fields: MutableFields): boolean {
  const moment = readMoment(reader, node)
  if (moment === undefined) return false
  if (fields.start !== undefined || (key === 'date' && fields.startDay !== undefined)) return true
  if (moment.clock === undefined) fields.startDay = { value: moment.day, range: node.range, keyRange }
  else {
    fields.start = { value: `${moment.day}T${moment.clock}`, range: node.range, keyRange }
    delete fields.startDay
  }
  return true
}

/** Joins a day with the time of day beside it; a span of time also says how long, where no duration is written. */
export function joinTime(reader: Reader, keyRange: Range, node: YamlNode, hasDuration: boolean, fields: MutableFields): boolean {
  const clock = readClock(reader, node)
  if (clock === undefined) return false
  const day = fields.startDay
  if (day !== undefined && fields.start === undefined) {
    fields.start = { value: `${day.value}T${clock.start}`, range: day.range, keyRange: day.keyRange }
    delete fields.startDay
  }
  if (!hasDuration && clock.minutes !== undefined) fields.duration = { value: clock.minutes, range: node.range, keyRange }
  return true
}

function readString(reader: Reader, node: YamlNode): string | undefined {
  return readText(reader, node)?.value
}

function readId(reader: Reader, node: YamlNode): string | undefined {
  const text = readText(reader, node)
  if (text === undefined) return undefined
  return ID.test(text.value) ? text.value : refuse(reader, 'not-id', node.range)
}

function readUrl(reader: Reader, node: YamlNode): string | undefined {
  const text = readText(reader, node)
  if (text === undefined) return undefined
  return URL.test(text.value) ? text.value : refuse(reader, 'not-url', node.range, { value: clip(text.value) })
}

function readDayText(reader: Reader, node: YamlNode): string | undefined {
  return readMoment(reader, node)?.day
}
