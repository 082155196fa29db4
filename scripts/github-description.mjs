// GitHub's own description of its REST API, out of the npm package @octokit/openapi, pinned by its hash and kept in .cache/.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const VERSION = '23.0.2'
const INTEGRITY = 'pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg=='

/** Path of the description; fetched when it is not there. The package unpacks to 400 MB, of which one file is wanted. */
export function githubDescription() {
  const path = resolve(`.cache/github/api-${VERSION}.json`)
  if (existsSync(path)) return path
  const folder = mkdtempSync(join(tmpdir(), 'convoke-openapi-'))
  try {
    process.stderr.write('Fetching GitHub’s description of its API (npm, 28 MB) …\n')
    execFileSync('npm', ['pack', `@octokit/openapi@${VERSION}`, '--silent', '--pack-destination', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
    const file = join(folder, `octokit-openapi-${VERSION}.tgz`)
    const hash = createHash('sha512').update(readFileSync(file)).digest('base64')
    if (hash !== INTEGRITY) throw new Error('the fetched package is not the pinned one')
    execFileSync('tar', ['xzf', file, '-C', folder, 'package/generated/api.github.com.json'])
    mkdirSync(resolve('.cache/github'), { recursive: true })
    renameAcross(join(folder, 'package/generated/api.github.com.json'), path)
    return path
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function renameAcross(from, to) {
  execFileSync('cp', [from, `${to}.${process.pid}`])
  renameSync(`${to}.${process.pid}`, to)
}
