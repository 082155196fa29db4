import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { tmpdir } from 'node:os'
import { execFileSync } from 'node:child_process'
import { INPUTS } from '../../../src/action/inputs.ts'
import { node24 } from '../../../scripts/node24.mjs'
import { GitHubStandIn } from './server.ts'

export interface ActionResult {
  readonly status: number | null
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
}

export interface ActionRun {
  readonly event: string
  readonly payload?: Readonly<Record<string, unknown>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly now: string
  /** Told of the process, for whoever wants to kill it. */
  readonly onStart?: (kill: () => void) => void
}

/** A repository that uses the Action: a clone in a folder, the stand-in for GitHub, and the bundle run by Node 24 as a runner does. */
export class ActionRepository {
  readonly hub = new GitHubStandIn()
  readonly root = mkdtempSync(join(tmpdir(), 'convoke-action-'))
  private url = ''

  async start(): Promise<void> {
    this.url = await this.hub.start()
    this.git('init', '--quiet', '--initial-branch=main')
  }

  async stop(): Promise<void> {
    await this.hub.stop()
    rmSync(this.root, { recursive: true, force: true })
  }

  /** Commits files to the clone; null removes one. Gives the commit. */
  commit(files: Readonly<Record<string, string | null>>): string {
    for (const [file, text] of Object.entries(files)) {
      const path = join(this.root, file)
      mkdirSync(dirname(path), { recursive: true })
      if (text === null) rmSync(path, { force: true })
      else writeFileSync(path, text)
    }
    this.git('add', '--all')
    this.git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '--quiet', '--allow-empty', '-m', 'x')
    return this.git('rev-parse', 'HEAD').trim()
  }

  private git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.root, encoding: 'utf8' })
  }

  /** Opens a pull request on the stand-in with the files that it changes; `base` are their texts before. */
  pullRequest(files: readonly { filename: string; status: string; previous_filename?: string }[], base: Readonly<Record<string, string>>): { number: number; sha: string } {
    const { state } = this.hub
    const sha = String(state.nextNumber()).padStart(40, 'a')
    state.branches.set(sha, new Map(Object.entries(base).map(([path, text]) => [path, Buffer.from(text)])))
    const number = state.nextNumber()
    state.pulls.push({ number, title: 'x', body: '', login: 'lilei', head: 'topic', base: 'main', state: 'open', merged: false, files })
    return { number, sha }
  }

  run({ event, payload = {}, inputs = {}, env = {}, now, onStart }: ActionRun): Promise<ActionResult> {
    const folder = mkdtempSync(join(tmpdir(), 'convoke-run-'))
    const at = (name: string): string => join(folder, name)
    for (const name of ['summary', 'output', 'env', 'state', 'path']) writeFileSync(at(name), '')
    writeFileSync(at('event.json'), JSON.stringify({ repository: { default_branch: 'main' }, ...payload }))
    this.hub.now = Math.max(this.hub.now, Date.parse(now))
    // A runner gives the defaults that action.yml names.
    const defaults = Object.fromEntries(INPUTS.flatMap((each) => ('default' in each ? [[each.name, each.default]] : [])))
    const named = Object.entries({ ...defaults, token: 'ghs_secret-of-the-job', ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    return new Promise((done, fail) => {
      const child = spawn(node24(), [resolve('dist/action/index.mjs')], {
        cwd: this.root, stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env['PATH'], HOME: folder, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: this.root, GITHUB_REPOSITORY: 'team/meetings', GITHUB_API_URL: this.url, GITHUB_SERVER_URL: 'https://github.com',
          GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: at('event.json'), GITHUB_REF: event === 'pull_request' ? 'refs/pull/1/merge' : 'refs/heads/main', GITHUB_SHA: this.git('rev-parse', 'HEAD').trim(),
          GITHUB_STEP_SUMMARY: at('summary'), GITHUB_OUTPUT: at('output'), GITHUB_ENV: at('env'), GITHUB_STATE: at('state'), GITHUB_PATH: at('path'), CONVOKE_NOW: now,
          ...Object.fromEntries(named), ...env,
        },
      })
      onStart?.(() => child.kill('SIGKILL'))
      let log = ''
      child.stdout.on('data', (chunk: Buffer) => { log += chunk.toString('utf8') })
      child.stderr.on('data', (chunk: Buffer) => { log += chunk.toString('utf8') })
      child.on('error', fail)
      child.on('close', (status) => {
        const outputs = Object.fromEntries([...readFileSync(at('output'), 'utf8').matchAll(/^(.+)<<(\S+)\n([^]*?)\n\2$/gm)].map((match) => [match[1] ?? '', match[3] ?? '']))
        const summary = readFileSync(at('summary'), 'utf8')
        rmSync(folder, { recursive: true, force: true })
        done({ status, log, summary, outputs })
      })
    })
  }
}
