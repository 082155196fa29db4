import type { Context } from './rule.ts'

/** A numeric option of the rule. The configuration's reader reports a value of another type or out of bounds; the default then stands. */
export function numberOption({ option }: Context, name: string): number {
  const value = option(name)
  return typeof value === 'number' ? value : 0
}
