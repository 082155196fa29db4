/**
 * Measures what `convoke import` finds against the annotations made by hand: `CONVOKE_CORPUS=FOLDER npm run import-figures`.
 * Prints precision and recall of each field for every list. `-- --detail [FIELD]` lists what differs, for those that may be
 * looked at only. docs/import.md holds the table.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { proposeMeeting } from '../../src/core/import/propose.ts'
import { compare, FIELDS, type Annotation, type Field, type Tally } from './compare.ts'

const HOME = fileURLToPath(new URL('../../test/corpus/annotations/', import.meta.url))
const corpus = process.env['CONVOKE_CORPUS']
if (corpus === undefined) throw new Error('CONVOKE_CORPUS names the folder of the corpus')
const at = process.argv.indexOf('--detail')
const detail = at === -1 ? undefined : process.argv[at + 1] ?? 'all'

for (const list of detail === undefined ? ['dev', 'second', 'third', 'fourth', 'fifth', 'held'] : ['dev', 'second', 'third', 'fourth', 'fifth']) {
  const totals = new Map<Field, Tally>()
  const annotations = readFileSync(join(HOME, `${list}.jsonl`), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Annotation)
  for (const annotation of annotations) {
    const bytes = readFileSync(join(corpus, annotation.path))
    if (createHash('sha256').update(bytes).digest('hex') !== annotation.sha256) throw new Error(`${annotation.path} is another file than the annotated one`)
    const text = bytes.toString('utf8')
    for (const [field, tally] of compare(annotation, proposeMeeting(text, annotation.path), text)) {
      const total = totals.get(field) ?? { right: 0, proposed: 0, found: 0, annotated: 0, wrong: [], missed: [] }
      totals.set(field, { right: total.right + tally.right, proposed: total.proposed + tally.proposed, found: total.found + tally.found, annotated: total.annotated + tally.annotated, wrong: [], missed: [] })
      if (detail === 'all' || detail === field) show(annotation.path, field, tally)
    }
  }
  print(list, annotations.length, totals)
}

function show(path: string, field: Field, { wrong, missed }: Tally): void {
  if (wrong.length + missed.length === 0) return
  console.log(`${path} ${field}`)
  for (const each of wrong) console.log(`   + ${each}`)
  for (const each of missed) console.log(`   - ${each}`)
}

function print(list: string, files: number, totals: ReadonlyMap<Field, Tally>): void {
  console.log(`\n${list} (${files} files)\n| field | precision | recall | right / proposed | found / annotated |\n|---|---|---|---|---|`)
  for (const field of FIELDS) {
    const { right, proposed, found, annotated } = totals.get(field) ?? { right: 0, proposed: 0, found: 0, annotated: 0 }
    const share = (a: number, b: number): string => (b === 0 ? '–' : (a / b).toFixed(3))
    console.log(`| ${field} | ${share(right, proposed)} | ${share(found, annotated)} | ${right} / ${proposed} | ${found} / ${annotated} |`)
  }
}
