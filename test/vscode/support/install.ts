/*
 * A real VS Code server and workbench, out of npm's package code-server, with the Node 24 that it runs on. Laid down once in
 * .cache/vscode (565 MB), or where CONVOKE_VSCODE_HOME points to.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { node24 } from '../../../scripts/node24.mjs'

const CODE_SERVER = 'code-server@4.139.1'
/** The watcher's binary comes as a package of its own; without it file-system watchers see nothing. */
const WATCHER = '@parcel/watcher-linux-x64-glibc@2.5.6'

export interface Installation {
  /** Executable of Node 24. */
  readonly node: string
  /** `server-main.js`. */
  readonly main: string
}

/** Where VS Code lies; installs it where it does not. Needs npm, and g++, make and python3 for two native modules. */
export function installVsCode(): Installation {
  const home = resolve(process.env['CONVOKE_VSCODE_HOME'] ?? '.cache/vscode')
  const main = join(home, 'vscode/out/server-main.js')
  const done = join(home, 'done')
  const node = node24()
  if (existsSync(done)) return { node, main }
  process.stderr.write('Fetching VS Code (npm, 565 MB unpacked) …\n')
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  const run = (command: string, args: readonly string[], cwd: string, env = process.env): void => {
    execFileSync(command, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  run('npm', ['pack', CODE_SERVER, '--silent'], home)
  run('tar', ['xzf', `${CODE_SERVER.replace('@', '-')}.tgz`, 'package/lib/vscode'], home)
  rmSync(join(home, `${CODE_SERVER.replace('@', '-')}.tgz`))
  renameSync(join(home, 'package/lib/vscode'), join(home, 'vscode'))
  rmSync(join(home, 'package'), { recursive: true })
  const prefix = dirname(dirname(node))
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}`, npm_config_nodedir: prefix }
  const vscode = join(home, 'vscode')
  run('npm', ['install', '--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--silent', WATCHER], vscode, env)
  run('npm', ['rebuild', '--silent', '@vscode/spdlog', '@vscode/native-watchdog'], vscode, env)
  symlinkSync(node, done)
  return { node, main }
}
