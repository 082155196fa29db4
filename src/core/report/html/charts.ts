import type { Tally } from '../model.ts'
import { percentOf, shareOf } from '../tally.ts'
import { percentText } from '../texts.ts'
import { escape } from './escape.ts'

/** A place on the axis of a chart. */
export interface Point {
  /** In full, for whoever hears the chart. */
  readonly name: string
  readonly tick: string
  /** Stands under the first place of each year. */
  readonly year: string
}
export interface SharePoint extends Point {
  readonly tally: Tally
  readonly meetings: number
}
export interface HoursPoint extends Point {
  /** Person-hours. */
  readonly held: number
  readonly ahead: number
}

/** What the chart says, for whoever does not see it; `id` is unique on the page. */
export interface ChartText {
  readonly id: string
  readonly title: string
  readonly says: string
}

const WIDTH = 520
const LEFT = 46
const RIGHT = 14

/** Below this number of meetings a share is drawn hollow: it says little. */
const FEW = 3

/** Kept, remarked and broken as one bar. It is drawn beside its figures and says nothing of its own. */
export function stackedBar({ judged, kept, remarked, broken }: Tally, className = ''): string {
  let at = 0
  const parts = ([['k', kept], ['r', remarked], ['b', broken]] as const).map(([name, count]) => {
    const width = judged === 0 ? 0 : (count / judged) * 100
    const part = count === 0 ? '' : `<rect class="${name}" x="${round(at)}" width="${round(width)}" height="10"/>`
    at += width
    return part
  })
  return `<svg${className === '' ? '' : ` class="${className}"`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`
}

/** Two counts of a whole as one bar, the first in the colour of what is late. */
export function countBar(late: number, rest: number, most: number): string {
  const scale = most === 0 ? 0 : 100 / most
  return `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="b" width="${round(late * scale)}" height="10"/><rect class="r" x="${round(late * scale)}" width="${round(rest * scale)}" height="10"/></svg>`
}

/** The share kept along time, and below it how many meetings each share is of; `unit` is the word for meetings. */
export function shareChart(points: readonly SharePoint[], text: ChartText, unit: string): string {
  const [top, bottom, strip, height] = [16, 166, 212, 246]
  const x = placer(points.length)
  const y = (share: number): number => round(bottom - share * (bottom - top))
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => `<line class="${share === 0 ? 'base' : 'grid'}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(share)}" y2="${y(share)}"/><text x="${LEFT - 7}" y="${y(share) + 4}" text-anchor="end">${share * 100}%</text>`)
  const lines = runsOf(points).map((run) => {
    const path = run.map(({ at, share }) => `${x(at)} ${y(share)}`).join('L')
    const [first, last] = [run[0]?.at ?? 0, run[run.length - 1]?.at ?? 0]
    return run.length < 2 ? '' : `<path class="area" d="M${x(first)} ${y(0)}L${path}L${x(last)} ${y(0)}Z"/><path class="line" d="M${path}"/>`
  })
  const marked = toLabel(points)
  const dots = points.map(({ tally, meetings, name }, at) => {
    const share = shareOf(tally)
    if (share === undefined) return ''
    const label = marked.has(at) ? `<text class="value" x="${x(at)}" y="${share > 0.9 ? y(share) + 19 : y(share) - 9}" text-anchor="${at === 0 && points.length > 1 ? 'start' : at === points.length - 1 && at > 0 ? 'end' : 'middle'}">${percentText(tally)}</text>` : ''
    return `<circle class="dot${meetings < FEW ? ' few' : ''}" cx="${x(at)}" cy="${y(share)}" r="3.5"><title>${escape(name)}: ${percentText(tally)}</title></circle>${label}`
  })
  const most = Math.max(1, ...points.map((each) => each.meetings))
  const wide = Math.min(22, ((WIDTH - LEFT - RIGHT) / points.length) * 0.62)
  const counts = points.map(({ meetings }, at) => {
    const tall = meetings === 0 ? 0 : Math.max(1.5, (meetings / most) * 22)
    const number = meetings > 0 && points.length <= 16 ? `<text x="${x(at)}" y="${round(strip - tall - 3)}" text-anchor="middle" font-size="10">${meetings}</text>` : ''
    return `<rect class="count" x="${round(x(at) - wide / 2)}" y="${round(strip - tall)}" width="${round(wide)}" height="${round(tall)}"/>${number}`
  })
  const named = `<text x="0" y="${strip}" font-size="9.5">${escape(unit)}</text>`
  return svg(text, height, [...grid, ...lines, ...dots, named, ...counts, ...axis(points, x, strip)])
}

