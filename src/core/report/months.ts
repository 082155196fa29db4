import type { Instant } from '../arrangement/zone.ts'
import type { Config } from '../config/model.ts'
import { costOf, hoursOf, type Cost } from './hours.ts'
import type { MonthFigure, Tally, Trend } from './model.ts'
import type { Sorted } from './report.ts'
import { addTallies, tallyByClause, trendOf } from './tally.ts'

/** Months on each side of a trend. */
const SPAN = 3

/** The figures of each month in which meetings begin by their own clocks, in order. Series' own files belong to no month. */
export function monthsOf(sorted: readonly Sorted[], config: Config, now: Instant): MonthFigure[] {
  const months = new Map<string, { judged: Sorted[]; costs: Cost[] }>()
  for (const each of sorted) {
    const { start, startDay, repeat } = each.meeting.fields
    const month = (start?.value ?? startDay?.value)?.slice(0, 7)
    if (month === undefined || repeat !== undefined || (each.sort !== 'judged' && each.sort !== 'history')) continue
    const entry = months.get(month) ?? { judged: [], costs: [] }
    months.set(month, entry)
    if (each.sort === 'judged') entry.judged.push(each)
    const cost = costOf(each.meeting, config, now)
    if (cost !== undefined) entry.costs.push(cost)
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, { judged, costs }]) => {
    const clauses = tallyByClause(judged.map((each) => each.verdicts))
    return { month, meetings: judged.length, ...addTallies(Object.values(clauses)), clauses, hours: hoursOf(costs) }
  })
}

/** The last three months with judged meetings, up to `until`, beside the three before them. */
export function trendOver(months: readonly MonthFigure[], until: string, tallyIn: (month: MonthFigure) => Tally): Trend | undefined {
  const past = months.filter(({ month, meetings }) => meetings > 0 && month <= until)
  return trendOf(addTallies(past.slice(-2 * SPAN, -SPAN).map(tallyIn)), addTallies(past.slice(-SPAN).map(tallyIn)))
}
