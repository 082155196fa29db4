import { readDuration } from '../../config/duration.ts'
import { isOffset, isZone } from '../../config/zone-name.ts'
import type { Located } from '../../text/range.ts'
import type { YamlNode, YamlScalar } from '../../yaml/node.ts'
import { clip, innerRange, refuse, type Reader } from './reader.ts'

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/
const WEEKDAY = /^\s*[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?/
const CLOCK = /^(\d{1,2})\s*(?:[:：时点]\s*(\d{2})?)(?:[:：](\d{2}))?\s*分?/
const OFFSET = /^\s*(?:z|utc|gmt)?\s*(?:[+-]\s*\d{1,2}(?::?\d{2})?|z|utc|gmt)$/i

/** A written date with or without a time of day. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** `HH:MM`. */
  readonly clock?: string
}

/** Reads a date, and a time of day where one stands there; what cannot be is reported. */
export function readMoment(reader: Reader, node: YamlNode): Moment | undefined {
  const scalar = scalarOf(reader, node)
  if (scalar === undefined) return undefined
  const written = scalar.text.trim()
  const date = DAY.exec(written)
  if (date === null) return refuse(reader, 'not-time', scalar.range, { value: clip(written) })
  const day = makeDay(date)
  if (day === undefined) return refuse(reader, 'no-such-day', scalar.range, { value: date[0].trim() })
  const rest = written.slice(date[0].length).replace(WEEKDAY, '').replace(/^\s*[tT]?\s*/, '')
  if (rest === '') return { day }
  const clock = CLOCK.exec(rest)
  if (clock === null) return refuse(reader, OFFSET.test(rest) ? 'offset' : 'not-time', scalar.range, { value: clip(written) })
  const behind = rest.slice(clock[0].length)
  if (OFFSET.test(behind)) return refuse(reader, 'offset', scalar.range)
  if (behind.trim() !== '') return refuse(reader, 'not-time', scalar.range, { value: clip(written) })
  const time = makeClock(clock[1], clock[2])
  if (time === undefined) return refuse(reader, 'no-such-time', scalar.range, { value: clock[0].trim() })
  return { day, clock: time }
}

/** A wall time; a day alone is refused. */
export function readWall(reader: Reader, node: YamlNode): string | undefined {
  const moment = readMoment(reader, node)
  if (moment === undefined) return undefined
  if (moment.clock === undefined) return refuse(reader, 'not-time', node.range, { value: moment.day })
  return `${moment.day}T${moment.clock}`
}

/** A day, or a wall time where a clock stands beside it. */
export function readDayOrWall(reader: Reader, node: YamlNode): string | undefined {
  const moment = readMoment(reader, node)
  return moment === undefined ? undefined : moment.clock === undefined ? moment.day : `${moment.day}T${moment.clock}`
}

export function readDay(reader: Reader, node: YamlNode): string | undefined {
  const scalar = scalarOf(reader, node)
  if (scalar === undefined) return undefined
  const written = scalar.text.trim()
  const date = DAY.exec(written)
  if (date === null || written.slice(date[0].length).replace(WEEKDAY, '').trim() !== '') return refuse(reader, 'not-date', scalar.range, { value: clip(written) })
  return makeDay(date) ?? refuse(reader, 'no-such-day', scalar.range, { value: clip(written) })
}

/** A time of day `14:00`, or a span `14:00-15:30`, whose length then says the duration. */
export function readClock(reader: Reader, node: YamlNode): { readonly start: string; readonly minutes?: number } | undefined {
  const scalar = scalarOf(reader, node)
  if (scalar === undefined) return undefined
  const written = scalar.text.trim()
  const first = CLOCK.exec(written)
  if (first === null) return refuse(reader, 'not-clock', scalar.range, { value: clip(written) })
  const start = makeClock(first[1], first[2])
  if (start === undefined) return refuse(reader, 'no-such-time', scalar.range, { value: clip(written) })
  const rest = written.slice(first[0].length).trim()
  if (rest === '') return { start }
  const dash = /^(?:[-–—~～至到]|to)\s*/.exec(rest)
  const second = dash === null ? null : CLOCK.exec(rest.slice(dash[0].length))
  const end = second === null || second[0].length + (dash?.[0].length ?? 0) < rest.length ? undefined : makeClock(second[1], second[2])
  const minutes = end === undefined ? 0 : minutesOf(end) - minutesOf(start)
  // What follows a later time of day is an offset from UTC, unless it is a later time itself.
  if (minutes <= 0 && OFFSET.test(rest)) return refuse(reader, 'offset', scalar.range)
  if (end === undefined) return refuse(reader, 'not-clock', scalar.range, { value: clip(written) })
  return minutes > 0 ? { start, minutes } : { start }
}

export function readZone(reader: Reader, node: YamlNode): string | undefined {
  const scalar = scalarOf(reader, node)
  if (scalar === undefined) return undefined
  const name = scalar.text.trim()
  if (isZone(name)) return name
  return refuse(reader, isOffset(name) ? 'offset-zone' : 'not-zone', scalar.range, { value: clip(name) })
}

export function readMinutes(reader: Reader, node: YamlNode): number | undefined {
  const scalar = scalarOf(reader, node)
  if (scalar === undefined) return undefined
  const minutes = readDuration(scalar.text)
  return minutes === undefined || minutes === 0 ? refuse(reader, 'not-duration', scalar.range, { value: clip(scalar.text) }) : minutes
}

export function readMinutesList(reader: Reader, node: YamlNode): Located<number>[] | undefined {
  const found: Located<number>[] = []
  for (const item of node.kind === 'list' ? node.items : [node]) {
    const minutes = readMinutes(reader, item)
    if (minutes === undefined) return undefined
    found.push({ value: minutes, range: item.kind === 'scalar' ? innerRange(reader.text, item) : item.range })
  }
  return found
}

function scalarOf(reader: Reader, node: YamlNode): YamlScalar | undefined {
  return node.kind === 'scalar' ? node : refuse(reader, 'not-text', node.range)
}

function makeDay(date: RegExpExecArray): string | undefined {
  const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return `${date[1] ?? ''}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function makeClock(hours: string | undefined, minutes: string | undefined): string | undefined {
  const [hour, minute] = [Number(hours), Number(minutes ?? '0')]
  return hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}
