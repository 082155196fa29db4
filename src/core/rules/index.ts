import type { Rule } from './rule.ts'

/** Every rule, in the order of the clauses. */
export const RULES: readonly Rule[] = []
