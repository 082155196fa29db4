import type { Range } from '../text/range.ts'

/** A date, or a word for a time that is no date, found in a text. */
export interface FoundDue {
  /** The date or the words, without sign or preposition, as places in the text. */
  readonly from: number
  readonly to: number
  /** With the sign or preposition, brackets and a time of day. */
  readonly outer: Range
}

export const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?'
  + '|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY_NUMBER = '\\d{1,2}(?:st|nd|rd|th)?'
const FULL_DATE = '\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}(?:\\s*[日号])?'
  + `|${MONTH}\\s+${DAY_NUMBER},?\\s+\\d{4}|${DAY_NUMBER}\\s+(?:of\\s+)?${MONTH},?\\s+\\d{4}`
const PART_DATE = `\\d{1,2}\\s*月\\s*\\d{1,2}\\s*[日号]?|${MONTH}\\s+${DAY_NUMBER}|${DAY_NUMBER}\\s+${MONTH}`
  + '|\\d{1,2}/\\d{1,2}(?![\\d/])'
const DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'
const WORDS = '(?:the\\s+)?(?:(?:early|mid|late|end\\s+of|beginning\\s+of)[\\s-]+)?(?:next|this|coming)\\s+'
  + `(?:week(?:end)?|month|quarter|year|sprint|meeting|call|session|${DAY})`
  + `|(?:the\\s+)?(?:end|close)\\s+of\\s+(?:the\\s+)?(?:day|week|month|quarter|year|${MONTH})`
  + `|eo[dwmqy]|tomorrow|today|tonight|${DAY}|q[1-4](?:\\s+\\d{4})?|soon`
const AT_ONCE = 'asap|a\\.s\\.a\\.p\\.?|as\\s+soon\\s+as\\s+possible|immediately'
const ZH_WORDS = '(?:下|本|这)个?(?:周|星期|礼拜)(?:[一二三四五六日天末])?|(?:下个?|本|这个)月(?:底|末|初|中旬?|内)?|月(?:底|末)|(?:本|下)?季度末?'
  + '|年(?:底|末)|(?:周|星期)[一二三四五六日天]'
  + '|明天|后天|今天|今日|明日|近期|近日|下次(?:会议|例会|会)|下个?迭代|节前|春节'
const ZH_AT_ONCE = '尽快|尽早|立即|立刻|马上'
const TIME = '(?:[\\sT]+\\d{1,2}[:：]\\d{2})?'
const SIGN = '(?:📅|🗓\\ufe0f?|⏰|⏳|🗓|⌛|🕒)'
const WORD_BEFORE = '(?:due(?:\\s+(?:date|by|on))?|deadline|target(?:\\s+date)?|eta'
  + '|by|before|until|no\\s+later\\s+than|complete(?:d)?\\s+by'
  + '|截止(?:日期|时间|到|至|于)?|完成(?:日期|时间)|期限|预计完成|计划完成|最晚)'

/** What every time has one of; most texts have none, and the patterns need not be made for them. */
const MAY_SAY_WHEN = new RegExp(
  '\\d|due|asap|a\\.s\\.a|soon|week|month|day|quarter|year|sprint|meeting|session|call|night|morrow|mediate'
  + '|\\beo[dwmqy]\\b|[周月年天日期尽立马节迭会]',
  'i',
)

let patterns: readonly RegExp[] | undefined

function all(): NonNullable<typeof patterns> {
  const date = `(${FULL_DATE}|${PART_DATE})`
  const words = `(${WORDS}|${AT_ONCE}|${ZH_WORDS}|${ZH_AT_ONCE})`
  const tail = '(?:之?前|以前|截止)?'
  const make = (source: string): RegExp => new RegExp(source, 'i')
  patterns ??= [
    // `[due:: 2026-12-10]`, also with round brackets; any text may stand for the date.
    make('[[(（]\\s*due\\s*::\\s*([^\\])）]*[^\\])）\\s])\\s*[\\])）]'),
    // A sign or a word before it.
    make(`${SIGN}\\s*${date}${TIME}${tail}`),
    make(`(?:^|[\\s,，;；。.(（[【、-])${WORD_BEFORE}\\s*[:：]*\\s*${date}${TIME}${tail}`),
    make(`(?:截止(?:日期|时间|到|至|于)?|完成(?:日期|时间)|期限)\\s*[:：]*\\s*${date}${TIME}`),
    // Chinese says it afterwards: 12月10日前.
    make(`(?:[于在])?${date}${TIME}\\s*(?:之?前|以前|截止)`),
    // A date alone in brackets, or at the end after a separator.
    make(`[(（[【]\\s*${date}${TIME}\\s*[)）\\]】]`),
    make(`(?:[,，;；、|:：—–]|\\s-)\\s*(${FULL_DATE})${TIME}\\s*[.。]?\\s*$`),
    make(`${SIGN}\\s*${words}${tail}`),
    make(`(?:^|[\\s,，;；。.(（[【、-])${WORD_BEFORE}\\s*[:：]*\\s*${words}(?![a-z\\d])${tail}`),
    make(`(?:截止(?:日期|时间|到|至|于)?|完成(?:日期|时间)|期限)\\s*[:：]*\\s*${words}${tail}`),
    make(`[(（[【]\\s*${words}\\s*[)）\\]】]`),
    make(`(?:^|[^a-z])(${AT_ONCE})(?![a-z])`),
    make(`(?:[于在])?(${ZH_WORDS})(?:之?前|以前|内)?(?=完成|提交|发布|给出|交付|确认|发出|上线|整理)`),
    make(`(?:[于在])?(${ZH_WORDS})(?:之?前|以前|内)`),
    make(`(${ZH_AT_ONCE})`),
    make(`(?:[于在])?(${ZH_WORDS})\\s*[.。]?\\s*$`),
    make(`[\\s,，;；—–-](${WORDS})\\s*[.。]?\\s*$`),
  ]
  return patterns
}

/** The time by which something is to be done, as a text says it. Dates come before words. */
export function findDue(text: string): FoundDue | undefined {
  if (!MAY_SAY_WHEN.test(text)) return undefined
  for (const regular of all()) {
    const match = regular.exec(text)
    const value = match?.[1]
    if (!match || value === undefined) continue
    const lead = match[0].length - match[0].trimStart().length
    const outer = { start: match.index + lead, end: match.index + match[0].length }
    const from = match.index + match[0].indexOf(value)
    return { from, to: from + value.length, outer }
  }
  return undefined
}

/** The first full date of a text, sign or not: for places that hold nothing but a date. */
export function findFullDate(text: string): FoundDue | undefined {
  const match = new RegExp(FULL_DATE, 'i').exec(text)
  if (!match) return undefined
  const to = match.index + match[0].length
  return { from: match.index, to, outer: { start: match.index, end: to } }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `YYYY-MM-DD` for a full date that the calendar has, in any order that a person writes; undefined for all else. */
export function readDate(written: string): string | undefined {
  const text = written.trim().replace(/[T\s]+\d{1,2}[:：]\d{2}$/, '')
  const numbers = /^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text)
  if (numbers) return calendarDate(Number(numbers[1]), Number(numbers[3]), Number(numbers[4]))
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text)
  if (monthFirst) return calendarDate(Number(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2]))
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i.exec(text)
  if (dayFirst) return calendarDate(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]))
  return undefined
}

/** 1 to 12 for a month by its first three letters; 0 for none. */
export function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').toLowerCase()) + 1
}

/** `YYYY-MM-DD` where the calendar has such a day. */
export function calendarDate(year: number, month: number, day: number): string | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  if (days === undefined || day < 1 || day > days) return undefined
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}
