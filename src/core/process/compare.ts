import type { Effect, Kept } from './effect.ts'
import type { Plan } from './plan.ts'

/** What one state of the files brings that another does not: the plan of a pull request's head minus that of its base. */
export interface PlanDifference {
  /** Done if the head is merged, and not done, or done otherwise, without it. */
  readonly effects: readonly Effect[]
  /** Done without it, and not done any more. */
  readonly gone: readonly Effect[]
  /** Left undone at the head for a reason that the base does not have. */
  readonly kept: readonly Kept[]
}

/** Compares two plans of the same moment. Effects are told apart by their keys, and by what they say. */
export function comparePlans(head: Plan, base: Plan): PlanDifference {
  const [before, after] = [byKey(base.effects), byKey(head.effects)]
  const known = new Set(base.kept.map((each) => JSON.stringify(each)))
  return {
    effects: head.effects.filter((each) => before.get(each.key) !== content(each)),
    gone: base.effects.filter((each) => !after.has(each.key)),
    kept: head.kept.filter((each) => !known.has(JSON.stringify(each))),
  }
}

function byKey(effects: readonly Effect[]): ReadonlyMap<string, string> {
  return new Map(effects.map((each) => [each.key, content(each)]))
}

function content(effect: Effect): string {
  return JSON.stringify(effect)
}
