import { ownersOf } from '../arrangement/owners.ts'
import { keysOf, resolvePerson } from '../arrangement/who.ts'
import { DAY, HOUR, MINUTE } from '../arrangement/zone.ts'
import type { ActionItem, Part } from '../meeting/model.ts'
import type { Desired } from './desired.ts'
import { announced } from './ledger.ts'
import type { ActionText, MinutesText } from './occasion.ts'
import { chatChannels, chatEffect, commentEffect, emit, mailEffect, mayMail, type Scene, type Telling } from './scene.ts'
import { toldOf } from './stand-in.ts'
import type { Config } from '../config/model.ts'

const WANTED = { en: 'The meeting ended more than two hours ago and its minutes are not merged.', zh: '会议结束已超过两小时，纪要还没有合并。' }
const LATE = { en: 'The minutes were due {within} after the end.', zh: '纪要应在会后 {within} 内发出，已经逾期。' }
const SENT = { en: 'The meeting is over and its minutes are complete.', zh: '会议已结束，纪要已完整。' }

/** Minutes after the end at which the organizer is asked for minutes first. */
const FIRST_ASKED = 2 * HOUR
/** Minutes are asked for and sent for this long after the end. */
export const LONGEST = 14 * DAY

/** D1: the organizer is asked for minutes after two hours and again when they are late; complete ones go to everybody. */
export function minutes(scene: Scene): void {
  const { entry, now, when, desired, config } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined || now < when.end || now > when.end + LONGEST) return
  if (isComplete(desired)) send(scene)
  else ask(scene, now >= when.end + config.minutesWithin * MINUTE)
}

/** All three parts are there with content. */
export function isComplete({ meeting }: Desired): boolean {
  const { minutes: part } = meeting
  return [part?.discussion, part?.decisions, part?.actions].every((each) => each?.hasContent === true)
}

function ask(scene: Scene, late: boolean): void {
  const { entry, now, when, config } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined || (!late && now < when.end + FIRST_ASKED) || !mayMail(scene, 'minutes-reminder', snapshot.organizer)) return
  const because = late
    ? { clause: 'D1', reason: LATE, data: { within: { minutes: config.minutesWithin } } } as const
    : { clause: 'D1', reason: WANTED } as const
  emit(scene, mailEffect(scene, {
    kind: 'minutes-reminder', part: late ? 'late' : 'first', revision: entry.startRevision, because,
    occasion: { kind: 'minutes-reminder', snapshot, late, within: config.minutesWithin },
  }, snapshot.organizer))
}

function send(scene: Scene): void {
  const { entry, desired, config } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined) return
  const text = minutesText(desired, config, scene)
  const telling: Telling = { kind: 'minutes', revision: entry.startRevision, because: { clause: 'D1', reason: SENT }, occasion: { kind: 'minutes', snapshot, minutes: text } }
  const absent = new Set(text.absent.map((each) => each.key))
  const people = toldOf(scene).map((each) => each.key)
  if (snapshot.channels.includes('mail')) {
    // First to whoever was absent (C4).
    for (const person of [...people.filter((key) => absent.has(key)), ...people.filter((key) => !absent.has(key))]) {
      if (mayMail(scene, 'minutes', person)) emit(scene, mailEffect(scene, telling, person))
    }
  } else for (const channel of chatChannels(snapshot)) emit(scene, chatEffect(scene, telling, channel, people))
  emit(scene, commentEffect(scene, telling, people))
}

/** The minutes as they are written, people by key. */
export function minutesText({ meeting, text }: Desired, config: Config, { entry }: Pick<Scene, 'entry'>): MinutesText {
  const part = meeting.minutes
  const entries = part?.attendance?.entries ?? []
  const keyOf = (ref: (typeof entries)[number]['person']): string => keysOf(ref, config)[0] ?? ref.value
  return {
    present: entries.filter((each) => each.present).map((each) => keyOf(each.person)),
    absent: entries.filter((each) => !each.present).map(({ person, note }) => ({ key: keyOf(person), ...(note === undefined ? {} : { note: note.value }) })),
    discussion: written(text, part?.discussion),
    decisions: written(text, part?.decisions),
    actions: (part?.actions?.items ?? []).map((item) => actionText(item, text, config, entry.actions.find((each) => each.text === item.text.value)?.issue)),
  }
}

function written(text: string, part: Part | undefined): string {
  return part === undefined ? '' : text.slice(part.section.content.start, part.section.content.end).trim()
}

/** An action item by its words, `text` being its file's. An owner that is no single person is left out. */
export function actionText(item: ActionItem, text: string, config: Config, issue?: number): ActionText {
  const owners = ownersOf(text, item, config)
  const owner = owners.length === 1 ? owners[0] : undefined
  const found = owner === undefined ? undefined : resolvePerson(owner, config)
  const key = owner === undefined || found === undefined || found.kind === 'group' ? undefined : keysOf(owner, config)[0] ?? owner.value
  const number = item.issue?.value ?? issue
  return {
    text: item.text.value, done: item.done, ...(key === undefined ? {} : { owner: key }), ...(item.due === undefined ? {} : { due: item.due.value }),
    ...(number === undefined ? {} : { issue: number }),
  }
}
