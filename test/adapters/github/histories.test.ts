import assert from 'node:assert/strict'
import { array, asyncProperty, check, constant, constantFrom, configureGlobal, integer, oneof, option, record, type Arbitrary } from 'fast-check'
import { HOUR } from '../../../src/core/arrangement/zone.ts'
import { BOT, GitHubLife } from '../../support/github/life.ts'
import type { Fault } from '../../support/github/server.ts'
import { CONFIG, meeting } from '../../support/process.ts'

configureGlobal({ seed: 20_261_125 })
const RUNS = Number(process.env['CONVOKE_HISTORIES'] ?? 60)

const MINUTES = '\n## Minutes\n### Attendance\n- [x] @li-lei\n- [ ] @han-meimei\n### Discussion\nx\n### Decisions\nx\n### Action items\n- [ ] @han-meimei Enter the amounts of the four channels 📅 2026-12-08\n'
const TEXTS: Readonly<Record<string, string | null>> = {
  asked: meeting(), moved: meeting({ start: 'start: 2026-12-03 16:30' }), draft: meeting({ more: 'status: draft' }), cancelled: meeting({ more: 'status: cancelled\nreason: x' }), gone: null,
  others: meeting({ required: 'required: [tom, wang-wei]' }), held: meeting() + MINUTES, done: meeting() + MINUTES.replace('[ ] @han-meimei Enter', '[x] @han-meimei Enter'), broken: '---\nid: m\ntitle: [\n---\n',
}

const FAULTS: Readonly<Record<string, Fault>> = {
  forbidden: { kind: 'refuse', status: 403 }, limited: { kind: 'refuse', status: 403, headers: { 'retry-after': '3600' } }, hasty: { kind: 'refuse', status: 429, headers: { 'retry-after': '3600' } },
  invalid: { kind: 'refuse', status: 422 }, broken: { kind: 'refuse', status: 502 }, lost: { kind: 'break', when: 'before' }, unanswered: { kind: 'break', when: 'after' },
}

type Step =
  | { readonly act: 'write'; readonly text: string }
  | { readonly act: 'rename' }
  | { readonly act: 'say'; readonly by: string; readonly words: string }
  | { readonly act: 'close' }
  | { readonly act: 'forge' }
  | { readonly act: 'delete' }
  | { readonly act: 'run'; readonly hours: number; readonly fault: string; readonly call: number | null; readonly stale: boolean; readonly together: boolean }

const STEP: Arbitrary<Step> = oneof(
  { weight: 4, arbitrary: record({ act: constant('write' as const), text: constantFrom(...Object.keys(TEXTS)) }) },
  { weight: 1, arbitrary: record({ act: constant('rename' as const) }) },
  { weight: 2, arbitrary: record({ act: constant('say' as const), by: constantFrom('hanmeimei', 'lilei', 'stranger', BOT), words: constantFrom('/yes', '/no', '/no @tom', '/delegate @wang-wei', 'maybe', '👍', '/yes @nobody') }) },
  { weight: 1, arbitrary: record({ act: constant('close' as const) }) },
  { weight: 1, arbitrary: record({ act: constantFrom('forge' as const, 'delete' as const) }) },
  { weight: 8, arbitrary: record({
    act: constant('run' as const), hours: constantFrom(0, 1, 5, 12, 24, 36, 72), fault: constantFrom(...Object.keys(FAULTS)), call: option(integer({ min: 1, max: 25 }), { nil: null }), stale: constantFrom(false, false, true),
    together: constantFrom(false, false, true),
  }) },
)

async function live(life: GitHubLife, steps: readonly Step[]): Promise<void> {
  const { hub } = life
  let now = Date.parse('2026-11-26T08:00:00Z')
  let file = 'meetings/m.md'
  let text: string | null = meeting()
  life.write(file, text)
  for (const step of steps) {
    const own = hub.state.issues.filter((each) => each.login === BOT)
    if (step.act === 'write') life.write(file, text = TEXTS[step.text] ?? null)
    else if (step.act === 'rename') {
      life.write(file, null)
      file = file === 'meetings/m.md' ? 'meetings/renamed.md' : 'meetings/m.md'
      if (text !== null) life.write(file, text)
    } else if (step.act === 'say') own.slice(0, 1).forEach((each) => void hub.state.say(each.number, step.by, step.words))
    else if (step.act === 'close') {
      for (const each of own.slice(1)) Object.assign(each, { state: 'closed', updated: hub.now })
    } else if (step.act === 'forge') {
      const { state } = hub
      state.issues.push({ id: state.nextId(), number: state.nextNumber(), title: 'x', body: own[0]?.body ?? '<!-- convoke key=m/-/invitation/1/issue -->', login: 'mallory', state: 'open', labels: [], assignees: [], created: hub.now, updated: hub.now })
    } else if (step.act === 'delete') {
      // A person takes a comment of the tool away: nothing comes back because of it.
      const at = hub.state.comments.findIndex((each) => each.login === BOT)
      if (at !== -1) hub.state.comments.splice(at, 1)
    } else {
      now += step.hours * HOUR
      hub.now = Math.max(hub.now, now)
      const first = hub.calls.length
      hub.fault = ({ number }) => (number - first === step.call ? FAULTS[step.fault] : undefined)
      hub.stale = step.stale
      const at = new Date(now).toISOString()
      const runs = step.together ? [life.apply(at), life.apply(at)] : [life.apply(at)]
      // A fault ends a run early, with a word; the next one goes on.
      for (const each of await Promise.allSettled(runs)) if (each.status === 'rejected' && (each.reason as Error).constructor.name !== 'DeliveryError') throw each.reason
      hub.fault = () => undefined
      hub.stale = false
      await life.apply(at)
      await life.apply(at)
      const { plan } = await life.plan(at)
      assert.deepEqual(plan.effects.map((each) => each.key), [], 'a run after two runs has nothing to do')
      invariants(life)
    }
  }
}

function invariants({ hub }: GitHubLife): void {
  const own = hub.state.issues.filter((each) => each.login === BOT)
  const keys = own.map((each) => /convoke key=(\S+)/.exec(each.body)?.[1] ?? '')
  const open = own.filter((each, at) => keys.indexOf(keys[at] ?? '') !== at && each.state === 'open')
  assert.deepEqual(open.map((each) => each.number), [], `two open issues for one key: ${keys.join(' ')}`)
  const comments = hub.state.comments.filter((each) => each.login === BOT).map((each) => `${each.issue} ${/convoke key=(\S+)/.exec(each.body)?.[1] ?? each.body}`)
  assert.equal(new Set(comments).size, comments.length, `something is said twice: ${comments.join('\n')}`)
  for (const { body, title } of own) assert.doesNotMatch(body + title, /example\.org|5555/)
}

describe('random histories on GitHub', function () {
  this.timeout(3_600_000)

  it('keep every guarantee: edits, renames, answers, forged and deleted markers, faults of every kind, stale lists, two runs at once', async () => {
    const { failed, counterexample, errorInstance } = await check(asyncProperty(array(STEP, { minLength: 1, maxLength: 12 }), async (steps) => {
      const life = new GitHubLife(CONFIG)
      life.hub.isChecked = false
      await life.start()
      try {
        await live(life, steps)
      } finally {
        await life.stop()
      }
    }), { numRuns: RUNS })
    if (failed) assert.fail(`the smallest history that fails:\n${JSON.stringify(counterexample?.[0], undefined, 1)}\n${String((errorInstance as Error | null)?.stack)}`)
  })
})
