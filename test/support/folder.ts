import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/*
 * A folder of real files for a test, and git in it: the door of the tests of the edge.
 */

/** Lays files down in a new folder, lets a test look at it, and takes it away. */
export async function inFolder(files: Readonly<Record<string, string | Uint8Array>>, test: (root: string) => void | Promise<void>): Promise<void> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'convoke-folder-')))
  try {
    lay(root, files)
    await test(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Writes files below a folder. */
export function lay(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

/** Runs git in a folder at a time, untouched by the settings of whoever runs the tests; throws where it fails. */
export function git(root: string, args: readonly string[], time = '2026-11-01T08:00:00Z'): string {
  const env = { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const names = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'init.defaultBranch=main', '-c', 'protocol.file.allow=always', '-c', 'commit.gpgsign=false']
  const run = spawnSync('git', [...names, ...args], { cwd: root, env, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`git ${args.join(' ')}: ${run.stderr}`)
  return run.stdout
}

/** Commits all that lies in a folder. */
export function commitAll(root: string, time: string): void {
  git(root, ['add', '-A'], time)
  git(root, ['commit', '-q', '-m', 'change'], time)
}