/** Person-hours along time, what is ahead above what was held. */
export function hoursChart(points: readonly HoursPoint[], text: ChartText, show: (hours: number) => string): string {
  const [top, bottom, height] = [20, 186, 220]
  const x = placer(points.length)
  const step = niceStep(Math.max(...points.map((each) => each.held + each.ahead), 1))
  const steps = Math.ceil(Math.max(...points.map((each) => each.held + each.ahead), 1) / step)
  const tall = (hours: number): number => (hours / (step * steps)) * (bottom - top)
  const grid = Array.from({ length: steps + 1 }, (_, at) => {
    const y = round(bottom - tall(at * step))
    return `<line class="${at === 0 ? 'base' : 'grid'}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}"/><text x="${LEFT - 7}" y="${y + 4}" text-anchor="end">${show(at * step)}</text>`
  })
  const wide = Math.min(34, ((WIDTH - LEFT - RIGHT) / points.length) * 0.66)
  const columns = points.map(({ held, ahead, name }, at) => {
    const left = round(x(at) - wide / 2)
    const sum = held + ahead
    const number = sum > 0 && points.length <= 14 ? `<text class="value" x="${x(at)}" y="${round(bottom - tall(sum) - 5)}" text-anchor="middle">${show(sum)}</text>` : ''
    const rect = (className: string, hours: number, under: number): string => (hours === 0 ? '' : `<rect class="${className}" x="${left}" y="${round(bottom - tall(hours + under))}" width="${round(wide)}" height="${round(tall(hours))}"><title>${escape(name)}: ${show(hours)}</title></rect>`)
    return rect('k', held, 0) + rect('a', ahead, held) + number
  })
  return svg(text, height, [...grid, ...columns, ...axis(points, x, bottom)])
}

function svg({ id, title, says }: ChartText, height: number, parts: readonly string[]): string {
  return `<div class="chart"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${escape(title)}</title><desc id="${id}-d">${escape(says)}</desc>${parts.join('')}</svg></div>`
}

/** Ticks as many as fit, and the year below the first place of each. */
function axis(points: readonly Point[], x: (at: number) => number, base: number): string[] {
  const every = Math.ceil(points.length / 12)
  return points.map(({ tick, year }, at) => {
    const isFirst = at === 0 || points[at - 1]?.year !== year
    // The last place is the one people look for; ticks are counted from there.
    const shown = (points.length - 1 - at) % every === 0 ? `<text x="${x(at)}" y="${base + 15}" text-anchor="middle">${escape(tick)}</text>` : ''
    return shown + (isFirst && year !== '' ? `<text class="value" x="${x(at)}" y="${base + 30}" text-anchor="middle">${escape(year)}</text>` : '')
  })
}

function placer(count: number): (at: number) => number {
  const step = (WIDTH - LEFT - RIGHT) / Math.max(count, 1)
  return (at) => round(LEFT + step * (at + 0.5))
}

/** Neighbouring places that have a share; a place without one breaks the line. */
function runsOf(points: readonly SharePoint[]): { at: number; share: number }[][] {
  const runs: { at: number; share: number }[][] = [[]]
  for (const [at, { tally }] of points.entries()) {
    const share = shareOf(tally)
    if (share === undefined) runs.push([])
    else runs[runs.length - 1]?.push({ at, share })
  }
  return runs.filter((run) => run.length > 0)
}

/** The places whose value is written: the first, the last, the lowest. */
function toLabel(points: readonly SharePoint[]): ReadonlySet<number> {
  const there = [...points.entries()].flatMap(([at, { tally }]) => {
    const percent = percentOf(tally)
    return percent === undefined ? [] : [{ at, percent }]
  })
  const [first, last] = [there[0], there[there.length - 1]]
  if (first === undefined || last === undefined) return new Set()
  const lowest = there.reduce((low, each) => (each.percent < low.percent ? each : low))
  const far = (a: number, b: number): boolean => Math.abs(a - b) * ((WIDTH - LEFT - RIGHT) / points.length) > 34
  return new Set([last.at, ...(far(first.at, last.at) ? [first.at] : []), ...(far(lowest.at, last.at) && far(lowest.at, first.at) ? [lowest.at] : [])])
}

/** 1, 2 or 5 times a power of ten, so that four to six lines stand under the most. */
function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most / 4))
  return ([1, 2, 5].find((factor) => most / (factor * power) <= 5) ?? 10) * power
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
