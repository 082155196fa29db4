const UNITS: Readonly<Record<string, number>> = {
  m: 1, min: 1, mins: 1, minute: 1, minutes: 1, 分: 1, 分钟: 1,
  h: 60, hr: 60, hrs: 60, hour: 60, hours: 60, 小时: 60, 个小时: 60, 时: 60, 钟头: 60, 个钟头: 60,
  d: 1440, day: 1440, days: 1440, 天: 1440, 日: 1440,
  w: 10080, week: 10080, weeks: 10080, 周: 10080, 星期: 10080,
}
const WORDS: Readonly<Record<string, number>> = { 半小时: 30, 半个小时: 30, 一小时: 60, 一个小时: 60, 一个半小时: 90, 两小时: 120, 两个小时: 120, 一刻钟: 15, 三刻钟: 45, 半天: 240, 一天: 1440 }

/**
 * Minutes of a length of time as people write it: `90m`, `1h30m`, `1.5 h`, `1 hour 30 min`, `2d`, `90分钟`, `1小时30分钟`.
 * Undefined for anything else, a bare number included: nobody can tell its unit.
 */
export function readDuration(text: string): number | undefined {
  const written = text.trim().toLowerCase()
  const word = own(WORDS, written)
  if (word !== undefined) return word
  const part = /(\d+(?:\.\d+)?)\s*([a-z]+|[一-鿿]+)\s*/y
  let minutes = 0
  let last = Infinity
  while (part.lastIndex < written.length) {
    const found = part.exec(written)
    const unit = found === null ? undefined : own(UNITS, found[2] ?? '')
    // Units have to fall: `30m1h` is a slip of the pen.
    if (found === null || unit === undefined || unit >= last) return undefined
    minutes += Number(found[1]) * unit
    last = unit
  }
  return last === Infinity || minutes > 525_600 ? undefined : Math.round(minutes)
}

/** What a table itself holds: somebody may have written `__proto__`. */
function own(table: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/** A length of time as the files of a language write it: `1h30m`, `90m`, 1小时30分钟. */
export function writeDuration(minutes: number, language: 'en' | 'zh'): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (minutes >= 1440 && minutes % 1440 === 0) return language === 'zh' ? `${minutes / 1440}天` : `${minutes / 1440}d`
  if (language === 'zh') return (hours > 0 ? `${hours}小时` : '') + (rest > 0 || hours === 0 ? `${rest}分钟` : '')
  return (hours > 0 ? `${hours}h` : '') + (rest > 0 || hours === 0 ? `${rest}m` : '')
}
