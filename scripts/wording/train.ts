// node --import tsx scripts/wording/train.ts [--check]: learns the weights of the wording rules from data/wording.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KNOWN_BITS } from '../../src/core/wording/features.ts'
import { isAside, KINDS, LANGUAGES, readData, type Kind, type Language } from './data.ts'
import { learn } from './learn.ts'
import { crossValidate, lessonsOf, tradesOf, type Scored } from './measure.ts'

const ROOT = join(import.meta.dirname, '../..')
const TARGET = join(ROOT, 'src/core/wording/weights.generated.ts')
/** So many steps a weight has on either side of 0: finer ones change no judgement that was measured, and take more room. */
const LEVELS = 15
/** Of what is called vague, this much has to be so in trades that learning saw nothing of. */
const PRECISION = 0.97
/** In doubt silent: what leans to vague by less is not said. */
const LOWEST = 0.1
/**
 * A threshold is not set higher than this: beyond it stand only single odd sentences. English topics are doubted longest, because
 * whether a short name or a common word before "review" says enough, nothing in the words tells.
 */
const HIGHEST: Readonly<Record<Kind, number>> = { topic: 0.4, purpose: 0.2, outcome: 0.2, action: 0.3 }

// Learning sums floating point numbers, which another engine may round otherwise: so the check compares what it was learnt from.
const source = sourceHash()
if (process.argv.includes('--check')) {
  const known = existsSync(TARGET) ? readFileSync(TARGET, 'utf8') : ''
  if (!known.includes(source)) {
    process.stderr.write('src/core/wording/weights.generated.ts was learnt from other data or by other code; run npm run train\n')
    process.exitCode = 1
  }
} else train()

function train(): void {
  const { written, filled } = readData()
  const rows = written.filter((row) => !isAside(row))
  const scored = crossValidate(rows, filled, tradesOf)
  const stored = LANGUAGES.map((language) => {
    const { weights, known } = learn(language, lessonsOf(rows, filled))
    const step = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LEVELS
    const values = Int8Array.from(weights, (value) => Math.round(value / step))
    const bits = new Uint8Array(KNOWN_BITS / 8)
    for (const bit of known) bits[bit >>> 3] = bits[bit >>> 3]! | (1 << (bit & 7))
    const thresholds = Object.fromEntries(KINDS.map((kind) => [kind, thresholdOf(scored, language, kind)]))
    return `  ${language}: {\n    step: ${step},\n    thresholds: ${JSON.stringify(thresholds)},\n    values: '${base64(sparse(values))}',\n    known: '${base64(bits)}',\n  },\n`
  })
  writeFileSync(TARGET, `// Made by npm run train from data/wording. Do not edit.\n// source ${source}\nimport type { Language } from '../messages/message.ts'\nimport type { StoredWeights } from './weights.ts'\n\nexport const WEIGHTS: Readonly<Record<Language, StoredWeights>> = {\n${stored.join('')}}\n`)
  process.stdout.write(`wrote ${TARGET}\n`)
}

/** The lowest threshold that keeps the precision wanted. */
function thresholdOf(scored: readonly Scored[], language: Language, kind: Kind): number {
  const own = scored.filter(({ row }) => row.language === language && row.kind === kind)
  for (let threshold = LOWEST; threshold < HIGHEST[kind]; threshold += 0.05) {
    const called = own.filter(({ score }) => score > threshold)
    if (called.filter(({ row }) => row.vague).length >= PRECISION * called.length) return Number(threshold.toFixed(2))
  }
  return HIGHEST[kind]
}

/** The weights that are not 0, a byte each: three bits for the distance from the one before, five for the value. A byte without a value only goes on by eight. */
function sparse(values: Int8Array): Uint8Array {
  const bytes: number[] = []
  let last = -1
  values.forEach((value, at) => {
    if (value === 0) return
    for (; at - last > 8; last += 8) bytes.push(7 << 5)
    bytes.push(((at - last - 1) << 5) | (value + 16))
    last = at
  })
  return Uint8Array.from(bytes)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** A hash over the data and the code that learning depends on. */
function sourceHash(): string {
  const hash = createHash('sha256')
  const files = [
    ...readdirSync(join(ROOT, 'data/wording')).filter((name) => name.endsWith('.txt')).map((name) => `data/wording/${name}`),
    ...['data', 'learn', 'measure', 'train'].map((name) => `scripts/wording/${name}.ts`), ...['actor', 'features', 'marks', 'units']
      .map((name) => `src/core/wording/${name}.ts`), 'src/core/text/before-to.ts',
  ]
  for (const file of files.sort()) hash.update(`${file}\n${readFileSync(join(ROOT, file), 'utf8').replaceAll('\r\n', '\n')}\n`)
  return hash.digest('hex')
}
