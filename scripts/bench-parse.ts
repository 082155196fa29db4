/**
 * Speed of parse() over real files: `npx tsx scripts/bench-parse.ts FOLDER [rounds]`. Prints MB/s for each round; the
 * last ones are those of a warm process. Afterwards hostile texts of growing size, whose time should grow with it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '../src/core/meeting/parse.ts'

const [folder, rounds = '5'] = process.argv.slice(2)

if (folder !== undefined) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  const texts = names.map((name) => readFileSync(join(folder, name), 'utf8'))
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  for (let round = 0; round < Number(rounds); round++) {
    const start = process.hrtime.bigint()
    for (const text of texts) parse(text)
    const seconds = Number(process.hrtime.bigint() - start) / 1e9
    const megabytes = bytes / 1e6
    const speed = (megabytes / seconds).toFixed(0)
    console.log(`${texts.length} files, ${megabytes.toFixed(2)} MB: ${(seconds * 1000).toFixed(0)} ms, ${speed} MB/s`)
  }
}

const HOSTILE: Record<string, (size: number) => string> = {
  'open brackets': (size) => `# Agenda\n\n- ${'['.repeat(size)}`,
  'links in links': (size) => '[a]('.repeat(size / 4),
  backquotes: (size) => Array.from({ length: Math.ceil(Math.sqrt(size)) }, (_, index) => '`'.repeat(index + 1)).join(' '),
  'open angles': (size) => '<a '.repeat(size / 3),
  comments: (size) => '<!-- '.repeat(size / 5),
  'comments in actions': (size) => `# Minutes\n\n## Action items\n\n- ${'<!-- @a '.repeat(size / 8)}`,
  'nested quotes': (size) => '> '.repeat(size / 2) + 'x',
  'nested lists': (size) => Array.from({ length: Math.sqrt(size) }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n'),
  definitions: (size) => '[a]: <b\n'.repeat(size / 8),
  'one definition': (size) => `[${'a'.repeat(size)}`,
  tables: (size) => '|a'.repeat(size / 4) + '\n' + '|-'.repeat(size / 4),
  headings: (size) => '# A\n'.repeat(size / 4),
  'nested headings': (size) => '# Agenda\n###### Minutes\n'.repeat(size / 24),
  mentions: (size) => `# Agenda\n\n- ${'@a '.repeat(size / 3)}`,
  'short agenda items': (size) => `# Agenda\n\n${'- (5m, @a)\n'.repeat(size / 11)}`,
  'bare urls': (size) => 'http://a.b/'.repeat(size / 11),
  punctuation: (size) => `http://a.b/${'!'.repeat(size)}x`,
  emphasis: (size) => `# Agenda\n\n- ${'*a _b '.repeat(size / 6)}`,
  'lone returns': (size) => 'a\r'.repeat(size / 2),
  suppressions: (size) => '<!-- convoke-disable-next-line a -->\n'.repeat(size / 37),
  'open suppressions': (size) => 'convoke-disable-next-line '.repeat(size / 26),
}

for (const [name, make] of Object.entries(HOSTILE)) {
  const times = [50_000, 100_000, 200_000].map((size) => {
    const text = make(size)
    const start = process.hrtime.bigint()
    parse(text)
    return Number(process.hrtime.bigint() - start) / 1e6
  })
  console.log(`${name.padEnd(22)}${times.map((time) => time.toFixed(1).padStart(9)).join('')} ms for 50, 100, 200 KB`)
}
