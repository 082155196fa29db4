import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { IGrammar, IRawGrammar } from 'vscode-textmate'

const require = createRequire(import.meta.url)
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma')
const textmate = require('vscode-textmate') as typeof import('vscode-textmate')

/**
 * The grammars that ours are injected into: VS Code's own where it was fetched for the editor's tests, else those of tm-grammars, whose YAML
 * is the one of VS Code before 1.95, without a scope that keys could be found in.
 */
const VSCODE = join(process.env['CONVOKE_VSCODE_HOME'] ?? '.cache/vscode', 'vscode/extensions')
export const HAS_VSCODE = existsSync(join(VSCODE, 'yaml/syntaxes/yaml-1.2.tmLanguage.json'))
const PACKAGE: Readonly<Record<string, string>> = { 'text.html.markdown': 'markdown', 'source.yaml': 'yaml' }
const OWN: Readonly<Record<string, string>> = { 'convoke.body.injection': 'body', 'convoke.front-matter.injection': 'front-matter', 'convoke.keys.injection': 'keys' }

/** A word of a line with the scopes that our grammars give it (`duration`, `person` …), and those of the host. */
export interface Token {
  readonly text: string
  readonly own: readonly string[]
  readonly scopes: readonly string[]
}

let grammar: Promise<IGrammar> | undefined

/** The tokens of each line, as VS Code would colour them. */
export async function tokenize(text: string): Promise<readonly (readonly Token[])[]> {
  const loaded = await (grammar ??= load())
  let stack = textmate.INITIAL
  return text.split('\n').map((line) => {
    const result = loaded.tokenizeLine(line, stack)
    stack = result.ruleStack
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes, own: scopes.flatMap((scope) => scope.split(' ')).filter((scope) => scope.endsWith('.convoke')).map((scope) => scope.split('.').at(-2) ?? '') }))
  })
}

async function load(): Promise<IGrammar> {
  const wasm = readFileSync(join(dirname(require.resolve('vscode-oniguruma')), 'onig.wasm'))
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength))
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns), createOnigString: (text) => new oniguruma.OnigString(text) }),
    loadGrammar: (scope) => {
      const own = OWN[scope]
      if (own !== undefined) return Promise.resolve(parseGrammar(`syntaxes/${own}.tmLanguage.json`))
      return Promise.resolve(hostGrammar(scope))
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? Object.keys(OWN) : undefined),
  })
  const loaded = await registry.loadGrammar('text.html.markdown')
  if (loaded === null) throw new Error('no grammar of Markdown')
  return loaded
}

function hostGrammar(scope: string): IRawGrammar | null {
  if (HAS_VSCODE) {
    const file = scope === 'text.html.markdown' ? 'markdown-basics/syntaxes/markdown' : /^source\.yaml(?:\.(?:embedded|1\.\d))?$/.test(scope) ? `yaml/syntaxes/${scope.replace(/^source\./, '').replace('yaml.', 'yaml-')}` : undefined
    return file === undefined ? null : parseGrammar(join(VSCODE, `${file}.tmLanguage.json`))
  }
  const name = PACKAGE[scope]
  return name === undefined ? null : parseGrammar(require.resolve(`tm-grammars/grammars/${name}.json`))
}

function parseGrammar(path: string): IRawGrammar {
  return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path)
}
