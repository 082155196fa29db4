import { readFileSync } from 'node:fs'
import { cacheFile, cacheHome, writeWhole } from './store.ts'

/** What a run rested on and what it found, each as one line of JSON: the second is read only where the first still holds. */
export interface LastRun {
  readonly basis: string
  readonly found: string
}

/** The last run over a repository, under a key that says how it was asked; undefined where the last one was asked otherwise, or was damaged. */
export function recallRun(root: string, key: string, home: string = cacheHome()): LastRun | undefined {
  try {
    const [written, basis, found, end] = readFileSync(cacheFile(root, '.run', home), 'utf8').split('\n')
    return written === key && basis !== undefined && found !== undefined && end === '' ? { basis, found } : undefined
  } catch {
    return undefined
  }
}

/** Keeps a run in the place of the last one. */
export function keepRun(root: string, key: string, { basis, found }: LastRun, home: string = cacheHome()): void {
  writeWhole(cacheFile(root, '.run', home), `${key}\n${basis}\n${found}\n`)
}
