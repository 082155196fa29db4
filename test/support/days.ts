/*
 * Days that tests may write into meeting files and that mean the same in any year: computed from now, without a clock of their own.
 */

const DAY = 86_400_000

/** `YYYY-MM-DD` of an instant in UTC. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

/** `YYYY-MM-DD HH:MM` of an instant in UTC. */
export function wallOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ')
}

/** A day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY)
}

/**
 * A Tuesday three weeks ahead or more, in the second week of March, September or November: neither it, nor the days around it, nor the
 * Monday after it is a holiday in Berlin or London, whatever the year.
 */
export function quietTuesday(now: number): string {
  for (let day = dayOf(now + 21 * DAY); ; day = daysAfter(day, 1)) {
    const [, month = '', date = ''] = day.split('-')
    if (new Date(`${day}T00:00:00Z`).getUTCDay() === 2 && ['03', '09', '11'].includes(month) && Number(date) >= 10 && Number(date) <= 16) return day
  }
}

/** Moves the days of a text by whole weeks, so that what lay ahead of `then` lies ahead of `now`; weekdays stay. Ids keep theirs. */
export function movedAhead(text: string, now: number, then: string): string {
  const weeks = Math.max(0, Math.ceil((now - Date.parse(`${then}T00:00:00Z`)) / (7 * DAY)))
  return weeks === 0 ? text : text.replace(/(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w-])/g, (day) => daysAfter(day, weeks * 7))
}
