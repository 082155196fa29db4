// npm test: installs and builds what is missing, runs the tests, and closes with a count out of mocha's own report.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, installIfNeeded } from './install.mjs'

installIfNeeded()
build()
const folder = mkdtempSync(join(tmpdir(), 'convoke-test-'))
const report = join(folder, 'report.json')
const specs = process.argv.length > 2 ? process.argv.slice(2) : ['test/**/*.test.ts']
const { status } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--reporter', 'scripts/reporter.cjs', '--reporter-option', `output=${report}`, ...specs], {
  stdio: 'inherit', env: { ...process.env, CONVOKE_TEST: '1' },
})
let counts
try {
  counts = JSON.parse(readFileSync(report, 'utf8'))
} catch {
  process.stderr.write('mocha wrote no report\n')
  process.exit(status || 1)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`${counts.passes} passed, ${counts.failures} failed, ${counts.pending} skipped\n`)
process.exit(status !== 0 || counts.failures > 0 || counts.passes === 0 ? 1 : 0)
