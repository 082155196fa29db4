// Bundles the entries. Code is split, so that a command loads what it needs and nothing else.
import { chmodSync, readFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: { convoke: 'src/cli/convoke.ts' },
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  define: { CONVOKE_VERSION: JSON.stringify(version) },
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
  metafile: process.argv.includes('--meta'),
})
const executable = 'dist/cli/convoke.js'
const text = readFileSync(executable, 'utf8')
const { writeFileSync } = await import('node:fs')
writeFileSync(executable, `#!/usr/bin/env node\n${text}`)
chmodSync(executable, 0o755)
