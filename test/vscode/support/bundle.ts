import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

export type Host = 'node' | 'web'

/** What the extension is made of, beside its package.json and its code; linked into the folder that a host loads. */
const PARTS = ['syntaxes', 'snippets', 'templates', 'docs', 'media', 'images', 'l10n', 'package.nls.json', 'package.nls.zh-cn.json', 'README.md', 'LICENSE', 'CHANGELOG.md']

export interface Staged {
  readonly extension: string
  readonly suites: string
  readonly remove: () => void
}

/**
 * Lays out the extension for one host, with the suites bundled beside it: VS Code runs suites in the host of the extension whose
 * folder they lie in, and an extension without `main` runs in the worker of the browser. With `only`, no other tests are run than those whose
 * titles hold it.
 */
export async function stageExtension(host: Host, only = ''): Promise<Staged> {
  const extension = mkdtempSync(join(tmpdir(), `convoke-staged-${host}-`))
  const { main, browser, type: _type, scripts: _scripts, devDependencies: _development, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>
  // Without `type`: the bundles of the suites are CommonJS.
  writeFileSync(join(extension, 'package.json'), JSON.stringify({ ...manifest, ...(host === 'node' ? { main } : { browser }) }))
  for (const part of PARTS) if (existsSync(part)) symlinkSync(resolve(part), join(extension, part))
  // Copied: behind a link Node sees the code somewhere else, and VS Code then hands it an API that is not the extension's own.
  for (const part of ['client', 'server']) cpSync(join('dist', part), join(extension, 'dist', part), { recursive: true })
  const suites = join(extension, 'suites.js')
  await build({
    entryPoints: ['test/vscode/suite/index.ts'], outfile: suites, bundle: true, format: 'cjs', platform: 'browser', target: 'es2022', external: ['vscode'],
    define: { global: 'globalThis', CONVOKE_ONLY: JSON.stringify(only) }, logLevel: 'warning', sourcemap: 'inline',
  })
  return { extension, suites, remove: () => rmSync(extension, { recursive: true, force: true }) }
}
