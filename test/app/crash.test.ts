import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { forgeFiles } from '../support/moments.ts'
import { CONFIG, STORY } from './scenario.ts'

/*
 * DELIVERY's guarantees, with real processes that are really killed: the story runs through every step, and is killed at every
 * single write of the forge, then run again from the beginning of the same moment.
 */
describe('a run that dies anywhere', function () {
  this.timeout(600_000)
  const folder = mkdtempSync(join(tmpdir(), 'convoke-crash-'))
  const child = join(folder, 'child.mjs')
  after(() => rmSync(folder, { recursive: true, force: true }))

  let scenarios = 0
  const run = (into: string, moments: readonly unknown[], killAt = 0, when = 'before'): Promise<{ killed: boolean; writes: number }> => {
    const scenario = join(folder, `scenario-${scenarios++}.json`)
    writeFileSync(scenario, JSON.stringify({ config: CONFIG, moments }))
    return new Promise((end, fail) => {
      const process_ = spawn(process.execPath, [child, scenario, into, String(killAt), when], { stdio: ['ignore', 'pipe', 'pipe'] })
      let [out, note] = ['', '']
      process_.stdout.on('data', (chunk: Buffer) => { out += chunk.toString() })
      process_.stderr.on('data', (chunk: Buffer) => { note += chunk.toString() })
      process_.on('close', (status, signal) => {
        if (signal === 'SIGKILL' || status === 0) end({ killed: signal === 'SIGKILL', writes: Number(out) })
        else fail(new Error(note))
      })
    })
  }

  before(() => {
    buildSync({
      entryPoints: [resolve('test/support/crash-child.ts')], outfile: child, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'error',
      banner: { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" },
    })
  })

  it('ends, run again, as if nothing had happened: objects once, mails the same to the byte, no post twice, no gap unnamed', async () => {
    let points = 0
    let base = join(folder, 'empty')
    mkdirSync(base)
    for (const [at, moment] of STORY.entries()) {
      const whole = join(folder, `whole-${at}`)
      cpSync(base, whole, { recursive: true })
      const { writes } = await run(whole, [moment])
      const expected = forgeFiles(whole)
      // A run touches the outside by its writes only: to die before one leaves the same as to die after the one before it.
      const kills = Array.from({ length: writes + 1 }, (_, write) => (write === 0 ? { write: 1, when: 'before' } : { write, when: 'after' })).slice(0, writes === 0 ? 0 : undefined)
      const from = base
      await inParallel(kills, async ({ write, when }) => {
        const broken = join(folder, `broken-${at}-${when}-${write}`)
        cpSync(from, broken, { recursive: true })
        assert.ok((await run(broken, [moment], write, when)).killed, `write ${write} of moment ${at} was not reached`)
        const left = forgeFiles(broken)
        await run(broken, [moment])
        verify(expected, left, forgeFiles(broken), `moment ${at} (${moment.now}), killed ${when} write ${write}`)
        rmSync(broken, { recursive: true, force: true })
        points++
      })
      base = whole
    }
    assert.ok(points > 100, `only ${points} points were tried`)
    process.stdout.write(`      killed at ${points} points\n`)
  })
})

/** As many at a time as there are processors. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }))
}

function verify(expected: Map<string, string>, left: Map<string, string>, found: Map<string, string>, where: string): void {
  const gaps = [...found].filter(([, text]) => text.includes('/gap@')).map(([, text]) => text).join('\n')
  for (const [file, text] of left) {
    // What lay there when the run died is still there: a mail to the byte, a post untouched, an issue never opened twice.
    if (file.startsWith('mails/') || file.startsWith('chat/')) assert.equal(found.get(file), text, `${where}: ${file} is another one`)
    else assert.ok(found.has(file), `${where}: ${file} is gone`)
  }
  for (const [file, text] of expected) {
    if (file.startsWith('chat/') && !found.has(file)) {
      const key = (JSON.parse(text) as { key: string }).key
      const [, , step = '', , recipient = ''] = key.split('/')
      assert.ok(gaps.includes(`gap@${step.replace('@', '-')}-${recipient}`), `${where}: the post ${key} is missing and no gap names it`)
    } else if (file.startsWith('chat/')) assert.equal(found.get(file), text, `${where}: ${file}`)
    else if (file.startsWith('mails/')) assert.equal(found.get(file), text, `${where}: ${file} is missing or another one`)
    else assert.ok(found.has(file), `${where}: ${file} is missing`)
  }
  const extra = [...found.keys()].filter((file) => !expected.has(file))
  // Beyond the undisturbed end there may be only what stands in for a post that may not have arrived.
  for (const file of extra) assert.ok(gaps !== '' && /instead|call-sheet/.test(file), `${where}: ${file} should not be there`)
  const issues = (files: Map<string, string>): string[] => [...files.keys()].filter((file) => file.startsWith('issues/')).sort()
  assert.deepEqual(issues(found), issues(expected), where)
  for (const file of issues(expected)) {
    const markers = [...(found.get(file) ?? '').matchAll(/<!-- convoke key=(\S+) -->/g)].map((match) => match[1] ?? '')
    assert.equal(new Set(markers).size, markers.length, `${where}: ${file} says something twice`)
    const wanted = [...(expected.get(file) ?? '').matchAll(/<!-- convoke key=(\S+) -->/g)].map((match) => match[1] ?? '')
    assert.deepEqual(markers.filter((key) => !key.includes('/gap@')).sort(), wanted.sort(), `${where}: ${file}`)
  }
}
