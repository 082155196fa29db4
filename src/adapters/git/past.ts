import picomatch from 'picomatch'
import type { Instant } from '../../core/arrangement/zone.ts'
import type { Files, Unread } from '../../ports/files.ts'
import type { NoPast, Past, PastCommit } from '../../ports/past.ts'
import { ask, run } from './process.ts'

/** A file of a commit. */
interface Blob {
  readonly oid: string
  readonly size: number
}

/** The contents of blobs by their object ids; undefined where this clone does not have one. */
type Contents = Map<string, Buffer | undefined>

/** The past that git keeps of a folder, read out of its objects; nothing is checked out. */
export function gitPast(root: string): Past {
  // What one commit holds is mostly what the one before it held.
  let known: Contents = new Map()
  return {
    commitsAt: (instants) => commitsAt(root, instants),
    async filesAt(commit, globs) {
      const tree = await treeOf(root, commit)
      if (tree === undefined) return undefined
      const matches = picomatch([...globs], { dot: false })
      const listed = [...tree].flatMap(([path, { oid }]) => (matches(path) ? [oid] : []))
      const contents: Contents = new Map(listed.flatMap((oid) => (known.has(oid) ? [[oid, known.get(oid)]] : [])))
      await fetch(root, listed, contents)
      known = contents
      if (listed.some((oid) => contents.get(oid) === undefined)) return undefined
      return pastFiles(root, tree, contents)
    },
  }
}

async function commitsAt(root: string, instants: readonly Instant[]): Promise<readonly PastCommit[] | NoPast> {
  const shallow = await ask(root, ['rev-parse', '--is-shallow-repository'])
  if (shallow === undefined) return 'no-git'
  if (shallow.trim() !== 'false') return 'shallow'
  const head = await ask(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  if (head === undefined) return 'no-commit'
  const log = await ask(root, ['log', '--first-parent', '--format=%H %ct', head.trim(), '--'])
  if (log === undefined) return 'partial'
  const commits = log.split('\n').flatMap((line) => {
    const [commit = '', seconds = ''] = line.split(' ')
    return commit === '' ? [] : [{ commit, committed: Number(seconds) * 1000 }]
  })
  // Clocks differ, so times need not fall along the line: the first that is not after the instant counts, from the newest.
  return instants.flatMap((instant) => {
    const found = commits.find((each) => each.committed <= instant)
    return found === undefined ? [] : [{ instant, commit: found.commit }]
  })
}

/** Every file of a commit below the folder, by its path from there. Links are left out, and what lies in other repositories. */
async function treeOf(root: string, commit: string): Promise<ReadonlyMap<string, Blob> | undefined> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return undefined
  const prefix = (await ask(root, ['rev-parse', '--show-prefix']))?.replace(/\n$/, '')
  if (prefix === undefined) return undefined
  const listed = await ask(root, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...(prefix === '' ? [] : [prefix])])
  if (listed === undefined) return undefined
  const tree = new Map<string, Blob>()
  for (const line of listed.split('\0')) {
    const [, mode, oid, size, path] = /^(\d+) \w+ ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line) ?? []
    if (mode === undefined || oid === undefined || path === undefined || !mode.startsWith('100')) continue
    tree.set(path.slice(prefix.length), { oid, size: Number(size) })
  }
  return tree
}

/** Reads many blobs by one `git cat-file --batch`; those that are not there become undefined. */
async function fetch(root: string, oids: readonly string[], into: Contents): Promise<void> {
  const wanted = [...new Set(oids)].filter((oid) => !into.has(oid))
  if (wanted.length === 0) return
  const chunks: Buffer[] = []
  await run(root, ['cat-file', '--batch'], (chunk) => chunks.push(chunk) > 0, `${wanted.join('\n')}\n`)
  const bytes = Buffer.concat(chunks)
  // The answers come in the order of the questions: a line with the size, the bytes, a line end; or a line that says "missing".
  let at = 0
  for (const oid of wanted) {
    const end = bytes.indexOf(10, at)
    const size = end === -1 ? undefined : / blob (\d+)$/.exec(bytes.toString('latin1', at, end))?.[1]
    const from = end + 1
    const whole = size !== undefined && from + Number(size) < bytes.length
    into.set(oid, whole ? Buffer.from(bytes.subarray(from, from + Number(size))) : undefined)
    at = size === undefined ? from : from + Number(size) + 1
    if (end === -1) at = bytes.length
  }
}

function pastFiles(root: string, tree: ReadonlyMap<string, Blob>, contents: Contents): Files {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined
  const folders = (): ReadonlyMap<string, ReadonlySet<string>> => (known ??= foldersOf(tree.keys()))
  const read = async (path: string, limit: number): Promise<Buffer | Unread> => {
    const blob = tree.get(path)
    if (blob === undefined) return 'missing'
    if (blob.size > limit) return 'too-large'
    await fetch(root, [blob.oid], contents)
    return contents.get(blob.oid) ?? 'unreadable'
  }
  return {
    list: (globs) => {
      const matches = picomatch([...globs], { dot: false })
      return Promise.resolve([...tree.keys()].filter((path) => matches(path)).sort())
    },
    stat: (path) => {
      const blob = tree.get(path)
      if (blob !== undefined) return Promise.resolve({ kind: 'file', size: blob.size, changed: 0 })
      return Promise.resolve(folders().has(path) ? { kind: 'folder', size: 0, changed: 0 } : undefined)
    },
    readText: async (path, limit) => {
      const bytes = await read(path, limit)
      return typeof bytes === 'string' ? { unread: bytes } : textOf(bytes)
    },
    readBytes: async (path, limit) => {
      const bytes = await read(path, limit)
      return typeof bytes === 'string' ? undefined : bytes
    },
    names: (folder) => Promise.resolve([...(folders().get(folder) ?? [])].sort()),
    write: () => Promise.reject(new Error('the past is not written')),
  }
}

/** The names in every folder that some path goes through. */
function foldersOf(paths: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>()
  for (const path of paths) {
    for (let from = path.length, slash = path.lastIndexOf('/'); from > 0; from = slash, slash = path.lastIndexOf('/', from - 1)) {
      const folder = path.slice(0, Math.max(0, slash))
      const names = folders.get(folder)
      const name = path.slice(slash + 1, from)
      if (names === undefined) folders.set(folder, new Set([name]))
      else names.add(name)
      if (slash <= 0) break
    }
  }
  return folders
}

function textOf(bytes: Buffer): { text: string } | { unread: Unread } {
  if (bytes.includes(0)) return { unread: 'binary' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { unread: 'not-utf8' }
  }
}
