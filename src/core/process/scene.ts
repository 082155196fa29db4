import type { ChannelName, Config } from '../config/model.ts'
import { DAY, HOUR, wallAt, type Instant } from '../arrangement/zone.ts'
import type { When } from '../arrangement/when.ts'
import type { Desired } from './desired.ts'
import { effectKey, type Because, type CalendarRole, type ChatEffect, type Comment, type Effect, type Kept, type Kind, type MailEffect } from './effect.ts'
import { isSettled, type IssueState, type LedgerEntry, type Reply } from './ledger.ts'
import type { Gap, Occasion } from './occasion.ts'
import type { Snapshot } from './snapshot.ts'

export type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Everything that a step looks at, and the two lists that it writes. The entry is the plan's own copy: what it will claim. */
export interface Scene {
  readonly desired: Desired
  readonly snapshot: Snapshot
  readonly when: When
  readonly config: Config
  readonly now: Instant
  readonly replies: readonly Reply[]
  /** States of issues as far as they were looked at. */
  readonly issueStates: ReadonlyMap<number, IssueState>
  /** Meetings that remind of an item, by the number of its issue. */
  readonly followers: ReadonlyMap<number, string>
  readonly entry: Mutable<LedgerEntry>
  readonly effects: Effect[]
  readonly kept: Kept[]
}

/** What is told, before the ways and receivers are chosen. */
export interface Telling {
  readonly kind: Kind
  readonly part?: string
  readonly revision: number
  readonly occasion: Occasion
  readonly because: Because
  readonly calendar?: readonly CalendarRole[]
}

export type ChatChannel = ChatEffect['channel']

/** The channels of a meeting that a group reads. */
export function chatChannels(snapshot: Snapshot): ChatChannel[] {
  return snapshot.channels.filter((name): name is ChatChannel => isChat(name))
}

function isChat(name: ChannelName): name is ChatChannel {
  return name !== 'github' && name !== 'mail' && name !== 'phone'
}

/** Adds an effect unless it was carried out, given up or claimed before. True when it was added. */
export function emit(scene: Scene, effect: Effect): boolean {
  // An issue that could not be opened for good has no comments.
  if (effect.way === 'comment' && typeof effect.issue === 'string' && scene.entry.done[effect.issue]?.outcome === 'failed') return false
  if (isSettled(scene.entry, effect.key) || scene.effects.some((each) => each.key === effect.key)) return false
  scene.effects.push(effect)
  return true
}

export function keep(scene: Scene, kind: Kind, because: Because, recipient?: string): void {
  const { snapshot, desired } = scene
  scene.kept.push({ meeting: snapshot.meeting, file: desired.file, kind, because, ...(recipient === undefined ? {} : { recipient }) })
}

/** Hours of the receiver's clock between which nothing is sent (DELIVERY, "quiet hours"). */
export const QUIET = { from: 21, until: 8 } as const
const LATER = { en: 'It is {clock} where {person} is; nothing is sent between 21:00 and 08:00.', zh: '{person} 当地时间是 {clock}，21:00 到 08:00 之间不发送。' }
const NO_ADDRESS = { en: '{person} has no mail address.', zh: '{person} 没有邮箱地址。' }

/**
 * Whether a mail may go to somebody now: not without an address, and not in their night unless the meeting is within 24 hours
 * (DELIVERY, "quiet hours"). What may not go is kept with its reason, and is due again.
 */
export function mayMail(scene: Scene, kind: Kind, person: string): boolean {
  const { config, now, when } = scene
  if (!hasMail(config, person)) {
    keep(scene, kind, { clause: 'E5', reason: NO_ADDRESS, data: { person } }, person)
    return false
  }
  if (Math.abs(when.start - now) <= DAY || !isQuiet(config, person, now)) return true
  keep(scene, kind, { clause: 'E6', reason: LATER, data: { person, clock: wallAt(now, zoneFor(config, person)).slice(11) } }, person)
  return false
}

export function isQuiet(config: Config, person: string, now: Instant): boolean {
  const hour = Number(wallAt(now, zoneFor(config, person)).slice(11, 13))
  return hour >= QUIET.from || hour < QUIET.until
}

/** When somebody's night ends, for the due index. */
export function morningOf(config: Config, person: string, now: Instant): Instant {
  let at = Math.ceil(now / HOUR) * HOUR
  while (isQuiet(config, person, at)) at += HOUR
  return at
}

export function zoneFor(config: Config, person: string): string {
  return config.people.get(person)?.timezone ?? config.timezone ?? 'UTC'
}

/** A bare address is in the file itself; its key begins with `mail:`. */
function hasMail(config: Config, person: string): boolean {
  return person.startsWith('mail:') || config.people.get(person)?.addresses.has('mail') === true
}

/** A mail to one person about what is told. */
export function mailEffect(scene: Scene, telling: Telling, person: string): MailEffect {
  const { entry, snapshot } = scene
  const { calendar } = telling
  const effect = { ...common(scene, telling, `mail:${person}`, [person]), way: 'mail' as const, to: person }
  const instead = insteadOfMail(scene, telling, person)
  return {
    ...effect, ...(calendar === undefined ? {} : { calendar: { sequence: entry.sequence, attendees: calendar } }),
    ...(instead.length === 0 || person === snapshot.organizer ? {} : { instead }),
  }
}

