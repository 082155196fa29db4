/** Days of the week as RFC 5545 names them, by what people write. */
const DAYS: Readonly<Record<string, string>> = {
  mo: 'MO', mon: 'MO', monday: 'MO', tu: 'TU', tue: 'TU', tues: 'TU', tuesday: 'TU', we: 'WE', wed: 'WE', wednesday: 'WE', th: 'TH', thu: 'TH', thur: 'TH',
  thurs: 'TH', thursday: 'TH', fr: 'FR', fri: 'FR', friday: 'FR', sa: 'SA', sat: 'SA', saturday: 'SA', su: 'SU', sun: 'SU', sunday: 'SU',
  一: 'MO', 二: 'TU', 三: 'WE', 四: 'TH', 五: 'FR', 六: 'SA', 日: 'SU', 天: 'SU',
}
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, six: 6, other: 2, second: 2, third: 3, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 双: 2,
}
const ORDINALS: Readonly<Record<string, number>> = { first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4, fifth: 5, '5th': 5, last: -1, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 }
const UNITS: Readonly<Record<string, string>> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY', 天: 'DAILY', 日: 'DAILY', 周: 'WEEKLY', 星期: 'WEEKLY', 月: 'MONTHLY', 年: 'YEARLY' }
const WORKDAYS = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'

/**
 * The recurrence rule (RFC 5545 §3.3.10) of what stands under `repeat`: a rule itself, or words such as `every 2 weeks on
 * Tuesday`, `every month on the first Monday`, 每两周周二, 每月第一个周一. Undefined where it says nothing that can be read.
 */
export function readRepeat(text: string): string | undefined {
  const written = text.trim().replace(/^RRULE:/i, '')
  if (/^FREQ=/i.test(written)) return readRule(written.toUpperCase())
  return /[一-鿿]/.test(written) ? readChinese(written.replace(/\s+/g, '')) : readEnglish(written.toLowerCase().replace(/[.,]+$/, ''))
}

function readRule(rule: string): string | undefined {
  const part = /^(?:FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,3}|UNTIL=\d{8}(?:T\d{6}Z?)?|WKST=(?:MO|SU)|BYSETPOS=-?\d{1,3}|BYMONTH=[\d,]+|BYMONTHDAY=[-\d,]+|BYDAY=[-+\dA-Z,]+)$/
  const parts = rule.replace(/;$/, '').split(';')
  return parts.every((each) => part.test(each)) ? parts.join(';') : undefined
}

function readEnglish(text: string): string | undefined {
  const short: Readonly<Record<string, string>> = { daily: 'FREQ=DAILY', weekly: 'FREQ=WEEKLY', biweekly: 'FREQ=WEEKLY;INTERVAL=2', fortnightly: 'FREQ=WEEKLY;INTERVAL=2', monthly: 'FREQ=MONTHLY', yearly: 'FREQ=YEARLY', quarterly: 'FREQ=MONTHLY;INTERVAL=3' }
  const named = /^([a-z]+)(?:\s+on\s+(.+))?$/.exec(text)
  const base = short[named?.[1] ?? '']
  if (base !== undefined) return withDays(base, named?.[2])
  const every = /^every\s+(?:(\d{1,2}|[a-z]+)\s+)?(day|week|month|year|weekday|workday|quarter)s?(?:\s+on\s+(.+))?$/.exec(text)
  if (every !== null) {
    const [, count, unit = '', days] = every
    if (unit === 'weekday' || unit === 'workday') return count === undefined && days === undefined ? WORKDAYS : undefined
    const interval = count === undefined ? 1 : NUMBERS[count] ?? (/^\d+$/.test(count) ? Number(count) : 0)
    if (interval < 1) return undefined
    const months = unit === 'quarter' ? 3 : 1
    return withDays(`FREQ=${UNITS[unit] ?? 'MONTHLY'}${interval * months > 1 ? `;INTERVAL=${interval * months}` : ''}`, days)
  }
  const plain = /^every\s+(?:(other|second)\s+)?(.+)$/.exec(text)
  return plain === null ? undefined : withDays(`FREQ=WEEKLY${plain[1] === undefined ? '' : ';INTERVAL=2'}`, plain[2])
}

