import { dirname, relative, resolve } from 'node:path'
import tseslint from 'typescript-eslint'

/** Who may import whom (ARCHITECTURE.md). A folder may always import from itself; what is not listed is refused. */
const IMPORTS = {
  'core/text': [],
  'core/messages': [],
  'core/yaml': ['core/text', 'core/messages'],
  'core/config': ['core/yaml', 'core/text', 'core/messages'],
  'core/meeting': ['core/config', 'core/yaml', 'core/text', 'core/messages'],
  'core/arrangement': ['core/meeting', 'core/config', 'core/text', 'core/messages'],
  'core/materials': ['core/arrangement', 'core/meeting', 'core/config', 'core/yaml', 'core/text', 'core/messages'],
  'core/wording': ['core/messages', 'core/text'],
  'core/rules': ['core/wording', 'core/materials', 'core/arrangement', 'core/meeting', 'core/config', 'core/yaml', 'core/text', 'core/messages'],
  'core/lint': ['core/rules', 'core/wording', 'core/materials', 'core/arrangement', 'core/meeting', 'core/config', 'core/text', 'core/messages'],
  'core/import': ['core/rules', 'core/arrangement', 'core/meeting', 'core/config', 'core/yaml', 'core/text', 'core/messages'],
  'core/process': ['core/arrangement', 'core/meeting', 'core/config', 'core/text', 'core/messages'],
  'core/render': ['core/process', 'core/arrangement', 'core/meeting', 'core/config', 'core/text', 'core/messages'],
  'core/report': ['core/lint', 'core/rules', 'core/materials', 'core/arrangement', 'core/meeting', 'core/config', 'core/render', 'core/text', 'core/messages'],
  'core/draft': ['core/rules', 'core/arrangement', 'core/meeting', 'core/config', 'core/text', 'core/messages'],
  'core/proposal': ['core/process', 'core/rules', 'core/arrangement', 'core/meeting', 'core/config', 'core/text'],
  'core/language': ['core/lint', 'core/rules', 'core/wording', 'core/materials', 'core/arrangement', 'core/meeting', 'core/config', 'core/text', 'core/messages'],
  'core/preview': ['core/language', 'core/arrangement', 'core/meeting', 'core/config', 'core/text', 'core/messages'],
  'core/live': ['core/rules', 'core/arrangement', 'core/meeting', 'core/config', 'core/text', 'core/messages'],
  'core/schema': ['core/meeting', 'core/config', 'core/rules', 'core/messages'],
  ports: ['core'],
  mime: ['core'],
  app: ['core', 'ports', 'mime'],
  templates: ['core', 'ports'],
  'adapters/cache': ['core', 'ports'],
  'adapters/disk': ['core', 'ports'],
  'adapters/git': ['core', 'ports'],
  'adapters/folder': ['core', 'ports'],
  'adapters/github': ['core', 'ports'],
  'adapters/smtp': ['core', 'ports', 'mime'],
  'adapters/imap': ['core', 'ports', 'mime'],
  'adapters/chat': ['core', 'ports'],
  formats: ['core', 'app'],
  forges: ['core', 'ports', 'app', 'adapters'],
  server: ['core', 'ports', 'app', 'adapters'],
  client: ['core', 'server'],
  cli: ['core', 'ports', 'app', 'adapters', 'forges', 'formats', 'mime', 'server', 'templates'],
  action: ['core', 'ports', 'app', 'adapters', 'forges', 'formats', 'templates'],
}

/** The room that a file of src stands in, by the longest name in the table. */
function roomOf(file) {
  const path = relative(resolve('src'), file).replaceAll('\\', '/')
  return Object.keys(IMPORTS).filter((room) => path.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0] ?? (path.startsWith('..') ? undefined : path.split('/')[0])
}

const importDirections = {
  create(context) {
    const from = roomOf(context.filename)
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string' || !source.startsWith('.')) return
      const target = resolve(dirname(context.filename), source)
      const to = roomOf(target)
      if (from === to || from === undefined) return
      const allowed = IMPORTS[from] ?? []
      if (to === undefined || !allowed.some((room) => to === room || to.startsWith(`${room}/`))) {
        context.report({ node, message: `src/${from} may not import src/${to ?? source}: see the table in eslint.config.mjs and ARCHITECTURE.md.` })
      }
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check }
  },
}

const PURE = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The core has no clock: take the time as an argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core has no clock: take the time as an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The core has no clock: take the time as an argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The core makes no random numbers.' },
  { selector: 'CallExpression[callee.property.name=/^toLocale/]', message: 'The core knows no host locale.' },
  { selector: "CallExpression[callee.property.name='localeCompare']", message: 'The core knows no host locale: compare code units.' },
  { selector: 'NewExpression[callee.object.name="Intl"][arguments.length=0]', message: 'The core knows no host locale: name one.' },
  { selector: 'CallExpression[callee.property.name=/^get(Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)$/]', message: 'The core knows no host zone: use the UTC getters.' },
]

export default tseslint.config(
  { ignores: ['dist', '.cache', 'node_modules', 'demo-output', '**/*.generated.js', '**/*.generated.ts', '**/*.d.ts', 'scripts/*.mjs', 'scripts/**/*.cjs', 'esbuild.mjs', 'eslint.config.mjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-string-starts-ends-with': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { convoke: { rules: { 'import-directions': importDirections } } },
    rules: { 'convoke/import-directions': 'error', 'max-lines': ['error', { max: 300 }], 'max-len': ['error', { code: 200, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }] },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...PURE],
      'no-restricted-globals': ['error', 'process', 'console', 'window', 'document', 'navigator', 'fetch', 'setTimeout', 'setInterval', 'performance', 'crypto', 'Buffer'],
    },
  },
  { files: ['test/**/*.ts', 'scripts/**/*.ts'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-unnecessary-condition': 'off', '@typescript-eslint/no-base-to-string': 'off' } },
)
