import type { Instant } from '../arrangement/zone.ts'

/** Milliseconds. Said here again, since an editor's start must not wait for the tables of time zones. */
export const MINUTE = 60_000

/** What live mode has to know of a meeting before it begins. */
export interface HeldMeeting {
  readonly uri: string
  readonly title: string
  readonly language: 'en' | 'zh'
  readonly start?: number
  readonly end?: number
  readonly link?: string
  readonly backupLink?: string
  readonly issue?: number
  readonly attendees: readonly { readonly key: string; readonly name: string }[]
  readonly agenda: readonly HeldItem[]
}

/** An item of the agenda. Minutes are absent where the file does not say. */
export interface HeldItem {
  readonly title: string
  readonly minutes?: number
  readonly owner?: string
  /** Zero-based line in the file, to open it. */
  readonly line: number
}

/** What happens for somebody who is absent (C4). */
export type Instead = { readonly kind: 'minutes' } | { readonly kind: 'talk' } | { readonly kind: 'substitute'; readonly name: string } | { readonly kind: 'open' }

/** Who was there when the roll was called. */
export interface RollEntry {
  readonly key: string
  readonly name: string
  readonly present: boolean
  readonly instead?: Instead
}

/** A meeting that is running: plain JSON, so that it outlives a window. All instants in milliseconds, all lengths in milliseconds but `minutes`. */
export interface LiveState {
  readonly uri: string
  readonly title: string
  readonly language: 'en' | 'zh'
  readonly link?: string
  readonly backupLink?: string
  readonly issue?: number
  readonly attendees: readonly { readonly key: string; readonly name: string }[]
  readonly items: readonly HeldItem[]
  readonly startedAt: Instant
  /** When it is to end, extensions included; absent where the file says no length. */
  readonly endsAt?: Instant
  /** Index of the item under discussion; `items.length` when all are done. */
  readonly current: number
  /** When the current item was taken up. */
  readonly itemSince: Instant
  /** How long each item was under discussion before it was left, by index. */
  readonly spent: readonly number[]
  readonly extensions: readonly { readonly minutes: number; readonly reason: string }[]
  /** Ids of pre-flight checks that somebody ticked (C1). */
  readonly checked: readonly string[]
  readonly roll: readonly RollEntry[]
  readonly onBackup: boolean
  /** Alarms that have been given, by their key: each is given once. */
  readonly given: readonly string[]
}

/**
 * Opens a meeting at an instant (C3). One that begins late still ends when it was to end (E3): its length counts from the start that was
 * announced, unless nothing of it is left.
 */
export function open(meeting: HeldMeeting, now: Instant): LiveState {
  const { start, end } = meeting
  const endsAt = end === undefined ? undefined : end > now ? end : now + (end - (start ?? end))
  return {
    uri: meeting.uri, title: meeting.title, language: meeting.language,
    ...(meeting.link === undefined ? {} : { link: meeting.link }), ...(meeting.backupLink === undefined ? {} : { backupLink: meeting.backupLink }),
    ...(meeting.issue === undefined ? {} : { issue: meeting.issue }),
    attendees: meeting.attendees.map(({ key, name }) => ({ key, name })), items: meeting.agenda,
    startedAt: now, ...(endsAt === undefined || endsAt === now ? {} : { endsAt }), current: 0, itemSince: now,
    spent: meeting.agenda.map(() => 0), extensions: [], checked: [], roll: [], onBackup: false, given: [],
  }
}

/** Takes up another item; what was spent on the one before is kept. Before the first and after the last there is no further. */
export function goTo(state: LiveState, index: number, now: Instant): LiveState {
  const wanted = Math.min(Math.max(index, 0), state.items.length)
  if (wanted === state.current) return state
  const spent = state.spent.map((each, at) => (at === state.current ? each + now - state.itemSince : each))
  return { ...state, current: wanted, itemSince: now, spent, given: state.given.filter((key) => !key.startsWith('item:')) }
}

/** E4: the meeting gets so many minutes more, and so does the item under discussion. */
export function extend(state: LiveState, minutes: number, reason: string): LiveState {
  const by = minutes * MINUTE
  const items = state.items.map((each, at) => (at === state.current && each.minutes !== undefined ? { ...each, minutes: each.minutes + minutes } : each))
  return { ...state, items, ...(state.endsAt === undefined ? {} : { endsAt: state.endsAt + by }), extensions: [...state.extensions, { minutes, reason }], given: [] }
}

/** The meeting goes on at the backup link (C5). */
export function switchToBackup(state: LiveState): LiveState {
  return state.backupLink === undefined ? state : { ...state, onBackup: true }
}

/**
 * What was kept over a reload, checked field by field: it may come from another version. Undefined for anything that is no state.
 * A state with another agenda than it had is still one: items are part of it.
 */
export function restored(kept: unknown): LiveState | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const state = kept as Partial<Record<keyof LiveState, unknown>>
  const texts = [state.uri, state.title].every((each) => typeof each === 'string')
  const numbers = [state.startedAt, state.current, state.itemSince].every((each) => typeof each === 'number' && Number.isFinite(each))
  const lists = [state.attendees, state.items, state.spent, state.extensions, state.checked, state.roll, state.given].every((each) => Array.isArray(each))
  const isOne = texts && numbers && lists && (state.language === 'en' || state.language === 'zh') && typeof state.onBackup === 'boolean' && (state.endsAt === undefined || typeof state.endsAt === 'number')
  return isOne ? (kept as LiveState) : undefined
}
