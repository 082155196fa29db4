import { spawn } from 'node:child_process'
import type { Instant } from '../../core/arrangement/zone.ts'
import type { History } from '../../ports/history.ts'

/** Nothing that a repository configures may run: no monitor, no pager, no external diff, no hooks. */
const CALM = ['-c', 'core.fsmonitor=false', '-c', 'core.pager=cat', '-c', 'diff.external=', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', '-c', 'log.showSignature=false']

/** The history that git keeps of a folder. Without git, or in a shallow clone, every date is unknown. */
export function gitHistory(root: string): History {
  let shallow: Promise<boolean> | undefined
  return {
    async lastCommits(paths) {
      const found = new Map<string, Instant>()
      if (paths.length === 0) return found
      shallow ??= run(root, ['rev-parse', '--is-shallow-repository']).then((answer) => answer?.trim() !== 'false')
      if (await shallow) return found
      const prefix = (await run(root, ['rev-parse', '--show-prefix']))?.trim() ?? ''
      const changed = await run(root, ['status', '--porcelain=v1', '-z', '--no-renames', '--', ...paths.map(literal)])
      if (changed === undefined) return found
      const dirty = new Set(changed.split('\0').map((line) => line.slice(3)))
      const log = await run(root, ['log', '--format=%x01%ct', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--no-textconv', '--', ...paths.map(literal)])
      if (log === undefined) return found
      const wanted = new Set(paths.map((path) => prefix + path))
      readLog(log, (path, instant) => {
        const own = path.slice(prefix.length)
        if (wanted.has(path) && !found.has(own) && !dirty.has(path)) found.set(own, instant)
      })
      return found
    },
  }
}

/** Parts are `\x01` with a commit's time, then its paths, the first behind a line end. Newest first: the first date that names a path counts. */
function readLog(log: string, tell: (path: string, instant: Instant) => void): void {
  let instant: Instant = 0
  for (const part of log.split('\0')) {
    if (part.startsWith('\x01')) instant = Number(part.slice(1)) * 1000
    else if (part !== '') tell(part.replace(/^\n/, ''), instant)
  }
}

/** A path that git takes by the letter, whatever signs it holds. */
function literal(path: string): string {
  return `:(literal)${path}`
}

function run(root: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((answer) => {
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
    const child = spawn('git', [...CALM, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', () => answer(undefined))
    child.on('close', (status) => answer(status === 0 ? Buffer.concat(chunks).toString('utf8') : undefined))
  })
}
