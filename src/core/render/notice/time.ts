import { MINUTE, addMinutes, offsetAt, resolveWall, wallAt, type Instant } from '../../arrangement/zone.ts'
import type { Language } from '../../messages/message.ts'
import { renderValue } from '../../messages/render.ts'
import type { Snapshot } from '../../process/snapshot.ts'
import { everybody, type Directory } from './reader.ts'

/** A meeting's span of time. */
export interface Span {
  readonly start: Instant
  readonly end: Instant
}

/** From start to end of what is announced. */
export function spanOf(snapshot: Snapshot): Span {
  const start = resolveWall(snapshot.start, snapshot.zone).instant
  return { start, end: start + snapshot.duration * MINUTE }
}

/** `Thu 2026-12-03 14:00–15:30 (Shanghai time, UTC+8)`, 2026-12-03（周四）14:00–15:30（北京时间，UTC+8）. */
export function showSpan(span: Span, zone: string, language: Language): string {
  const start = wallAt(span.start, zone)
  const end = wallAt(span.end, zone)
  const sameDay = end.slice(0, 10) === start.slice(0, 10)
  const until = sameDay ? end.slice(11) : `${language === 'zh' ? '' : ' '}${renderValue({ wall: end }, language)}`
  return renderValue({ wall: start }, language) + (sameDay ? '–' : language === 'zh' ? ' – ' : ' –') + until.trimEnd()
    + zoneNote(zone, span.start, language)
}

/** A point in time in a zone, with the zone's name. */
export function showInstant(instant: Instant, zone: string, language: Language): string {
  return renderValue({ wall: wallAt(instant, zone) }, language) + zoneNote(zone, instant, language)
}

/** ` (Shanghai time, UTC+8)`. */
export function zoneNote(zone: string, instant: Instant, language: Language): string {
  const name = zoneName(zone, language)
  const offset = showOffset(zone, instant)
  return language === 'zh' ? `（${name}，${offset}）` : ` (${name}, ${offset})`
}

/** `UTC+5:30`. */
export function showOffset(zone: string, instant: Instant): string {
  const offset = offsetAt(instant, zone)
  const minutes = Math.abs(offset)
  const rest = minutes % 60
  return `UTC${offset < 0 ? '-' : '+'}${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

/** What people call a zone's time. A city without a Chinese name in common use keeps its own. */
export function zoneName(zone: string, language: Language): string {
  if (/^(?:UTC|GMT|Etc\/)/.test(zone)) return zone.replace('Etc/', '')
  const city = (zone.split('/').pop() ?? zone).replaceAll('_', ' ')
  if (language === 'en') return `${city} time`
  const name = ZONES_ZH[zone]
  return name === undefined ? `${city} 时间` : `${name}时间`
}

const ZONES_ZH: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京', 'Asia/Chongqing': '北京', 'Asia/Urumqi': '新疆', 'Asia/Hong_Kong': '香港', 'Asia/Macau': '澳门',
  'Asia/Taipei': '台北', 'Asia/Singapore': '新加坡', 'Asia/Tokyo': '东京', 'Asia/Seoul': '首尔', 'Asia/Kolkata': '印度',
  'Asia/Bangkok': '曼谷', 'Asia/Jakarta': '雅加达', 'Asia/Dubai': '迪拜', 'Asia/Kuala_Lumpur': '吉隆坡', 'Asia/Manila': '马尼拉',
  'Asia/Ho_Chi_Minh': '胡志明市', 'Europe/London': '伦敦', 'Europe/Berlin': '柏林', 'Europe/Paris': '巴黎', 'Europe/Madrid': '马德里',
  'Europe/Rome': '罗马', 'Europe/Amsterdam': '阿姆斯特丹', 'Europe/Zurich': '苏黎世', 'Europe/Stockholm': '斯德哥尔摩',
  'Europe/Moscow': '莫斯科', 'Europe/Dublin': '都柏林', 'America/New_York': '纽约', 'America/Chicago': '芝加哥', 'America/Denver': '丹佛',
  'America/Los_Angeles': '洛杉矶', 'America/Toronto': '多伦多', 'America/Vancouver': '温哥华', 'America/Sao_Paulo': '圣保罗',
  'Australia/Sydney': '悉尼', 'Australia/Melbourne': '墨尔本', 'Pacific/Auckland': '奥克兰',
}

/** People whose clocks show the same. */
export interface LocalTime {
  /** The zone of the first of them. */
  readonly zone: string
  readonly keys: readonly string[]
}

export interface LocalTimes {
  readonly groups: readonly LocalTime[]
  /** Keys of those whose zone is not known. */
  readonly unknown: readonly string[]
}

/**
 * The local times of everybody whose zone is known, the meeting's own first, zones whose clocks show the same during the
 * meeting taken together, and those of whom nothing is known.
 */
export function localTimes(snapshot: Snapshot, directory: Directory): LocalTimes {
  const { start } = spanOf(snapshot)
  const groups = new Map<number, { zone: string; keys: string[] }>()
  groups.set(offsetAt(start, snapshot.zone), { zone: snapshot.zone, keys: [] })
  const unknown: string[] = []
  for (const key of everybody(snapshot)) {
    const zone = directory.zone(key)
    if (zone === undefined) {
      unknown.push(key)
      continue
    }
    const group = groups.get(offsetAt(start, zone))
    if (group === undefined) groups.set(offsetAt(start, zone), { zone, keys: [key] })
    else group.keys.push(key)
  }
  return { groups: [...groups.values()], unknown }
}

/** When each agenda item begins, on the meeting's clock; undefined from the first item whose time is not given on. */
export function agendaClocks(snapshot: Snapshot): readonly (string | undefined)[] {
  let at: number | undefined = 0
  return snapshot.agenda.map(({ minutes }) => {
    const clock = at === undefined ? undefined : addMinutes(snapshot.start, at).slice(11)
    at = at === undefined || minutes === undefined ? undefined : at + minutes
    return clock
  })
}
