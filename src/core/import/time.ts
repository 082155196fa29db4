import type { Sureness } from './model.ts'

/** A time of day found in a text, and an end where a span stands there: minutes after midnight. */
export interface FoundTime {
  readonly start: number
  readonly end?: number
  readonly from: number
  readonly to: number
}

const HALF = '(上午|早上|中午|下午|晚上)?\\s*'
const CLOCK = `${HALF}(\\d{1,2})(?:[:：](\\d{2})(?::\\d{2}(?:\\.\\d+)?)?|\\s*[点时](半|\\d{1,2}(?=分))?分?)?(?:\\s*([ap])\\.?m\\b\\.?)?`
const SPAN = new RegExp(`(?<![\\d:：./-])${CLOCK}\\s*(?:[-–—−~～至到]|to|until)+\\s*${CLOCK}(?![\\d:：/])`, 'giu')
const SINGLE = new RegExp(`(?<![\\d:：./])${CLOCK}(?![\\d:：/])`, 'giu')

/** The first time of day in a text, spans before single times. A bare number is none. */
export function findTime(text: string): FoundTime | undefined {
  if (!/\d/.test(text)) return undefined
  for (const match of text.matchAll(SPAN)) {
    // One of the two has to be a clock beyond doubt; `9-10am` gives its half to both.
    if (!isClock(match, 6) || !(isClock(match, 1) || match[10] !== undefined)) continue
    const end = minutesOf(match, 6)
    const start = minutesOf(match, 1, match[5] === undefined ? match[10] : undefined, end)
    if (start === undefined || end === undefined) continue
    return { start, end, ...spanOf(match) }
  }
  for (const match of text.matchAll(SINGLE)) {
    const start = isClock(match, 1) ? minutesOf(match, 1) : undefined
    if (start !== undefined) return { start, ...spanOf(match) }
  }
  return undefined
}

function spanOf(match: RegExpExecArray): { from: number; to: number } {
  const lead = match[0].length - match[0].trimStart().length
  return { from: match.index + lead, to: match.index + match[0].trimEnd().length }
}

function isClock(match: RegExpExecArray, group: number): boolean {
  return match[group + 2] !== undefined || match[group + 4] !== undefined || /[点时]/.test(match[0])
}

function minutesOf(match: RegExpExecArray, group: number, half?: string, before = Infinity): number | undefined {
  const [word, hour, minute, chinese, own] = [match[group], match[group + 1], match[group + 2], match[group + 3], match[group + 4]]
  const hours = Number(hour)
  const minutes = minute !== undefined ? Number(minute) : chinese === '半' ? 30 : Number(chinese ?? 0)
  if (hours > 24 || minutes > 59) return undefined
  const late = (own ?? '').toLowerCase() === 'p' || word === '下午' || word === '晚上' || (word === '中午' && hours < 3)
  const early = (own ?? '').toLowerCase() === 'a'
  const shared = own === undefined && half?.toLowerCase() === 'p' && hours < 12 && (hours + 12) * 60 + minutes < before
  const hour24 = (late || shared) && hours < 12 ? hours + 12 : early && hours === 12 ? 0 : hours
  return hour24 < 24 ? hour24 * 60 + minutes : undefined
}

/** A zone found in a text: an IANA name, `UTC`, or an offset such as `UTC+08:00`. */
export interface FoundZone {
  readonly value: string
  readonly sureness: Sureness
  readonly from: number
  readonly to: number
}

const OFFSET = /(?<![a-z])(?:utc|gmt)\s*([+-]\s*\d{1,2})(?:[:：]?(\d{2}))?(?!\d)/i
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/北京(?:时间)?|中国标准时间|\bbeijing\b|\bshanghai\b|上海时间|china standard time/i, 'Asia/Shanghai'],
  [/\b(?:pacific(?: (?:standard|daylight))?(?: time)?|p[sd]?t)\b/i, 'America/Los_Angeles'],
  [/\b(?:eastern(?: (?:standard|daylight))?(?: time)?|e[sd]t)\b/i, 'America/New_York'],
  [/\b(?:central european(?: summer)? time)\b/i, 'Europe/Berlin'],
  [/\bindia(?:n)? standard time\b/i, 'Asia/Kolkata'],
  [/\b(?:japan standard time|tokyo)\b/i, 'Asia/Tokyo'],
  [/\bchicago\b/i, 'America/Chicago'],
  [/\bnew[ _]york\b/i, 'America/New_York'],
  [/\blos[ _]angeles\b/i, 'America/Los_Angeles'],
  [/\blondon\b/i, 'Europe/London'],
  [/\bparis\b/i, 'Europe/Paris'],
  [/\bberlin\b/i, 'Europe/Berlin'],
]

/** The zone that stands in a stretch of text beside a time. A place names it better than an offset. */
export function findZone(text: string): FoundZone | undefined {
  const offset = OFFSET.exec(text)
  for (const [pattern, value] of PLACES) {
    const match = pattern.exec(text)
    // An offset that the place does not have says that the words mean something else.
    if (match === null || (offset !== null && value !== 'Asia/Shanghai')) continue
    const from = Math.min(match.index, offset?.index ?? match.index)
    return { value, sureness: 'sure', from, to: from === match.index ? match.index + match[0].length : from + (offset?.[0].length ?? 0) }
  }
  const iana = /\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?\b/.exec(text)
  if (iana !== null) return { value: iana[0], sureness: 'sure', from: iana.index, to: iana.index + iana[0].length }
  if (offset !== null) return { value: offsetName(offset[1] ?? '', offset[2]), sureness: 'sure', from: offset.index, to: offset.index + offset[0].length }
  const utc = /(?<![a-z])(?:utc|gmt)(?![a-z+])|(?<=\d)z(?![a-z])/i.exec(text)
  return utc === null ? undefined : { value: 'UTC', sureness: 'sure', from: utc.index, to: utc.index + utc[0].length }
}

function offsetName(hours: string, minutes: string | undefined): string {
  const sign = hours.startsWith('-') ? '-' : '+'
  const number = Number(hours.replace(/[+\-\s]/g, ''))
  return number === 0 && Number(minutes ?? 0) === 0 ? 'UTC' : `UTC${sign}${String(number).padStart(2, '0')}:${minutes ?? '00'}`
}

/**
 * The IANA name under which an offset can be written into a meeting file; undefined for one of half an hour, which has none.
 * `Etc/GMT-8` is eight hours east of Greenwich: its sign is POSIX's.
 */
export function zoneName(found: string): string | undefined {
  const match = /^UTC([+-])(\d{2}):(\d{2})$/.exec(found)
  if (match === null) return found
  return match[3] === '00' && Number(match[2]) <= 14 ? `Etc/GMT${match[1] === '+' ? '-' : '+'}${Number(match[2])}` : undefined
}

/** `HH:MM` of minutes after midnight. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
