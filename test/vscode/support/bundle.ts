import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

export type Host = 'node' | 'web'

/** What the extension is made of, beside its package.json; linked into the folder that a host loads. */
const PARTS = ['dist', 'syntaxes', 'snippets', 'templates', 'docs', 'media', 'l10n', 'package.nls.json', 'package.nls.zh-cn.json', 'README.md', 'LICENSE', 'CHANGELOG.md']

/**
 * Lays out the extension for one host, with the suites bundled beside it: VS Code runs suites in the host of the extension whose
 * folder they lie in, and an extension without `main` runs in the worker of the browser. Returns the folder.
 */
export async function stageExtension(host: Host): Promise<{ readonly extension: string; readonly suites: string }> {
  const extension = resolve('.cache/test-vscode', host)
  rmSync(extension, { recursive: true, force: true })
  mkdirSync(extension, { recursive: true })
  const { main, browser, type: _type, scripts: _scripts, devDependencies: _development, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>
  // Without `type`: the bundles of the suites are CommonJS.
  writeFileSync(join(extension, 'package.json'), JSON.stringify({ ...manifest, ...(host === 'node' ? { main } : { browser }) }))
  for (const part of PARTS) if (existsSync(part)) symlinkSync(resolve(part), join(extension, part))
  const suites = join(extension, 'suites.js')
  await build({
    entryPoints: ['test/vscode/suite/index.ts'], outfile: suites, bundle: true, format: 'cjs', platform: 'browser', target: 'es2022', external: ['vscode'],
    define: { global: 'globalThis' }, logLevel: 'warning', sourcemap: 'inline',
  })
  return { extension, suites }
}
