// Installs what the lockfile says, where nothing, or something older, is there.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

/** Runs npm ci unless the installed packages are at least as new as the lockfile. */
export function installIfNeeded() {
  const installed = 'node_modules/.package-lock.json'
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs - 1000) return
  process.stderr.write('Installing packages (npm ci) …\n')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Builds dist/. */
export function build() {
  process.stderr.write('Building …\n')
  run(process.execPath, ['esbuild.mjs'])
}

/** Runs a command with its output shown; its failure ends this process with its status. */
export function run(command, args, options = {}) {
  const { status, signal } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (signal !== null) process.kill(process.pid, signal)
  if (status !== 0) process.exit(status ?? 1)
}
