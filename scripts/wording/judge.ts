// npm run judge: how well the wording rules judge, on sentences that they never learnt from. Ends with 1 below the recorded floor.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeWording } from '../../src/core/wording/judge.ts'
import { isAside, readData, readTable, type Row } from './data.ts'
import { crossValidate, figuresOf, partOf, precision, recall, tableOf, tradesOf, type Figures } from './measure.ts'

const { written, filled } = readData()
const learnt = written.filter((row) => !isAside(row))
const aside = written.filter(isAside)
process.stdout.write(`${written.length} sentences written (${aside.length} of them aside), ${filled.length} made of frames\n\n`)

if (!process.argv.includes('--quick')) {
  const byPart = crossValidate(learnt, filled, partOf)
  process.stdout.write(tableOf('Own sentences, cross-validated in seven parts (score above 0)', figuresOf(byPart.map(({ row, score }) => ({ row, vague: score > 0 })))) + '\n')
  const byTrade = crossValidate(learnt, filled, tradesOf)
  process.stdout.write(tableOf('Own sentences, twelve groups of trades, each judged by what was learnt from the others (score above 0)', figuresOf(byTrade.map(({ row, score }) => ({ row, vague: score > 0 })))) + '\n')
}

const own = show('Own sentences kept aside, never learnt from', aside)
const path = process.env['CONVOKE_JUDGEMENT']
if (path !== undefined && !existsSync(path)) {
  process.stderr.write(`CONVOKE_JUDGEMENT names ${path}, which is not there: it takes a table (.tsv) or a folder of tables\n`)
  process.exit(2)
}
const foreign = path === undefined ? [] : show('The table that CONVOKE_JUDGEMENT names, never learnt from', readTable(path))
if (path !== undefined) {
  const rows = readTable(path)
  for (const source of new Set(rows.map((row) => row.source))) show(`Of it: ${source}`, rows.filter((row) => row.source === source))
  if (process.argv.includes('--errors')) for (const row of rows) {
    const { vague, score } = judgeWording(row.text, row.kind)
    if (vague !== row.vague) process.stdout.write(`${score.toFixed(2)} ${row.vague ? 'vague' : 'ok'} ${row.source} ${row.language} ${row.kind} ${row.text}\n`)
  }
}

interface Floor {
  readonly precision: number
  readonly recall: number
}
const floor = JSON.parse(readFileSync(join(import.meta.dirname, 'floor.json'), 'utf8')) as Record<'aside' | 'table', Record<'en' | 'zh', Floor>>
for (const [name, figures] of [['aside', own], ['table', foreign]] as const) {
  for (const each of figures.filter(({ kind }) => kind === 'all')) {
    const least = floor[name][each.language]
    if (precision(each) >= least.precision && recall(each) >= least.recall) continue
    process.stderr.write(`${name} ${each.language}: precision ${precision(each).toFixed(3)}, recall ${recall(each).toFixed(3)}, below the floor of ${least.precision} and ${least.recall}\n`)
    process.exitCode = 1
  }
}

function show(title: string, rows: readonly Row[]): Figures[] {
  const figures = figuresOf(rows.map((row) => ({ row, vague: judgeWording(row.text, row.kind).vague })))
  process.stdout.write(tableOf(title, figures) + '\n')
  return figures
}
