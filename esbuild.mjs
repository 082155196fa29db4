// Bundles the entries. Code is split, so that a command loads what it needs and nothing else.
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writeNotices } from './scripts/notices.mjs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
rmSync('dist', { recursive: true, force: true })
const cli = await build({
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
  metafile: true,
})
// The Action is one file: a repository that uses it runs what it checks out.
const action = await build({
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
  metafile: true,
})
// The language server is one file, which a client forks on Node or starts as a worker in a browser (src/server/entry-server.ts).
const server = await buildForBoth('server', 'src/server/entry-server.ts', ['vscode-languageserver', 'vscode-languageserver-protocol', 'vscode-jsonrpc'], {
  define: { CONVOKE_VERSION: JSON.stringify(version) },
})
// The extension is one file too, for both places (src/client/entry.ts). What is not needed to start is loaded by `import()`, out of the same file.
const client = await buildForBoth('client', 'src/client/entry.ts', ['vscode-languageclient', 'vscode-languageserver-protocol', 'vscode-jsonrpc'], {
  banner: { js: "performance.mark('convoke:load');" },
  footer: { js: "performance.mark('convoke:loaded');" },
})
writeNotices('dist/cli/THIRD-PARTY-NOTICES.txt', [cli.metafile])
writeNotices('dist/action/THIRD-PARTY-NOTICES.txt', [action.metafile])
writeNotices('dist/client/THIRD-PARTY-NOTICES.txt', [client.metafile, server.metafile])

/**
 * One file that runs on Node and in a browser: built for a browser, with the parts of packages that are for Node taken by their paths,
 * and Node's own modules asked for only where they are run.
 */
async function buildForBoth(name, entry, packages, more) {
  const built = await build({
    entryPoints: { [name]: entry },
    outdir: `dist/${name}`,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: ['node20', 'es2022'],
    minify: true,
    legalComments: 'external',
    alias: Object.fromEntries(packages.map((each) => [`${each}/node`, fileURLToPath(new URL(`node_modules/${each}/lib/node/main.js`, import.meta.url))])),
    external: ['vscode', 'node:*', ...builtinModules],
    logLevel: 'warning',
    metafile: true,
    ...more,
  })
  // The repository's package says that its files are ES modules.
  writeFileSync(`dist/${name}/package.json`, '{ "type": "commonjs" }\n')
  return built
}

/** The same sources give the same name, on every machine. */
function sourceHash() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json'))
  for (const name of readdirSync('src', { recursive: true }).filter((each) => /\.[jt]s$/.test(each)).sort()) hash.update(name).update(readFileSync(join('src', name)))
  return hash.digest('hex').slice(0, 16)
}

const executable = 'dist/cli/convoke.js'
const text = readFileSync(executable, 'utf8')
writeFileSync(executable, `#!/usr/bin/env node\n${text}`)
chmodSync(executable, 0o755)
