import type { Language, Message, MessageData, MessageValue } from './message.ts'

/** The message in a language, with its placeholders filled. A placeholder without a value stays as it is written. */
export function render(message: Message, data: MessageData, language: Language): string {
  return message[language].replace(/\{([a-z]\w*)\}/gi, (whole, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined
    return value === undefined ? whole : renderValue(value, language)
  })
}

/** One value in a language's words. */
export function renderValue(value: MessageValue, language: Language): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if ('minutes' in value) return renderMinutes(value.minutes, language)
  if ('wall' in value) return renderWall(value.wall, language)
  if ('date' in value) return renderDate(value.date, language)
  if ('list' in value) return renderList(value.list.map((each) => renderValue(each, language)), language)
  return render(value.message, value.data ?? {}, language)
}

/** `95` → "1 h 35 min" or 1 小时 35 分钟; whole days as days. */
function renderMinutes(minutes: number, language: Language): string {
  const negative = minutes < 0 ? '-' : ''
  const total = Math.abs(Math.round(minutes))
  const days = total >= 2880 && total % 1440 === 0 ? total / 1440 : 0
  if (days > 0) return negative + (language === 'zh' ? `${days} 天` : `${days} days`)
  const hours = Math.floor(total / 60)
  const rest = total % 60
  const parts: string[] = []
  if (hours > 0) parts.push(language === 'zh' ? `${hours} 小时` : `${hours} h`)
  if (rest > 0 || hours === 0) parts.push(language === 'zh' ? `${rest} 分钟` : `${rest} min`)
  return negative + parts.join(' ')
}

const WEEKDAYS = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
} as const

/** The weekday's short name of a `YYYY-MM-DD` day. */
export function weekdayName(date: string, language: Language): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()
  return WEEKDAYS[language][day] ?? ''
}

function renderWall(wall: string, language: Language): string {
  // A full-width bracket brings its own space.
  return renderDate(wall.slice(0, 10), language) + (language === 'zh' ? '' : ' ') + wall.slice(11, 16)
}

function renderDate(date: string, language: Language): string {
  const weekday = weekdayName(date, language)
  return language === 'zh' ? `${date}（${weekday}）` : `${weekday} ${date}`
}

function renderList(items: readonly string[], language: Language): string {
  if (items.length <= 1) return items[0] ?? ''
  const head = items.slice(0, -1).join(language === 'zh' ? '、' : ', ')
  return head + (language === 'zh' ? '和' : ' and ') + (items[items.length - 1] ?? '')
}