/** A post about what is told; whom it concerns is called by name. */
export function chatEffect(scene: Scene, telling: Telling, channel: ChatChannel, people: readonly string[]): ChatEffect {
  return { ...common(scene, telling, `chat:${channel}`, people), way: 'chat', channel, instead: insteadOfChat(scene, telling, channel, people) }
}

/** A comment on the meeting's issue. */
export function commentEffect(scene: Scene, telling: Telling, people: readonly string[]): Comment {
  const { entry, snapshot } = scene
  const issue = entry.issue ?? invitationKey(scene)
  return { ...common(scene, telling, 'comment', people), way: 'comment', issue, mentions: snapshot.channels.includes('github') ? people : [] }
}

/** Key of the effect that opened the meeting's issue. */
export function invitationKey({ entry, snapshot }: Scene): string {
  const revision = Object.keys(entry.done).concat(entry.intents.map((each) => each.key)).map((key) => /\/invitation\/(\d+)\/issue$/.exec(key)?.[1]).find((each) => each !== undefined)
  return effectKey({ ...identity(snapshot), kind: 'invitation', revision: Number(revision ?? entry.told['issue'] ?? entry.revision), recipient: 'issue' })
}

export function identity({ meeting, occurrence }: Snapshot): { meeting: string; occurrence?: string } {
  return { meeting, ...(occurrence === undefined ? {} : { occurrence }) }
}

export function common(scene: Scene, telling: Telling, recipient: string, recipients: readonly string[]): Omit<Comment, 'way' | 'issue' | 'mentions'> {
  const { snapshot, desired, now } = scene
  const { kind, part, revision, because, occasion } = telling
  const key = effectKey({ ...identity(snapshot), kind, ...(part === undefined ? {} : { part }), revision, recipient })
  return { key, kind, ...identity(snapshot), file: desired.file, because, recipients, at: now, occasion }
}

const FALLBACK = { en: '{channel} failed or may not have arrived; the backup is used at once.', zh: '{channel} 发送失败或可能未送达，立即改用后备渠道。' }

function insteadOfMail(scene: Scene, telling: Telling, person: string): Effect[] {
  const backup = scene.config.fallback.get('mail')
  return insteadOf(scene, telling, 'mail', backup, [person], `mail:${person}`)
}

function insteadOfChat(scene: Scene, telling: Telling, channel: ChatChannel, people: readonly string[]): Effect[] {
  return insteadOf(scene, telling, channel, scene.config.fallback.get(channel), people, `chat:${channel}`)
}

/**
 * What is done when a channel fails: it is named on the issue, and the fall-back is used (E6); when that fails too, its own. The
 * configuration's order has no loop, so this ends.
 */
function insteadOf(scene: Scene, telling: Telling, channel: ChannelName, backup: ChannelName | undefined, people: readonly string[], recipient: string): Effect[] {
  const { snapshot } = scene
  const because: Because = { clause: 'E6', reason: FALLBACK, data: { channel } }
  const gap: Gap = { channel, recipients: [...people], outcome: 'unknown', ...(backup === undefined ? {} : { fallback: backup }) }
  const part = [telling.kind, telling.part, recipient].filter((each) => each !== undefined).join('-')
  const told: Telling = { kind: 'gap', part, revision: telling.revision, because, occasion: { kind: 'gap', snapshot, gaps: [gap] } }
  const comment = { ...commentEffect(scene, told, []), recipients: [...people] }
  const again: Telling = { ...telling, part: [telling.part, 'instead', recipient].filter((each) => each !== undefined).join('-'), because }
  if (backup === undefined || backup === 'github') return [comment]
  if (backup === 'phone') {
    const sheet: Telling = { ...again, occasion: callsInstead(telling.occasion, snapshot, people) }
    return [comment, { ...common(scene, sheet, `call-sheet:${snapshot.organizer}`, [snapshot.organizer]), way: 'mail', to: snapshot.organizer }]
  }
  const next = scene.config.fallback.get(backup)
  const then = (whom: readonly string[], way: string): { instead?: readonly Effect[] } => (next === undefined ? {} : { instead: insteadOf(scene, again, backup, next, whom, way) })
  if (backup === 'mail') {
    return [comment, ...people.map((person): Effect => ({ ...common(scene, again, `mail:${person}`, [person]), way: 'mail', to: person, ...then([person], `mail:${person}`) }))]
  }
  return [comment, { ...common(scene, again, `chat:${backup}`, people), way: 'chat', channel: backup, ...then(people, `chat:${backup}`) }]
}

/** What the organizer tells on the phone, where a channel failed. */
function callsInstead(occasion: Occasion, snapshot: Snapshot, people: readonly string[]): Occasion {
  const { kind } = occasion
  const about = kind === 'chase' ? 'invitation' : kind === 'invitation' || kind === 'change' || kind === 'withdrawal' || kind === 'cancellation' || kind === 'reminder' ? kind : 'other'
  const reason = kind === 'cancellation' ? occasion.reason : undefined
  return { kind: 'call-sheet', snapshot, why: kind === 'chase' ? 'no-reply' : 'undelivered', about, calls: people.map((key) => ({ key })), ...(reason === undefined ? {} : { reason }) }
}
