import type { Instant } from '../arrangement/zone.ts'
import { MINUTE, type HeldItem, type LiveState } from './state.ts'

/** Where a running meeting stands. Lengths in milliseconds; negative once they are used up, absent where the file says no time. */
export interface Clock {
  readonly item?: HeldItem
  /** One-based number of the item. */
  readonly number: number
  readonly itemSpent: number
  readonly itemLeft?: number
  readonly meetingLeft?: number
  /** How far the items still ahead, with what the current one still needs, go beyond the end; 0 where they fit. */
  readonly overrun: number
}

/** Something to be said once: time is nearly used up (`soon`), or is (`over`). */
export interface Alarm {
  readonly key: string
  readonly of: 'item' | 'meeting'
  readonly kind: 'soon' | 'over'
  /** What is left, for `soon`. */
  readonly left: number
}

/** The clock of a meeting at an instant (C5, E3). */
export function clockAt(state: LiveState, now: Instant): Clock {
  const item = state.items[state.current]
  const itemSpent = item === undefined ? 0 : (state.spent[state.current] ?? 0) + Math.max(0, now - state.itemSince)
  const itemLeft = item?.minutes === undefined ? undefined : item.minutes * MINUTE - itemSpent
  const meetingLeft = state.endsAt === undefined ? undefined : state.endsAt - now
  const ahead = state.items.slice(state.current + 1).reduce((sum, each) => sum + (each.minutes ?? 0) * MINUTE, 0)
  const overrun = meetingLeft === undefined ? 0 : Math.max(0, Math.max(0, itemLeft ?? 0) + ahead - meetingLeft)
  return {
    ...(item === undefined ? {} : { item }), number: state.current + 1, itemSpent, overrun,
    ...(itemLeft === undefined ? {} : { itemLeft }), ...(meetingLeft === undefined ? {} : { meetingLeft }),
  }
}

/**
 * The alarms that are due and not yet given, and the state that remembers them. An item is warned of `warnBefore` minutes before
 * its end, but never in the first half of its time; the meeting five minutes before, or `warnBefore` where that is longer.
 */
export function alarmsAt(state: LiveState, now: Instant, warnBefore: number): { readonly alarms: readonly Alarm[]; readonly state: LiveState } {
  const { item, itemLeft, meetingLeft } = clockAt(state, now)
  const alarms: Alarm[] = []
  const due = (of: Alarm['of'], left: number | undefined, warn: number): void => {
    if (left === undefined || left > warn) return
    const kind = left <= 0 ? 'over' : 'soon'
    const key = `${of}:${kind}`
    // Who is told that time is over need not be told any more that it is nearly so.
    if (!state.given.includes(key) && !state.given.includes(`${of}:over`)) alarms.push({ key, of, kind, left })
  }
  due('meeting', meetingLeft, Math.max(5, warnBefore) * MINUTE)
  due('item', itemLeft, Math.min(warnBefore * MINUTE, ((item?.minutes ?? 0) * MINUTE) / 2))
  return { alarms, state: alarms.length === 0 ? state : { ...state, given: [...state.given, ...alarms.map(({ key }) => key)] } }
}
