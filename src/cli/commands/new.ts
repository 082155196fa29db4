import { UsageError } from '../errors.ts'

export function run(): Promise<number> {
  throw new UsageError('TEMPORARY')
}
