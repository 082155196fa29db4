import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { CONFIG as STORY_CONFIG, SERIES_STORY, STORY } from '../app/scenario.ts'
import { ActionRepository } from '../support/github/action.ts'
import { BOT } from '../support/github/life.ts'
import { Outside } from '../support/github/outside.ts'
import { State } from '../support/github/state.ts'
import { GitHubStandIn } from '../support/github/server.ts'
import type { Moment } from '../support/moments.ts'

const CONFIG = STORY_CONFIG.replace('{ secret: HOOK }', '{ secret: HOOK, sign: SIGN }')
/** Every point with CONVOKE_KILLS=all; a few, another kind of call each time, otherwise. */
const EVERY = process.env['CONVOKE_KILLS'] === 'all' ? 1 : 29

/** The scenario: the story, with commands on the invitation, and a run more that writes numbers of action items back; then a meeting of a series, whose open item is carried on. */
const SCENARIO = [...STORY, ...SERIES_STORY].flatMap((moment): (Moment & { readonly said?: readonly (readonly [login: string, words: string])[] })[] => {
  if (moment.now === '2026-12-03T05:30:00Z') return [{ ...moment, said: [['lilei', '/推迟开始 10 投影仪还没有接好'], ['lilei', '/reschedule 2026-12-04 15:00']] }]
  return moment.files?.['meetings/budget.md']?.includes('会议纪要') === true ? [moment, { now: '2026-12-03T10:50:00Z' }] : [moment]
})

/** What a run left behind outside. */
interface Left {
  readonly state: State
  /** Mails by Message-ID, each with the different bytes that came under it. */
  readonly mails: ReadonlyMap<string, ReadonlySet<string>>
  readonly posts: readonly string[]
}

/** A moment in which a run dies: at its call of that number, before it is carried out, or after and before its answer. */
interface Death {
  readonly call: number
  readonly when: 'before' | 'after'
}

/*
 * DELIVERY's guarantees on GitHub: the bundled Action, run by Node 24 as a process, is killed with SIGKILL at every one of its calls
 * outside, reads, mails and posts included: before the call is carried out, and after that and before its answer. Then it is run again.
 */
describe('the Action, killed anywhere', function () {
  this.timeout(4 * 3_600_000)
  const repository = new ActionRepository()
  const places: Outside[] = []

  before(async () => {
    await repository.start()
    for (let at = 0; at < availableParallelism(); at++) {
      const outside = new Outside()
      await outside.start()
      places.push(outside)
    }
  })
  after(async () => {
    await repository.stop()
    for (const each of places) await each.stop()
  })

  /** One run from a state on, to its end or to its death. */
  async function run(from: State, now: string, outside: Outside, death?: Death, before?: Left): Promise<Left & { readonly calls: readonly string[]; readonly status: number | null; readonly log: string }> {
    const hub = new GitHubStandIn()
    hub.now = Math.max(Date.parse(now), ...from.issues.map((each) => each.updated + 1000), ...from.comments.map((each) => each.updated + 1000))
    hub.state.copy(from)
    const url = await hub.start()
    const [mails, posts] = [outside.mail.taken.length, outside.chat.seen.length]
    const calls: string[] = []
    let kill = (): void => undefined
    const dies = (when: Death['when']): boolean => {
      const isNow = calls.length === death?.call && when === death.when
      if (isNow) kill()
      return isNow
    }
    const offered = (call: string) => (): boolean => {
      calls.push(call)
      return dies('before')
    }
    hub.fault = ({ method, path }) => {
      calls.push(`${method} ${path}`)
      return dies('before') ? { kind: 'break', when: 'before' } : dies('after') ? { kind: 'break', when: 'after' } : undefined
    }
    Object.assign(outside.mail, { onOffered: offered('mail'), onTaken: () => void dies('after') })
    Object.assign(outside.chat, { onOffered: offered('post'), onSeen: () => void dies('after') })
    const { status, log } = await repository.run({ event: 'schedule', now, inputs: { 'pull-requests': 'true' }, env: { ...outside.env(), GITHUB_API_URL: url }, onStart: (stop) => { kill = stop } })
    // What was on its way arrives.
    await new Promise((done) => setTimeout(done, 20))
    await hub.stop()
    assert.deepEqual(hub.violations, [])
    const byId = new Map([...before?.mails ?? []].map(([id, bytes]) => [id, new Set(bytes)]))
    for (const { bytes } of outside.mail.taken.slice(mails)) {
      const text = bytes.toString('latin1')
      const id = /^Message-ID:\s*(\S+)/im.exec(text)?.[1] ?? assert.fail('a mail without Message-ID')
      byId.set(id, (byId.get(id) ?? new Set()).add(text))
    }
    return { state: hub.state, mails: byId, posts: [...before?.posts ?? [], ...outside.chat.seen.slice(posts).map(({ json }) => JSON.stringify({ ...json, timestamp: 0, sign: '' }))], calls, status, log }
  }

  it('leaves, run again, every object once, mails the same to the byte, no post twice, and no gap unnamed', async () => {
    let state = new State(() => 0)
    state.assignable.add('lilei').add('hanmeimei')
    const kinds = new Map<string, number>()
    let points = 0
    let tried = 0
    for (const [at, { now, files = {}, replies = {}, close = [], said = [] }] of SCENARIO.entries()) {
      repository.commit({ '.convoke.yml': CONFIG, ...files })
      const base = new State(() => Date.parse(now) - 60_000)
      base.copy(state)
      for (const [file, text] of Object.entries(files)) base.branches.get('main')?.set(file, Buffer.from(text ?? ''))
      if (replies['budget'] !== undefined) base.say(1, 'hanmeimei', '/参加')
      for (const [login, words] of said) base.say(1, login, words)
      for (const title of close) Object.assign(base.issues.find((each) => each.title.includes(title)) ?? assert.fail(), { state: 'closed', updated: Date.parse(now) })
      const whole = await run(base, now, places[0] ?? assert.fail())
      assert.equal(whole.status, 0, whole.log)
      for (const each of whole.calls) kinds.set(kindOf(each), (kinds.get(kindOf(each)) ?? 0) + 1)
      const deaths = whole.calls.flatMap((_, call): Death[] => [{ call: call + 1, when: 'before' }, { call: call + 1, when: 'after' }])
      points += deaths.length
      const chosen = deaths.filter(() => tried++ % EVERY === 0)
      await Promise.all(places.map(async (outside) => {
        for (let death = chosen.shift(); death !== undefined; death = chosen.shift()) {
          const where = `moment ${at} (${now}), killed ${death.when} call ${death.call}, ${whole.calls[death.call - 1] ?? ''}`
          const dead = await run(base, now, outside, death)
          assert.equal(dead.status, null, `${where} was not reached`)
          const again = await run(dead.state, now, outside, undefined, dead)
          verify(whole, again, `${where}\n${again.log.replace(/^::add-mask.*\n/gm, '')}`)
          const third = await run(again.state, now, outside, undefined, again)
          assert.deepEqual([third.mails.size, third.posts.length, third.state.issues.length, third.state.comments.length], [again.mails.size, again.posts.length, again.state.issues.length, again.state.comments.length], `${where}: a third run does something`)
        }
      }))
      state = whole.state
    }
    for (const each of ['GET', 'POST', 'PUT', 'PATCH', 'mail', 'post']) assert.ok((kinds.get(each) ?? 0) > 1, `the scenario has no ${each}`)
    assert.deepEqual(state.pulls.map((each) => each.title), ['会议“第二季度营销预算分配”改到 2026-12-04（周五）15:00', '“第二季度营销预算分配”的行动项', '“上线问题周会”的行动项', '“上线问题周会”未完成的行动项，带到下次会议'])
    process.stdout.write(`      killed at ${Math.ceil(tried / EVERY)} of ${points} points: before and after ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}\n`)
  })
})

