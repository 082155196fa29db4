import assert from 'node:assert/strict'
import { check, configureGlobal, asyncProperty, array, constantFrom, oneof, record, constant, integer, option, type Arbitrary } from 'fast-check'
import type { World } from '../../src/app/forge.ts'
import { HOUR } from '../../src/core/arrangement/zone.ts'
import type { Disk } from '../../src/adapters/folder/durable.ts'
import { CONFIG, Life, meeting, memoryDisk } from '../support/process.ts'

configureGlobal({ seed: 20_261_124 })
const RUNS = Number(process.env['CONVOKE_HISTORIES'] ?? 150)

const MINUTES = '\n## Minutes\n### Attendance\n- [x] @li-lei\n- [ ] @han-meimei\n### Discussion\nx\n### Decisions\nx\n### Action items\n- [ ] @han-meimei Enter the amounts of the four channels 📅 2026-12-08\n'

/** Ways that the file may be written. */
const TEXTS: Readonly<Record<string, string | null>> = {
  asked: meeting(), moved: meeting({ start: 'start: 2026-12-03 16:30' }), earlier: meeting({ start: 'start: 2026-12-01 10:00', rsvp: '' }), draft: meeting({ more: 'status: draft' }),
  cancelled: meeting({ more: 'status: cancelled\nreason: x' }), gone: null, others: meeting({ required: 'required: [tom, wang-wei]' }), important: meeting({ more: 'importance: high' }),
  held: meeting() + MINUTES, done: meeting() + MINUTES.replace('[ ] @han-meimei Enter', '[x] @han-meimei Enter'), reworded: meeting() + MINUTES.replace('Enter the amounts', 'Enter all amounts'),
  broken: '---\nid: m\ntitle: [\n---\n', unnamed: meeting({ organizer: 'organizer: nobody' }),
}

type Step =
  | { readonly act: 'write'; readonly text: string }
  | { readonly act: 'reply'; readonly line: string }
  | { readonly act: 'issue'; readonly state: 'open' | 'closed' }
  /** `kill`: number of the write at which the run dies; it is run again at once. `together`: two runs at the same time. */
  | { readonly act: 'run'; readonly hours: number; readonly kill: number | null; readonly together: boolean }

const STEP: Arbitrary<Step> = oneof(
  { weight: 4, arbitrary: record({ act: constant('write' as const), text: constantFrom(...Object.keys(TEXTS)) }) },
  { weight: 2, arbitrary: record({ act: constant('reply' as const), line: constantFrom('han-meimei yes', 'tom no', 'wang-wei maybe', '@nobody yes', 'han-meimei delegate tom', '???') }) },
  { weight: 1, arbitrary: record({ act: constant('issue' as const), state: constantFrom('open' as const, 'closed' as const) }) },
  { weight: 8, arbitrary: record({ act: constant('run' as const), hours: constantFrom(0, 1, 5, 12, 24, 36, 72), kill: option(integer({ min: 1, max: 12 }), { nil: null }), together: constantFrom(false, false, true) }) },
)

class Killed extends Error {}

/** A disk that dies at a write, and holds every write to the guarantees. */
function watched(): ReturnType<typeof memoryDisk> & { kill: number | null } {
  const real = memoryDisk()
  const count = <T>(write: () => T): T => {
    if (disk.kill !== null && disk.kill-- <= 1) throw new Killed()
    return write()
  }
  const posts = new Set<string>()
  const disk = Object.assign({
    ...real, kill: null as number | null,
    replace: (path, content) => count(() => {
      const known = real.contents.get(path)
      if (path.includes('/mails/') && known !== undefined) assert.deepEqual(Buffer.from(content), Buffer.from(known), `a mail was repeated with other bytes: ${path}`)
      real.replace(path, content)
    }),
    create: (path, content) => count(() => {
      if (path.includes('/chat/')) {
        assert.ok(!posts.has(path), `a post was made twice: ${path}`)
        posts.add(path)
      }
      return real.create(path, content)
    }),
    remove: (path) => count(() => real.remove(path)),
  } satisfies Disk & { contents: unknown; kill: number | null }, {})
  return disk
}

