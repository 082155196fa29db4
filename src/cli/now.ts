import { resolveWall, type Instant } from '../core/arrangement/zone.ts'
import { readMoment } from '../core/meeting/front-matter/times.ts'
import type { Language } from '../core/messages/message.ts'
import { UsageError } from './errors.ts'

/**
 * The instant that `--now` names: with `Z` or an offset as it says, without one in the configuration's zone (UTC without it).
 * Absent: the clock's.
 */
export function readNow(written: string | boolean | undefined, zone: string | undefined, language: Language): Instant {
  if (typeof written !== 'string') return Date.now()
  const wrong = (): never => {
    throw new UsageError(language === 'zh' ? `--now“${written}”不是时间，请写成 2026-12-01T09:00:00Z。` : `--now “${written}” is no time; write it as 2026-12-01T09:00:00Z.`)
  }
  const text = written.trim()
  if (/(?:z|[+-]\d\d:?\d\d)$/i.test(text) && /^\d{4}-\d\d-\d\d[t ]\d\d:\d\d/i.test(text)) {
    const instant = Date.parse(text.replace(' ', 'T'))
    return Number.isNaN(instant) ? wrong() : instant
  }
  const moment = readMoment({ text, key: 'now', problems: [] }, { kind: 'scalar', value: text, text, range: { start: 0, end: text.length }, quoted: false })
  if (moment === undefined) return wrong()
  return resolveWall(`${moment.day}T${moment.clock ?? '00:00'}`, zone ?? 'UTC').instant
}
