// npm test: installs and builds what is missing, runs the tests, and closes with a count out of mocha's own reports.
// With CONVOKE_EDITOR=1 also the editor's tests in a real VS Code, which is fetched once.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, installIfNeeded } from './install.mjs'

installIfNeeded()
build()
const folder = mkdtempSync(join(tmpdir(), 'convoke-test-'))
const report = join(folder, 'report.json')
const specs = process.argv.length > 2 ? process.argv.slice(2) : ['test/**/*.test.ts']
const { status } = spawnSync(process.execPath, ['node_modules/mocha/bin/mocha.js', '--exit', '--reporter', 'scripts/reporter.cjs', '--reporter-option', `output=${report}`, ...specs], {
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
let broken = status !== 0
if (process.env.CONVOKE_EDITOR === '1' && process.argv.length === 2) {
  const editor = join(mkdtempSync(join(tmpdir(), 'convoke-test-')), 'editor.json')
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'test/vscode/run.ts', editor], { stdio: 'inherit' })
  broken ||= run.status !== 0
  const more = existsSync(editor) ? JSON.parse(readFileSync(editor, 'utf8')) : { passes: 0, failures: 1, pending: 0 }
  counts = { passes: counts.passes + more.passes, failures: counts.failures + more.failures, pending: counts.pending + more.pending }
}
process.stdout.write(`${counts.passes} passed, ${counts.failures} failed, ${counts.pending} skipped\n`)
process.exit(broken || counts.failures > 0 || counts.passes === 0 ? 1 : 0)
