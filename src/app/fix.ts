import { applyEdits } from '../core/text/edit.ts'
import type { Problem } from '../core/lint/lint.ts'
import { lintRepository, type LintRequest } from './lint.ts'

/** Rounds after which a repair that keeps bringing up another one is given up. */
const MOST_ROUNDS = 10

/**
 * Applies the safe fixes of a repository's files until none is left: spelling of keys, quoting, formats, never what is meant
 * (FORMAT 4). Each file is replaced whole. Gives the files that changed and how many fixes each took.
 */
export async function fixRepository(request: LintRequest): Promise<readonly { readonly file: string; readonly count: number }[]> {
  const counts = new Map<string, number>()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let changed = false
    for (const { file, text, problems } of await lintRepository(request)) {
      if (text === undefined) continue
      const fixed = applySafeFixes(text, problems)
      if (fixed.count === 0) continue
      await request.files.write(file, fixed.text)
      counts.set(file, (counts.get(file) ?? 0) + fixed.count)
      changed = true
    }
    if (!changed) break
  }
  return [...counts].map(([file, count]) => ({ file, count })).sort((a, b) => (a.file < b.file ? -1 : 1))
}

/** The text after the first safe fix of each problem; one that touches another's place waits for the next round. */
export function applySafeFixes(text: string, problems: readonly Problem[]): { readonly text: string; readonly count: number } {
  let count = 0
  let edits: Problem['fixes'][number]['edits'] = []
  for (const { fixes } of problems) {
    const fix = fixes.find((each) => each.safe && each.creates === undefined)
    if (fix === undefined) continue
    const together = [...edits, ...fix.edits]
    if (applyEdits(text, together) === undefined || touches(edits, fix.edits)) continue
    edits = together
    count++
  }
  return { text: applyEdits(text, edits) ?? text, count }
}

function touches(a: Problem['fixes'][number]['edits'], b: Problem['fixes'][number]['edits']): boolean {
  return a.some((one) => b.some((other) => one.range.start <= other.range.end && other.range.start <= one.range.end))
}
