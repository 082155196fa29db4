import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Folder {
  readonly path: string
  remove(): void
}

/** A copy of the example repository, under git, with further files laid over it. */
export function exampleFolder(files: Readonly<Record<string, string>> = {}): Folder {
  const folder = emptyFolder()
  cpSync('examples', folder.path, { recursive: true })
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
}
