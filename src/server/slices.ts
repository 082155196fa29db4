import type { Host } from './host.ts'

/** Work goes on for so long before others have their turn, milliseconds: keys that are typed meanwhile wait no longer. */
const SLICE = 8

/** Long work in short slices: `breathe` is called between any two steps, and lets others have their turn when it is time. */
export function slices({ tick, pause }: Pick<Host, 'tick' | 'pause'>): { readonly breathe: () => Promise<void> | undefined } {
  let begun = tick()
  return {
    breathe: () => {
      if (tick() - begun < SLICE) return undefined
      return pause().then(() => {
        begun = tick()
      })
    },
  }
}
