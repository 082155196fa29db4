import assert from 'node:assert/strict'
import { array, asyncProperty, check, constant, constantFrom, integer, oneof, option, record, type Arbitrary } from 'fast-check'
import { HOUR } from '../../../src/core/arrangement/zone.ts'
import { parseConfig } from '../../../src/core/config/parse.ts'
import { BOT } from '../../support/github/life.ts'
import { MemoryLife, type Reception } from '../../support/github/memory-life.ts'
import type { Fault } from '../../support/github/server.ts'
import { ledgerText } from '../../support/github/state.ts'
import { CONFIG, decode, meeting } from '../../support/process.ts'

/** Other histories are tried with another seed; the seed is the same where nothing is said, so that what fails once fails again. */
const SEED = Number(process.env['CONVOKE_SEED'] ?? 20_261_125)
const RUNS = Number(process.env['CONVOKE_HISTORIES'] ?? 100)
/** A history mostly waits for the client's timers, so several are lived through at once. */
const AT_ONCE = 8

const MINUTES = '\n## Minutes\n### Attendance\n- [x] @li-lei\n- [ ] @han-meimei\n### Discussion\nx\n### Decisions\nx\n### Action items\n- [ ] @han-meimei Enter the amounts of the four channels 📅 2026-12-08\n'
const TEXTS: Readonly<Record<string, string | null>> = {
  asked: meeting(), moved: meeting({ start: 'start: 2026-12-03 16:30' }), draft: meeting({ more: 'status: draft' }), cancelled: meeting({ more: 'status: cancelled\nreason: x' }), gone: null,
  others: meeting({ required: 'required: [tom, wang-wei]' }), held: meeting() + MINUTES, done: meeting() + MINUTES.replace('[ ] @han-meimei Enter', '[x] @han-meimei Enter'), important: meeting({ more: 'importance: high' }), broken: '---\nid: m\ntitle: [\n---\n',
}

const FAULTS: Readonly<Record<string, Fault>> = {
  forbidden: { kind: 'refuse', status: 403 }, limited: { kind: 'refuse', status: 403, headers: { 'retry-after': '3600' } }, hasty: { kind: 'refuse', status: 429, headers: { 'retry-after': '3600' } },
  invalid: { kind: 'refuse', status: 422 }, broken: { kind: 'refuse', status: 502 }, lost: { kind: 'break', when: 'before' }, unanswered: { kind: 'break', when: 'after' },
}

type Step =
  | { readonly act: 'write'; readonly text: string }
  | { readonly act: 'rename' | 'close' | 'reopen' | 'forge' | 'delete' | 'unmark' | 'note' | 'merge' }
  | { readonly act: 'say'; readonly by: string; readonly words: string }
  | {
    readonly act: 'run'
    readonly hours: number
    readonly fault: string
    /** Number of the call that goes wrong. */
    readonly call: number | null
    readonly stale: boolean
    readonly reception: Reception
    /** Looks at everything, as a dispatch does. */
    readonly sweeps: boolean
    /** A second run at the same time, and how long each of its calls takes. */
    readonly beside: readonly number[] | null
  }

const STEP: Arbitrary<Step> = oneof(
  { weight: 4, arbitrary: record({ act: constant('write' as const), text: constantFrom(...Object.keys(TEXTS)) }) },
  { weight: 3, arbitrary: record({ act: constantFrom('rename', 'close', 'reopen', 'forge', 'delete', 'unmark', 'note', 'merge' as const) }) },
  { weight: 2, arbitrary: record({
    act: constant('say' as const), by: constantFrom('hanmeimei', 'lilei', 'stranger', BOT),
    words: constantFrom('/yes', '/no', '/no @tom', '/yes @han-meimei', '/delegate @wang-wei', 'maybe', '👍', '/yes @nobody', '/late 10', '/extend 15 the vote', '/backup', '/cancel no money', '/reschedule 2026-12-04 15:00'),
  }) },
  { weight: 8, arbitrary: record({
    act: constant('run' as const), hours: constantFrom(0, 1, 5, 12, 24, 36, 72), fault: constantFrom(...Object.keys(FAULTS)), call: option(integer({ min: 1, max: 25 }), { nil: null }), stale: constantFrom(false, false, true),
    reception: constantFrom<Reception>('taken', 'taken', 'taken', 'refused', 'no-mail', 'put-off', 'unanswered'), sweeps: constantFrom(false, false, true),
    beside: option(array(integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }), { nil: null, freq: 2 }),
  }) },
)

