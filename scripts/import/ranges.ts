/**
 * Gives every quotation of the annotations its columns: `CONVOKE_CORPUS=FOLDER npx tsx scripts/import/ranges.ts [--check]`.
 * A person writes the quoted text and its line; this finds where on the line it stands and complains where it does not.
 * With `--check` nothing is written, and columns that differ are complaints too.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A quotation: `line` is 1-based or `name`, for the path; columns are 1-based UTF-16 code units, `end` behind the last. */
interface Quotation { text?: string, name?: string, title?: string, line: number | 'name', start?: number, end?: number }
interface Annotation { path: string, sha256: string, fields: Record<string, unknown> }

const HOME = fileURLToPath(new URL('../../test/corpus/annotations/', import.meta.url))
const corpus = process.env['CONVOKE_CORPUS']
if (corpus === undefined) throw new Error('CONVOKE_CORPUS names the folder of the corpus')
const check = process.argv.includes('--check')
const complaints: string[] = []

for (const list of ['dev', 'second', 'third', 'fourth', 'fifth', 'held']) {
  const file = join(HOME, `${list}.jsonl`)
  const annotations = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Annotation)
  for (const annotation of annotations) resolve(annotation, corpus)
  if (!check) writeFileSync(file, annotations.map((annotation) => `${JSON.stringify(annotation)}\n`).join(''))
}
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length === 0 ? 0 : 1

function resolve(annotation: Annotation, folder: string): void {
  const bytes = readFileSync(join(folder, annotation.path))
  if (createHash('sha256').update(bytes).digest('hex') !== annotation.sha256) complaints.push(`${annotation.path}: other bytes`)
  const lines = bytes.toString('utf8').replace(/^\uFEFF/u, '').split(/\r?\n/u)
  for (const [field, value] of Object.entries(annotation.fields)) {
    const taken = new Map<number | 'name', { start: number, end: number }[]>()
    for (const quotation of quotationsIn(value)) {
      const text = quotation.text ?? quotation.name ?? quotation.title ?? ''
      const line = quotation.line === 'name' ? annotation.path : lines[quotation.line - 1] ?? ''
      const used = taken.get(quotation.line) ?? []
      const at = place(line, text, used)
      if (at === undefined) {
        complaints.push(`${annotation.path}:${quotation.line}: ${field}: "${text}" is not there`)
        continue
      }
      const range = { start: at + 1, end: at + text.length + 1 }
      taken.set(quotation.line, [...used, range])
      if (check && (quotation.start !== range.start || quotation.end !== range.end)) {
        complaints.push(`${annotation.path}:${quotation.line}: ${field}: "${text}" stands elsewhere`)
      }
      Object.assign(quotation, range)
    }
  }
}

function quotationsIn(value: unknown): Quotation[] {
  if (Array.isArray(value)) return value.flatMap(quotationsIn)
  if (typeof value !== 'object' || value === null || !('line' in value)) return []
  return [value as Quotation, ...'also' in value ? quotationsIn(value.also) : []]
}

/** The first place that no other quotation of the field has taken, one that cuts no Latin word where there is such a one. */
function place(line: string, text: string, used: readonly { start: number, end: number }[]): number | undefined {
  let cutting: number | undefined
  if (text === '') return undefined
  for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) {
    if (used.some(({ start, end }) => at + 1 < end && at + text.length + 1 > start)) continue
    if (!cutsWord(line, at) && !cutsWord(line, at + text.length)) return at
    cutting ??= at
  }
  return cutting
}

function cutsWord(line: string, at: number): boolean {
  return /[\p{Script=Latin}\d]/u.test(line[at - 1] ?? '') && /[\p{Script=Latin}\d]/u.test(line[at] ?? '')
}
