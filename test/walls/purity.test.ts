import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { buildSync } from 'esbuild'
import { runCore } from '../support/core-run.ts'

/** In a fresh realm: nothing of the host but the language, and every door to clock, chance and the host's locale set with a trap. */
const TRAPS = `
  const trap = (name) => () => { throw new Error('the core reached for ' + name) }
  const RealDate = Date
  Date = class extends RealDate {
    constructor(...given) { if (given.length === 0) trap('the clock')(); super(...given) }
  }
  Date.now = trap('the clock')
  Math.random = trap('chance')
  for (const name of Object.getOwnPropertyNames(RealDate.prototype)) if (/^toLocale|^get(Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)$/.test(name)) RealDate.prototype[name] = trap('the host’s locale or zone')
  for (const kind of [Number, Array, BigInt]) kind.prototype.toLocaleString = trap('the host’s locale')
  for (const name of ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase']) String.prototype[name] = trap('the host’s locale')
  const RealFormat = Intl.DateTimeFormat
  Intl.DateTimeFormat = function (...given) { if (given[0] === undefined) trap('the host’s locale')(); return new RealFormat(...given) }
  Intl.DateTimeFormat.prototype = RealFormat.prototype
  Intl.DateTimeFormat.supportedLocalesOf = RealFormat.supportedLocalesOf
  delete globalThis.console
`

describe('the core’s purity', () => {
  const bundle = buildSync({
    entryPoints: ['test/support/core-run.ts'], bundle: true, write: false, format: 'iife', globalName: 'core', platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', logLevel: 'error',
  }).outputFiles[0]?.text ?? ''
  const files = Object.fromEntries(readdirSync('examples/meetings', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
    .map((name) => [`meetings/${name}`, readFileSync(join('examples/meetings', name), 'utf8')]))
  const config = readFileSync('examples/.convoke.yml', 'utf8')
  const now = Date.parse('2026-11-24T08:30:00Z')
  const call = `;core.runCore(${JSON.stringify(files)}, ${JSON.stringify(config)}, ${now})`

  it('reads, judges, plans and renders with no clock, no chance and nothing of the host', () => {
    const said = runInNewContext(`${TRAPS}${bundle}${call}`, {}) as string
    assert.ok(said.length > 20_000)
    assert.equal(said, runCore(files, config, now), 'elsewhere it says the same')
  })
  it('would be caught', () => {
    for (const reach of ['Date.now()', 'new Date()', 'Math.random()', '"a".localeCompare("b")', 'new Date(0).getHours()', '(1).toLocaleString()', 'new Intl.DateTimeFormat()']) {
      assert.throws(() => runInNewContext(`${TRAPS};${reach}`, {}), /the core reached for/, reach)
    }
    // The realm has no host at all: whatever is used of it is not there.
    for (const use of ['process.env', 'console.log(1)', 'require("fs")', 'fetch("x")', 'setTimeout(() => 0)', 'Buffer.from("x")', 'performance.now()']) assert.throws(() => runInNewContext(`${TRAPS};${use}`, {}), { name: 'ReferenceError' }, use)
  })
})