/** `Tuesday and Thursday` for weeks; `the first Monday`, `day 15`, `the 15th` for months. */
function withDays(rule: string, days: string | undefined): string | undefined {
  if (days === undefined) return rule
  if (rule.startsWith('FREQ=WEEKLY')) {
    const names = days.split(/\s*(?:,|&|\band\b)\s*/).filter((each) => each !== '').map((each) => DAYS[each.replace(/^the\s+/, '')] ?? DAYS[each.replace(/s$/, '')])
    return names.length > 0 && names.every((each) => each !== undefined) ? `${rule};BYDAY=${names.join(',')}` : undefined
  }
  if (!rule.startsWith('FREQ=MONTHLY')) return undefined
  const date = /^(?:the\s+)?(?:day\s+)?(\d{1,2})(?:st|nd|rd|th)?(?:\s+day)?$/.exec(days)
  if (date !== null) return Number(date[1]) >= 1 && Number(date[1]) <= 31 ? `${rule};BYMONTHDAY=${date[1] ?? ''}` : undefined
  if (/^the\s+last\s+day$/.test(days)) return `${rule};BYMONTHDAY=-1`
  const ordinal = /^(?:the\s+)?([a-z\d]+)\s+([a-z]+)$/.exec(days)
  const which = ORDINALS[ordinal?.[1] ?? '']
  const day = DAYS[ordinal?.[2] ?? '']
  return which === undefined || day === undefined ? undefined : `${rule};BYDAY=${which}${day}`
}

function readChinese(text: string): string | undefined {
  if (/^每(?:天|日)$/.test(text)) return 'FREQ=DAILY'
  if (/^(?:每个?工作日|工作日)$/.test(text)) return WORKDAYS
  const week = /^每(?:(隔一|\d{1,2}|[一二两三四五六双])个?)?(?:周|星期|礼拜)(?:的|，|,)?(.*)$/.exec(text)
  if (week !== null) return chineseWeek(week[1], week[2] ?? '')
  const month = /^每(?:(\d{1,2}|[一二两三四五六双])个)?月(?:的|，|,)?(.*)$/.exec(text)
  if (month !== null) return chineseMonth(month[1], month[2] ?? '')
  return /^每(?:个)?季度?$/.test(text) ? 'FREQ=MONTHLY;INTERVAL=3' : undefined
}

function chineseWeek(count: string | undefined, rest: string): string | undefined {
  // 每周一 is every Monday, 每一周 every week.
  const interval = count === undefined ? 1 : count === '隔一' ? 2 : NUMBERS[count] ?? Number(count)
  const base = `FREQ=WEEKLY${interval > 1 ? `;INTERVAL=${interval}` : ''}`
  if (rest === '') return base
  const names = rest.split(/[、,，和及与]/).map((each) => DAYS[each.replace(/^(?:周|星期|礼拜)/, '')])
  return names.every((each) => each !== undefined) ? `${base};BYDAY=${names.join(',')}` : undefined
}

function chineseMonth(count: string | undefined, rest: string): string | undefined {
  const interval = count === undefined ? 1 : NUMBERS[count] ?? Number(count)
  const base = `FREQ=MONTHLY${interval > 1 ? `;INTERVAL=${interval}` : ''}`
  if (rest === '') return base
  const date = /^(\d{1,2})[日号]$/.exec(rest)
  if (date !== null) return Number(date[1]) >= 1 && Number(date[1]) <= 31 ? `${base};BYMONTHDAY=${date[1] ?? ''}` : undefined
  if (/^(?:最后一天|月底)$/.test(rest)) return `${base};BYMONTHDAY=-1`
  const nth = /^(?:第([一二三四五])个?|(最后一)个?)(?:周|星期|礼拜)([一二三四五六日天])$/.exec(rest)
  if (nth === null) return undefined
  const which = nth[2] === undefined ? ORDINALS[nth[1] ?? ''] : -1
  return `${base};BYDAY=${which ?? 1}${DAYS[nth[3] ?? ''] ?? 'MO'}`
}
