import type { Clause } from '../messages/clause.ts'
import { CLAUSES } from '../messages/clauses.ts'
import type { Language, Message } from '../messages/message.ts'
import type { PastFigures, Tally } from './model.ts'
import type { Period } from './periods.ts'
import { percentOf } from './tally.ts'

/** What a clause asks, in a reader's language. */
export function clauseText(clause: Clause, language: Language): string {
  return CLAUSES[clause]?.[language] ?? ''
}

/** A share in words: `87%`, or a dash where nothing was judged. */
export function percentText(tally: Tally): string {
  const percent = percentOf(tally)
  return percent === undefined ? '–' : `${percent}%`
}

/** Person-minutes as hours, with one decimal below ten: `1,234`. */
export function hoursText(minutes: number): string {
  const hours = minutes / 60
  return hours < 10 && hours !== Math.round(hours) ? hours.toFixed(1) : numberText(Math.round(hours))
}

/** A whole number with commas, as both languages write it. */
export function numberText(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A difference in points with its sign. */
export function pointsText(points: number): string {
  return points === 0 ? '±0' : points > 0 ? `+${points}` : `−${-points}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A period's name in full: `Nov 2026`, `Q4 2026`; 2026 年 11 月, 2026 年第 4 季度. */
export function periodText({ name, unit }: Pick<Period<unknown>, 'name' | 'unit'>, language: Language): string {
  const [year = '', part = ''] = name.split('-')
  if (unit === 'year') return language === 'zh' ? `${year} 年` : year
  if (unit === 'quarter') return language === 'zh' ? `${year} 年第 ${part.slice(1)} 季度` : `${part} ${year}`
  return language === 'zh' ? `${year} 年 ${Number(part)} 月` : `${MONTHS[Number(part) - 1] ?? part} ${year}`
}

/** A period's short name for an axis, without its year: `Nov`, `Q4`, 11 月, 4 季度. */
export function tickText({ name, unit }: Pick<Period<unknown>, 'name' | 'unit'>, language: Language): string {
  const [year = '', part = ''] = name.split('-')
  if (unit === 'year') return year
  if (unit === 'quarter') return part
  return language === 'zh' ? `${Number(part)} 月` : MONTHS[Number(part) - 1] ?? part
}

/** Why nothing is known of earlier times. */
export const NO_PAST: Readonly<Record<Exclude<PastFigures['state'], 'known'>, Message>> = {
  off: { en: 'Earlier states were not looked at (--history off).', zh: '没有回看历史状态（--history off）。' },
  'no-git': { en: 'Earlier states are not known: this folder is in no git repository, or git is not installed.', zh: '无法得知历史状态：此文件夹不在 git 仓库中，或没有安装 git。' },
  'no-commit': { en: 'Earlier states are not known: nothing has been committed yet.', zh: '无法得知历史状态：仓库还没有任何提交。' },
  shallow: { en: 'Earlier states are not known: this is a shallow clone. Fetch the whole history (git fetch --unshallow) and run the report again.', zh: '无法得知历史状态：这是浅克隆。请取回完整历史（git fetch --unshallow）后重新生成报告。' },
  partial: { en: 'Earlier states are not known: parts of the history are not in this clone.', zh: '无法得知历史状态：此克隆缺少部分历史内容。' },
}
