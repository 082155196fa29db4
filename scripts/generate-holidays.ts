/*
 * Writes the tables of public holidays that the core carries: China's, with its make-up workdays, from chinese-days, other
 * regions' from date-holidays, whose 1.5 MB are too much for a browser. With --check it only compares.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Holidays from 'date-holidays'
import { keepGenerated } from './generated.ts'

const YEARS = { first: 2025, last: 2032 }
const require = createRequire(import.meta.url)

/** Day of the year, zero-based, as two signs of base 36. */
function dayCode(date: string): string {
  const year = Number(date.slice(0, 4))
  const day = (Date.parse(`${date}T00:00Z`) - Date.UTC(year, 0, 1)) / 86_400_000
  return day.toString(36).padStart(2, '0')
}

function code(days: Iterable<string>, first: number, last: number): string {
  const byYear = new Map<number, string[]>()
  for (const day of days) {
    const year = Number(day.slice(0, 4))
    byYear.set(year, [...(byYear.get(year) ?? []), dayCode(day)])
  }
  return Array.from({ length: last - first + 1 }, (_, at) => [...new Set(byYear.get(first + at) ?? [])].sort().join('')).join(',')
}

function china(): string {
  const data = JSON.parse(readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8')) as { holidays: Record<string, string>; workdays: Record<string, string> }
  const days = Object.keys(data.holidays)
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b)
  const [first = 0, last = 0] = [years[0], years[years.length - 1]]
  return `/** China's public holidays and make-up workdays (调休), ${first} to ${last}; later years are not published yet. From chinese-days. */
export const CHINA = {
  first: ${first},
  last: ${last},
  off: '${code(days, first, last)}',
  work: '${code(Object.keys(data.workdays), first, last)}',
} as const
`
}

function publicDays(rules: Holidays): string[] {
  const days: string[] = []
  for (let year = YEARS.first; year <= YEARS.last; year++) {
    for (const holiday of rules.getHolidays(year)) {
      if (holiday.type !== 'public') continue
      // A holiday that begins at noon or the evening leaves its day a workday.
      if (!/00:00:00/.test(holiday.date)) continue
      const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00Z`)
      const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000))
      for (let at = 0; at < length; at++) days.push(new Date(first + at * 86_400_000).toISOString().slice(0, 10))
    }
  }
  return days.filter((day) => Number(day.slice(0, 4)) >= YEARS.first && Number(day.slice(0, 4)) <= YEARS.last)
}

function regions(): string {
  const lines: string[] = []
  for (const country of Object.keys(new Holidays().getCountries('en')).sort()) {
    if (country === 'CN') continue
    const own = publicDays(new Holidays(country))
    lines.push(`  '${country}': '${code(own, YEARS.first, YEARS.last)}',`)
    for (const state of statesOf(country).sort()) {
      const there = new Set(publicDays(new Holidays(country, state)))
      const missing = own.filter((day) => !there.has(day))
      const more = [...there].filter((day) => !own.includes(day))
      if (more.length === 0 && missing.length === 0) continue
      lines.push(`  '${country}-${state}': '${code(more, YEARS.first, YEARS.last)}${missing.length > 0 ? `|${code(missing, YEARS.first, YEARS.last)}` : ''}',`)
    }
  }
  return `/** Years that the tables below cover. */
export const YEARS = { first: ${YEARS.first}, last: ${YEARS.last} } as const

/**
 * Public holidays by region: for each year the days of the year in base 36. A part of a country has only the days by which it
 * differs: further ones, and behind a bar those that it does not keep. From date-holidays.
 */
export const REGIONS: Readonly<Record<string, string>> = {
${lines.join('\n')}
}
`
}

/** The parts of a country; the library gives nothing for a country without any, whatever its types say. */
function statesOf(country: string): string[] {
  const states: unknown = new Holidays().getStates(country, 'en')
  return states === undefined || states === null ? [] : Object.keys(states)
}

/** Zones that lie in one country alone. */
function zones(): string {
  const countries = new Map<string, Set<string>>()
  for (const country of Object.keys(new Holidays().getCountries('en'))) {
    const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] }
    for (const zone of locale.getTimeZones?.() ?? locale.timeZones ?? []) countries.set(zone, (countries.get(zone) ?? new Set()).add(country))
  }
  // The host's data may know a zone by an older name than people write.
  for (const [old, now] of [['Asia/Calcutta', 'Asia/Kolkata'], ['Asia/Saigon', 'Asia/Ho_Chi_Minh'], ['Asia/Katmandu', 'Asia/Kathmandu'], ['Asia/Rangoon', 'Asia/Yangon'], ['Europe/Kiev', 'Europe/Kyiv'], ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires']] as const) {
    const known = countries.get(old) ?? countries.get(now)
    if (known !== undefined) countries.set(old, known).set(now, known)
  }
  const byCountry = new Map<string, string[]>()
  for (const [zone, found] of [...countries].sort()) {
    const [only] = [...found]
    if (found.size === 1 && only !== undefined) byCountry.set(only, [...(byCountry.get(only) ?? []), zone])
  }
  const lines = [...byCountry].sort().map(([country, list]) => `  ${country}: '${list.join(' ')}',`)
  return `/** Zones that lie in one country alone, by country. */
export const ZONES: Readonly<Record<string, string>> = {
${lines.join('\n')}
}
`
}

const head = '// Generated by scripts/generate-holidays.ts; do not edit.\n\n'
keepGenerated('src/core/arrangement/holidays/china.generated.ts', head + china())
keepGenerated('src/core/arrangement/holidays/regions.generated.ts', head + regions())
keepGenerated('src/core/arrangement/holidays/zones.generated.ts', head + zones())
