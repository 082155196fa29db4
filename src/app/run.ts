import type { Effect } from '../core/process/effect.ts'
import type { Instant } from '../core/arrangement/zone.ts'
import { plan, type Plan } from '../core/process/plan.ts'
import type { RunIndex } from '../core/process/run-index.ts'
import type { Upcoming } from '../core/process/upcoming.ts'
import type { LedgerEntry } from '../core/process/ledger.ts'
import { addressesOf } from './addresses.ts'
import { apply, type Applied, type Performed } from './apply.ts'
import type { World } from './forge.ts'
import { observe, type Observation } from './observe.ts'
import type { Planned, Run } from './plan-run.ts'

export { planRun, type Planned, type Run } from './plan-run.ts'

export interface ApplyOptions {
  readonly isStopped?: () => boolean
  readonly onPlanned?: (plan: Plan) => void
  readonly onPerformed?: (performed: Performed) => void
}

/** Observes, plans and carries the plan out. */
export async function applyRun({ world, config, now, scope = 'all' }: Run, options: ApplyOptions = {}): Promise<Planned & { readonly applied: Applied }> {
  const observation = await observe(world, config, now, scope)
  const { desired, observed, versions, unreadable, faults } = observation
  const planned = plan(desired, observed, now, config)
  options.onPlanned?.(planned)
  const applied = await apply(planned.claims, {
    world, config, now, versions, addresses: addressesOf(config, desired), numbers: new Map(), threads: new Map(), unopened: new Set(), repeated: claimedBefore(observation), ...options,
  })
  // A run that was stopped, or met another one, has not done all that it saw: the next one has to see it again.
  if (!applied.stopped && applied.conflicts.length === 0) await keepIndex(world, observation, planned, applied, now)
  return { plan: planned, unreadable, faults, applied }
}

/** Keys of what an earlier run claimed and did not confirm, and of what stands in for it: it may have been carried out, so it is looked for first. */
function claimedBefore({ observed }: Observation): ReadonlySet<string> {
  return new Set([...observed.entries.values()].flatMap((entry) => entry.intents.flatMap(keysWithBackups)))
}

function keysWithBackups(effect: Effect): string[] {
  return [effect.key, ...('instead' in effect ? effect.instead ?? [] : []).flatMap(keysWithBackups)]
}

async function keepIndex(world: World, { index, reach, swept }: Observation, planned: Plan, applied: Applied, now: Instant): Promise<void> {
  const { ledger } = world
  const known = swept ? {} : index?.index.meetings ?? {}
  const meetings: Record<string, Upcoming> = Object.assign(Object.create(null) as Record<string, Upcoming>, known)
  for (const [id, upcoming] of planned.upcoming) {
    const next = settled(upcoming, applied.entries.get(id), now, world.pullRequests !== undefined)
    if (next === undefined) Reflect.deleteProperty(meetings, id)
    else meetings[id] = next
  }
  // What could not be read now is looked at again by the next run.
  if (swept) for (const [id, each] of Object.entries(index?.index.meetings ?? {})) if (!planned.upcoming.has(id)) meetings[id] = each
  const next: RunIndex = { version: 1, ...reach, meetings }
  if (index !== undefined && JSON.stringify(index.index) === JSON.stringify(next)) return
  // Somebody who wrote it meanwhile has an index that is as good; what this run saw will be seen again.
  await ledger.writeIndex(next, index?.version)
}

/** With the numbers that the run brought; due at once where something was left to the next run. */
function settled(upcoming: Upcoming | undefined, entry: LedgerEntry | undefined, now: Instant, proposes: boolean): Upcoming | undefined {
  if (entry === undefined) return upcoming
  // A meeting that is over, or called off, is kept as long as somebody has yet to be told of it.
  if (upcoming === undefined) return entry.intents.length > 0 ? { file: entry.file, due: now } : undefined
  // Numbers that came in this run are written back by the next one.
  const actions = entry.actions.flatMap(({ issue, closed }) => (issue === undefined || closed === true ? [] : [issue]))
  const isNumbered = proposes && actions.some((each) => upcoming.actions?.includes(each) !== true)
  return {
    ...upcoming, ...(entry.intents.length > 0 || isNumbered ? { due: now } : {}),
    ...(entry.issue === undefined || entry.cancelled === true ? {} : { issue: entry.issue }),
    ...(actions.length === 0 ? {} : { actions }),
  }
}
