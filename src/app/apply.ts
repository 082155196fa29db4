import type { Instant } from '../core/arrangement/zone.ts'
import type { Effect } from '../core/process/effect.ts'
import type { Done, LedgerEntry, Outcome } from '../core/process/ledger.ts'
import type { Claim } from '../core/process/plan.ts'
import { DeliveryError } from '../ports/delivery.ts'
import { perform, type Performing } from './perform.ts'

/** What became of one effect. */
export interface Performed {
  readonly effect: Effect
  readonly outcome: Outcome | 'later'
  /** Why it failed; holds no address or secret. */
  readonly reason?: string
}

export interface Applying extends Performing {
  readonly now: Instant
  readonly versions: ReadonlyMap<string, string>
  /** Asked between effects: true stops after the one at hand, with the ledger written. */
  readonly isStopped?: () => boolean
  readonly onPerformed?: (performed: Performed) => void
}

/** What a run did. `conflicts`: meetings that another run claimed meanwhile; nothing was done for them. */
export interface Applied {
  readonly performed: readonly Performed[]
  readonly conflicts: readonly string[]
  readonly stopped: boolean
  /** Ledger entries as they were written last, by id. */
  readonly entries: ReadonlyMap<string, LedgerEntry>
  /** Numbers of issues that were opened or found, by the key of their effect. */
  readonly numbers: ReadonlyMap<string, number>
}

/** Carries claims out, one meeting after another: claim, perform, confirm. What fails is told, the rest goes on. */
export async function apply(claims: readonly Claim[], applying: Applying): Promise<Applied> {
  const performed: Performed[] = []
  const conflicts: string[] = []
  const entries = new Map<string, LedgerEntry>()
  const { ledger } = applying.world
  for (const claim of claims) {
    if (applying.isStopped?.() === true) break
    const claimed = await ledger.write(claim.meeting, claim.entry, applying.versions.get(claim.meeting))
    if (claimed === 'conflict') {
      conflicts.push(claim.meeting)
      continue
    }
    entries.set(claim.meeting, claim.entry)
    if (claim.effects.length === 0) continue
    if (claim.entry.issue !== undefined) applying.threads.set(claim.meeting, claim.entry.issue)
    const hold: { written: { readonly version: string } | 'conflict' } = { written: claimed }
    const results = await performAll(claim.effects, applying, async (sofar, backups) => {
      const entry = confirm(claim.entry, sofar, applying)
      if (hold.written !== 'conflict') hold.written = await ledger.write(claim.meeting, { ...entry, intents: [...entry.intents, ...backups.map((each) => numbered(each, applying.numbers))] }, hold.written.version)
      return hold.written !== 'conflict'
    })
    performed.push(...results)
    const settled = confirm(claim.entry, results, applying)
    const written = hold.written === 'conflict' ? hold.written : await ledger.write(claim.meeting, settled, hold.written.version)
    if (written === 'conflict') conflicts.push(claim.meeting)
    else entries.set(claim.meeting, settled)
  }
  return { performed, conflicts, entries, numbers: applying.numbers, stopped: applying.isStopped?.() === true }
}

/** Claims what stands in for an effect that failed; false where another run has claimed the meeting meanwhile. */
type ClaimBackups = (results: readonly Performed[], backups: readonly Effect[]) => Promise<boolean>

async function performAll(effects: readonly Effect[], applying: Applying, claim: ClaimBackups): Promise<Performed[]> {
  const results: Performed[] = []
  const queue = [...effects]
  for (let effect = queue.shift(); effect !== undefined; effect = queue.shift()) {
    if (applying.isStopped?.() === true) break
    const result = await performOne(effect, applying)
    results.push(result)
    applying.onPerformed?.(result)
    // A channel that failed is made up for at once (E6), by what the plan says.
    const instead = 'instead' in effect ? effect.instead ?? [] : []
    const backups = result.outcome === 'failed' ? instead.map(asFailed) : result.outcome === 'unknown' ? instead : []
    // A post cannot be read back: one that stands in for another is claimed like any other before it is made, so that a run that dies repeats neither.
    if (backups.some((each) => each.way === 'chat') && !await claim(results, backups)) break
    queue.unshift(...backups)
  }
  return results
}

async function performOne(effect: Effect, applying: Applying): Promise<Performed> {
  try {
    await perform(effect, applying)
    return { effect, outcome: 'done' }
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    // A post is tried once; anything else that may succeed later stays claimed, and the next run repeats it.
    const later = error.retryable && effect.way !== 'chat'
    if (!later && effect.way === 'issue' && effect.act === 'open') applying.unopened.add(effect.key)
    return { effect, outcome: later ? 'later' : error.uncertain ? 'unknown' : 'failed', reason: error.message }
  }
}

/** The gap that is named is one that surely failed, not one that nobody knows of. */
function asFailed(effect: Effect): Effect {
  if (!('occasion' in effect) || effect.occasion.kind !== 'gap') return effect
  return { ...effect, occasion: { ...effect.occasion, gaps: effect.occasion.gaps.map((gap) => ({ ...gap, outcome: 'failed' })) } }
}

/** The entry after its effects: what was settled is done, what was not stays an intent; issue numbers are kept. */
function confirm(entry: LedgerEntry, results: readonly Performed[], { numbers, now }: Applying): LedgerEntry {
  const settled = new Map(results.filter((each) => each.outcome !== 'later').map((each) => [each.effect.key, each.outcome as Outcome]))
  const done: Record<string, Done> = { ...entry.done }
  for (const [key, outcome] of settled) done[key] = { at: now, outcome }
  const opened = results.find(({ effect }) => effect.way === 'issue' && effect.act === 'open' && effect.kind === 'invitation')
  const issue = opened === undefined ? entry.issue : numbers.get(opened.effect.key) ?? entry.issue
  return {
    ...entry, done, ...(issue === undefined ? {} : { issue }), intents: entry.intents.filter((intent) => !settled.has(intent.key)).map((intent) => numbered(intent, numbers)),
    actions: entry.actions.map((action) => {
      const number = action.issue ?? numbers.get(action.key)
      return number === undefined ? action : { ...action, issue: number }
    }),
  }
}

/** What is left to a later run knows the issue that it belongs to, once that is open. */
function numbered(effect: Effect, numbers: ReadonlyMap<string, number>): Effect {
  const instead = 'instead' in effect ? effect.instead.map((each) => numbered(each, numbers)) : undefined
  const issue = effect.way === 'comment' && typeof effect.issue === 'string' ? numbers.get(effect.issue) : undefined
  return { ...effect, ...(instead === undefined ? {} : { instead }), ...(issue === undefined ? {} : { issue }) }
}
