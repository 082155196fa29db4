import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A program that reads the same files, and how it is run on a folder of them. */
export interface Runner {
  readonly name: string
  readonly command: (folder: string, warm: boolean) => readonly string[]
  /** A cache that a cold run may not find. */
  readonly cache?: (folder: string) => string
  /** Files of settings that it needs beside the corpus. */
  readonly settings?: Readonly<Record<string, string>>
}

const PACKAGES = { rumdl: '0.2.75', 'markdownlint-cli2': '0.24.1', 'remark-cli': '12.0.1', 'remark-preset-lint-recommended': '7.0.1', 'remark-frontmatter': '5.0.0', 'remark-gfm': '4.0.1' }

/** Installs the peers, pinned, into a folder of their own, where they are not there yet. */
export function installPeers(): string {
  const folder = resolve('.cache/bench')
  const wanted = JSON.stringify({ private: true, dependencies: PACKAGES })
  if (!existsSync(join(folder, 'node_modules', '.bin', 'rumdl'))) {
    process.stderr.write('Installing rumdl, markdownlint-cli2 and remark-cli into .cache/bench …\n')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), wanted)
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error('the peers could not be installed')
  }
  return folder
}

export function runners(peers: string, slow: boolean): Runner[] {
  const bin = (name: string): string => join(peers, 'node_modules/.bin', name)
  const all: Runner[] = [
    {
      name: 'convoke lint', cache: (folder) => join(folder, '.cache-home'),
      command: (folder, warm) => [process.execPath, resolve('dist/cli/convoke.js'), 'lint', '--root', folder, '--now', '2026-11-24T09:00:00Z', '--format', 'json', ...(warm ? [] : ['--no-cache'])],
    },
    { name: 'rumdl', cache: (folder) => join(folder, '.rumdl_cache'), command: (folder, warm) => [bin('rumdl'), 'check', ...(warm ? [] : ['--no-cache']), '--quiet', join(folder, 'meetings')] },
  ]
  if (!slow) return all
  return [
    ...all,
    { name: 'markdownlint-cli2', settings: { '.markdownlint-cli2.jsonc': '{ "noProgress": true }' }, command: () => [bin('markdownlint-cli2'), 'meetings/**/*.md'] },
    { name: 'remark-cli', settings: { '.remarkrc.json': JSON.stringify({ plugins: ['remark-frontmatter', 'remark-gfm', 'remark-preset-lint-recommended'].map((name) => join(peers, 'node_modules', name, 'index.js')) }) }, command: () => [bin('remark'), '--quiet', '--no-stdout', 'meetings'] },
  ]
}
