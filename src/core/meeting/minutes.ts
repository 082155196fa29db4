/** A length of time found in a text: minutes, and where it stands. */
export interface FoundMinutes {
  readonly minutes: number
  readonly from: number
  readonly to: number
}

const NUMBER = '(?:\\d{1,3}(?:\\.\\d{1,2})?)'
const HOUR = '(?:hours?|hrs?|h)(?![a-z])'
const MINUTE = '(?:minutes?|mins?|m|\')(?![a-z])'
const TO = '\\s*(?:[-–—−~～至到]|to)\\s*'
const CHINESE = '[一二两三四五六七八九十]{1,3}'

let pattern: RegExp | undefined

/** One pattern with a group for each way of writing; made when first needed. */
function lengthPattern(): RegExp {
  pattern ??= new RegExp([
    // 1 to 4: hours, with an upper end or minutes after them
    `(?:(${NUMBER})\\s*(?:${HOUR})?${TO})?(${NUMBER})\\s*${HOUR}(?:\\s*(?:and\\s*)?(\\d{1,2})\\s*(?:${MINUTE}|(?![\\d.:：])))?`,
    // 4, 5: minutes
    `(?:(${NUMBER})\\s*(?:${MINUTE}|分钟?)?${TO})?(${NUMBER})[\\s-]*(?:${MINUTE}|分钟|分(?![之享钟]))`,
    // 6: half an hour, 7: quarters
    '(半)\\s*个?\\s*(?:小时|钟头)',
    `(${CHINESE})\\s*刻钟`,
    // 8, 9, 10, 11: Chinese hours (upper end in 9), a half, minutes
    `(?:(${NUMBER}|${CHINESE})\\s*个?\\s*(?:小时)?${TO})?(${NUMBER}|${CHINESE})\\s*个?\\s*(半)?\\s*(?:小时|钟头)`
      + `(?:\\s*(半|\\d{1,2}|${CHINESE})\\s*(?:分钟?)?)?`,
    // 12: Chinese numerals with minutes
    `(?:${CHINESE}${TO})?(${CHINESE})\\s*分钟`,
  ].map((one) => `(?:${one})`).join('|'), 'iy')
  return pattern
}

/** The length of time that begins exactly at a place. A range counts with its upper end. */
export function minutesAt(text: string, at: number): FoundMinutes | undefined {
  const before = at === 0 ? '' : text.charAt(at - 1)
  if (/[\d.$¥€£]/.test(before) || (/[:：/]/.test(before) && /\d/.test(text.charAt(at - 2)))) return undefined
  if (/[一二两三四五六七八九十第]/.test(before)) return undefined
  const regular = lengthPattern()
  regular.lastIndex = at
  const match = regular.exec(text)
  if (!match || /\d[\s]*M$/.test(match[0])) return undefined
  const minutes = amount(match)
  if (minutes === undefined || minutes > 24 * 60) return undefined
  return { minutes, from: at, to: at + match[0].trimEnd().length }
}

/** The first length of time in a stretch. */
export function findMinutes(text: string, from: number, to: number): FoundMinutes | undefined {
  for (let at = from; at < to; at++) {
    if (!/[\d半一二两三四五六七八九十]/.test(text.charAt(at))) continue
    const found = minutesAt(text, at)
    if (found && found.to <= to) return found
    // A number is looked at once, from its first digit.
    while (/\d/.test(text.charAt(at)) && /\d/.test(text.charAt(at + 1))) at++
  }
  return undefined
}

function amount(match: RegExpExecArray): number | undefined {
  const [, , hours, extra, , minutes, half, quarters, , zhHours, zhHalf, zhExtra, zhMinutes] = match
  if (hours !== undefined) return Math.round(Number(hours) * 60) + Number(extra ?? 0)
  if (minutes !== undefined) return Math.round(Number(minutes))
  if (half !== undefined) return 30
  if (quarters !== undefined) return numeral(quarters) * 15
  if (zhHours !== undefined) {
    const more = zhExtra === undefined ? 0 : zhExtra === '半' ? 30 : numeral(zhExtra)
    return Math.round(numeral(zhHours) * 60) + (zhHalf === undefined ? 0 : 30) + more
  }
  return zhMinutes === undefined ? undefined : numeral(zhMinutes)
}

const DIGITS = '〇一二三四五六七八九'

function digit(one: string | undefined): number {
  return one === '两' ? 2 : Math.max(0, DIGITS.indexOf(one === undefined || one === '' ? '〇' : one))
}

/** The value of a number in digits or in Chinese up to 99. */
function numeral(written: string): number {
  if (/^\d/.test(written)) return Number(written)
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written]
  return (written.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + digit(ones)
}
