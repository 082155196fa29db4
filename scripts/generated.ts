import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a generated file; with `--check` on the command line it only compares, and a difference ends the script with status 1. */
export function keepGenerated(path: string, text: string): void {
  const known = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  if (known === text) return
  if (process.argv.includes('--check')) {
    process.stderr.write(`${path} is not what its source says; run npm run generate\n`)
    process.exitCode = 1
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  process.stdout.write(`wrote ${path}\n`)
}