const WORDS = 'Bring your badge.'

async function live(life: MemoryLife, steps: readonly Step[]): Promise<void> {
  const { hub } = life
  const { state } = hub
  let now = Date.parse('2026-11-26T08:00:00Z')
  let file = 'meetings/m.md'
  let text: string | null = meeting()
  const noted = new Set<number>()
  life.write(file, text)
  for (const step of steps) {
    const own = state.issues.filter((each) => each.login === BOT)
    const [first] = own
    switch (step.act) {
      case 'write':
        life.write(file, text = TEXTS[step.text] ?? null)
        break
      case 'rename':
        text = life.files.get(file) ?? null
        life.write(file, null)
        file = file === 'meetings/m.md' ? 'meetings/renamed.md' : 'meetings/m.md'
        if (text !== null) life.write(file, text)
        break
      case 'say':
        if (first !== undefined) state.say(first.number, step.by, step.words)
        break
      case 'close':
      case 'reopen':
        for (const each of own.slice(1)) Object.assign(each, { state: step.act === 'close' ? 'closed' : 'open', updated: hub.now })
        break
      case 'forge':
        state.issues.push({ id: state.nextId(), number: state.nextNumber(), title: 'x', body: first?.body ?? '<!-- convoke key=m/-/invitation/1/issue -->', login: 'mallory', state: 'open', labels: [], assignees: [], created: hub.now, updated: hub.now })
        break
      case 'delete': {
        // A person takes a comment of the tool away: nothing comes back because of it.
        const at = state.comments.findIndex((each) => each.login === BOT)
        if (at !== -1) state.comments.splice(at, 1)
        break
      }
      case 'unmark':
        if (first !== undefined) Object.assign(first, { body: first.body.replace(/<!--[^>]*-->\n?/g, ''), updated: hub.now })
        break
      case 'note':
        if (first !== undefined && !noted.has(first.number)) Object.assign(first, { body: `${WORDS}\n\n${first.body}`, updated: hub.now })
        if (first !== undefined) noted.add(first.number)
        break
      case 'merge': {
        const pull = state.pulls.find((each) => each.state === 'open')
        // A branch that changed under the proposal cannot be merged; a person would have to mend it.
        if (pull !== undefined && state.branches.get(pull.head)?.has(file) === true) life.merge(pull.number)
        break
      }
      case 'run':
        now += step.hours * HOUR
        await run(life, step, now)
    }
  }
  for (const number of noted) assert.ok(state.issue(number)?.body.includes(WORDS), 'what a person wrote is gone')
}

async function run(life: MemoryLife, { fault, call, stale, reception, sweeps, beside }: Extract<Step, { act: 'run' }>, now: number): Promise<void> {
  const { hub } = life
  hub.now = Math.max(hub.now, now)
  const first = hub.calls.length
  hub.fault = ({ number }) => (number - first === call ? FAULTS[fault] : undefined)
  hub.stale = stale
  life.reception = reception
  const scope = sweeps ? 'all' : 'due'
  const runs = beside === null ? [life.apply(now, scope)] : [life.apply(now, scope, [1]), life.apply(now, 'due', beside)]
  // A fault ends a run early, with a word; the next one goes on.
  for (const each of await Promise.allSettled(runs)) if (each.status === 'rejected' && (each.reason as Error).constructor.name !== 'DeliveryError') throw each.reason
  hub.fault = () => undefined
  hub.stale = false
  life.reception = 'taken'
  await life.apply(now, 'due')
  await life.apply(now, 'due')
  const { plan } = await life.plan(now)
  assert.deepEqual(plan.effects.map((each) => each.key), [], 'a run after two runs has nothing to do')
  invariants(life)
}

