import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './process.ts'

/** So many files are named at most. */
const MOST = 5000
const SKIPPED = new Set(['.git', 'node_modules', '.hg', '.svn'])

/** Files below a folder that people may link to, without those that git ignores; hidden ones and those of other tools left out. Never waits on the disk. */
export async function listPaths(root: string): Promise<readonly string[]> {
  const paths: string[] = []
  let rest = Buffer.alloc(0)
  const add = (path: string): void => {
    if (path !== '' && !path.split('/').some((part) => part.startsWith('.') || SKIPPED.has(part))) paths.push(path)
  }
  const isWhole = await run(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], (chunk) => {
    const bytes = Buffer.concat([rest, chunk])
    const end = bytes.lastIndexOf(0)
    for (const path of bytes.toString('utf8', 0, Math.max(0, end)).split('\0')) add(path)
    rest = bytes.subarray(end + 1)
    return paths.length < MOST
  })
  if (isWhole) return [...new Set(paths)].slice(0, MOST).sort()
  return await walk(root)
}

/** The same where there is no git: folders as they come, the near ones first. */
async function walk(root: string): Promise<readonly string[]> {
  const paths: string[] = []
  const folders = ['']
  for (let folder = folders.shift(); folder !== undefined && paths.length < MOST; folder = folders.shift()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile()) paths.push(path)
    }
  }
  return paths.slice(0, MOST).sort()
}
