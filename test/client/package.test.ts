import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { unzipSync } from 'fflate'

/** Every file that a user gets, and nothing besides. */
const CONTENT = [
  '[Content_Types].xml', 'extension.vsixmanifest', 'extension/LICENSE.txt', 'extension/changelog.md', 'extension/readme.md', 'extension/package.json', 'extension/package.nls.json', 'extension/package.nls.zh-cn.json',
  'extension/dist/client/client.js', 'extension/dist/client/THIRD-PARTY-NOTICES.txt', 'extension/dist/server/server.js', 'extension/images/icon.png', 'extension/images/view.svg', 'extension/l10n/bundle.l10n.json', 'extension/l10n/bundle.l10n.zh-cn.json',
  'extension/media/preview.css', ...['actions', 'live', 'new', 'plan', 'problems'].map((step) => `extension/media/walkthrough/${step}.md`),
  'extension/snippets/en.json', 'extension/snippets/zh.json', ...['body', 'front-matter', 'keys'].map((name) => `extension/syntaxes/${name}.tmLanguage.json`),
]

describe('the packaged extension', function () {
  this.timeout(120_000)
  let files: Readonly<Record<string, Uint8Array>> = {}
  let size = 0
  before(function () {
    if (!existsSync('dist/client/client.js')) this.skip()
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs', '--no-build'], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    const packed = readFileSync(stdout.split(':')[0] ?? '')
    size = packed.length
    files = unzipSync(packed)
  })
  it('holds what it needs and nothing besides', () => assert.deepEqual(Object.keys(files).sort(), [...CONTENT].sort()))
  it('is no larger than a megabyte', () => assert.ok(size > 100_000 && size <= 1_000_000, String(size)))
  it('carries the licences of what it is made of', () => {
    const notices = new TextDecoder().decode(files['extension/dist/client/THIRD-PARTY-NOTICES.txt'])
    for (const name of ['vscode-languageclient', 'vscode-languageserver', 'yaml', 'handlebars', 'ical.js']) assert.match(notices, new RegExp(`^${name} \\d`, 'm'), name)
    assert.match(notices, /Mozilla Public License/)
    assert.doesNotMatch(notices, /^(?:nodemailer|imapflow|esbuild|mocha) \d/m)
  })
  it('says in its manifest only what concerns VS Code', () => {
    const manifest = JSON.parse(new TextDecoder().decode(files['extension/package.json'])) as Record<string, unknown>
    for (const key of ['type', 'scripts', 'dependencies', 'devDependencies', 'bin', 'private']) assert.ok(!(key in manifest), key)
    assert.equal(manifest['publisher'], 'convoke-meetings')
    assert.deepEqual(manifest['engines'], { vscode: '^1.91.0' })
  })
  it('asks for nothing that a browser’s worker lacks, before it is known where it runs', () => {
    for (const name of ['extension/dist/client/client.js', 'extension/dist/server/server.js']) {
      const text = new TextDecoder().decode(files[name])
      const asked: string[] = []
      const require = (module: string): unknown => {
        asked.push(module)
        return module === 'vscode' ? STUB : {}
      }
      // A worker's globals and no others: what needs Node would be asked for by `require`.
      const self = { addEventListener: () => undefined, postMessage: () => undefined }
      runInNewContext(text, { require, module: { exports: {} }, exports: {}, importScripts: () => undefined, self, performance, setTimeout, setInterval, clearTimeout, clearInterval, TextDecoder, TextEncoder, URL, Intl, queueMicrotask })
      assert.deepEqual(asked.filter((each) => each !== 'vscode'), [], name)
    }
  })
})

const STUB: unknown = new Proxy(function () { /* anything */ }, { get: (_, key) => (key === 'prototype' ? {} : STUB), apply: () => STUB, construct: () => STUB as object })
