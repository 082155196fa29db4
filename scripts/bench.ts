/*
 * npm run bench: whole processes side by side in one run, on bodies of our own and, with CONVOKE_CORPUS, on a real corpus; then
 * the start of the program, and one keystroke. Prints medians, ratios and peak memory. Arguments: --files N (2000), --rounds N (3),
 * --quick leaves the slow peers out.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../src/core/config/parse.ts'
import { lint } from '../src/core/lint/lint.ts'
import { indexWorkspace } from '../src/core/lint/workspace.ts'
import { parse } from '../src/core/meeting/parse.ts'
import { layCorpus, makeBodies, readBodies, type Corpus } from './bench/corpus.ts'
import { measure, median, quantile, type Sample } from './bench/measure.ts'
import { installPeers, runners, type Runner } from './bench/peers.ts'

const { values } = parseArgs({ options: { files: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '3' }, quick: { type: 'boolean', default: false } } })
const rounds = Number(values.rounds)

async function main(): Promise<void> {
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}\n`)
  const peers = installPeers()
  const sets: [string, string[]][] = [['bodies of our own', makeBodies()]]
  const real = process.env['CONVOKE_CORPUS']
  if (real !== undefined) sets.push(['real files', readBodies(real)])
  for (const [name, bodies] of sets) await compare(name, bodies, runners(peers, !values.quick))
  await starts()
  keystrokes()
}

async function compare(name: string, bodies: readonly string[], all: readonly Runner[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'convoke-bench-'))
  try {
    const corpus = layCorpus(folder, bodies, Number(values.files))
    for (const { settings = {} } of all) for (const [file, text] of Object.entries(settings)) writeFileSync(join(folder, file), text)
    const samples = new Map<string, Sample[]>()
    // Round by round, one after another, so that a busy moment of the machine meets all of them.
    for (let round = 0; round < rounds; round++) {
      for (const each of all) {
        for (const warm of each.cache === undefined ? [false] : [false, true]) {
          if (each.cache !== undefined && !warm) rmSync(each.cache(folder), { recursive: true, force: true })
          process.stderr.write(`\r${name}: round ${round + 1}/${rounds}, ${each.name}${warm ? ', warm' : ''}          `)
          const run = (): Promise<Sample> => measure(each.command(folder, warm), folder, join(folder, '.cache-home'))
          if (warm) await run()
          const label = `${each.name}${warm ? ' (warm)' : ''}`
          samples.set(label, [...samples.get(label) ?? [], await run()])
        }
      }
    }
    process.stderr.write('\r\u001b[K')
    print(name, corpus, samples)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(name: string, { files, bytes }: Corpus, samples: ReadonlyMap<string, readonly Sample[]>): void {
  console.log(`${files} files, ${name}, ${(bytes / 1e6).toFixed(1)} MB; median of ${rounds} rounds`)
  console.log(`${'program'.padEnd(24)}${'s'.padStart(8)}${'MB/s'.padStart(8)}${'peak MB'.padStart(9)}${'to rumdl'.padStart(10)}`)
  const rumdl = median(samples.get('rumdl')?.map((each) => each.wall) ?? [])
  for (const [label, list] of samples) {
    const wall = median(list.map((each) => each.wall))
    console.log(label.padEnd(24) + wall.toFixed(2).padStart(8) + (bytes / 1e6 / wall).toFixed(1).padStart(8) + Math.max(...list.map((each) => each.memory)).toFixed(0).padStart(9) + `${(wall / rumdl).toFixed(2)}×`.padStart(10))
  }
  console.log('')
}

async function starts(): Promise<void> {
  const commands = { 'node -e 0': [process.execPath, '-e', '0'], 'convoke --version': [process.execPath, 'dist/cli/convoke.js', '--version'], 'convoke lint --help': [process.execPath, 'dist/cli/convoke.js', 'lint', '--help'] }
  const walls = new Map<string, number[]>()
  for (let round = 0; round < 15; round++) {
    for (const [name, command] of Object.entries(commands)) walls.set(name, [...walls.get(name) ?? [], (await measure(command, process.cwd(), tmpdir())).wall])
  }
  console.log('start to end, median of 15')
  for (const [name, list] of walls) console.log(`${name.padEnd(24)}${(median(list) * 1000).toFixed(0).padStart(8)} ms`)
  console.log('')
}

/** One key at a time into a file of 6 KB, as an editor sends it: the whole text is read anew and judged by every rule. */
function keystrokes(): void {
  const { config } = parseConfig('timezone: Asia/Shanghai\npeople: { p1: { email: a@example.org }, p2: { email: b@example.org } }\nrooms: { r1: { capacity: 9 } }\n')
  const body = makeBodies().find((each) => each.length > 5500) ?? ''
  let text = `---\nid: k\ntitle: Split of the budget over four channels\npurpose: Decide the split\noutcome: A signed table\nstart: 2026-12-03 14:00\nduration: 90m\norganizer: p1\nrequired: [p2]\nroom: r1\n---\n\n${body}`.slice(0, 6144)
  const now = Date.parse('2026-11-24T09:00:00Z')
  const times: number[] = []
  for (let key = 0; key < 1500; key++) {
    const at = 200 + ((key * 37) % 5000)
    text = `${text.slice(0, at)}${'abc d- e\n'.charAt(key % 9)}${text.slice(at + 1)}`
    const begun = process.hrtime.bigint()
    const { meeting, problems } = parse(text)
    const file = 'meetings/k.md'
    lint({ file, meeting, text, syntax: problems, config, now, facts: new Map(), workspace: indexWorkspace([{ file, meeting }], config, now), named: false })
    if (key >= 300) times.push(Number(process.hrtime.bigint() - begun) / 1e6)
  }
  console.log(`one keystroke in a file of ${(Buffer.byteLength(text) / 1024).toFixed(1)} KB, read and judged: p50 ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms`)
}

await main()
