import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const PATH = `dist/convoke-${version}.vsix`
let isPacked = false

/** The package as a user installs it, made once a run. */
export function vsix(): string {
  if (!isPacked) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', '--no-build'], { encoding: 'utf8' })
    if (status !== 0 || !existsSync(PATH)) throw new Error(`the extension could not be packed: ${stderr}`)
    isPacked = true
  }
  return PATH
}
