// Bundles the entries. Code is split, so that a command loads what it needs and nothing else.
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: { convoke: 'src/cli/convoke.ts', 'lint-thread': 'src/cli/lint-thread.ts' },
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  define: { CONVOKE_VERSION: JSON.stringify(version), CONVOKE_BUILD: JSON.stringify(`${version}-${sourceHash()}`) },
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
  metafile: process.argv.includes('--meta'),
})
// The Action is one file: a repository that uses it runs what it checks out.
await build({
  entryPoints: { index: 'src/action/action.ts' },
  outdir: 'dist/action',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  legalComments: 'external',
  define: { CONVOKE_VERSION: JSON.stringify(version) },
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
})
/** The same sources give the same name, on every machine. */
function sourceHash() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'))
  for (const name of readdirSync('src', { recursive: true }).filter((each) => /\.[jt]s$/.test(each)).sort()) hash.update(name).update(readFileSync(join('src', name)))
  return hash.digest('hex').slice(0, 16)
}

const executable = 'dist/cli/convoke.js'
const text = readFileSync(executable, 'utf8')
const { writeFileSync } = await import('node:fs')
writeFileSync(executable, `#!/usr/bin/env node\n${text}`)
chmodSync(executable, 0o755)
