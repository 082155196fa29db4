// Node 24, on which GitHub runs the Action: this process where it is one, else the pinned npm package in .cache/.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const VERSION = '24.21.0'

/** Path of an executable of Node 24; fetched when it is not there. */
export function node24() {
  if (process.versions.node.startsWith('24.')) return process.execPath
  const folder = resolve('.cache/node24')
  const path = [join(folder, `node_modules/node/node_modules/node-${process.platform}-${process.arch}/bin/node`), join(folder, 'node_modules/node/bin/node')]
  const found = path.find((each) => existsSync(each))
  if (found !== undefined) return found
  process.stderr.write('Fetching Node 24 (npm) …\n')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', `node@${VERSION}`], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  return path.find((each) => existsSync(each)) ?? path[0]
}
