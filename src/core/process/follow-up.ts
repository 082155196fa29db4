import { wallAt, addDays } from '../arrangement/zone.ts'
import { effectKey, type Because } from './effect.ts'
import { announced, isSettled, type ActionRecord } from './ledger.ts'
import { actionText, isComplete } from './minutes.ts'
import { similar } from './difference.ts'
import { isHanded } from './shared-items.ts'
import { common, emit, identity, invitationKey, isQuiet, mailEffect, mayMail, zoneFor, type Scene, type Telling } from './scene.ts'
import type { ActionText, MeetingAction } from './occasion.ts'

const OPENED = { en: 'The minutes name this action item; it gets an issue of its own.', zh: '纪要中的行动项，各建一个 issue。' }
const DONE = { en: 'The item is ticked off in the file.', zh: '文件中已勾选完成。' }
const SOON = { en: 'The item is due in two days or less.', zh: '行动项两天内到期。' }
const TODAY = { en: 'The item is due today.', zh: '行动项今天到期。' }

/** An action item of the file with what the ledger knows of it. */
export interface FollowedAction {
  readonly action: ActionText
  readonly record?: ActionRecord
  /** Ticked in the file, or its issue closed. */
  readonly closed: boolean
}

/**
 * D2–D4: each action item of complete minutes becomes an issue, once: an item that carries `#123` is that issue's, another is
 * matched by its words, also when they were mended. Owners are reminded two days before and on the day.
 */
export function followUp(scene: Scene): void {
  const { entry, when, now, desired } = scene
  if (announced(entry) === undefined || now < when.end || !isComplete(desired)) return
  for (const { action, record, closed } of followedActions(scene)) {
    if (record === undefined && !closed && action.issue === undefined) open(scene, action)
    if (record !== undefined) {
      refresh(scene, record, action)
      follow(scene, record)
      if (action.done === true && record.issue !== undefined && isClosed(record.issue, scene.issueStates) !== true && record.closed !== true) close(scene, record, action)
    }
    if (!closed && isFollowedHere(scene, { action, ...(record === undefined ? {} : { record }) })) remindOwner(scene, action, record)
  }
}

/** The action items of a file, each with its record. No record serves two items. */
export function followedActions({ desired, config, entry, issueStates }: Pick<Scene, 'desired' | 'config' | 'entry' | 'issueStates'>): FollowedAction[] {
  const free = new Set(entry.actions)
  const take = (fits: (record: ActionRecord) => boolean): ActionRecord | undefined => {
    const found = [...free].find(fits)
    if (found !== undefined) free.delete(found)
    return found
  }
  const actions = (desired.meeting.minutes?.actions?.items ?? []).map((item) => actionText(item, desired.text, config))
  // Exact matches first, so that a mended item does not take another one's record.
  const exact = actions.map((action) => take((record) => (action.issue === undefined ? record.text === action.text : record.issue === action.issue)))
  return actions.map((action, at) => {
    const record = exact[at] ?? (action.issue === undefined ? take((each) => similar(each.text, action.text)) : undefined)
    const issue = action.issue ?? record?.issue
    // The later human act wins: an issue that was opened again is open, until its line is ticked anew.
    const closed = action.done === true || (isClosed(issue, issueStates) ?? record?.closed === true)
    return { action: issue === undefined ? action : { ...action, issue }, ...(record === undefined ? {} : { record }), closed }
  })
}

/** False for an item of which a later meeting reminds, into which it was carried. */
export function isFollowedHere({ entry, followers }: Pick<Scene, 'entry' | 'followers'>, { action, record }: Pick<FollowedAction, 'action' | 'record'>): boolean {
  const follower = action.issue === undefined ? undefined : followers.get(action.issue)
  return follower === undefined ? record?.carried === undefined : follower === entry.meeting
}

/** The record remembers which meeting reminds of its item now, and what became of an item that was handed on. */
export function handOver(scene: Scene): void {
  const { entry, followers } = scene
  if (announced(entry) === undefined) return
  entry.actions = entry.actions.map((record) => {
    const follower = record.issue === undefined ? undefined : followers.get(record.issue)
    if (follower === undefined || follower === record.carried) return record
    const { carried: _carried, ...rest } = record
    return follower === entry.meeting ? rest : { ...rest, carried: follower }
  })
  for (const each of entry.actions) if (isHanded(each)) follow(scene, each)
}

function isClosed(issue: number | undefined, states: Scene['issueStates']): boolean | undefined {
  const state = issue === undefined ? undefined : states.get(issue)
  return state === undefined ? undefined : state === 'closed'
}

