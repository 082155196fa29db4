import type { Context } from './rule.ts'

/** A numeric option; a value of another type, or out of the option's bounds, is as if it were not set. */
export function numberOption({ option }: Context, name: string): number {
  const value = option(name)
  return typeof value === 'number' ? value : 0
}
