import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly activationEvents: readonly string[]
  readonly capabilities: Readonly<Record<string, { readonly supported: unknown }>>
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string; readonly icon?: string }[]
    readonly keybindings: readonly { readonly command: string; readonly when?: string }[]
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[]
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> }
    readonly grammars: readonly { readonly path: string; readonly scopeName: string }[]
    readonly snippets: readonly { readonly path: string }[]
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly markdown: string } }[] }[]
    readonly 'markdown.previewStyles': readonly string[]
  }
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const texts = (path: string): Readonly<Record<string, string>> => read(path) as Record<string, string>
const manifest = read('package.json') as Manifest
const nls = { en: texts('package.nls.json'), zh: texts('package.nls.zh-cn.json') }
const sources = readdirSync('src/client', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join('src/client', name), 'utf8'))
const placeholders = (text: string): readonly string[] => (text.match(/\{\d+\}/g) ?? []).sort()

describe('the extension’s manifest', () => {
  it('says everything in both languages, and nothing that is not asked for', () => {
    const asked = new Set([...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map((match) => match[1] ?? ''))
    asked.add('description')
    assert.deepEqual(Object.keys(nls.en).sort(), [...asked].sort())
    assert.deepEqual(Object.keys(nls.zh).sort(), [...asked].sort())
    for (const [key, text] of Object.entries(nls.zh)) assert.ok(/[\u4e00-\u9fff]/.test(text), `${key} is not Chinese`)
    const links = (text: string): readonly string[] => (text.match(/\]\([^)]*\)/g) ?? [])
    for (const [key, text] of Object.entries(nls.en)) assert.deepEqual(links(nls.zh[key] ?? ''), links(text), key)
  })
  it('declares the commands that are registered, and no other', () => {
    const declared = new Set(manifest.contributes.commands.map(({ command }) => command))
    const text = sources.join('\n')
    for (const command of declared) assert.match(text, new RegExp(`\\b${command.slice('convoke.'.length)}\\b`), command)
    const named = [...manifest.contributes.keybindings, ...Object.values(manifest.contributes.menus).flat()].map(({ command }) => command)
    for (const command of named) assert.ok(declared.has(command), command)
    for (const { command, title, category, icon } of manifest.contributes.commands) assert.ok(title.startsWith('%') && category === 'Convoke' && icon !== undefined, command)
  })
  it('takes keys only where they mean something, and shows views only where there are meetings', () => {
    for (const { command, when } of manifest.contributes.keybindings) assert.match(when ?? '', /convoke\./, command)
    for (const view of Object.values(manifest.contributes.views).flat()) assert.match(view.when ?? '', /convoke\./, view.id)
    assert.ok(manifest.activationEvents.every((event) => event.startsWith('workspaceContains:')))
  })
  it('says in each empty list what it is for, once it is known to be empty, and leads on by commands that are there', () => {
    const { viewsWelcome, views, commands } = manifest.contributes
    // The list of the running meeting is there only while one runs.
    assert.deepEqual(viewsWelcome.map(({ view }) => view), (views['convoke'] ?? []).map(({ id }) => id).filter((id) => id !== 'convoke.live'))
    for (const { contents, when } of viewsWelcome) {
      assert.equal(when, 'convoke.loaded')
      for (const text of [nls.en, nls.zh].map((words) => words[contents.slice(1, -1)] ?? '')) {
        for (const [, command] of text.matchAll(/\(command:([\w.]+)\)/g)) assert.ok(commands.some((each) => each.command === command), command)
      }
    }
  })
  it('names files that are there', () => {
    const { grammars, snippets, walkthroughs, 'markdown.previewStyles': styles } = manifest.contributes
    for (const path of [...grammars.map((each) => each.path), ...snippets.map((each) => each.path), ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)), ...styles, 'images/icon.png', 'images/view.svg']) assert.ok(existsSync(path), path)
    for (const { path, scopeName } of grammars) assert.equal((read(path) as { scopeName: string }).scopeName, scopeName)
  })
  it('has few settings, each read somewhere', () => {
    const settings = Object.keys(manifest.contributes.configuration.properties)
    assert.ok(settings.length <= 5)
    // The language client reads its trace itself.
    for (const setting of settings.filter((each) => each !== 'convoke.trace.server')) assert.ok(sources.some((text) => text.includes(`'${setting.slice('convoke.'.length)}'`)), setting)
  })
  it('claims of trust and virtual folders no more than is true', () => {
    for (const name of ['untrustedWorkspaces', 'virtualWorkspaces']) assert.equal(manifest.capabilities[name]?.supported, 'limited')
  })
})

describe('the words of the extension', () => {
  const said = new Set(sources.flatMap((text) => [...text.matchAll(/l10n\.t\('((?:[^'\\]|\\.)*)'/g)].map((match) => (match[1] ?? '').replace(/\\n/g, '\n').replace(/\\'/g, '\''))))
  const bundles = { en: texts('l10n/bundle.l10n.json'), zh: texts('l10n/bundle.l10n.zh-cn.json') }
  it('are all there in Chinese, with the same placeholders, and none is left over', () => {
    assert.ok(said.size > 50)
    assert.deepEqual(Object.keys(bundles.zh).sort(), [...said].sort())
    assert.deepEqual(Object.keys(bundles.en).sort(), [...said].sort())
    for (const [en, zh] of Object.entries(bundles.zh)) assert.deepEqual(placeholders(zh), placeholders(en), en)
  })
  it('are never put together of pieces that the bundle does not hold', () => {
    for (const text of sources) assert.doesNotMatch(text, /l10n\.t\((?!')/)
  })
})
