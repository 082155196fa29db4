import type { Importance, Urgency } from '../config/model.ts'
import type { Message } from '../messages/message.ts'

/** A kind of meeting that a new file can start from; its words stand in `templates/meeting/<id>.<language>.hbs`. */
export interface Kind {
  readonly id: KindId
  readonly name: Message
  /** What it is for, in a few words. */
  readonly hint: Message
  /** Minutes, unless somebody says otherwise; never over the one to two hours of A7. */
  readonly minutes: number
  /** How the time is divided over the agenda's items, in parts of the whole (A17). */
  readonly shares: readonly number[]
  readonly importance?: Importance
  readonly urgency?: Urgency
}

export type KindId = 'decision' | 'review' | 'planning' | 'one-to-one' | 'retrospective' | 'incident' | 'board' | 'partner' | 'short-notice'

/** Every kind, in the order of a menu. */
export const KINDS: readonly Kind[] = [
  { id: 'decision', name: { en: 'Decision', zh: '决策会' }, hint: { en: 'Choose between options and record it', zh: '在几个方案中选定一个并记录下来' }, minutes: 60, shares: [2, 5, 3, 2] },
  { id: 'review', name: { en: 'Review', zh: '评审会' }, hint: { en: 'Approve a document or release, or list its changes', zh: '批准文件或版本，或列出修改意见' }, minutes: 60, shares: [2, 7, 3] },
  { id: 'planning', name: { en: 'Planning', zh: '计划会' }, hint: { en: 'Choose the work of a period within its capacity', zh: '按可用工时选定一段时间的工作' }, minutes: 90, shares: [3, 7, 5, 3] },
  { id: 'one-to-one', name: { en: 'One to one', zh: '一对一' }, hint: { en: 'Two people: progress, obstacles, next steps', zh: '两个人谈进展、障碍和下一步' }, minutes: 30, shares: [2, 2, 2] },
  { id: 'retrospective', name: { en: 'Retrospective', zh: '复盘会' }, hint: { en: 'What happened, and at most three changes', zh: '回顾经过，选定不超过三项改进' }, minutes: 60, shares: [2, 4, 3, 2, 1] },
  { id: 'incident', name: { en: 'Incident', zh: '故障处理会' }, hint: { en: 'Something is broken now: remedy, owner, what customers hear', zh: '正在发生的故障：恢复方案、负责人、对外通知' }, minutes: 45, shares: [2, 3, 2, 2], importance: 'high', urgency: 'urgent' },
  { id: 'board', name: { en: 'Board', zh: '董事会' }, hint: { en: 'Formal: quorum, report, motions, resolutions', zh: '正式会议：法定人数、报告、议案、决议' }, minutes: 90, shares: [2, 5, 6, 3, 2], importance: 'high' },
  { id: 'partner', name: { en: 'Outside partner', zh: '外部合作方会议' }, hint: { en: 'Points to settle with another organisation', zh: '与外部单位商定未决事项' }, minutes: 60, shares: [1, 3, 6, 2] },
  { id: 'short-notice', name: { en: 'Short notice', zh: '临时紧急会议' }, hint: { en: 'One question that cannot wait', zh: '一个不能等的问题' }, minutes: 30, shares: [1, 3, 2], urgency: 'urgent' },
]

/** The kind of a name, case and language regardless; undefined for another word. */
export function kindOf(word: string): Kind | undefined {
  const wanted = word.trim().toLowerCase()
  return KINDS.find((each) => each.id === wanted || each.name.en.toLowerCase() === wanted || each.name.zh === wanted)
}

/**
 * A length of time divided by shares: minutes for each part, in fives where the whole allows it, never under one, the sum never
 * over the whole.
 */
export function divideMinutes(minutes: number, shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((all, each) => all + each, 0)
  const step = minutes >= shares.length * 5 ? 5 : 1
  const parts = shares.map((each) => Math.max(step, Math.floor((minutes * each) / sum / step) * step))
  let rest = minutes - parts.reduce((all, each) => all + each, 0)
  // What rounding up the small parts took too much of, the largest give back; what rounding down left over, they get.
  while (rest < 0 && parts.some((each) => each > step)) rest += change(parts, -step)
  while (rest >= step) rest -= change(parts, step)
  return parts
}

/** Makes the largest part longer or shorter; the minutes that it changed by, without a sign. */
function change(parts: number[], by: number): number {
  const largest = parts.indexOf(Math.max(...parts))
  parts[largest] = (parts[largest] ?? 0) + by
  return Math.abs(by)
}
