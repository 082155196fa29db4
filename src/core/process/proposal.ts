import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { readMoment } from '../meeting/front-matter/times.ts'
import type { WallTime } from '../meeting/model.ts'
import type { Instant } from '../arrangement/zone.ts'
import type { GivenCommand } from './command.ts'
import { effectKey, type Because } from './effect.ts'
import { followedActions } from './follow-up.ts'
import { announced } from './ledger.ts'
import { acknowledgeCommand, isAcknowledged, mayCommand } from './live.ts'
import { emit, identity, keep, type Scene } from './scene.ts'

/** What a pull request changes in a meeting's file; the words of the file stay as they are. */
export type Change =
  | { readonly kind: 'cancel'; readonly reason?: string }
  | { readonly kind: 'reschedule'; readonly start: WallTime }
  /** Numbers and ticks that are written back into the lines of action items. */
  | { readonly kind: 'actions'; readonly items: readonly ActionChange[] }
  /** Open action items of one file carried into another; `made`: which is made by the file of its series, for its meeting at an instant. */
  | { readonly kind: 'carry'; readonly from: string; readonly items: readonly ActionChange[]; readonly made?: { readonly series: string; readonly after: Instant } }

export interface ActionChange {
  /** The item's words, by which its line is found. */
  readonly text: string
  readonly issue: number
  readonly done: boolean
}

const ASKED = { en: '{person} asks for it on the issue; the merged file is the contract, so a pull request is opened.', zh: '{person} 在 issue 上提出；合并的文件才算数，因此开一个拉取请求。' }
const BACK = { en: 'Numbers and ticks of the action items’ issues are written back into the file.', zh: '把行动项 issue 的编号和完成状态写回文件。' }
const NO_TIME = { en: '“{text}” is no date and time; write 2026-12-04 15:00.', zh: '“{text}”不是日期时间，请写成 2026-12-04 15:00。' }

/** `/cancel` and `/reschedule`, given by the organizer or whoever may write: each opens a pull request, once. */
export function propose(scene: Scene, given: readonly GivenCommand[]): void {
  for (const { command, comment, person, trusted } of given) {
    if (command.word !== 'cancel' && command.word !== 'reschedule') continue
    if (isAcknowledged(scene, comment) || !mayCommand(scene, comment, person, trusted)) continue
    const because: Because = { clause: command.word === 'cancel' ? 'B7' : 'B6', reason: ASKED, data: { person } }
    if (command.word === 'cancel') suggest(scene, because, `comment-${comment}`, { kind: 'cancel', ...(command.reason === undefined ? {} : { reason: command.reason }) })
    else {
      const start = startOf(command.start)
      if (start === undefined) keep(scene, 'proposal', { clause: 'B6', reason: NO_TIME, data: { text: command.start } })
      else suggest(scene, because, `comment-${comment}`, { kind: 'reschedule', start })
    }
    acknowledgeCommand(scene, comment, person)
  }
}

/** D3, D4: file and issues are kept in step by a pull request, never by writing over a person's words. */
export function writeBack(scene: Scene): void {
  const isOver = scene.now >= scene.when.end
  const written = scene.desired.meeting.minutes?.actions?.items ?? []
  const items = followedActions(scene).flatMap(({ action, record, closed }, at): ActionChange[] => {
    const item = written[at]
    const issue = record?.issue ?? item?.issue?.value
    if (item === undefined || issue === undefined) return []
    const done = closed && !item.done
    // What was carried into a coming meeting has its number already, and may be done before it is held.
    if (!isOver && item.issue === undefined) return []
    return item.issue === undefined || done ? [{ text: action.text, issue, done: closed }] : []
  })
  if (items.length === 0) return
  const part = bytesToHex(sha256(utf8ToBytes(JSON.stringify(items)))).slice(0, 10)
  suggest(scene, { clause: items.some((each) => each.done) ? 'D4' : 'D3', reason: BACK }, `actions-${part}`, { kind: 'actions', items })
}

function suggest(scene: Scene, because: Because, part: string, change: Change): void {
  const snapshot = announced(scene.entry)
  if (snapshot === undefined) return
  const key = effectKey({ ...identity(snapshot), kind: 'proposal', part, revision: 1, recipient: 'pull-request' })
  const { issue } = scene.entry
  emit(scene, {
    key, kind: 'proposal', ...identity(snapshot), file: scene.desired.file, because, recipients: [snapshot.organizer], at: scene.now, way: 'pull-request', change, snapshot, ...(issue === undefined ? {} : { issue }),
  })
}

function startOf(written: string): WallTime | undefined {
  const range = { start: 0, end: written.length }
  const moment = readMoment({ text: written, key: 'start', problems: [] }, { kind: 'scalar', value: written, text: written, range, quoted: false })
  return moment?.clock === undefined ? undefined : `${moment.day}T${moment.clock}`
}
