// npm run package: builds, lays the extension's files into dist/vsix, and packs them with vsce. The repository is more than the extension:
// its package.json says things of the command line and of ES modules that VS Code must not see.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, installIfNeeded } from './install.mjs'

const FILES = [
  'README.md', 'LICENSE', 'CHANGELOG.md', 'images/icon.png', 'images/view.svg', 'package.nls.json', 'package.nls.zh-cn.json', 'l10n/bundle.l10n.json', 'l10n/bundle.l10n.zh-cn.json',
  'dist/client/client.js', 'dist/client/THIRD-PARTY-NOTICES.txt', 'dist/server/server.js', 'media', 'snippets', 'syntaxes',
]
/** What of package.json is VS Code's. */
const KEYS = ['name', 'displayName', 'version', 'description', 'license', 'publisher', 'icon', 'categories', 'keywords', 'galleryBanner', 'main', 'browser', 'l10n', 'activationEvents', 'capabilities', 'contributes']
const MOST = 1_000_000
const REPOSITORY = 'https://github.com/convoke/convoke'

if (process.argv.includes('--no-build')) console.error('Packing what dist/ holds.')
else {
  installIfNeeded()
  build()
}
const stage = 'dist/vsix'
rmSync(stage, { recursive: true, force: true })
for (const file of FILES) {
  if (!existsSync(file)) throw new Error(`${file} is missing`)
  mkdirSync(join(stage, dirname(file)), { recursive: true })
  cpSync(file, join(stage, file), { recursive: true })
}
const whole = JSON.parse(readFileSync('package.json', 'utf8'))
const manifest = { ...Object.fromEntries(KEYS.map((key) => [key, whole[key]])), description: '%description%', engines: { vscode: whole.engines.vscode }, files: FILES.map((each) => (existsSync(`${each}/.`) ? `${each}/**` : each)), repository: { type: 'git', url: `${REPOSITORY}.git` } }
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
const out = join('dist', `convoke-${whole.version}.vsix`)
const { status } = spawnSync(process.execPath, [join('..', '..', 'node_modules', '@vscode/vsce/vsce'), 'package', '--no-dependencies', '--out', join('..', '..', out)], { cwd: stage, stdio: ['ignore', 'ignore', 'inherit'] })
if (status !== 0) process.exit(status ?? 1)
const { size } = statSync(out)
console.log(`${out}: ${(size / 1000).toFixed(0)} kB, ${readdirSync(stage, { recursive: true }).length} entries`)
if (size > MOST) throw new Error(`${out} has ${size} bytes, more than ${MOST}`)
