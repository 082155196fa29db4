import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { movedAhead } from '../../support/days.ts'

export interface Folder {
  readonly path: string
  remove(): void
}

/** The day after which the examples' meetings that are ahead begin. */
const BEFORE_THE_EXAMPLES = '2026-11-29'
/** What the clone of a team's repository says of where it came from. Nothing answers there. */
const REMOTE = 'https://github.com/convoke-example/meetings.git'

/**
 * A copy of the example repository, under git and with a remote, with further files laid over it. What lies ahead in the examples lies ahead
 * whenever the tests run.
 */
export function exampleFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const folder = emptyFolder()
  cpSync('examples', folder.path, { recursive: true })
  const meetings = join(folder.path, 'meetings')
  for (const name of readdirSync(meetings, { recursive: true, encoding: 'utf8' })) {
    const path = join(meetings, name)
    if (name.endsWith('.md')) writeFileSync(path, movedAhead(readFileSync(path, 'utf8'), Date.now(), BEFORE_THE_EXAMPLES))
  }
  write(folder.path, files)
  commit(folder.path)
  return folder
}

/** An empty folder, with files where some are given; without git. */
export function emptyFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const path = mkdtempSync(join(tmpdir(), 'convoke-folder-'))
  write(path, files)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
}

function commit(cwd: string): void {
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=Example', '-c', 'user.email=team@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd, stdio: 'ignore' })
  }
  git('init', '--initial-branch=main')
  git('add', '-A')
  git('commit', '-m', 'Meetings')
  git('remote', 'add', 'origin', REMOTE)
}
