import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The few things that the folder forge does to a disk. Every write is whole or not there: written beside, flushed, then moved. */
export interface Disk {
  read(path: string): string | undefined
  /** Names in a folder, sorted, unfinished ones left out. */
  names(folder: string): string[]
  /** Replaces a file, or makes it. */
  replace(path: string, content: string | Uint8Array): void
  /** Makes a file; false, and nothing changed, where one is there already. */
  create(path: string, content: string | Uint8Array): boolean
  remove(path: string): void
}

const UNFINISHED = /^\.convoke-partial-/

/** Node's file system, with each step flushed to the disk before the next. */
export const nodeDisk: Disk = {
  read(path) {
    try {
      return readFileSync(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  },
  names(folder) {
    try {
      return readdirSync(folder).filter((name) => !UNFINISHED.test(name)).sort()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
  },
  replace(path, content) {
    const partial = writeBeside(path, content)
    renameSync(partial, path)
    flushFolder(dirname(path))
  },
  create(path, content) {
    const partial = writeBeside(path, content)
    try {
      linkSync(partial, path)
      flushFolder(dirname(path))
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw error
    } finally {
      rmSync(partial, { force: true })
    }
  },
  remove(path) {
    rmSync(path, { force: true })
  },
}

function writeBeside(path: string, content: string | Uint8Array): string {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const partial = join(folder, `.convoke-partial-${process.pid}-${basename(path)}`)
  const handle = openSync(partial, 'w')
  try {
    if (typeof content === 'string') writeSync(handle, content)
    else writeSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return partial
}

/** A rename lasts once the folder is flushed as well. */
function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Removes what runs that died left unfinished in a folder. */
export function sweep(folder: string): void {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return
  }
  for (const name of names) if (UNFINISHED.test(name) && !isAlive(Number(name.split('-')[2]))) rmSync(join(folder, name), { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
