import * as vscode from 'vscode'

/** `14:00` in this computer's zone, as the editor's language writes it. */
export function clockText(instant: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)
}

/** The day with its weekday, this year's without the year; "Today" and "Tomorrow" by name. */
export function dayText(instant: number, now: number): string {
  const days = dayNumber(instant) - dayNumber(now)
  if (days === 0) return vscode.l10n.t('Today')
  if (days === 1) return vscode.l10n.t('Tomorrow')
  if (days === -1) return vscode.l10n.t('Yesterday')
  const sameYear = new Date(instant).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(vscode.env.language, { weekday: 'short', month: 'short', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) }).format(instant)
}

/** True where two instants lie on one day of this computer's zone. */
export function sameDay(a: number, b: number): boolean {
  return dayNumber(a) === dayNumber(b)
}

/** `25 min`, `1 h 5 min`; rounded up, so that a running minute still counts. */
export function lengthText(milliseconds: number): string {
  const minutes = Math.ceil(Math.abs(milliseconds) / 60_000)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours >= 48) return vscode.l10n.t('{0} days', Math.round(hours / 24))
  if (hours === 0) return vscode.l10n.t('{0} min', rest)
  return rest === 0 ? vscode.l10n.t('{0} h', hours) : vscode.l10n.t('{0} h {1} min', hours, rest)
}

/** `4:05`, minutes and seconds, for a clock that runs. */
export function countdownText(milliseconds: number): string {
  const seconds = Math.ceil(Math.abs(milliseconds) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function dayNumber(instant: number): number {
  const day = new Date(instant)
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86_400_000)
}