function invariants({ hub: { state }, mails }: MemoryLife): void {
  const own = state.issues.filter((each) => each.login === BOT)
  const keys = own.map((each) => /convoke key=(\S+)/.exec(each.body)?.[1] ?? `unmarked ${each.number}`)
  const open = own.filter((each, at) => keys.indexOf(keys[at] ?? '') !== at && each.state === 'open')
  assert.deepEqual(open.map((each) => each.number), [], `two open issues for one key: ${keys.join(' ')}`)
  assert.ok(own.filter((each) => each.parent === undefined && each.state === 'open' && !each.labels.includes('action item')).length <= 1, 'two open invitations of one meeting')
  // What the history itself says under the tool's name has no marker.
  const comments = state.comments.filter((each) => each.login === BOT && each.body.includes('<!-- convoke key=')).map((each) => `${each.issue} ${/convoke key=(\S+)/.exec(each.body)?.[1] ?? each.body}`)
  assert.equal(new Set(comments).size, comments.length, `something is said twice: ${comments.join('\n')}`)
  const heads = state.pulls.filter((each) => each.state === 'open').map((each) => each.head)
  assert.equal(new Set(heads).size, heads.length, `a change is proposed twice: ${heads.join(' ')}`)
  const said = [...own.map((each) => each.body + each.title), ...state.comments.map((each) => each.body), ...[...state.branches.get('convoke-ledger')?.values() ?? []].map(ledgerText)]
  for (const each of said) assert.doesNotMatch(each, /example\.org|5555/)
  entries(mails)
}

/** One UID, and a SEQUENCE that never falls for anybody. */
function entries(mails: MemoryLife['mails']): void {
  const uids = new Set<string>()
  const last = new Map<string, number>()
  for (const [key, mail] of mails) {
    const calendar = /BEGIN:VCALENDAR[^]*?END:VCALENDAR/.exec(decode(mail.toString('latin1')))?.[0]
    if (calendar === undefined) continue
    uids.add(/^UID:(.*)$/m.exec(calendar)?.[1]?.trim() ?? '')
    const person = /\/mail:(.+)$/.exec(key)?.[1] ?? ''
    const sequence = Number(/^SEQUENCE:(\d+)/m.exec(calendar)?.[1] ?? 0)
    assert.ok(sequence >= (last.get(person) ?? 0), `SEQUENCE falls for ${person}`)
    last.set(person, sequence)
  }
  assert.ok(uids.size <= 1, `the meeting has ${uids.size} UIDs`)
}

describe('random histories on GitHub', function () {
  this.timeout(24 * 3_600_000)

  it('keep every guarantee: edits, renames, answers, commands, forged and deleted markers, faults of every kind, stale lists, receivers that refuse, two runs at once', async () => {
    const { config } = parseConfig(CONFIG)
    const property = asyncProperty(array(STEP, { minLength: 1, maxLength: 12 }), async (steps) => live(new MemoryLife(config), steps))
    // Each batch goes on when another has failed: a long night's run tells of all that it met.
    const lived = await Promise.all(Array.from({ length: AT_ONCE }, async (_, at) => {
      const seed = SEED + at
      const { failed, counterexample, counterexamplePath, errorInstance, numRuns } = await check(property, { numRuns: Math.ceil(RUNS / AT_ONCE), seed })
      const fault = failed ? `the smallest history that fails (seed ${seed}, path ${counterexamplePath}):\n${JSON.stringify(counterexample?.[0], undefined, 1)}\n${String((errorInstance as Error | null)?.stack)}\n` : ''
      process.stdout.write(fault)
      return { numRuns, fault }
    }))
    process.stdout.write(`      lived through ${lived.reduce((sum, each) => sum + each.numRuns, 0)} histories, seed ${SEED}\n`)
    assert.equal(lived.map((each) => each.fault).join(''), '')
  })
})
