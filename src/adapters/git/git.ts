import type { Instant } from '../../core/arrangement/zone.ts'
import type { History } from '../../ports/history.ts'
import { ask, run } from './process.ts'

/** Paths that are given to git at once; a command line has an end. */
const MOST_PATHS = 300

/**
 * The history that git keeps of a folder. Without git, or in a shallow clone, every date is unknown. Git is asked only when
 * a path is, and reading ends where the last of the paths was found.
 */
export function gitHistory(root: string): History {
  let shallow: Promise<boolean> | undefined
  return {
    async lastCommits(paths) {
      const found = new Map<string, Instant>()
      if (paths.length === 0) return found
      shallow ??= ask(root, ['rev-parse', '--is-shallow-repository']).then((answer) => answer?.trim() !== 'false')
      if (await shallow) return found
      const prefix = (await ask(root, ['rev-parse', '--show-prefix']))?.replace(/\n$/, '') ?? ''
      for (let at = 0; at < paths.length; at += MOST_PATHS) await readSome(root, prefix, paths.slice(at, at + MOST_PATHS), found)
      return found
    },
    async changedSince(earlier) {
      const commit = (await ask(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']))?.trim()
      if (commit === undefined || commit === '') return undefined
      if (earlier === undefined || !/^[0-9a-f]{40,64}$/.test(earlier)) return { commit }
      const changed = await ask(root, ['diff', '--name-only', '-z', '--no-renames', '--relative', earlier, commit, '--'])
      return changed === undefined ? { commit } : { commit, paths: changed.split('\0').filter((path) => path !== '') }
    },
  }
}

async function readSome(root: string, prefix: string, paths: readonly string[], found: Map<string, Instant>): Promise<void> {
  const literals = paths.map(literal)
  const changed = await ask(root, ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--', ...literals])
  if (changed === undefined) return
  // A file that was changed since its last commit is of no known date.
  const dirty = new Set(changed.split('\0').map((line) => line.slice(3)))
  const wanted = new Set(paths.map((path) => prefix + path).filter((path) => !dirty.has(path)))
  const dates = new Map<string, Instant>()
  const log = new LogReader((path, instant) => {
    if (wanted.delete(path)) dates.set(path.slice(prefix.length), instant)
    return wanted.size > 0
  })
  const args = ['log', '--format=%x01%ct', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--', ...literals]
  const whole = wanted.size === 0 || await run(root, args, (chunk) => log.read(chunk))
  if (whole) for (const [path, instant] of dates) found.set(path, instant)
}

/**
 * Reads `git log -z` as it comes. Parts are `\x01` with a commit's time, then its paths, the first behind a line end. Newest
 * first: the first date that names a path counts.
 */
class LogReader {
  private rest = Buffer.alloc(0)
  private instant: Instant = 0
  private readonly tell: (path: string, instant: Instant) => boolean

  constructor(tell: (path: string, instant: Instant) => boolean) {
    this.tell = tell
  }

  /** False when nothing more is wanted. */
  read(chunk: Buffer): boolean {
    const bytes = Buffer.concat([this.rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, from)) {
      const part = bytes.toString('utf8', from, end)
      from = end + 1
      if (part.startsWith('\x01')) this.instant = Number(part.slice(1)) * 1000
      else if (part !== '' && !this.tell(part.replace(/^\n/, ''), this.instant)) return false
    }
    this.rest = bytes.subarray(from)
    return true
  }
}

/** A path that git takes by the letter, whatever signs it holds. */
function literal(path: string): string {
  return `:(literal)${path}`
}
