import type { Instant } from '../core/arrangement/zone.ts'
import type { Config } from '../core/config/model.ts'
import { plan, type Plan } from '../core/process/plan.ts'
import type { World } from './forge.ts'
import { observe, type Scope } from './observe.ts'

export interface Run {
  readonly world: World
  readonly config: Config
  readonly now: Instant
  /** What is looked at; everything unless it is said. */
  readonly scope?: Scope
}

export interface Planned {
  readonly plan: Plan
  readonly unreadable: readonly string[]
  /** Why some answers could not be looked at; the next run looks again. */
  readonly faults: readonly string[]
}

/** Observes and plans; nothing is written. */
export async function planRun({ world, config, now, scope = 'all' }: Run): Promise<Planned> {
  const { desired, observed, unreadable, faults } = await observe(world, config, now, scope)
  return { plan: plan(desired, observed, now, config), unreadable, faults }
}