function open(scene: Scene, action: ActionText): void {
  const { entry } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined) return
  const part = String(entry.actions.length + 1)
  const telling: Telling = { kind: 'action', part, revision: 1, because: { clause: 'D3', reason: OPENED }, occasion: { kind: 'action', snapshot, action } }
  const people = action.owner === undefined ? [] : [action.owner]
  const effect = { ...common(scene, telling, 'issue', people), way: 'issue' as const, act: 'open' as const, labels: ['action item'], assignees: people, parent: scene.entry.issue ?? invitationKey(scene), mentions: [] }
  if (!emit(scene, effect)) return
  entry.actions = [...entry.actions, { key: effect.key, opened: scene.now, ...words(action) }]
}

function words({ text, owner, due }: ActionText): Pick<ActionRecord, 'text' | 'owner' | 'due'> {
  return { text, ...(owner === undefined ? {} : { owner }), ...(due === undefined ? {} : { due }) }
}

/** The record follows the file's words, owner and date. */
function refresh({ entry }: Scene, record: ActionRecord, action: ActionText): void {
  if (record.text === action.text && record.owner === action.owner && record.due === action.due) return
  const { text: _text, owner: _owner, due: _due, ...rest } = record
  entry.actions = entry.actions.map((each) => (each === record || each.key === record.key ? { ...rest, ...words(action) } : each))
}

/** The record remembers what people did to its issue; a state is seen once, when it changes. */
function follow({ entry, issueStates }: Scene, record: ActionRecord): void {
  const closed = isClosed(record.issue, issueStates)
  if (closed === undefined || closed === (record.closed === true)) return
  entry.actions = entry.actions.map((each) => (each.key === record.key ? { ...each, closed } : each))
}

function close(scene: Scene, record: ActionRecord, action: ActionText): void {
  const { entry } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined || record.issue === undefined) return
  const part = `${partOf(record)}-done`
  const telling: Telling = { kind: 'action', part, revision: 1, because: { clause: 'D4', reason: DONE }, occasion: { kind: 'action', snapshot, action } }
  emit(scene, { ...common(scene, telling, 'issue', action.owner === undefined ? [] : [action.owner]), way: 'issue', act: 'close', issue: record.issue })
  entry.actions = entry.actions.map((each) => (each.key === record.key ? { ...each, closed: true } : each))
}

function remindOwner(scene: Scene, action: ActionText, record: ActionRecord | undefined): void {
  const { config, now, entry } = scene
  const snapshot = announced(entry)
  if (snapshot === undefined || action.owner === undefined || action.due === undefined || !config.people.has(action.owner)) return
  const today = wallAt(now, zoneFor(config, action.owner)).slice(0, 10)
  const isDay = today === action.due
  if (!isDay && !(today >= addDays(action.due, -2) && today < action.due)) return
  // Whoever was given the item that near to its day knows of it, and a reminder on top says nothing new.
  // What an earlier meeting handed on was that one's to remind of until this one was held.
  const since = record === undefined ? undefined : isHanded(record) ? Math.max(record.opened, scene.when.end) : record.opened
  const given = since === undefined ? undefined : wallAt(since, zoneFor(config, action.owner)).slice(0, 10)
  if (given !== undefined && given >= (isDay ? action.due : addDays(action.due, -2))) return
  const number = record === undefined ? `issue-${action.issue ?? ''}` : partOf(record)
  if (record === undefined && action.issue === undefined) return
  const because: Because = { clause: 'D4', reason: isDay ? TODAY : SOON }
  const meeting: MeetingAction = { ...action, meeting: snapshot.title }
  const telling: Telling = {
    kind: 'action-reminder', part: `${number}-${action.due}-${isDay ? 'day' : 'soon'}`, revision: 1, because, occasion: { kind: 'action-reminder', action: meeting, today: isDay },
  }
  const key = effectKey({ ...identity(snapshot), kind: telling.kind, part: telling.part ?? '', revision: 1, recipient: `mail:${action.owner}` })
  if (isSettled(entry, key) || isQuiet(config, action.owner, now) || !mayMail(scene, 'action-reminder', action.owner)) return
  emit(scene, mailEffect(scene, telling, action.owner))
}

/** The number that tells the items of one meeting apart, out of the key of the effect that opened it. */
function partOf({ key }: ActionRecord): string {
  return /\/action@([^/]+)\//.exec(key)?.[1] ?? ''
}
