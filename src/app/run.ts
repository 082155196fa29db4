import type { Instant } from '../core/arrangement/zone.ts'
import type { Config } from '../core/config/model.ts'
import { plan, type Plan } from '../core/process/plan.ts'
import { addressesOf } from './addresses.ts'
import { apply, type Applied, type Performed } from './apply.ts'
import type { World } from './forge.ts'
import { observe } from './observe.ts'

export interface Run {
  readonly world: World
  readonly config: Config
  readonly now: Instant
}

export interface Planned {
  readonly plan: Plan
  readonly unreadable: readonly string[]
}

/** Observes and plans; nothing is written. */
export async function planRun({ world, config, now }: Run): Promise<Planned> {
  const { desired, observed, unreadable } = await observe(world, config)
  return { plan: plan(desired, observed, now, config), unreadable }
}

/** Observes, plans and carries the plan out. */
export async function applyRun(
  { world, config, now }: Run, options: { readonly isStopped?: () => boolean; readonly onPlanned?: (plan: Plan) => void; readonly onPerformed?: (performed: Performed) => void } = {},
): Promise<Planned & { readonly applied: Applied }> {
  const { desired, observed, versions, unreadable } = await observe(world, config)
  const planned = plan(desired, observed, now, config)
  options.onPlanned?.(planned)
  const applied = await apply(planned.claims, { world, config, now, versions, addresses: addressesOf(config, desired), numbers: new Map(), ...options })
  return { plan: planned, unreadable, applied }
}
