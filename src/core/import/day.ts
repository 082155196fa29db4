import { calendarDate, MONTH, monthNumber } from '../meeting/dates.ts'
import type { Sureness } from './model.ts'

/** A day found in a text: `YYYY-MM-DD`, and where it stands. */
export interface FoundDay {
  readonly value: string
  readonly sureness: Sureness
  readonly from: number
  readonly to: number
}

type Read = (match: RegExpExecArray) => { readonly day: string | undefined; readonly sureness: Sureness }

const YEAR = '((?:19|20)\\d{2})'
const NUMBER = '(\\d{1,2})'
const END = '(?![\\d])'
const ORDINAL = '(?:st|nd|rd|th)?'

/** Days with their year. What begins earlier in the text wins, then what stands earlier here. */
const FULL: readonly (readonly [RegExp, Read])[] = [
  [new RegExp(`(?<!\\d)${YEAR}\\s*[-/._年]\\s*${NUMBER}\\s*[-/._月]\\s*${NUMBER}${END}\\s*[日号]?`, 'g'), (match) => certain(match[1], match[2], match[3])],
  [new RegExp(`(?<!\\d)${YEAR}(\\d{2})(\\d{2})${END}`, 'g'), (match) => certain(match[1], match[2], match[3])],
  [new RegExp(`(?<![a-z])(${MONTH})\\s*${NUMBER}${ORDINAL}(?:\\s*[-–]\\s*\\d{1,2}${ORDINAL})?,?\\s*${YEAR}${END}`, 'gi'), (match) => certain(match[3], month(match[1]), match[2])],
  [new RegExp(`(?<!\\d)${NUMBER}${ORDINAL}(?:\\s*[-–]\\s*\\d{1,2}${ORDINAL})?(?:\\s+of)?[\\s-]+(${MONTH}),?[\\s-]+${YEAR}${END}`, 'gi'), (match) => certain(match[3], month(match[2]), match[1])],
  [new RegExp(`(?<!\\d)${YEAR}[\\s-]+(${MONTH})[\\s-]+${NUMBER}${END}`, 'gi'), (match) => certain(match[1], month(match[2]), match[3])],
  [new RegExp(`(?<![\\d.])${NUMBER}([-/._])${NUMBER}\\2${YEAR}${END}`, 'g'), turned],
]

/** Days whose year has to come from elsewhere. */
const PART: readonly (readonly [RegExp, (year: string, match: RegExpExecArray) => string | undefined])[] = [
  [new RegExp(`(?<![a-z])(${MONTH})\\s*${NUMBER}${ORDINAL}${END}(?![.:]\\d)`, 'gi'), (year, match) => date(year, month(match[1]), match[2])],
  [new RegExp(`(?<!\\d)${NUMBER}${ORDINAL}\\s+(${MONTH})(?![a-z])`, 'gi'), (year, match) => date(year, month(match[2]), match[1])],
  [/(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g, (year, match) => date(year, match[1], match[2])],
  [/(?<![\d.:/-])(\d{1,2})[-./](\d{1,2})(?![\d.:/%]|-\d)/g, (year, match) => date(year, match[1], match[2])],
]

/** The first day with its year in a text. */
export function findDay(text: string): FoundDay | undefined {
  let first: FoundDay | undefined
  if (!/\d/.test(text)) return undefined
  for (const [pattern, read] of FULL) {
    for (const match of text.matchAll(pattern)) {
      if (first !== undefined && match.index >= first.from) break
      const { day, sureness } = read(match)
      if (day === undefined) continue
      first = { value: day, sureness, from: match.index, to: match.index + match[0].trimEnd().length }
      break
    }
  }
  return first
}

/** The first day of a text without its year, in a year that is known from elsewhere. Never sure. */
export function findDayOf(text: string, year: string): FoundDay | undefined {
  for (const [pattern, read] of PART) {
    for (const match of text.matchAll(pattern)) {
      const value = read(year, match)
      if (value !== undefined) return { value, sureness: 'likely', from: match.index, to: match.index + match[0].length }
    }
  }
  return undefined
}

function certain(year: string | undefined, month: string | number | undefined, day: string | undefined): ReturnType<Read> {
  return { day: date(year, month, day), sureness: 'sure' }
}

/** `25-08-2020`, `12/13/2016`: which number is the month is sure where the other one cannot be; slashes are read as in America. */
function turned(match: RegExpExecArray): ReturnType<Read> {
  const [, first, separator, second, year] = match
  const dayFirst = Number(first) > 12 || (separator !== '/' && Number(second) <= 12)
  const sure = Number(first) > 12 || Number(second) > 12 || first === second
  return { day: dayFirst ? date(year, second, first) : date(year, first, second), sureness: sure ? 'sure' : 'likely' }
}

function date(year: string | undefined, month: string | number | undefined, day: string | undefined): string | undefined {
  return calendarDate(Number(year), Number(month), Number(day))
}

function month(name: string | undefined): number {
  return monthNumber(name?.slice(0, 3))
}