/** Lets other runs in between at every call. */
function yielding(turns: number): (world: World) => World {
  const slow = <T extends object>(port: T): T => new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      return typeof member !== 'function' ? member : async (...given: unknown[]) => {
        for (let at = 0; at < turns; at++) await Promise.resolve()
        return Reflect.apply(member, target, given) as unknown
      }
    },
  })
  return (world) => ({ ...world, ledger: slow(world.ledger), issues: slow(world.issues), mail: slow(world.mail), chat: slow(world.chat) })
}

async function live(steps: readonly Step[]): Promise<void> {
  const disk = watched()
  const life = new Life(meeting(), CONFIG, disk)
  let now = Date.parse('2026-11-26T08:00:00Z')
  const at = (): string => new Date(now).toISOString()
  for (const step of steps) {
    if (step.act === 'write') life.write(TEXTS[step.text] ?? null)
    else if (step.act === 'reply') life.reply(step.line)
    else if (step.act === 'issue') life.setIssue('the amounts', step.state)
    else {
      now += step.hours * HOUR
      disk.kill = step.kill
      try {
        const runs = step.together ? [life.run(at(), yielding(3)), life.run(at(), yielding(5))] : [life.run(at())]
        // One may die while the other goes on.
        for (const each of await Promise.allSettled(runs)) if (each.status === 'rejected' && !(each.reason instanceof Killed)) throw each.reason
      } finally {
        disk.kill = null
      }
      await settle(life, at())
      invariants(life)
    }
  }
}

/** Runs until nothing is left; that takes two runs at most, and `at` asks for an empty plan after the last. */
async function settle(life: Life, now: string): Promise<void> {
  await life.run(now)
  await life.at(now)
}

function invariants({ disk: { contents } }: Life): void {
  const keys: string[] = []
  const sequences = new Map<string, number[]>()
  const uids = new Set<string>()
  for (const [path, content] of contents) {
    const text = typeof content === 'string' ? content : Buffer.from(content).toString('utf8')
    if (path.startsWith('/forge/issues/') && path.endsWith('.md')) keys.push(...[...text.matchAll(/<!-- convoke key=(\S+) -->/g)].map((match) => match[1] ?? ''))
    if (!path.startsWith('/forge/mails/')) {
      if (!path.startsWith('/forge/replies/')) assert.doesNotMatch(text, /example\.org|5555/, `an address stands in ${path}`)
      continue
    }
    const calendar = /\r\nContent-Type: text\/calendar[^]*?\r\n\r\n([^]*?)\r\n--/.exec(text)?.[1]
    if (calendar === undefined) continue
    const plain = /^[A-Za-z\d+/=\r\n]+$/.test(calendar) ? Buffer.from(calendar, 'base64').toString('utf8') : calendar
    uids.add(/^UID:(.*)$/m.exec(plain)?.[1]?.trim() ?? '')
    const revision = Number(/\.(\d+)\.(?:mail|call-sheet)\./.exec(path)?.[1])
    sequences.set(path.replace(/^.*\.mail\.([\w-]+)\..*$/, '$1'), [...sequences.get(path.replace(/^.*\.mail\.([\w-]+)\..*$/, '$1')) ?? [], revision * 1000 + Number(/^SEQUENCE:(\d+)/m.exec(plain)?.[1] ?? 0)])
  }
  assert.equal(new Set(keys.filter((key) => !key.includes('/change/'))).size, keys.filter((key) => !key.includes('/change/')).length, `something stands twice: ${keys.join(' ')}`)
  assert.ok(uids.size <= 1, 'the meeting has two UIDs')
  for (const [person, list] of sequences) {
    const sorted = [...list].sort((a, b) => a - b).map((each) => each % 1000)
    assert.deepEqual(sorted, [...sorted].sort((a, b) => a - b), `SEQUENCE falls for ${person}`)
  }
}

describe('random histories on the forge in a folder', function () {
  this.timeout(600_000)

  it('keep every guarantee: edits, replies, dropped and late runs, runs that die anywhere, two runs at once', async () => {
    const { failed, counterexample, errorInstance } = await check(asyncProperty(array(STEP, { minLength: 1, maxLength: 14 }), live), { numRuns: RUNS })
    if (failed) assert.fail(`the smallest history that fails:\n${JSON.stringify(counterexample?.[0], undefined, 1)}\n${String((errorInstance as Error | null)?.stack)}`)
  })
})