function kindOf(call: string): string {
  return call.split(' ')[0] ?? ''
}

function verify(expected: Left, found: Left, where: string): void {
  const gaps = found.state.comments.filter((each) => each.body.includes('/gap@')).map((each) => each.body).join('\n')
  assert.deepEqual(found.state.issues.map(({ title, state, parent }) => [title, state, parent]).sort(), expected.state.issues.map(({ title, state, parent }) => [title, state, parent]).sort(), where)
  const markers = ({ state }: Left): string[] => state.comments.filter((each) => each.login === BOT).map((each) => /convoke key=(\S+)/.exec(each.body)?.[1] ?? '').sort()
  assert.equal(new Set(markers(found)).size, markers(found).length, `${where}: something is said twice`)
  assert.deepEqual(markers(found).filter((each) => !each.includes('/gap@')), markers(expected), where)
  for (const [id, bytes] of found.mails) assert.equal(bytes.size, 1, `${where}: ${id} was repeated with other bytes`)
  for (const [id, bytes] of expected.mails) assert.deepEqual([...found.mails.get(id) ?? []], [...bytes], `${where}: ${id} is missing or another one`)
  if (gaps === '') assert.equal(found.mails.size, expected.mails.size, `${where}: a mail too many`)
  assert.equal(new Set(found.posts).size, found.posts.length, `${where}: a post came twice`)
  const missing = expected.posts.filter((each) => !found.posts.includes(each))
  if (missing.length > 0) assert.match(gaps, /chat:feishu/, `${where}: a post is missing and no gap names it`)
  // A run later, the numbers that it brought may be written back already; nothing is proposed twice, and nothing is missing.
  const heads = found.state.pulls.map((each) => each.head)
  assert.equal(new Set(heads).size, heads.length, `${where}: a change is proposed twice`)
  for (const { head, title } of expected.state.pulls) assert.ok(found.state.pulls.some((each) => each.head === head && each.title === title), `${where}: ${title} is not proposed`)
  const ledger = [...found.state.branches.get('convoke-ledger') ?? []].filter(([path]) => path.startsWith('meetings/'))
  for (const [path, text] of ledger) assert.deepEqual((JSON.parse(text.toString('utf8')) as { intents: unknown[] }).intents, [], `${where}: ${path} has intents left`)
}
