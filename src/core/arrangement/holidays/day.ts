import { wallToUtc, weekdayOf } from '../zone.ts'
import { CHINA } from './china.generated.ts'
import { REGIONS, YEARS } from './regions.generated.ts'
import { ZONES } from './zones.generated.ts'

/** What a day is in a region. `unpublished` stands beside a weekday of a year for which the region's holidays are not known. */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'unpublished'

/** Friday and Saturday, Friday alone, and so on, where the week does not end with Saturday and Sunday. */
const WEEKENDS: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ...['BD', 'BH', 'DZ', 'EG', 'IL', 'IQ', 'JO', 'KW', 'LY', 'OM', 'PS', 'QA', 'SA', 'SD', 'SY', 'YE'].map((country) => [country, [5, 6]] as [string, number[]]),
  ['IR', [5]], ['AF', [4, 5]], ['NP', [6]], ['BN', [0, 5]],
])
const USUAL = [0, 6] as const

/**
 * What a day (`YYYY-MM-DD`) is in a region: a country such as `CN`, a part of one such as `DE-BY`, or undefined (`none`) for
 * weekends alone. China's make-up workdays (调休) are workdays; a year that is not published yet is said, not guessed.
 */
export function dayKind(day: string, region: string | undefined): DayKind {
  const country = region?.slice(0, 2)
  const weekend = (country === undefined ? USUAL : WEEKENDS.get(country) ?? USUAL).includes(weekdayOf(day))
  const plain = weekend ? 'weekend' : 'work'
  if (region === undefined || region === 'none') return plain
  if (country === 'CN') return chinaKind(day, plain)
  const year = Number(day.slice(0, 4))
  if (year < YEARS.first || year > YEARS.last || !Object.hasOwn(REGIONS, country ?? '')) return weekend ? 'weekend' : 'unpublished'
  return isHoliday(day, region, year) ? 'holiday' : plain
}

function chinaKind(day: string, plain: 'weekend' | 'work'): DayKind {
  const year = Number(day.slice(0, 4))
  if (year < CHINA.first || year > CHINA.last) return plain === 'weekend' ? 'weekend' : 'unpublished'
  const at = year - CHINA.first
  if (has(CHINA.work, at, day)) return 'work'
  return has(CHINA.off, at, day) ? 'holiday' : plain
}

function isHoliday(day: string, region: string, year: number): boolean {
  const at = year - YEARS.first
  const [more = '', fewer = ''] = (region.length > 2 ? REGIONS[region] ?? '' : '').split('|')
  if (has(more, at, day)) return true
  return has(REGIONS[region.slice(0, 2)] ?? '', at, day) && !has(fewer, at, day)
}

/** Looks a day up in a table of years, each a run of two-sign days of the year in base 36. */
function has(table: string, year: number, day: string): boolean {
  const days = table.split(',')[year] ?? ''
  const wanted = ((wallToUtc(day) - Date.UTC(Number(day.slice(0, 4)), 0, 1)) / 86_400_000).toString(36).padStart(2, '0')
  for (let at = 0; at < days.length; at += 2) if (days.startsWith(wanted, at)) return true
  return false
}

let countries: Map<string, string> | undefined

/** The country that a zone lies in, where it lies in one alone. */
export function countryOfZone(zone: string): string | undefined {
  if (countries === undefined) {
    countries = new Map()
    for (const [country, zones] of Object.entries(ZONES)) for (const each of zones.split(' ')) countries.set(each, country)
  }
  return countries.get(zone)
}
