import { addDays, weekdayOf } from '../../arrangement/zone.ts'

/** A day by the words that people say for it. */
export interface SaidDay {
  readonly day: string
  readonly en: string
  readonly zh: string
}

const DAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const DAYS_ZH = ['一', '二', '三', '四', '五', '六', '日']

/**
 * Days by their words, counted from `today` (`YYYY-MM-DD`). A week begins on Monday: "next Friday", 下周五, is the Friday of the week
 * after this one, "this Friday", 本周五, that of this week, and "Friday" alone the first one from tomorrow on.
 */
export function saidDays(today: string): SaidDay[] {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  const days: SaidDay[] = [
    { day: addDays(today, 1), en: 'tomorrow', zh: '明天' }, { day: addDays(today, 2), en: 'the day after tomorrow', zh: '后天' }, { day: today, en: 'today', zh: '今天' },
    { day: addDays(today, 7), en: 'in a week', zh: '一周后' }, { day: addDays(today, 14), en: 'in two weeks', zh: '两周后' }, { day: addDays(today, 28), en: 'in four weeks', zh: '四周后' },
  ]
  for (const [at, name] of DAYS_EN.entries()) {
    const zh = DAYS_ZH[at] ?? ''
    const own = addDays(monday, at)
    days.push({ day: addDays(monday, 7 + at), en: `next ${name}`, zh: `下周${zh}` })
    if (own >= today) days.push({ day: own, en: `this ${name}`, zh: `本周${zh}` })
    days.push({ day: own > today ? own : addDays(own, 7), en: name, zh: `周${zh}` })
  }
  days.push({ day: lastOfMonth(today, 0), en: 'end of the month', zh: '本月底' }, { day: lastOfMonth(today, 1), en: 'end of next month', zh: '下月底' })
  return days
}

function lastOfMonth(today: string, later: number): string {
  return new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) + later, 0)).toISOString().slice(0, 10)
}

/** Words for a day that stand, begun or whole, at the end of a text. */
export interface Begun {
  readonly said: SaidDay
  /** How much of the text's end is theirs, a preposition before them included. */
  readonly length: number
}

/** The days that somebody may be writing at the end of a text, the longest match first. */
export function begunDays(text: string, today: string): Begun[] {
  const tail = text.slice(-40)
  const found: Begun[] = []
  for (const said of saidDays(today)) {
    const length = Math.max(overlap(tail, said.en, leastOf(said.en)), overlap(tail, said.zh, 2), overlap(tail, said.zh.replace('本周', '这周'), 2), overlap(tail, said.zh.replace(/^下周/, '下星期'), 2))
    if (length === 0) continue
    const preposition = /(?:\b(?:by|due|before|until)\s+|[于在])$/i.exec(tail.slice(0, tail.length - length))?.[0].length ?? 0
    found.push({ said, length: length + preposition })
  }
  const longest = Math.max(0, ...found.map((each) => each.length))
  return found.filter((each) => each.length === longest)
}

/** How much of some words has to stand there: "this", "the" and "in" alone begin all kinds of things. */
function leastOf(words: string): number {
  const first = words.indexOf(' ')
  return first === -1 ? 3 : words.startsWith('next') ? first + 1 : first + 2
}

/** How many units at the end of a text are the beginning of a word, at least so many, and not the end of another word. */
function overlap(tail: string, word: string, least: number): number {
  const small = tail.toLowerCase()
  const wanted = word.toLowerCase()
  for (let length = Math.min(wanted.length, small.length); length >= least; length--) {
    if (!small.endsWith(wanted.slice(0, length))) continue
    const before = small.charAt(small.length - length - 1)
    if (!/[a-z]/.test(wanted.charAt(0)) || !/[a-z\d]/.test(before)) return length
  }
  return 0
}
