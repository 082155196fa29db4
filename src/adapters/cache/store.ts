import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** A cache above this size is not worth its reading. */
const LARGEST = 128 * 1024 * 1024

/** Where caches lie: as the system says, never in the repository. */
export function cacheHome(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env
  if (xdg !== undefined && xdg !== '') return join(xdg, 'convoke')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/convoke')
  return local !== undefined && process.platform === 'win32' ? join(local, 'convoke/cache') : join(homedir(), '.cache/convoke')
}

/** The file of one repository's cache, by its root; `ending` tells what is kept in it. */
export function cacheFile(root: string, ending: string, home: string): string {
  return join(home, `${createHash('sha256').update(root).digest('hex').slice(0, 24)}${ending}`)
}

/** Writes a cache beside its place and moves it there, whole or not at all. Failing to is no failure. */
export function writeWhole(path: string, text: string): void {
  if (text.length > LARGEST) return
  const partial = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(partial, text)
    renameSync(partial, path)
  } catch {
    discard(partial)
  }
}

function discard(partial: string): void {
  try {
    rmSync(partial, { force: true })
  } catch {
    // Where nothing can be written, nothing is left behind either.
  }
}
