import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const CLI = resolve('dist/cli/convoke.js')

/** Outside the folders that tests look at, and of this run alone. */
const CACHE = mkdtempSync(join(tmpdir(), 'convoke-cache-'))
process.on('exit', () => rmSync(CACHE, { recursive: true, force: true }))

export interface Ended {
  readonly status: number | null
  readonly out: string
  /** What was noted beside the result. */
  readonly note: string
}

/** Runs the bundled command line in a folder, as a user does, with nobody at the terminal. */
export function convoke(cwd: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { PATH: process.env['PATH'] ?? '', HOME: cwd, XDG_CACHE_HOME: CACHE, LANG: 'C.UTF-8', ...environment },
  })
  return { status, out: stdout, note: stderr }
}

/** The fields of `lint --format json`. */
export interface LintJson {
  readonly version: number
  readonly files: readonly {
    readonly file: string
    readonly problems: readonly {
      readonly rule: string
      readonly clauses: readonly string[]
      readonly severity: string
      readonly message: string
      readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } }
      readonly fixes: readonly { readonly title: string }[]
    }[]
  }[]
}

/** Lints a folder at a fixed time and reads the JSON. */
export function lintJson(cwd: string, args: readonly string[] = []): LintJson & Ended {
  const ended = convoke(cwd, ['lint', '--format', 'json', '--now', '2026-11-24T09:00:00Z', ...args])
  return { ...ended, ...(ended.out === '' ? { version: 0, files: [] } : JSON.parse(ended.out) as LintJson) }
}
