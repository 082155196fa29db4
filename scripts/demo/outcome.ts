import type { Moment, ShownEffect } from './story.ts'

interface Printed {
  readonly key: string
  readonly kind: string
  readonly meeting: string
  readonly way: 'issue' | 'comment' | 'mail' | 'chat'
  readonly because: { readonly clause: string; readonly reason: string }
  readonly recipients: readonly string[]
  readonly to?: string
  readonly channel?: string
  readonly act?: string
  readonly outcome?: string
  readonly file?: string
}

interface PrintedKept {
  readonly meeting: string
  readonly file: string
  readonly because: { readonly clause: string; readonly reason: string }
}

/** What one run planned, in the page's language, with the files that carrying it out left behind. */
export function readOutcome(planned: string, applied: string): Pick<Moment, 'effects' | 'kept'> {
  const plan = JSON.parse(planned) as { effects: Printed[]; kept: PrintedKept[] }
  const done = JSON.parse(applied) as { effects: Printed[] }
  const files = new Map(done.effects.map((each) => [each.key, each.file]))
  const failed = done.effects.find((each) => each.outcome !== 'done')
  if (failed !== undefined) throw new Error(`${failed.key} was not carried out`)
  return {
    effects: plan.effects.map((each): ShownEffect => {
      const file = files.get(each.key)
      const number = /^issues\/0*(\d+)/.exec(file ?? '')?.[1]
      return {
        kind: each.kind, meeting: each.meeting, way: each.way === 'comment' ? 'issue' : each.way, clause: each.because.clause, reason: each.because.reason,
        recipient: each.to ?? each.channel ?? [number, each.way === 'comment' ? 'comment' : each.act === 'open' ? undefined : each.act].filter((part) => part !== undefined).join(' '), ...(file === undefined ? {} : { file: `forge/${file}` }),
      }
    }),
    kept: plan.kept.map((each) => ({ meeting: each.meeting || each.file, reason: each.because.reason })),
  }
}
