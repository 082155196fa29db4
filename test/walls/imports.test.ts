import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ESLint } from 'eslint'

/** Packages that the core may use: pure ones that run in a browser. */
const CORE_PACKAGES = new Set(['temporal-polyfill', 'chinese-days', 'yaml', 'ical.js', 'timezones-ical-library', 'fflate', 'fast-xml-parser', '@noble/hashes', 'handlebars', 'remark', 'remark-gfm', 'remark-frontmatter', 'picomatch', 'pinyin-match'])

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).map((name) => join('src', name))
const importsOf = (file: string): string[] => [...readFileSync(file, 'utf8').matchAll(/(?:^|\n)\s*(?:import|export)[^'"\n]*?from\s*['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g)].map((match) => match[1] ?? match[2] ?? '')

describe('the walls', () => {
  it('the core imports no part of Node and no package but pure ones', () => {
    const found = sources.filter((file) => file.startsWith('src/core/')).flatMap((file) => importsOf(file).filter((from) => !from.startsWith('.')).map((from) => ({ file, from })))
    assert.ok(found.length > 5)
    for (const { file, from } of found) {
      const name = from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0] ?? ''
      assert.ok(!from.startsWith('node:') && CORE_PACKAGES.has(name), `${file} imports ${from}`)
    }
  })
  it('the core never leaves its folder, the ports know only the core, and no adapter knows another', () => {
    const room = (file: string): string => relative('src', file).split('/').slice(0, file.startsWith('src/adapters') ? 2 : 1).join('/')
    for (const file of sources) {
      for (const from of importsOf(file).filter((each) => each.startsWith('.'))) {
        const [own, other] = [room(file), room(join(file, '..', from))]
        if (own === other) continue
        if (own === 'core') assert.fail(`${file} imports ${from}`)
        if (own === 'ports') assert.equal(other, 'core', `${file} imports ${from}`)
        if (own.startsWith('adapters/')) assert.ok(['core', 'ports', 'mime'].includes(other), `${file} imports ${from}`)
        assert.ok(!other.startsWith('adapters') || !['app', 'mime', 'core', 'ports'].includes(own), `${file} imports ${from}`)
      }
    }
  })
  it('lint refuses an import in the wrong direction, and a clock in the core', async function () {
    this.timeout(60_000)
    mkdirSync('src/core/text', { recursive: true })
    const folder = mkdtempSync('src/core/text/zz-')
    try {
      const file = join(folder, 'wrong.ts')
      writeFileSync(file, "import { parse } from '../../meeting/parse.ts'\n\n/** x */\nexport const now = (): number => Date.now() + parse('').problems.length\n")
      const [result] = await new ESLint().lintFiles([file])
      const said = result?.messages.map((each) => each.message).join('\n') ?? ''
      assert.match(said, /src\/core\/text may not import src\/core\/meeting/)
      assert.match(said, /The core has no clock/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
