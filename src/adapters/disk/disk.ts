import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync, type Dirent, type Stats } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import type { Files, Stat, Unread } from '../../ports/files.ts'

/** Folders that hold no meetings of the repository. */
const SKIPPED = new Set(['.git', 'node_modules', '.hg', '.svn'])

/**
 * The files below a folder. Reading is synchronous inside: for some thousand small files that is several times faster than
 * one promise a file.
 */
export function diskFiles(folder: string): Files {
  const root = realpathSync(folder)
  return {
    list: (globs) => Promise.resolve(list(root, globs)),
    stat: (path) => Promise.resolve(stat(root, path)),
    readText: (path, limit) => Promise.resolve(readText(root, path, limit)),
    readBytes: (path, limit) => Promise.resolve(readBytes(root, path, limit)),
    names: (path) => Promise.resolve(names(root, path)),
    write: (path, text) => {
      write(root, path, text)
      return Promise.resolve()
    },
  }
}

function list(root: string, globs: readonly string[]): string[] {
  const matches = picomatch([...globs], { dot: false })
  // A glob without a wildcard in its first parts names the only folders that have to be walked.
  const bases = new Set(globs.map((glob) => picomatch.scan(glob, { unescape: true }).base.replace(/^\.$/, '')))
  const found = new Set<string>()
  const walked = new Set<string>()
  for (const base of bases) {
    const kind = stat(root, base === '' ? '.' : base)?.kind
    if (kind === 'file' && matches(base)) found.add(base)
    if (kind === 'folder') walk(root, base, matches, found, walked)
  }
  return [...found].sort()
}

function walk(root: string, folder: string, matches: (path: string) => boolean, found: Set<string>, walked: Set<string>): void {
  let entries: Dirent[]
  try {
    // The real path tells a folder that a link leads back to.
    const real = realpathSync(join(root, folder))
    if (walked.has(real) || !isInside(root, real)) return
    walked.add(real)
    entries = readdirSync(real, { withFileTypes: true })
  } catch {
    return
  }
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (SKIPPED.has(entry.name)) continue
    const kind = entry.isSymbolicLink() ? linkKind(root, path) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other'
    if (kind === 'folder') walk(root, path, matches, found, walked)
    // A link that leads nowhere is listed too, so that its reader can say so.
    else if (kind !== 'other' && matches(path)) found.add(path)
  }
}

function linkKind(root: string, path: string): 'folder' | 'file' | 'other' {
  try {
    const target = statSync(join(root, path))
    return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'other'
  } catch {
    return 'file'
  }
}

/** The absolute path of a path in the repository, or undefined where it leads out of it. */
function locate(root: string, path: string): string | undefined {
  const absolute = resolve(root, path)
  return isInside(root, absolute) ? absolute : undefined
}

function isInside(root: string, absolute: string): boolean {
  return absolute === root || absolute.startsWith(root.endsWith(sep) ? root : root + sep)
}

function stat(root: string, path: string): Stat | undefined {
  const absolute = locate(root, path)
  if (absolute === undefined) return undefined
  const found = statOf(absolute)
  if (found === undefined || !isInside(root, realpathSync.native(absolute))) return undefined
  return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', size: found.size, changed: found.mtimeMs }
}

/** A name that is too long, a part that is a file and no folder, a link to itself: there is nothing at such a path. */
function statOf(absolute: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

function readText(root: string, path: string, limit: number): { text: string } | { unread: Unread } {
  const read = readWithin(root, path, limit)
  if (typeof read === 'string') return { unread: read }
  const text = read.toString('utf8')
  // Replacement characters are rare, and only a strict look tells whether they were in the file.
  if (text.includes('\ufffd') && !isUtf8(read)) return { unread: read.includes(0) && !isUtf16(read) ? 'binary' : 'not-utf8' }
  return text.includes('\0') ? { unread: 'binary' } : { text }
}

/** A byte order mark of two bytes, as Windows' editors write it. */
function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const known = new Map<string, boolean>()

/** True for a folder that lies inside the root, links followed. Many files share a folder, so each is looked at once. */
function holds(root: string, folder: string): boolean {
  const key = `${root}\0${folder}`
  let inside = known.get(key)
  if (inside === undefined) known.set(key, (inside = isInside(root, realpathSync.native(folder))))
  return inside
}

function readBytes(root: string, path: string, limit: number): Uint8Array | undefined {
  const read = readWithin(root, path, limit)
  return typeof read === 'string' ? undefined : read
}

function readWithin(root: string, path: string, limit: number): Buffer | Unread {
  const absolute = locate(root, path)
  if (absolute === undefined) return 'outside'
  try {
    const found = lstatSync(absolute)
    if ((found.isSymbolicLink() || !holds(root, dirname(absolute))) && !isInside(root, realpathSync.native(absolute))) return 'outside'
    const target = found.isSymbolicLink() ? statSync(absolute) : found
    // Reading a pipe or a device would never end.
    if (!target.isFile()) return 'unreadable'
    return target.size > limit ? 'too-large' : readFileSync(absolute)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : (error as NodeJS.ErrnoException).code === 'ERR_FS_FILE_TOO_LARGE' ? 'too-large' : 'unreadable'
  }
}

function names(root: string, path: string): string[] {
  const absolute = locate(root, path)
  if (absolute === undefined) return []
  try {
    return readdirSync(absolute).sort()
  } catch {
    return []
  }
}

function write(root: string, path: string, text: string): void {
  const absolute = locate(root, path)
  if (absolute === undefined) throw new RangeError(`${path} is outside ${root}`)
  // A link stays a link: what it leads to is replaced.
  const target = statSync(absolute, { throwIfNoEntry: false }) === undefined ? absolute : realpathSync(absolute)
  if (!isInside(root, target)) throw new RangeError(`${path} is a link out of ${root}`)
  const mode = statSync(target, { throwIfNoEntry: false })?.mode
  const partial = join(dirname(target), `.${relative(dirname(target), target)}.convoke-${process.pid}`)
  const handle = openSync(partial, 'wx')
  try {
    writeSync(handle, text)
    if (mode !== undefined) fchmodSync(handle, mode)
    fsyncSync(handle)
    closeSync(handle)
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}
