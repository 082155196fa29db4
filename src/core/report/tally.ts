import type { Clause } from '../messages/clause.ts'
import type { ClauseTallies, Tally, Trend, Verdict } from './model.ts'

export const NOTHING: Tally = { judged: 0, kept: 0, remarked: 0, broken: 0 }

/** Below this, a share says nothing of a trend. */
const LEAST = 10

/** How often each verdict stands there. */
export function tallyOf(verdicts: Iterable<Verdict>): Tally {
  const counted = { kept: 0, remarked: 0, broken: 0 }
  for (const verdict of verdicts) counted[verdict]++
  return { judged: counted.kept + counted.remarked + counted.broken, ...counted }
}

export function addTallies(tallies: Iterable<Tally | undefined>): Tally {
  let [judged, kept, remarked, broken] = [0, 0, 0, 0]
  for (const each of tallies) {
    if (each === undefined) continue
    judged += each.judged
    kept += each.kept
    remarked += each.remarked
    broken += each.broken
  }
  return { judged, kept, remarked, broken }
}

/** The tallies of several meetings, clause by clause; a clause that applied to none is absent. */
export function tallyByClause(meetings: readonly ReadonlyMap<Clause, Verdict>[]): ClauseTallies {
  const verdicts = new Map<Clause, Verdict[]>()
  for (const meeting of meetings) {
    for (const [clause, verdict] of meeting) {
      const known = verdicts.get(clause)
      if (known === undefined) verdicts.set(clause, [verdict])
      else known.push(verdict)
    }
  }
  return Object.fromEntries([...verdicts].map(([clause, each]) => [clause, tallyOf(each)]))
}

/** The share that kept it, 0 to 1; a remark breaks nothing. Undefined where nothing was judged. */
export function shareOf({ judged, broken }: Tally): number | undefined {
  return judged === 0 ? undefined : (judged - broken) / judged
}

/** The share in whole percent; 100 only where nothing is broken, 0 only where nothing is kept. */
export function percentOf(tally: Tally): number | undefined {
  const share = shareOf(tally)
  if (share === undefined) return undefined
  const rounded = Math.round(share * 100)
  return rounded === 100 && share < 1 ? 99 : rounded === 0 && share > 0 ? 1 : rounded
}

/** What changed between two spans; undefined where one of them is too small to say. */
export function trendOf(earlier: Tally, later: Tally): Trend | undefined {
  const [before, after] = [shareOf(earlier), shareOf(later)]
  if (before === undefined || after === undefined || earlier.judged < LEAST || later.judged < LEAST) return undefined
  return { earlier, later, points: Math.round((after - before) * 100) }
}
