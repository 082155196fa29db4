import type { Located } from '../text/range.ts'
import type { AgendaItem } from './model.ts'
import { rangeIn, type Piece } from './piece.ts'

/** Clock times of an agenda item: minutes after midnight. */
export type Clock = NonNullable<AgendaItem['clock']>

const TIME = '(上午|下午|晚上|早上|中午)?\\s*([01]?\\d|2[0-4])[:：]([0-5]\\d)(?::[0-5]\\d)?(?:\\s*([ap])\\.?m\\b\\.?)?'
let pair: RegExp | undefined
let single: RegExp | undefined

/** `14:00-14:15` anywhere in the stretch, or a single time that makes up its beginning. */
export function findClock(piece: Piece, from: number, to: number, wholeOnly = false): Located<Clock['value']> | undefined {
  if (!/\d[:：]\d/.test(piece.spaced)) return undefined
  pair ??= new RegExp(`${TIME}\\s*(?:[-–—−~～至到]|to|until)\\s*${TIME}`, 'i')
  single ??= new RegExp(`^\\s*${TIME}(?![\\d:：])`, 'i')
  const part = piece.spaced.slice(from, to)
  const both = pair.exec(part)
  if (both && !/[\d:：/-]$/.test(part.slice(0, both.index)) && !/^[\d:：]/.test(part.slice(both.index + both[0].length))) {
    const late = /^(?:下午|晚上)$/.test(both[1] ?? '') && both[5] === undefined
    const end = clockOf(both, 5, late ? 'p' : undefined)
    const start = clockOf(both, 1, both[8] !== undefined && both[4] === undefined ? both[8] : undefined, end)
    const at = from + both.index
    return { value: { start, end }, range: rangeIn(piece, at + leading(both[0]), at + both[0].length) }
  }
  const one = single.exec(part)
  if (!one || (wholeOnly && one[0].trim() !== part.trim())) return undefined
  return { value: { start: clockOf(one, 1, undefined) }, range: rangeIn(piece, from + leading(one[0]), from + one[0].length) }
}

function leading(text: string): number {
  return text.length - text.trimStart().length
}

/** The time in four groups of a match; `half` stands in for a missing am or pm where that keeps the order. */
function clockOf(match: RegExpExecArray, group: number, half: string | undefined, before = Number.POSITIVE_INFINITY): number {
  const word = match[group]
  const hours = Number(match[group + 1])
  const minutes = Number(match[group + 2])
  const own = match[group + 3]?.toLowerCase()
  const afternoon = own === 'p' || word === '下午' || word === '晚上'
  if (afternoon && hours < 12) return (hours + 12) * 60 + minutes
  if (own === 'a' && hours === 12) return minutes
  if (own === undefined && half?.toLowerCase() === 'p' && hours < 12 && (hours + 12) * 60 + minutes <= before) {
    return (hours + 12) * 60 + minutes
  }
  return hours * 60 + minutes
}
