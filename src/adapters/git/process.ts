import { spawn } from 'node:child_process'

/** Nothing that a repository configures may run: no monitor, no pager, no external diff, no hooks. */
const CALM = ['-c', 'core.fsmonitor=false', '-c', 'core.pager=cat', '-c', 'diff.external=', '-c', 'core.hooksPath=/dev/null', '-c', 'core.quotePath=false', '-c', 'log.showSignature=false']

/** All that git answers, or undefined where it fails or is not there. */
export async function ask(root: string, args: readonly string[]): Promise<string | undefined> {
  return (await askBytes(root, args))?.toString('utf8')
}

/** The same as bytes; git is given `input`. */
export async function askBytes(root: string, args: readonly string[], input?: string): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  const whole = await run(root, args, (chunk) => chunks.push(chunk) > 0, input)
  return whole ? Buffer.concat(chunks) : undefined
}

/** Runs git, never through a shell, until it ends or the reader has enough. False where it failed or is not there. */
export function run(root: string, args: readonly string[], read: (chunk: Buffer) => boolean, input = ''): Promise<boolean> {
  return new Promise((answer) => {
    const child = spawn('git', [...CALM, ...args], { cwd: root, env: calmEnvironment(), stdio: ['pipe', 'pipe', 'ignore'] })
    let enough = false
    child.stdout.on('data', (chunk: Buffer) => {
      if (enough || read(chunk)) return
      enough = true
      child.kill()
    })
    child.on('error', () => answer(false))
    // Git may have enough before all of it is written.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('close', (status) => answer(enough || status === 0))
  })
}

/** Inside a hook git's own variables would lead to another repository; nothing is fetched and nothing is asked. */
function calmEnvironment(): NodeJS.ProcessEnv {
  const misleading = new Set(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_EXTERNAL_DIFF'])
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !misleading.has(name)))
  return { ...own, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' }
}
