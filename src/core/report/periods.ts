import { resolveWall, addDays, wallAt, weekdayOf, type Instant } from '../arrangement/zone.ts'

/** A span of time on a chart's axis. */
export interface Period<T> {
  /** `2026-11`, `2026-Q4` or `2026`. */
  readonly name: string
  readonly unit: 'month' | 'quarter' | 'year'
  /** What falls into it; empty where nothing does. */
  readonly members: readonly T[]
}

/** As many as fit side by side. */
const MOST = 24

/**
 * Things of months (`YYYY-MM`) laid along an axis without gaps, by month, quarter or year: the shortest that leaves room. Years beyond
 * the axis, which a slip of the pen makes, are left out.
 */
export function periodsOf<T extends { readonly month: string }>(months: readonly T[], today: string): Period<T>[] {
  const year = Number(today.slice(0, 4))
  const within = months.filter(({ month }) => Math.abs(Number(month.slice(0, 4)) - year) < MOST)
  const [first, last] = [within[0]?.month, within[within.length - 1]?.month]
  if (first === undefined || last === undefined) return []
  for (const unit of ['month', 'quarter', 'year'] as const) {
    const [from, to] = [indexOf(first, unit), indexOf(last, unit)]
    if (to - from >= MOST && unit !== 'year') continue
    return Array.from({ length: Math.min(to - from + 1, MOST) }, (_, at) => {
      const index = to - Math.min(to - from, MOST - 1) + at
      return { name: nameOf(index, unit), unit, members: within.filter(({ month }) => indexOf(month, unit) === index) }
    })
  }
  return []
}

function indexOf(month: string, unit: Period<unknown>['unit']): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return unit === 'year' ? year : unit === 'quarter' ? year * 4 + Math.floor((number - 1) / 3) : year * 12 + number - 1
}

function nameOf(index: number, unit: Period<unknown>['unit']): string {
  if (unit === 'year') return String(index)
  if (unit === 'quarter') return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The last instants of the `count` months before the one of `now`, oldest first, by a zone's clocks. */
export function monthEnds(now: Instant, zone: string, count: number): Instant[] {
  let first = `${wallAt(now, zone).slice(0, 7)}-01`
  const ends: Instant[] = []
  while (ends.length < count) {
    ends.unshift(resolveWall(`${first}T00:00`, zone).instant - 1)
    first = `${addDays(first, -1).slice(0, 7)}-01`
  }
  return ends
}

/** The last instants of the `count` weeks before the one of `now`, which begin on Monday. */
export function weekEnds(now: Instant, zone: string, count: number): Instant[] {
  const today = wallAt(now, zone).slice(0, 10)
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  return Array.from({ length: count }, (_, at) => resolveWall(`${addDays(monday, -7 * (count - 1 - at))}T00:00`, zone).instant - 1)
}
