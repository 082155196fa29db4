/**
 * Draws the files that are annotated by hand: `CONVOKE_CORPUS=FOLDER npx tsx scripts/import/choose.ts`. Writes dev.txt,
 * second.txt, third.txt, fourth.txt, fifth.txt and held.txt beside the annotations. The draws depend on nothing but the seeds and the names and
 * sizes of the corpus' files.
 */
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SEED = 4
const PER_HALF = 64
/** Lists drawn later, each from the files in none before it; they stand in the order of their draw. */
const LATER = [{ name: 'third.txt', seed: 11 }, { name: 'fourth.txt', seed: 23 }, { name: 'fifth.txt', seed: 31 }, { name: 'held.txt', seed: 47 }] as const
const PER_LATER = 60
const LATER_CHINESE = 20
const LARGEST = 25_600
const HOME = fileURLToPath(new URL('../../test/corpus/annotations/', import.meta.url))

/** Repositories whose meetings are held in Chinese give eight files each, so that this language has enough to measure by. */
const CHINESE = ['EdgeGallery+community', 'Open-Source-Bazaar+oss-project-committee-weekly', 'PaddlePaddle+community',
  'cloudwego+community', 'openharmony+community']
const CHINESE_SHARE = 8

/** Drawn files that are no meeting's agenda or minutes; the next one of the draw takes their place. */
const NO_MEETING = new Set([
  'EdgeGallery+community/Security WG__Meetings__01-09-2020 Meeting Materials__developer 3rd party.md',
  'Open-Source-Bazaar+oss-project-committee-weekly/document__项目委员会__治理过程__项目委员会 2024 年度总结.md',
  'Open-Source-Bazaar+oss-project-committee-weekly/document__项目委员会__治理过程__项目委员会会议纪要列表.md',
  'Open-Source-Bazaar+oss-project-committee-weekly/document__项目委员会__治理过程__🏃项目委员会待填坑.md',
])
/** The same for the later lists; apart, for one file fewer in the first draw would change all of it. */
const LATER_NO_MEETING = new Set([
  'Open-Source-Bazaar+oss-project-committee-weekly/20230514.md',
])
/** Reports, charters and letters of groups that have ended; none is of a meeting. */
const NO_MEETINGS = 'kubernetes+community/archive__'

const corpus = process.env['CONVOKE_CORPUS']
if (corpus === undefined) throw new Error('CONVOKE_CORPUS names the folder of the corpus')

const repositories = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  .map((entry) => entry.name).sort(byCodeUnit)
let random = generator(SEED)
const halves: [string[], string[]] = [[], []]
const drawn = repositories.map((repository) => ({ repository, files: shuffled(filesOf(corpus, repository)) }))

take((repository) => CHINESE.includes(repository), CHINESE.length * CHINESE_SHARE)
take((repository) => !CHINESE.includes(repository), 2 * PER_HALF - CHINESE.length * CHINESE_SHARE)
for (const [index, name] of ['dev.txt', 'second.txt'].entries()) {
  writeFileSync(join(HOME, name), `${(halves[index] ?? []).sort(byCodeUnit).join('\n')}\n`)
}

const known = new Set(halves.flat())
for (const { name, seed } of LATER) {
  random = generator(seed)
  const rest = repositories.map((repository) => ({ repository, files: shuffled(filesOf(corpus, repository))
    .filter((path) => !known.has(path) && !LATER_NO_MEETING.has(path)) }))
  const chinese = inTurn(rest.filter(({ repository }) => CHINESE.includes(repository)), LATER_CHINESE)
  const others = inTurn(rest.filter(({ repository }) => !CHINESE.includes(repository)), PER_LATER - LATER_CHINESE)
  // Two to one, so that a list that is cut short keeps the proportion.
  const list = chinese.flatMap((path, index) => [...others.slice(2 * index, 2 * index + 2), path])
  for (const path of list) known.add(path)
  writeFileSync(join(HOME, name), `${list.join('\n')}\n`)
}

/** The first `count` files, one from each repository in turn. */
function inTurn(from: readonly { files: readonly string[] }[], count: number): string[] {
  const longest = Math.max(...from.map(({ files }) => files.length))
  return Array.from({ length: longest }, (_, round) => from.flatMap(({ files }) => files.slice(round, round + 1))).flat().slice(0, count)
}

/** Takes `count` files from the repositories that pass, one from each in turn, for the two halves alternately. */
function take(passes: (repository: string) => boolean, count: number): void {
  const from = drawn.filter(({ repository }) => passes(repository))
  let left = count
  for (let round = 0; left > 0 && round < count; round++) {
    for (const [index, { files }] of from.entries()) {
      const file = left > 0 ? files[round] : undefined
      if (file === undefined) continue
      // An odd number of repositories must not put every round of one of them into the same half.
      halves[(round + index) % 2 === 0 ? 0 : 1].push(file)
      left--
    }
  }
}

function filesOf(folder: string, repository: string): string[] {
  const paths = readdirSync(join(folder, repository)).filter((name) => name.endsWith('.md')).map((name) => `${repository}/${name}`)
  return paths.filter((path) => !NO_MEETING.has(path) && !path.startsWith(NO_MEETINGS))
    .filter((path) => statSync(join(folder, path)).size <= LARGEST).sort(byCodeUnit)
}

function shuffled(paths: string[]): string[] {
  return paths.map((path) => ({ path, key: random() })).sort((a, b) => a.key - b.key).map(({ path }) => path)
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Mulberry32: numbers in [0, 1), the same on every machine. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
