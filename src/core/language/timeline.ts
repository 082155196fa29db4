import type { AgendaItem, Meeting } from '../meeting/model.ts'
import { minutesOf } from '../rules/agenda-time-budget.ts'

/** When one agenda item is up. */
export interface TimedItem {
  readonly item: AgendaItem
  /** Minutes after midnight of the day on which the meeting begins; absent behind an item without a time. */
  readonly from?: number
  readonly to?: number
  /** Minutes that it takes; absent where the file does not say. */
  readonly minutes?: number
}

export interface Timeline {
  readonly items: readonly TimedItem[]
  /** Minutes that all items with a time take together. */
  readonly sum: number
  /** Minutes of the meeting that no item uses; negative where they take more. Absent without a duration. */
  readonly left?: number
}

/** The agenda on the meeting's clock: each item follows the one before, unless it has a clock time of its own (A17). */
export function agendaTimeline({ agenda, fields }: Meeting): Timeline {
  let clock = fields.start === undefined ? undefined : minutesOfDay(fields.start.value.slice(11))
  let sum = 0
  const items: TimedItem[] = []
  for (const item of agenda?.items ?? []) {
    const minutes = minutesOf(item)
    const from = item.clock?.value.start ?? clock
    const to = from === undefined || minutes === undefined ? undefined : from + minutes
    sum += minutes ?? 0
    clock = to
    items.push({ item, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(minutes === undefined ? {} : { minutes }) })
  }
  return { items, sum, ...(fields.duration === undefined ? {} : { left: fields.duration.value - sum }) }
}

/** Minutes after midnight of `HH:MM`. */
export function minutesOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** `HH:MM` of minutes after midnight, of any day. */
export function clockText(minutes: number): string {
  const within = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}
