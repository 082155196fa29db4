import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installVsCode } from './install.ts'

/** Settings that keep the workbench quiet: no welcome page, no chat, no gallery, no update check; it asks nothing of the internet. */
const QUIET = {
  'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off', 'update.mode': 'none', 'extensions.autoUpdate': false, 'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true, 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden', 'security.workspace.trust.enabled': false,
  'workbench.enableExperiments': false, 'json.schemaDownload.enable': false, 'git.openRepositoryInParentFolders': 'never', 'git.autofetch': false,
}

export interface VsCodeServer {
  readonly url: string
  /** Host and port, as in `vscode-remote://authority/path`. */
  readonly authority: string
  readonly pid: number
  stop(): Promise<void>
}

export interface ServerOptions {
  /** Packages to install beforehand. */
  readonly vsix?: readonly string[]
  /** Takes test suites: a built VS Code ignores them without. */
  readonly testDriver?: boolean
  readonly settings?: Readonly<Record<string, unknown>>
  readonly keybindings?: readonly Readonly<Record<string, unknown>>[]
}

/** Starts VS Code's server on a free port of this machine, with an empty home of its own. */
export async function startServer({ vsix = [], testDriver = false, settings = {}, keybindings = [] }: ServerOptions = {}): Promise<VsCodeServer> {
  const { node, main } = installVsCode()
  const home = mkdtempSync(join(tmpdir(), 'convoke-vscode-'))
  // The web workbench keeps the user's settings on the server.
  mkdirSync(join(home, 'data/User'), { recursive: true })
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify({ ...QUIET, ...settings }))
  writeFileSync(join(home, 'data/User/keybindings.json'), JSON.stringify(keybindings))
  const { PORT: _port, NODE_OPTIONS: _options, ...inherited } = process.env
  const env = { ...inherited, EXTENSIONS_GALLERY: '{"serviceUrl":""}', HOME: home, XDG_DATA_HOME: `${home}/x`, XDG_CONFIG_HOME: `${home}/x` }
  const base = [main, '--server-data-dir', home, '--accept-server-license-terms', '--telemetry-level', 'off']
  for (const file of vsix) {
    const { status, stdout, stderr } = spawnSync(node, [...base, '--install-extension', file], { env, encoding: 'utf8' })
    if (status !== 0 || !stdout.includes('successfully installed')) throw new Error(`${file} did not install: ${stdout}${stderr}`)
  }
  const child = spawn(node, [...base, '--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--disable-workspace-trust', '--disable-getting-started-override', ...(testDriver ? ['--enable-smoke-test-driver'] : [])],
    { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const pid = child.pid ?? 0
  const url = await new Promise<string>((resolve, reject) => {
    let out = ''
    const timer = setTimeout(() => reject(new Error(`VS Code's server did not start\n${out}`)), 60_000)
    const read = (chunk: Buffer): void => {
      out += chunk.toString()
      const port = /Extension host agent listening on (\d+)/.exec(out)?.[1]
      if (port === undefined) return
      clearTimeout(timer)
      resolve(`http://127.0.0.1:${port}`)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void gone.then((code) => reject(new Error(`VS Code's server stopped with ${String(code)}\n${out}`)))
  })
  return {
    url, authority: new URL(url).host, pid,
    async stop() {
      signalGroup(pid, 'SIGTERM')
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000))])
      signalGroup(pid, 'SIGKILL')
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    // It has stopped by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
